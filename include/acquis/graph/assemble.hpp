// Assembles a Graph from a containment forest in preorder and a list of edges in any order.
//
//   acquis::Graph::Parts parts;
//   parts.nodes = {{acquis::NodeKind::provision, acquis::none<acquis::NodeId>}};
//   parts.edges = {{acquis::NodeId{0}, acquis::NodeId{0}, acquis::EdgeKind::cites}};
//   acquis::Graph graph(parts);
//
// For readers of other formats and for tests; most programs use corpus/builder.hpp. Cost: linear in
// nodes, one sort of the edges. Misuse (a parent that does not precede its child) is an assertion.
#pragma once

#include <cstdint>
#include <vector>

#include "acquis/graph/graph.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Graph::Parts {
  struct Node {
    NodeKind kind{};
    NodeId parent = none<NodeId>;  // precedes the node; subtrees do not interleave
    Interval existence{};          // already narrowed to that of the containing act
  };
  struct Edge {
    NodeId source{};
    NodeId target{};
    EdgeKind kind{};
    Evidence evidence = Evidence::stated;
    Interval validity{};
  };
  std::vector<Node> nodes{};
  std::vector<Edge> edges{};
  // Filled by the constructor if not null: for each edge id, the position of its edge in `edges`.
  std::vector<std::uint32_t>* order = nullptr;
};

}  // namespace v0
}  // namespace acquis
