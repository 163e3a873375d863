// Graph as a model of Boost.Graph's concepts: any of its algorithms runs on the corpus as it is.
//
//   #include <boost/graph/strong_components.hpp>
//   #include <acquis/graph/bgl.hpp>
//   std::vector<std::size_t> component(num_vertices(law.graph()));
//   boost::strong_components(law.graph(), boost::make_iterator_property_map(
//       component.begin(), get(boost::vertex_index, law.graph())));
//
// Models VertexList, EdgeList, Adjacency and Bidirectional graph; vertices and edges are NodeId and
// EdgeId, with vertex_index and edge_index as property maps. Edges of all roles are seen, role by
// role; boost::filtered_graph with SupportOnly narrows them. A leaf: nothing in acquis includes it.
// Costs as in graph/graph.hpp, except that the out-edges of a vertex are found in O(roles).
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <cstddef>
#include <iterator>
#include <utility>

#include "acquis/graph/graph.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Walks the edges out of (into) one vertex through all roles; gives edges or the vertices there.
template <Direction direction, typename Value>
class IncidenceIterator {
 public:
  using value_type = Value;
  using reference = Value;
  using pointer = const Value*;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::forward_iterator_tag;

  IncidenceIterator() = default;
  IncidenceIterator(const Graph& graph, NodeId node, std::size_t role)
      : graph_(&graph), node_(node), role_(role) {
    settle();
  }

  Value operator*() const noexcept {
    if constexpr (std::is_same_v<Value, EdgeId>) {
      return edge();
    } else {
      return direction == Direction::forward ? graph_->target(edge()) : graph_->source(edge());
    }
  }
  IncidenceIterator& operator++() noexcept {
    ++at_;
    settle();
    return *this;
  }
  IncidenceIterator operator++(int) noexcept {
    IncidenceIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const IncidenceIterator& a, const IncidenceIterator& b) noexcept {
    return a.role_ == b.role_ && a.at_ == b.at_;
  }

 private:
  auto row() const noexcept {
    if constexpr (direction == Direction::forward) {
      return graph_->out_edges(node_, static_cast<Role>(role_));
    } else {
      return graph_->in_edges(node_, static_cast<Role>(role_));
    }
  }
  EdgeId edge() const noexcept { return row().begin()[static_cast<std::ptrdiff_t>(at_)]; }
  void settle() noexcept {
    while (role_ < role_count && at_ == row().size()) {
      ++role_;
      at_ = 0;
    }
  }

  const Graph* graph_ = nullptr;
  NodeId node_{};
  std::size_t role_ = 0;
  std::size_t at_ = 0;
};

using OutEdgeIterator = IncidenceIterator<Direction::forward, EdgeId>;
using InEdgeIterator = IncidenceIterator<Direction::backward, EdgeId>;
using AdjacencyIterator = IncidenceIterator<Direction::forward, NodeId>;

// An edge predicate for boost::filtered_graph.
struct SupportOnly {
  const Graph* graph = nullptr;
  bool operator()(EdgeId e) const noexcept { return role(graph->kind(e)) == Role::support; }
};

// vertex_index and edge_index.
template <typename Id>
struct IndexMap {
  using key_type = Id;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
};
template <typename Id>
std::size_t get(IndexMap<Id>, Id id) noexcept {
  return index(id);
}

struct GraphTraversalTag : virtual boost::bidirectional_graph_tag,
                           virtual boost::adjacency_graph_tag,
                           virtual boost::vertex_list_graph_tag,
                           virtual boost::edge_list_graph_tag {};

inline std::pair<IdIterator<NodeId>, IdIterator<NodeId>> vertices(const Graph& g) {
  return {g.nodes().begin(), g.nodes().end()};
}
inline std::pair<IdIterator<EdgeId>, IdIterator<EdgeId>> edges(const Graph& g) {
  return {g.edges().begin(), g.edges().end()};
}
inline std::size_t num_vertices(const Graph& g) { return g.node_count(); }
inline std::size_t num_edges(const Graph& g) { return g.edge_count(); }
inline NodeId source(EdgeId e, const Graph& g) { return g.source(e); }
inline NodeId target(EdgeId e, const Graph& g) { return g.target(e); }

inline std::pair<OutEdgeIterator, OutEdgeIterator> out_edges(NodeId n, const Graph& g) {
  return {{g, n, 0}, {g, n, role_count}};
}
inline std::pair<InEdgeIterator, InEdgeIterator> in_edges(NodeId n, const Graph& g) {
  return {{g, n, 0}, {g, n, role_count}};
}
inline std::pair<AdjacencyIterator, AdjacencyIterator> adjacent_vertices(NodeId n, const Graph& g) {
  return {{g, n, 0}, {g, n, role_count}};
}
inline std::size_t out_degree(NodeId n, const Graph& g) {
  std::size_t degree = 0;
  for (std::size_t r = 0; r < role_count; ++r)
    degree += g.out_edges(n, static_cast<Role>(r)).size();
  return degree;
}
inline std::size_t in_degree(NodeId n, const Graph& g) {
  std::size_t degree = 0;
  for (std::size_t r = 0; r < role_count; ++r) degree += g.in_edges(n, static_cast<Role>(r)).size();
  return degree;
}
inline std::size_t degree(NodeId n, const Graph& g) { return out_degree(n, g) + in_degree(n, g); }

inline IndexMap<NodeId> get(boost::vertex_index_t, const Graph&) { return {}; }
inline IndexMap<EdgeId> get(boost::edge_index_t, const Graph&) { return {}; }
inline std::size_t get(boost::vertex_index_t, const Graph&, NodeId n) { return index(n); }
inline std::size_t get(boost::edge_index_t, const Graph&, EdgeId e) { return index(e); }

}  // namespace v0
}  // namespace acquis

template <>
struct boost::graph_traits<acquis::Graph> {
  using vertex_descriptor = acquis::NodeId;
  using edge_descriptor = acquis::EdgeId;
  using directed_category = boost::bidirectional_tag;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  using traversal_category = acquis::GraphTraversalTag;
  using vertex_iterator = acquis::IdIterator<acquis::NodeId>;
  using edge_iterator = acquis::IdIterator<acquis::EdgeId>;
  using out_edge_iterator = acquis::OutEdgeIterator;
  using in_edge_iterator = acquis::InEdgeIterator;
  using adjacency_iterator = acquis::AdjacencyIterator;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  static vertex_descriptor null_vertex() { return acquis::none<acquis::NodeId>; }
};

template <>
struct boost::property_map<acquis::Graph, boost::vertex_index_t> {
  using type = acquis::IndexMap<acquis::NodeId>;
  using const_type = type;
};
template <>
struct boost::property_map<acquis::Graph, boost::edge_index_t> {
  using type = acquis::IndexMap<acquis::EdgeId>;
  using const_type = type;
};
