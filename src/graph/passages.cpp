// The states of the search as a graph of Boost's, and what dominates its end.
#include <algorithm>
#include <array>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <limits>
#include <unordered_map>

#include "acquis/graph/chains.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using StateGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Vertex = StateGraph::vertex_descriptor;

// A place inside, or around, where a link ended; that place itself; a link.
enum class StateKind : std::uint8_t { whole, part, arrival, link };

// Makes the states that can be reached, one for each place and kind. A walk through them from
// `start` to `goal` is a chain, and each chain is such a walk.
class States {
 public:
  States(const Graph& graph, const Policy& policy, std::span<const NodeId> from,
         std::span<const NodeId> to)
      : graph_(graph), policy_(policy) {
    start_ = boost::add_vertex(states_);
    goal_ = boost::add_vertex(states_);
    for (const NodeId n : to)
      if (admits(graph, policy, n)) to_.push_back(n);
    for (const NodeId n : from)
      if (admits(graph, policy, n)) go(start_, StateKind::whole, index(n));
    while (!waiting_.empty()) {
      const State state = waiting_.back();
      waiting_.pop_back();
      leave(state);
    }
  }

  Passages dominators() const {
    std::vector<Vertex> above(boost::num_vertices(states_), nowhere);
    boost::lengauer_tarjan_dominator_tree(
        states_, start_,
        boost::make_iterator_property_map(above.begin(), boost::get(boost::vertex_index, states_)));
    Passages out;
    for (Vertex v = above[goal_]; v != nowhere && v != start_; v = above[v]) {
      const State& state = known_[v - 2];
      if (state.kind == StateKind::link) out.links.push_back(EdgeId{state.id});
      if (state.kind == StateKind::arrival) out.places.push_back(NodeId{state.id});
    }
    std::reverse(out.links.begin(), out.links.end());
    std::reverse(out.places.begin(), out.places.end());
    return out;
  }

 private:
  static constexpr Vertex nowhere = (std::numeric_limits<Vertex>::max)();

  struct State {
    StateKind kind{};
    std::uint32_t id = 0;
    Vertex vertex{};
  };

  void go(Vertex from, StateKind kind, std::uint32_t id) {
    const std::uint64_t name = (std::uint64_t{static_cast<std::uint8_t>(kind)} << 32) | id;
    auto [at, fresh] = vertices_.try_emplace(name, nowhere);
    if (fresh) {
      at->second = boost::add_vertex(states_);
      known_.push_back({kind, id, at->second});
      waiting_.push_back(known_.back());
    }
    boost::add_edge(from, at->second, states_);
  }

  void leave(const State& state) {
    const NodeId n{state.id};
    switch (state.kind) {
      case StateKind::whole:
        descend(state.vertex, n);
        climb(state.vertex, n);
        return follow(state.vertex, n);
      case StateKind::part:
        climb(state.vertex, n);
        return follow(state.vertex, n);
      case StateKind::link:
        return go(state.vertex, StateKind::arrival, index(graph_.target(EdgeId{state.id})));
      case StateKind::arrival:
        if (is_goal(n)) boost::add_edge(state.vertex, goal_, states_);
        return go(state.vertex, StateKind::whole, state.id);
    }
  }

  void descend(Vertex from, NodeId n) {
    const NodeId end = *graph_.subtree(n).end();
    for (NodeId child = next(n); child < end; child = *graph_.subtree(child).end())
      go(from, StateKind::whole, index(child));
  }
  void climb(Vertex from, NodeId n) {
    if (graph_.parent(n) != none<NodeId>) go(from, StateKind::part, index(graph_.parent(n)));
  }
  void follow(Vertex from, NodeId n) {
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      for (const EdgeId e : graph_.out_edges(n, role))
        if (admits(graph_, policy_, e)) go(from, StateKind::link, index(e));
  }
  bool is_goal(NodeId end) const {
    return std::any_of(to_.begin(), to_.end(), [&](NodeId n) {
      return graph_.encloses(n, end) || (!policy_.exact && graph_.encloses(end, n));
    });
  }

  const Graph& graph_;
  const Policy& policy_;
  std::vector<NodeId> to_;
  StateGraph states_;
  Vertex start_{}, goal_{};
  std::unordered_map<std::uint64_t, Vertex> vertices_;
  std::vector<State> known_;  // by vertex, the first two left out
  std::vector<State> waiting_;
};

}  // namespace

Passages passages(const Graph& graph, const Policy& policy, std::span<const NodeId> from,
                  std::span<const NodeId> to) {
  return States(graph, policy, from, to).dominators();
}

}  // namespace v0
}  // namespace acquis
