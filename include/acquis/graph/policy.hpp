// Which edges count when one asks what rests on what.
//
//   acquis::Policy strict{.least = acquis::Evidence::derived, .exact = true};
//   acquis::Policy then{.as_of = *acquis::Date::parse("2021-06-01")};
//   acquis::admits(law.graph(), then, edge);
//
// The default: every support kind, any evidence, no date, broad. A small value.
#pragma once

#include "acquis/config.hpp"
#include "acquis/graph/graph.hpp"
#include "acquis/id/date.hpp"
#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Policy {
  EdgeKindSet kinds = support_kinds;
  Evidence least = Evidence::editorial;  // weaker edges do not count
  Date as_of{};                          // if set: only what exists and holds on that day
  bool exact = false;                    // the last link must not end at something larger
  EdgeId without = none<EdgeId>;         // as if this edge were not there (counterfactuals)

  friend constexpr bool operator==(const Policy&, const Policy&) noexcept = default;
};

// Whether the node exists on the day the policy names.
inline bool admits(const Graph& graph, const Policy& policy, NodeId node) noexcept {
  return !policy.as_of || graph.existence(node).contains(policy.as_of);
}

// Whether the edge counts: its kind, its evidence, and on the day the edge and both its ends.
inline bool admits(const Graph& graph, const Policy& policy, EdgeId edge) noexcept {
  if (!policy.kinds.contains(graph.kind(edge)) || graph.evidence(edge) < policy.least ||
      edge == policy.without)
    return false;
  return !policy.as_of ||
         (graph.validity(edge).contains(policy.as_of) &&
          admits(graph, policy, graph.source(edge)) && admits(graph, policy, graph.target(edge)));
}

// Whether it is plain that what rests under `policy` rests under `wider` too.
constexpr bool narrows(const Policy& policy, const Policy& wider) noexcept {
  return wider.kinds.includes(policy.kinds) && wider.least <= policy.least &&
         (!wider.as_of || wider.as_of == policy.as_of) && (!wider.exact || policy.exact) &&
         (wider.without == none<EdgeId> || wider.without == policy.without);
}

// Whether it is plain that every edge of every role that the policy's kinds are of counts.
inline bool admits_all(const Policy& policy) noexcept {
  for (std::size_t i = 0; i < edge_kind_count; ++i) {
    const auto kind = static_cast<EdgeKind>(i);
    if (policy.kinds.meets(role(kind)) && !policy.kinds.contains(kind)) return false;
  }
  return policy.least == Evidence::editorial && !policy.as_of && policy.without == none<EdgeId>;
}

}  // namespace v0
}  // namespace acquis
