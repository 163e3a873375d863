// The structure of the law: what holds together, what carries most, what resembles what.
//
//   for (const auto& cluster : acquis::clusters(g, policy)) use(cluster);    // support in circles
//   for (const acquis::Ranked& r : acquis::page_rank(g, {})) use(r.node, r.score);
//   acquis::HubsAndAuthorities law_of = acquis::hubs_and_authorities(g, {});
//   acquis::similarity(g, {}, a, b, scratch);                                // 0 to 1
//
// Clusters and page rank are those of Boost.Graph on our model (graph/bgl.hpp), over the links that
// the policy admits. Containment is not among the links. Boost has no HITS; it is ten lines here. The
// only communities in Boost are those of Girvan and Newman, which cost links^2 * nodes: they are
// left out. Provisions that all chains pass: passages() in graph/chains.hpp. Every order is
// deterministic: score, then document order. Costs: clusters O(nodes + links), the ranks that times
// the iterations, similarity two searches.
#pragma once

#include <cstddef>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/graph/scratch.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Sets of nodes that reach one another by links (strong components of more than one node, or of one
// that links to itself), each ascending, in the order of their first nodes.
std::vector<std::vector<NodeId>> clusters(const Graph& graph, const Policy& policy);

struct Ranked {
  NodeId node{};
  double score = 0;
};

// The share of each node in the walks of a reader who follows links and, now and then (0.15), begins
// anew; sums to 1. A link confers standing on what it points to: the most authoritative come first.
std::vector<Ranked> page_rank(const Graph& graph, const Policy& policy,
                              std::size_t iterations = 50);

// Authorities are pointed to by good hubs, hubs point to good authorities (Kleinberg, "Authoritative
// sources in a hyperlinked environment", 1999). Both have length 1 as vectors.
struct HubsAndAuthorities {
  std::vector<Ranked> hubs{};
  std::vector<Ranked> authorities{};
};
HubsAndAuthorities hubs_and_authorities(const Graph& graph, const Policy& policy,
                                        std::size_t iterations = 50);

// How much of what either rests on both rest on (Jaccard), counting the places where links end; 0 if
// neither rests on anything.
double similarity(const Graph& graph, const Policy& policy, NodeId a, NodeId b, Scratch& scratch);

}  // namespace v0
}  // namespace acquis
