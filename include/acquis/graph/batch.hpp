// Many questions at once, on as many threads as wanted: the answers are the same on any number.
//
//   const auto index = acquis::ReachIndex::build(g, {}, {.works = std::array{article}});
//   const auto counts = acquis::coverage_counts(*index, std::array{article}, 2);
//   const auto sets = acquis::resting_on_each(g, {}, places, 2);       // one search a place
//
// Work is cut into runs of neighbours, one scratch a thread; each answer has its own place, so no
// order of threads can show. With one thread none is started.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/graph/reach_index.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Whether the first of each pair rests on the second, which the index covers: 1 or 0.
std::vector<std::uint8_t> rests_all(const ReachIndex& index,
                                    std::span<const std::pair<NodeId, NodeId>> pairs,
                                    unsigned threads = 1);

// How many askers of the index rest on each place.
std::vector<std::size_t> coverage_counts(const ReachIndex& index, std::span<const NodeId> places,
                                         unsigned threads = 1);

// What rests on each place, as resting_on() of graph/trace.hpp.
std::vector<std::vector<NodeId>> resting_on_each(const Graph& graph, const Policy& policy,
                                                 std::span<const NodeId> places,
                                                 unsigned threads = 1);

}  // namespace v0
}  // namespace acquis
