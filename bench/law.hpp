// Corpora like the law of the Union in size and shape, made from a seed: the same on every machine.
//
// Three treaties of 467 articles together, each of one to five paragraphs; objectives laid down in
// them; priorities that pursue objectives and rely on acts; acts of 15 to 25 articles and
// paragraphs. An act has one to three legal bases, skewed to few articles; three in ten implement
// an older one; each place inside cites on average four places of other acts, older ones and among
// those the oldest most (a power law), but 2 in 100 anywhere, so that there are cycles.
#pragma once

#include <cstdint>
#include <vector>

#include "acquis/graph/assemble.hpp"

namespace bench {

struct Law {
  acquis::Graph::Parts parts;
  std::vector<acquis::NodeId> treaties, articles, objectives, priorities, acts;
};

Law make_law(std::uint32_t acts, std::uint32_t priorities, std::uint64_t seed = 1);

// The sizes that are measured: about 20 thousand, 600 thousand and 5 million nodes.
struct Size {
  const char* name;
  std::uint32_t acts;
  std::uint32_t priorities;
};
inline constexpr Size sizes[] = {
    {"20 thousand", 900, 64}, {"600 thousand", 28'500, 1'024}, {"5 million", 238'000, 4'096}};

}  // namespace bench
