// The same question for libraries that know nodes and arcs only: containment written out as arcs,
// every node twice. Vertex 2n is "inside where a link was met", 2n + 1 "contains where a link was
// met"; arcs run against the links, so a search from 2b finds 2a for whatever a rests on b.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "peers.hpp"

namespace bench {

inline Vertex whole(acquis::NodeId n) { return 2 * index(n); }
inline Vertex part(acquis::NodeId n) { return 2 * index(n) + 1; }

inline Plain make_plain(const acquis::Graph& g, acquis::EdgeKindSet kinds) {
  using namespace acquis;
  Plain out{static_cast<Vertex>(2 * g.node_count()), {}};
  for (const NodeId n : g.nodes()) {
    out.arcs.emplace_back(whole(n), part(n));
    for (NodeId c = next(n); c < *g.subtree(n).end(); c = *g.subtree(c).end())
      out.arcs.emplace_back(whole(n), whole(c));
    if (g.parent(n) != none<NodeId>) out.arcs.emplace_back(part(n), part(g.parent(n)));
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      for (const EdgeId e : g.in_edges(n, role))
        if (kinds.contains(g.kind(e))) out.arcs.emplace_back(part(n), whole(g.source(e)));
  }
  return out;
}

// What a good programmer writes in an afternoon, and the same with the branch taken out of the inner
// loop and with prefetching: the limit.
class HandWritten {
 public:
  explicit HandWritten(const Plain& plain)
      : first_(plain.vertices + 1), seen_(plain.vertices / 64 + 1), queue_(plain.vertices + 1) {
    for (const auto& arc : plain.arcs) ++first_[arc.first + 1];
    for (std::size_t v = 0; v < plain.vertices; ++v) first_[v + 1] += first_[v];
    to_.reserve(plain.arcs.size());
    for (const auto& arc : plain.arcs) to_.push_back(arc.second);
  }

  std::size_t bytes() const { return 4 * (first_.size() + to_.size()); }
  bool seen(Vertex v) const { return (seen_[v / 64] >> (v % 64) & 1) != 0; }

  std::size_t search(Vertex from) {
    std::size_t count = begin(from);
    for (std::size_t at = 0; at < count; ++at)
      for (std::uint32_t i = first_[queue_[at]]; i < first_[queue_[at] + 1]; ++i) {
        const Vertex v = to_[i];
        if (seen(v)) continue;
        seen_[v / 64] |= std::uint64_t{1} << (v % 64);
        queue_[count++] = v;
      }
    return last_ = count;
  }

  std::size_t search_tuned(Vertex from) {
    std::size_t count = begin(from);
    for (std::size_t at = 0; at < count; ++at) {
      if (at + 16 < count) __builtin_prefetch(&first_[queue_[at + 16]]);
      if (at + 8 < count) __builtin_prefetch(&to_[first_[queue_[at + 8]]]);
      for (std::uint32_t i = first_[queue_[at]]; i < first_[queue_[at] + 1]; ++i) {
        const Vertex v = to_[i];
        std::uint64_t& bits = seen_[v / 64];
        queue_[count] = v;
        count += (~bits >> (v % 64)) & 1;
        bits |= std::uint64_t{1} << (v % 64);
      }
    }
    return last_ = count;
  }

 private:
  std::size_t begin(Vertex from) {
    for (std::size_t i = 0; i < last_; ++i) seen_[queue_[i] / 64] = 0;
    seen_[from / 64] |= std::uint64_t{1} << (from % 64);
    queue_[0] = from;
    return 1;
  }

  std::vector<std::uint32_t> first_;
  std::vector<Vertex> to_;
  std::vector<std::uint64_t> seen_;
  std::vector<Vertex> queue_;
  std::size_t last_ = 0;
};

}  // namespace bench
