// Random worlds for property tests: deep containment, diamonds, cycles, self-loops, parallel edges.
#pragma once

#include <cstdint>
#include <random>

#include "acquis/graph/assemble.hpp"
#include "acquis/graph/policy.hpp"

namespace acquis::testing {

using Random = std::mt19937;

inline std::uint32_t below(Random& random, std::uint32_t bound) {
  return static_cast<std::uint32_t>(random() % bound);
}

inline Interval random_interval(Random& random) {
  if (below(random, 3) != 0) return {};
  const auto year = [&] {
    return Date::from_ymd(2000 + static_cast<int>(below(random, 10)), 1, 1);
  };
  Interval interval{below(random, 2) ? year() : Date{}, below(random, 2) ? year() : Date{}};
  return interval.empty() ? Interval{} : interval;
}

// A forest in preorder: each node goes under the previous one or under one of its ancestors.
inline Graph::Parts random_forest(Random& random, std::uint32_t nodes) {
  Graph::Parts parts;
  NodeId last = none<NodeId>;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    NodeId parent = last;
    while (parent != none<NodeId> && below(random, 3) == 0)
      parent = parts.nodes[index(parent)].parent;
    Interval existence = random_interval(random);
    if (parent != none<NodeId>)
      existence = intersection(existence, parts.nodes[index(parent)].existence);
    parts.nodes.push_back({NodeKind::provision, parent, existence});
    last = NodeId{i};
  }
  return parts;
}

inline Graph::Parts random_world(Random& random, std::uint32_t nodes, std::uint32_t edges) {
  Graph::Parts parts = random_forest(random, nodes);
  for (std::uint32_t i = 0; i < edges; ++i) {
    const NodeId source{below(random, nodes)};
    const NodeId target{below(random, nodes)};
    const auto kind = static_cast<EdgeKind>(below(random, edge_kind_count));
    const bool support = below(random, 4) != 0;
    parts.edges.push_back({source, target, support ? static_cast<EdgeKind>(below(random, 6)) : kind,
                           static_cast<Evidence>(below(random, 3)), random_interval(random)});
    if (below(random, 5) == 0) parts.edges.push_back(parts.edges.back());  // parallel
  }
  return parts;
}

inline Policy random_policy(Random& random) {
  Policy policy;
  if (below(random, 3) == 0) {
    policy.kinds = {};
    for (std::size_t i = 0; i < edge_kind_count; ++i)
      if (below(random, 2) == 0) policy.kinds.insert(static_cast<EdgeKind>(i));
  }
  policy.least = static_cast<Evidence>(below(random, 3));
  if (below(random, 3) == 0)
    policy.as_of = Date::from_ymd(2000 + static_cast<int>(below(random, 10)), 6, 1);
  policy.exact = below(random, 3) == 0;
  return policy;
}

}  // namespace acquis::testing
