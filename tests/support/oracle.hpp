// The definition of "rests on", written down as literally as it can be, and as slowly.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "acquis/graph/trace.hpp"

namespace acquis::testing {

class Oracle {
 public:
  Oracle(const Graph& graph, const Policy& policy) : graph_(graph), policy_(policy) {
    for (const EdgeId e : graph.edges())
      if (counts(e)) links_.push_back(e);
  }

  bool contains(NodeId outer, NodeId inner) const {
    for (NodeId n = inner; n != none<NodeId>; n = graph_.parent(n))
      if (n == outer) return true;
    return false;
  }
  bool overlap(NodeId a, NodeId b) const { return contains(a, b) || contains(b, a); }

  bool rests(NodeId a, NodeId b) const {
    if (!exists(a) || !exists(b)) return false;
    std::vector<EdgeId> chain_ends = beginning_at(a);
    for (std::size_t i = 0; i < chain_ends.size(); ++i)
      for (const EdgeId next : links_)
        if (overlap(graph_.target(chain_ends[i]), graph_.source(next)) &&
            std::find(chain_ends.begin(), chain_ends.end(), next) == chain_ends.end())
          chain_ends.push_back(next);
    return std::any_of(chain_ends.begin(), chain_ends.end(),
                       [&](EdgeId e) { return ends_at(e, b); });
  }

  // All chains of the fewest links; of those the strongest; of those the first.
  std::optional<Chain> best(NodeId a, NodeId b) const {
    if (!rests(a, b)) return std::nullopt;
    std::vector<std::vector<EdgeId>> chains;
    for (const EdgeId e : beginning_at(a)) chains.push_back({e});
    for (;;) {
      std::optional<Chain> best;
      for (const auto& chain : chains)
        if (ends_at(chain.back(), b)) better(best, as_chain(a, b, chain));
      if (best) return best;
      chains = longer(chains);
    }
  }

 private:
  bool exists(NodeId n) const {
    return !policy_.as_of || graph_.existence(n).contains(policy_.as_of);
  }
  bool counts(EdgeId e) const {
    if (!policy_.kinds.contains(graph_.kind(e)) || graph_.evidence(e) < policy_.least) return false;
    return !policy_.as_of || (graph_.validity(e).contains(policy_.as_of) &&
                              exists(graph_.source(e)) && exists(graph_.target(e)));
  }
  std::vector<EdgeId> beginning_at(NodeId a) const {
    std::vector<EdgeId> out;
    for (const EdgeId e : links_)
      if (overlap(graph_.source(e), a)) out.push_back(e);
    return out;
  }
  bool ends_at(EdgeId e, NodeId b) const {
    return policy_.exact ? contains(b, graph_.target(e)) : overlap(graph_.target(e), b);
  }
  std::vector<std::vector<EdgeId>> longer(const std::vector<std::vector<EdgeId>>& chains) const {
    std::vector<std::vector<EdgeId>> out;
    for (const auto& chain : chains)
      for (const EdgeId next : links_)
        if (overlap(graph_.target(chain.back()), graph_.source(next))) {
          out.push_back(chain);
          out.back().push_back(next);
        }
    return out;
  }
  Chain as_chain(NodeId a, NodeId b, const std::vector<EdgeId>& links) const {
    Chain chain{.from = a, .to = b, .links = links};
    for (const EdgeId e : links) chain.strength = std::min(chain.strength, graph_.evidence(e));
    const NodeId end = graph_.target(links.back());
    chain.fit = end == b ? Fit::exact : contains(b, end) ? Fit::part : Fit::broad;
    return chain;
  }
  static void better(std::optional<Chain>& best, const Chain& chain) {
    if (!best || chain.strength > best->strength ||
        (chain.strength == best->strength && chain.links < best->links))
      best = chain;
  }

  const Graph& graph_;
  Policy policy_;
  std::vector<EdgeId> links_;
};

}  // namespace acquis::testing
