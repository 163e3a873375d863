#include "acquis/graph/why_not.hpp"

#include <algorithm>

#include "acquis/graph/spread.hpp"

namespace acquis {
inline namespace v0 {
namespace {

constexpr EdgeKindSet every_kind() {
  EdgeKindSet kinds;
  for (std::size_t i = 0; i < edge_kind_count; ++i) kinds.insert(static_cast<EdgeKind>(i));
  return kinds;
}

bool admits_no_less(const Policy& a, const Policy& b) {
  return a.least <= b.least && a.exact <= b.exact && (!a.as_of || a.as_of == b.as_of) &&
         a.kinds.includes(b.kinds);
}

// How many things the policy admits that the one asked for does not.
int widenings(const Policy& asked, const Policy& wider) {
  return (wider.least != asked.least) + (wider.exact != asked.exact) +
         (wider.as_of != asked.as_of) + 2 * (wider.kinds != asked.kinds);
}

// Every way to widen a policy, the least first.
std::vector<Policy> wider_policies(const Policy& asked) {
  std::vector<Policy> out;
  for (const EdgeKindSet kinds : {asked.kinds, asked.kinds.with(support_kinds), every_kind()})
    for (const bool any_day : {false, true})
      for (const bool broad : {false, true})
        for (const Evidence least : {asked.least, Evidence::derived, Evidence::editorial}) {
          Policy wider = asked;
          wider.kinds = kinds;
          if (any_day) wider.as_of = {};
          wider.exact = asked.exact && !broad;
          wider.least = (std::min)(least, asked.least);
          if (std::find(out.begin(), out.end(), wider) == out.end()) out.push_back(wider);
        }
  std::stable_sort(out.begin(), out.end(), [&](const Policy& a, const Policy& b) {
    return widenings(asked, a) < widenings(asked, b);
  });
  return out;
}

}  // namespace

std::vector<NearMiss> near_misses(const Graph& graph, const Policy& policy,
                                  std::span<const NodeId> from, std::span<const NodeId> to,
                                  Scratch& scratch) {
  std::vector<NearMiss> out;
  for (Policy wider : wider_policies(policy)) {
    const auto covered = [&](const NearMiss& m) { return admits_no_less(wider, m.wider); };
    if (std::any_of(out.begin(), out.end(), covered)) continue;
    auto chain = best_chain(graph, wider, from, to, scratch);
    if (!chain) continue;
    if (wider == policy) return {};
    if (wider.kinds != policy.kinds) {
      wider.kinds = policy.kinds;
      for (const EdgeId e : chain->links) wider.kinds.insert(graph.kind(e));
    }
    out.push_back({wider, *std::move(chain)});
  }
  return out;
}

Interval days_of(const Graph& graph, const Chain& chain) {
  Interval days = intersection(graph.existence(chain.from), graph.existence(chain.to));
  for (const EdgeId e : chain.links) {
    days = intersection(days, graph.validity(e));
    days = intersection(days, graph.existence(graph.source(e)));
    days = intersection(days, graph.existence(graph.target(e)));
  }
  return days;
}

std::optional<NearPlace> nearest_place(const Graph& graph, const Policy& policy,
                                       std::span<const NodeId> from, std::span<const NodeId> to,
                                       Scratch& scratch) {
  Spread search(graph, Direction::forward, policy, scratch);
  for (const NodeId n : from)
    if (admits(graph, policy, n)) search.start(n);
  search.run();
  std::vector<NodeId> ends(scratch.ends().begin(), scratch.ends().end());
  std::sort(ends.begin(), ends.end());
  std::optional<NearPlace> best;
  for (const NodeId wanted : to)
    for (NodeId whole = graph.parent(wanted); whole != none<NodeId>; whole = graph.parent(whole)) {
      const auto inside =
          std::find_if(std::lower_bound(ends.begin(), ends.end(), next(whole)), ends.end(),
                       [&](NodeId n) { return !graph.overlap(n, wanted); });
      if (inside == ends.end() || !graph.encloses(whole, *inside)) continue;
      const bool smaller = !best || graph.subtree(whole).size() < graph.subtree(best->whole).size();
      if (smaller) best = NearPlace{*inside, wanted, whole};
      break;
    }
  return best;
}

}  // namespace v0
}  // namespace acquis
