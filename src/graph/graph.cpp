#include "acquis/graph/graph.hpp"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "acquis/graph/assemble.hpp"

namespace acquis {
inline namespace v0 {
namespace {

constexpr std::array all_roles{Role::support, Role::reference, Role::history, Role::context};

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

// Role, source, kind, target, then the order of input. The kinds are in the order of their roles.
std::vector<std::uint32_t> document_order(const Graph::Parts& parts) {
  const auto& edges = parts.edges;
  std::vector<std::uint32_t> order(edges.size());
  std::iota(order.begin(), order.end(), 0u);
  const std::size_t nodes = parts.nodes.size();
  sort_by(order, nodes, [&](std::uint32_t i) { return index(edges[i].source); });
  sort_by(order, role_count,
          [&](std::uint32_t i) { return static_cast<std::size_t>(role(edges[i].kind)); });
  const auto same_row = [&](std::uint32_t a, std::uint32_t b) {
    return edges[a].source == edges[b].source && role(edges[a].kind) == role(edges[b].kind);
  };
  const auto precedes = [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t i) { return std::pair(edges[i].kind, edges[i].target); };
    return key(a) != key(b) ? key(a) < key(b) : a < b;
  };
  for (auto row = order.begin(); row != order.end();) {
    auto end = row;
    while (end != order.end() && same_row(*row, *end)) ++end;
    std::sort(row, end, precedes);
    row = end;
  }
  return order;
}

}  // namespace

class Graph::Assembly {
 public:
  Assembly(const Parts& parts, Graph& out) : parts_(parts), out_(out) {}

  void run() {
    add_nodes();
    add_edges();
    in_edge_.reserve(source_.size());
    for (const Role role : all_roles) add_rows(role);
    add_sources();
    std::vector<NodeId> in_end;
    in_end.reserve(in_edge_.size());
    for (const EdgeId e : in_edge_) in_end.push_back(source_[index(e)]);
    out_.in_end_ = std::move(in_end);
    out_.in_edge_ = std::move(in_edge_);
  }

 private:
  void add_nodes() {
    std::vector<NodeKind> kind;
    std::vector<std::uint32_t> interval_of;
    std::vector<Interval> intervals{{}};
    kind.reserve(parts_.nodes.size());
    interval_of.reserve(parts_.nodes.size());
    for (const Parts::Node& node : parts_.nodes) {
      ACQUIS_ASSERT(node.parent == none<NodeId> || index(node.parent) < kind.size());
      kind.push_back(node.kind);
      if (node.existence.unbounded()) {
        interval_of.push_back(0);
        continue;
      }
      // Neighbours mostly share the interval of their act.
      if (!(intervals.back() == node.existence)) intervals.push_back(node.existence);
      interval_of.push_back(static_cast<std::uint32_t>(intervals.size() - 1));
    }
    out_.kind_ = std::move(kind);
    out_.interval_of_ = std::move(interval_of);
    out_.intervals_ = std::move(intervals);
    add_subtrees();
  }

  void add_subtrees() {
    std::vector<Place> places(out_.node_count());
    for (std::size_t i = places.size(); i-- > 0;) {
      places[i].parent = parts_.nodes[i].parent;
      places[i].end = (std::max)(places[i].end, to_id<NodeId>(i + 1));
      if (places[i].parent == none<NodeId>) continue;
      NodeId& end = places[index(places[i].parent)].end;
      end = (std::max)(end, places[i].end);
    }
    out_.places_ = std::move(places);
  }

  void add_edges() {
    std::vector<std::uint32_t> order = document_order(parts_);
    std::vector<NodeId> target;
    std::vector<std::uint8_t> sort;
    std::vector<EdgeId> limited;
    std::vector<Interval> limited_validity;
    source_.reserve(order.size());
    target.reserve(order.size());
    sort.reserve(order.size());
    for (const std::uint32_t i : order) {
      const Parts::Edge& edge = parts_.edges[i];
      if (!edge.validity.unbounded()) {
        limited.push_back(to_id<EdgeId>(source_.size()));
        limited_validity.push_back(edge.validity);
      }
      source_.push_back(edge.source);
      target.push_back(edge.target);
      sort.push_back(static_cast<std::uint8_t>(static_cast<unsigned>(edge.kind) |
                                               static_cast<unsigned>(edge.evidence) << 4));
      out_.first_of_role_[at(role(edge.kind)) + 1] = to_id<EdgeId>(source_.size());
    }
    for (std::size_t r = 0; r < role_count; ++r)
      out_.first_of_role_[r + 1] = (std::max)(out_.first_of_role_[r + 1], out_.first_of_role_[r]);
    out_.target_ = std::move(target);
    out_.sort_ = std::move(sort);
    out_.limited_ = std::move(limited);
    out_.limited_validity_ = std::move(limited_validity);
    if (parts_.order != nullptr) *parts_.order = std::move(order);
  }

  void add_rows(Role role) {
    const IdRange<EdgeId> mine = out_.edges(role);
    if (mine.empty()) return;
    std::vector<std::uint32_t> out(out_.node_count()), in(out_.node_count());
    for (const EdgeId e : mine) {
      ++out[index(source_[index(e)])];
      ++in[index(out_.target(e))];
    }
    const auto first = static_cast<std::uint32_t>(in_edge_.size());
    out_.out_[at(role)] = Rows(out, index(*mine.begin()));
    out_.in_[at(role)] = Rows(in, first);

    in_edge_.resize(in_edge_.size() + mine.size());
    std::exclusive_scan(in.begin(), in.end(), in.begin(), first);
    for (const EdgeId e : mine) in_edge_[in[index(out_.target(e))]++] = e;
  }

  void add_sources() {
    std::vector<bool> first_edges(source_.size());
    std::vector<NodeId> sources;
    for (const Role role : all_roles) {
      NodeId last = none<NodeId>;
      for (const EdgeId e : out_.edges(role)) {
        if (source_[index(e)] == last) continue;
        last = source_[index(e)];
        first_edges[index(e)] = true;
        sources.push_back(last);
      }
    }
    out_.first_edges_ = RankedBits(first_edges);
    out_.sources_ = std::move(sources);
  }

  const Parts& parts_;
  Graph& out_;
  std::vector<NodeId> source_;
  std::vector<EdgeId> in_edge_;
};

Graph::Graph(const Parts& parts) { Assembly(parts, *this).run(); }

Interval Graph::validity(EdgeId e) const noexcept {
  const auto found = std::lower_bound(limited_.begin(), limited_.end(), e);
  if (found == limited_.end() || *found != e) return {};
  return limited_validity_[static_cast<std::size_t>(found - limited_.begin())];
}

std::size_t Graph::bytes() const noexcept {
  std::size_t total = sizeof(*this);
  visit_arrays(*this, [&](const auto& array) { total += array.bytes(); });
  return total;
}

}  // namespace v0
}  // namespace acquis
