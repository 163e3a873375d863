// Everything that rests on some places, how far away, and how well supported.
//
//   for (const acquis::Impact& i : acquis::impact(g, {}, std::array{article}, scratch))
//     use(i.node, i.links, i.strength);
//
// The distance is the fewest links of any chain; the strength that of the best chain, which is the
// strongest among those. Cost: one search for each grade of evidence.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/graph/scratch.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Impact {
  NodeId node{};
  std::uint32_t links = 0;  // of the best chain
  Evidence strength{};      // of its weakest link
  friend bool operator==(const Impact&, const Impact&) = default;
};

// Ascending by node; the places themselves are left out.
std::vector<Impact> impact(const Graph& graph, const Policy& policy, std::span<const NodeId> places,
                           Scratch& scratch);

}  // namespace v0
}  // namespace acquis
