// For a question without an answer: what comes near, and what would have to be admitted.
//
//   const std::array from{a}, to{b};
//   for (const acquis::NearMiss& miss : acquis::near_misses(g, {}, from, to, scratch))
//     use(miss.wider, miss.chain);                      // under this policy there is this chain
//   if (auto near = acquis::nearest_place(g, {}, from, to, scratch))
//     use(near->reached, near->whole);                  // it rests on 78(2); both are in Article 78
//
// Cost: near_misses, at most one best_chain for each way to widen the policy (24); nearest_place,
// one search.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "acquis/graph/trace.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Every least widening of the policy under which there is a chain, with the best one, ordered by how
// many things are admitted: weaker evidence, a broad answer, any day, more kinds of link. Of two
// policies one of which admits all that the other does, only the narrower is given; its kinds are
// the policy's and those of its chain. Empty if there is a chain already, or none at all.
std::vector<NearMiss> near_misses(const Graph& graph, const Policy& policy,
                                  std::span<const NodeId> from, std::span<const NodeId> to,
                                  Scratch& scratch);

// The days on which every link of the chain holds and everything on it exists; from after to if
// there is none.
Interval days_of(const Graph& graph, const Chain& chain);

// A place that `from` rests on and that shares a whole with one of `to`, without overlapping it.
struct NearPlace {
  NodeId reached{};
  NodeId wanted{};
  NodeId whole{};  // the smallest that contains both
};
// The one with the smallest whole; the first in document order.
std::optional<NearPlace> nearest_place(const Graph& graph, const Policy& policy,
                                       std::span<const NodeId> from, std::span<const NodeId> to,
                                       Scratch& scratch);

}  // namespace v0
}  // namespace acquis
