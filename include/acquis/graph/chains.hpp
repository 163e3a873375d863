// More than the best reason: the k best chains, all chains up to a bound, and the links without
// which there would be no chain at all.
//
//   const std::array from{a}, to{b};
//   const acquis::Chains best = acquis::best_chains(g, {}, from, to, {.count = 5}, scratch);
//   for (const acquis::Chain& chain : best.chains) show(chain);
//   for (acquis::EdgeId e : acquis::passages(g, {}, from, to).links)
//     std::puts("remove this link alone, and nothing rests any more");
//
// Chains are ordered as in graph/trace.hpp: fewest links, stronger weakest link, document order. No
// chain uses a link twice, so cycles add nothing. Cost of best_chains: one search each way for each
// grade of evidence, then time proportional to what is listed, bounded by `max_steps`; of passages:
// near linear in what a search from `from` reaches.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "acquis/graph/trace.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct ChainLimits {
  std::size_t count = 10;
  std::size_t max_links = 12;
  std::size_t max_steps = 10'000'000;
};

struct Chains {
  std::vector<Chain> chains{};
  bool complete = true;  // false: stopped by max_steps; those listed are right, more may exist
};

Chains best_chains(const Graph& graph, const Policy& policy, std::span<const NodeId> from,
                   std::span<const NodeId> to, const ChainLimits& limits, Scratch& scratch);

// What every chain from `from` to `to` has in common, in the order in which the chains meet it.
struct Passages {
  std::vector<EdgeId> links{};   // each alone carries the answer
  std::vector<NodeId> places{};  // where every chain arrives, by whatever link
  friend bool operator==(const Passages&, const Passages&) = default;
};

// The dominators of the end among the states of the search (Lengauer and Tarjan, by Boost.Graph).
// Empty without a chain.
Passages passages(const Graph& graph, const Policy& policy, std::span<const NodeId> from,
                  std::span<const NodeId> to);

}  // namespace v0
}  // namespace acquis
