// What rests on what, and why.
//
// A rests on B when there is a chain of links s1->t1, s2->t2, ... such that s1 overlaps A, every
// next link starts at a place that overlaps where the last one ended, and the last end overlaps B.
//
//   acquis::Scratch scratch;
//   acquis::rests(g, {}, a, b, scratch);                                 // does a rest on b?
//   acquis::resting_on(g, {}, std::array{b}, scratch);                   // everything that does
//   if (auto chain = acquis::best_chain(g, {}, std::array{a}, std::array{b}, scratch))
//     for (acquis::EdgeId link : chain->links) use(g.source(link), g.target(link));
//
// The best chain has the fewest links, then the stronger weakest link, then comes first in document
// order: the answer is the same on every run. Cost: linear in the places and edges that a search
// can reach; best_chain searches at most once for each grade of evidence.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/graph/scratch.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

class ReachIndex;

// How the last link of a chain meets the place that was asked about.
enum class Fit : std::uint8_t {
  exact,  // ends at the place itself
  part,   // ends inside it
  broad,  // ends at something that contains it
};

// One way in which `from` rests on `to`. Never empty.
struct Chain {
  NodeId from{};
  NodeId to{};
  std::vector<EdgeId> links{};
  Evidence strength = Evidence::stated;  // of the weakest link
  Fit fit = Fit::exact;

  friend bool operator==(const Chain&, const Chain&) = default;
};

// Whether a rests on b.
bool rests(const Graph& graph, const Policy& policy, NodeId a, NodeId b, Scratch& scratch);

// Everything that rests on a member of `places`, ascending, the members left out.
std::vector<NodeId> resting_on(const Graph& graph, const Policy& policy,
                               std::span<const NodeId> places, Scratch& scratch);

// Everything that a member of `places` rests on, ascending, the members left out.
std::vector<NodeId> basis_of(const Graph& graph, const Policy& policy,
                             std::span<const NodeId> places, Scratch& scratch);

// The best chain from a member of `from` to a member of `to`. An index over the same policy or a
// wider one, if there is one, keeps the search to places that lead to the end.
std::optional<Chain> best_chain(const Graph& graph, const Policy& policy,
                                std::span<const NodeId> from, std::span<const NodeId> to,
                                Scratch& scratch, const ReachIndex* index = nullptr);

// For a question without an answer: the best chain under the least widening of the policy that has
// one (weaker evidence, then broad, then any day), and that policy.
struct NearMiss {
  Policy wider{};
  Chain chain{};
};
std::optional<NearMiss> near_miss(const Graph& graph, const Policy& policy,
                                  std::span<const NodeId> from, std::span<const NodeId> to,
                                  Scratch& scratch);

}  // namespace v0
}  // namespace acquis
