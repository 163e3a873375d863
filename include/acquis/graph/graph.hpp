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
// Memory: 13.25 bytes an edge both ways; 13 bytes a node, and for each role in use half a byte a node
// and 4 or 8 for each that has edges: those of the law have few. Every accessor is O(1), noexcept, and safe from any number of threads. For Boost.Graph algorithms
// include graph/bgl.hpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "acquis/graph/rows.hpp"
#include "acquis/id/array.hpp"
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

  std::size_t node_count() const noexcept { return kind_.size(); }
  std::size_t edge_count() const noexcept { return target_.size(); }
  IdRange<NodeId> nodes() const noexcept { return {NodeId{0}, to_id<NodeId>(node_count())}; }
  IdRange<EdgeId> edges() const noexcept { return {EdgeId{0}, to_id<EdgeId>(edge_count())}; }
  IdRange<EdgeId> edges(Role role) const noexcept {
    return {first_of_role_[at(role)], first_of_role_[at(role) + 1]};
  }

  NodeKind kind(NodeId n) const noexcept { return kind_[index(n)]; }

  // Containment.
  NodeId parent(NodeId n) const noexcept { return places_[index(n)].parent; }  // none for a root
  IdRange<NodeId> subtree(NodeId n) const noexcept { return {n, places_[index(n)].end}; }
  bool encloses(NodeId outer, NodeId inner) const noexcept {
    return subtree(outer).contains(inner);
  }
  bool overlap(NodeId a, NodeId b) const noexcept { return encloses(a, b) || encloses(b, a); }

  // Edges. The ids out of one node, or out of all places of an interval, are consecutive.
  IdRange<EdgeId> out_edges(NodeId n, Role role) const noexcept {
    return out_edges(IdRange<NodeId>{n, next(n)}, role);
  }
  IdRange<EdgeId> out_edges(IdRange<NodeId> places, Role role) const noexcept {
    const Rows& out = out_[at(role)];
    if (out.empty()) return {};
    const Rows::Range range = out.of(places);
    return {EdgeId{range.first}, EdgeId{range.last}};
  }
  // Where those edges end, in the same order.
  std::span<const NodeId> out_ends(IdRange<NodeId> places, Role role) const noexcept {
    const auto range = out_edges(places, role);
    return {target_.data() + index(*range.begin()), range.size()};
  }
  // Grouped by target, ascending within each.
  std::span<const EdgeId> in_edges(NodeId n, Role role) const noexcept {
    return in_edges(IdRange<NodeId>{n, next(n)}, role);
  }
  std::span<const EdgeId> in_edges(IdRange<NodeId> places, Role role) const noexcept {
    return in_slice(in_edge_, places, role);
  }
  // Where those edges come from, in the same order.
  std::span<const NodeId> in_ends(IdRange<NodeId> places, Role role) const noexcept {
    return in_slice(in_end_, places, role);
  }
  NodeId source(EdgeId e) const noexcept { return sources_[first_edges_.rank(index(e) + 1) - 1]; }
  NodeId target(EdgeId e) const noexcept { return target_[index(e)]; }
  EdgeKind kind(EdgeId e) const noexcept { return static_cast<EdgeKind>(sort_[index(e)] & 15); }
  Evidence evidence(EdgeId e) const noexcept { return static_cast<Evidence>(sort_[index(e)] >> 4); }

  // The same without the last step, for searches: positions by node, and what lies there.
  const Rows& rows(Role role, Direction direction) const noexcept ACQUIS_LIFETIMEBOUND {
    return (direction == Direction::forward ? out_ : in_)[at(role)];
  }
  std::span<const NodeId> ends(Direction direction) const noexcept ACQUIS_LIFETIMEBOUND {
    return (direction == Direction::forward ? target_ : in_end_).span();
  }
  EdgeId edge_at(std::uint32_t position, Direction direction) const noexcept {
    return direction == Direction::forward ? EdgeId{position} : in_edge_[position];
  }
  ACQUIS_ALWAYS_INLINE void prefetch_place(NodeId n) const noexcept {
    __builtin_prefetch(places_.data() + index(n));
  }

  // When the node exists (a provision no longer than the act it is in), when the edge holds.
  // Edges: O(log of the edges that have a validity).
  Interval existence(NodeId n) const noexcept { return intervals_[interval_of_[index(n)]]; }
  Interval validity(EdgeId e) const noexcept;

  // What the graph takes in memory.
  std::size_t bytes() const noexcept;

  // Every array in a fixed order, for a snapshot.
  template <typename Self, typename Visit>
  static void visit_arrays(Self& self, Visit visit) {
    visit(self.kind_), visit(self.places_), visit(self.interval_of_), visit(self.intervals_);
    for (std::size_t r = 0; r < role_count; ++r) {
      Rows::visit_arrays(self.out_[r], visit);
      Rows::visit_arrays(self.in_[r], visit);
    }
    RankedBits::visit_arrays(self.first_edges_, visit);
    visit(self.sources_), visit(self.target_), visit(self.sort_);
    visit(self.in_edge_), visit(self.in_end_), visit(self.limited_), visit(self.limited_validity_);
  }

 private:
  friend class SnapshotAccess;

  static constexpr std::size_t at(Role role) noexcept { return static_cast<std::size_t>(role); }
  template <typename Id>
  static constexpr Id to_id(std::size_t n) noexcept {
    return static_cast<Id>(static_cast<std::uint32_t>(n));
  }

  template <typename T>
  std::span<const T> in_slice(const Array<T>& values, IdRange<NodeId> places,
                              Role role) const noexcept {
    const Rows& in = in_[at(role)];
    if (in.empty()) return {};
    const Rows::Range range = in.of(places);
    return {values.data() + range.first, range.last - range.first};
  }

  class Assembly;
  struct Place {
    NodeId parent = none<NodeId>;
    NodeId end{};  // of the subtree
  };

  Array<NodeKind> kind_;
  Array<Place> places_;
  Array<std::uint32_t> interval_of_;
  Array<Interval> intervals_;

  std::array<EdgeId, role_count + 1> first_of_role_{};
  std::array<Rows, role_count> out_{};  // edge ids
  std::array<Rows, role_count> in_{};   // positions in in_edge_ and in_end_
  RankedBits first_edges_;              // marks the first edge of each source
  Array<NodeId> sources_;               // the sources, role by role
  Array<NodeId> target_;
  Array<std::uint8_t> sort_;  // kind and, shifted, evidence
  Array<EdgeId> in_edge_;
  Array<NodeId> in_end_;
  Array<EdgeId> limited_;  // ascending: the edges that have a validity
  Array<Interval> limited_validity_;
};

}  // namespace v0
}  // namespace acquis
