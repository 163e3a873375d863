// The graph of the law: a containment forest and typed edges, immutable, walked in both directions.
//
//   const acquis::Graph& g = law.graph();
//   g.overlap(a, b);                                        // same place, or one inside the other
//   for (acquis::EdgeId e : g.out_edges(n, acquis::Role::support)) use(g.kind(e), g.target(e));
//   for (acquis::EdgeId e : g.in_edges(n, acquis::Role::reference)) use(g.source(e));
//
// Nodes are numbered in document preorder, so a place and everything inside it is one interval of
// ids, and the edges out of it are one interval of edge ids:
//
//    id       0      1        2        3        4        5
//    node     TFEU   art_67   par_1    par_2    art_68   32012R1215
//    subtree  [0 ............................... 5)      [5, 6)
//                    [1 ................ 4)
//
// Edges are kept apart by role (support, reference, history, context), each a compressed sparse row
// by source and by target; within a node they are ordered by kind, then by the other end. So "every
// support edge" needs no test per edge, and ascending edge ids are document order.
//
// Memory: 14 bytes an edge both ways; 13 bytes a node and 8 more for each role in use. Every
// accessor is O(1), noexcept, and safe from any number of threads. For Boost.Graph algorithms
// include graph/bgl.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "acquis/id/date.hpp"
#include "acquis/id/id.hpp"
#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Direction : std::uint8_t { forward, backward };

class Graph {
 public:
  // What a graph is made of; see graph/assemble.hpp.
  struct Parts;

  Graph() = default;
  explicit Graph(const Parts& parts);

  std::size_t node_count() const noexcept { return parent_.size(); }
  std::size_t edge_count() const noexcept { return target_.size(); }
  IdRange<NodeId> nodes() const noexcept { return {NodeId{0}, to_id<NodeId>(node_count())}; }
  IdRange<EdgeId> edges() const noexcept { return {EdgeId{0}, to_id<EdgeId>(edge_count())}; }
  IdRange<EdgeId> edges(Role role) const noexcept {
    return {first_of_role_[at(role)], first_of_role_[at(role) + 1]};
  }

  NodeKind kind(NodeId n) const noexcept { return kind_[index(n)]; }

  // Containment.
  NodeId parent(NodeId n) const noexcept { return parent_[index(n)]; }  // none for a root
  IdRange<NodeId> subtree(NodeId n) const noexcept { return {n, subtree_end_[index(n)]}; }
  bool encloses(NodeId outer, NodeId inner) const noexcept {
    return subtree(outer).contains(inner);
  }
  bool overlap(NodeId a, NodeId b) const noexcept { return encloses(a, b) || encloses(b, a); }

  // Edges. The ids out of one node, or out of all places of an interval, are consecutive.
  IdRange<EdgeId> out_edges(NodeId n, Role role) const noexcept {
    return out_edges(IdRange<NodeId>{n, next(n)}, role);
  }
  IdRange<EdgeId> out_edges(IdRange<NodeId> places, Role role) const noexcept {
    const Rows& rows = rows_[at(role)];
    if (rows.out.empty()) return {};
    return {rows.out[index(*places.begin())], rows.out[index(*places.end())]};
  }
  // Grouped by target, ascending within each.
  std::span<const EdgeId> in_edges(NodeId n, Role role) const noexcept {
    return in_edges(IdRange<NodeId>{n, next(n)}, role);
  }
  std::span<const EdgeId> in_edges(IdRange<NodeId> places, Role role) const noexcept {
    const Rows& rows = rows_[at(role)];
    if (rows.in.empty()) return {};
    const std::uint32_t first = rows.in[index(*places.begin())];
    return {in_edge_.data() + first, rows.in[index(*places.end())] - first};
  }
  NodeId source(EdgeId e) const noexcept { return source_[index(e)]; }
  NodeId target(EdgeId e) const noexcept { return target_[index(e)]; }
  EdgeKind kind(EdgeId e) const noexcept { return edge_kind_[index(e)]; }
  Evidence evidence(EdgeId e) const noexcept { return evidence_[index(e)]; }

  // When the node exists (a provision no longer than the act it is in), when the edge holds.
  // Edges: O(log of the edges that have a validity).
  Interval existence(NodeId n) const noexcept { return intervals_[interval_of_[index(n)]]; }
  Interval validity(EdgeId e) const noexcept;

 private:
  struct Rows {
    std::vector<EdgeId> out{};        // by source: first edge; empty if the role has no edge
    std::vector<std::uint32_t> in{};  // by target: first position in in_edge_
  };

  static constexpr std::size_t at(Role role) noexcept { return static_cast<std::size_t>(role); }
  template <typename Id>
  static constexpr Id to_id(std::size_t n) noexcept {
    return static_cast<Id>(static_cast<std::uint32_t>(n));
  }

  void add_nodes(const Parts& parts);
  void add_edges(const Parts& parts);
  void add_rows(Role role);

  std::vector<NodeKind> kind_;
  std::vector<NodeId> parent_, subtree_end_;
  std::vector<std::uint32_t> interval_of_;
  std::vector<Interval> intervals_;

  std::array<EdgeId, role_count + 1> first_of_role_{};
  std::array<Rows, role_count> rows_{};
  std::vector<NodeId> source_, target_;
  std::vector<EdgeKind> edge_kind_;
  std::vector<Evidence> evidence_;
  std::vector<EdgeId> in_edge_;
  std::vector<EdgeId> limited_;  // ascending: the edges that have a validity
  std::vector<Interval> limited_validity_;
};

}  // namespace v0
}  // namespace acquis
