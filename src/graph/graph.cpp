#include "acquis/graph/graph.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "acquis/graph/assemble.hpp"

namespace acquis {
inline namespace v0 {
namespace {

// A stable counting sort of edge positions by a small integer key.
template <typename KeyOf>
void sort_by(std::vector<std::uint32_t>& order, std::size_t key_count, KeyOf key_of) {
  std::vector<std::uint32_t> first(key_count + 1, 0);
  for (const std::uint32_t i : order) ++first[key_of(i) + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::uint32_t> sorted(order.size());
  for (const std::uint32_t i : order) sorted[first[key_of(i)]++] = i;
  order = std::move(sorted);
}

// Role, source, kind, target, then the order of input.
std::vector<std::uint32_t> document_order(const Graph::Parts& parts) {
  std::vector<std::uint32_t> order(parts.edges.size());
  std::iota(order.begin(), order.end(), 0u);
  const auto& edges = parts.edges;
  const std::size_t nodes = parts.nodes.size();
  sort_by(order, nodes, [&](std::uint32_t i) { return index(edges[i].target); });
  sort_by(order, edge_kind_count,
          [&](std::uint32_t i) { return static_cast<std::size_t>(edges[i].kind); });
  sort_by(order, nodes, [&](std::uint32_t i) { return index(edges[i].source); });
  sort_by(order, role_count,
          [&](std::uint32_t i) { return static_cast<std::size_t>(role(edges[i].kind)); });
  return order;
}

}  // namespace

Graph::Graph(const Parts& parts) {
  add_nodes(parts);
  add_edges(parts);
  in_edge_.reserve(edge_count());
  for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
    add_rows(role);
}

void Graph::add_nodes(const Parts& parts) {
  const std::size_t count = parts.nodes.size();
  kind_.reserve(count);
  parent_.reserve(count);
  interval_of_.reserve(count);
  intervals_.push_back({});
  for (const Parts::Node& node : parts.nodes) {
    ACQUIS_ASSERT(node.parent == none<NodeId> || index(node.parent) < kind_.size());
    kind_.push_back(node.kind);
    parent_.push_back(node.parent);
    if (node.existence.unbounded()) {
      interval_of_.push_back(0);
      continue;
    }
    // Neighbours mostly share the interval of their act.
    if (!(intervals_.back() == node.existence)) intervals_.push_back(node.existence);
    interval_of_.push_back(static_cast<std::uint32_t>(intervals_.size() - 1));
  }
  subtree_end_.resize(count);
  for (std::size_t i = count; i-- > 0;) {
    const NodeId after = to_id<NodeId>(i + 1);
    subtree_end_[i] = (std::max)(subtree_end_[i], after);
    if (parent_[i] != none<NodeId>) {
      NodeId& end = subtree_end_[index(parent_[i])];
      end = (std::max)(end, subtree_end_[i]);
    }
  }
}

void Graph::add_edges(const Parts& parts) {
  std::vector<std::uint32_t> order = document_order(parts);
  source_.reserve(order.size());
  target_.reserve(order.size());
  edge_kind_.reserve(order.size());
  evidence_.reserve(order.size());
  for (const std::uint32_t i : order) {
    const Parts::Edge& edge = parts.edges[i];
    if (!edge.validity.unbounded()) {
      limited_.push_back(to_id<EdgeId>(source_.size()));
      limited_validity_.push_back(edge.validity);
    }
    source_.push_back(edge.source);
    target_.push_back(edge.target);
    edge_kind_.push_back(edge.kind);
    evidence_.push_back(edge.evidence);
    first_of_role_[at(role(edge.kind)) + 1] = to_id<EdgeId>(source_.size());
  }
  for (std::size_t r = 0; r < role_count; ++r)
    first_of_role_[r + 1] = (std::max)(first_of_role_[r + 1], first_of_role_[r]);
  if (parts.order != nullptr) *parts.order = std::move(order);
}

void Graph::add_rows(Role role) {
  const IdRange<EdgeId> mine = edges(role);
  if (mine.empty()) return;
  Rows& rows = rows_[at(role)];
  std::vector<std::uint32_t> out(node_count() + 1, 0);
  std::vector<std::uint32_t> in(node_count() + 1, 0);
  for (const EdgeId e : mine) {
    ++out[index(source(e)) + 1];
    ++in[index(target(e)) + 1];
  }
  out[0] = index(*mine.begin());
  in[0] = static_cast<std::uint32_t>(in_edge_.size());
  std::partial_sum(out.begin(), out.end(), out.begin());
  std::partial_sum(in.begin(), in.end(), in.begin());

  in_edge_.resize(in_edge_.size() + mine.size());
  std::vector<std::uint32_t> fill(in.begin(), in.end() - 1);
  for (const EdgeId e : mine) in_edge_[fill[index(target(e))]++] = e;

  rows.in = std::move(in);
  rows.out.reserve(out.size());
  for (const std::uint32_t first : out) rows.out.push_back(EdgeId{first});
}

Interval Graph::validity(EdgeId e) const noexcept {
  const auto found = std::lower_bound(limited_.begin(), limited_.end(), e);
  if (found == limited_.end() || *found != e) return {};
  return limited_validity_[static_cast<std::size_t>(found - limited_.begin())];
}

}  // namespace v0
}  // namespace acquis
