#include <absl/container/flat_hash_set.h>

#include "query/path.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

class PathSearch {
 public:
  PathSearch(const Graph& graph, const Policy& policy, const Automaton& automaton, Meter& meter)
      : graph_(graph), policy_(policy), automaton_(automaton), meter_(meter) {}

  std::vector<NodeId> run(const std::vector<NodeId>& from) {
    for (const NodeId n : from) visit(n, automaton_.start);
    while (!waiting_.empty() && meter_.within()) {
      const auto [node, state] = waiting_.back();
      waiting_.pop_back();
      advance(node, automaton_.states[state]);
    }
    return std::move(ends_);
  }

 private:
  void visit(NodeId node, std::uint32_t state) {
    meter_.take(1);
    if (state == Automaton::nowhere) return;
    const std::uint64_t pair = (std::uint64_t{index(node)} << 32) | state;
    if (!seen_.insert(pair).second) return;
    if (state == automaton_.accept) ends_.push_back(node);
    waiting_.emplace_back(node, state);
  }

  void advance(NodeId node, const Automaton::State& state) {
    switch (state.step.kind) {
      case Step::Kind::nothing:
        visit(node, state.next);
        visit(node, state.other);
        break;
      case Step::Kind::part_of:
        if (graph_.parent(node) != none<NodeId>) arrive(graph_.parent(node), state.next);
        break;
      case Step::Kind::has_part: {
        const NodeId end = *graph_.subtree(node).end();
        for (NodeId n = next(node); n < end; n = *graph_.subtree(n).end()) arrive(n, state.next);
        break;
      }
      case Step::Kind::edge:
        follow(node, state);
        break;
    }
  }

  void follow(NodeId node, const Automaton::State& state) {
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context}) {
      if (!state.step.kinds.meets(role)) continue;
      if (state.step.backward) {
        for (const EdgeId e : graph_.in_edges(node, role)) take(e, graph_.source(e), state);
      } else {
        for (const EdgeId e : graph_.out_edges(node, role)) take(e, graph_.target(e), state);
      }
    }
  }
  void take(EdgeId e, NodeId far, const Automaton::State& state) {
    Policy policy = policy_;
    policy.kinds = state.step.kinds;
    meter_.take(1);
    if (admits(graph_, policy, e)) visit(far, state.next);
  }
  void arrive(NodeId node, std::uint32_t state) {
    meter_.take(1);
    if (admits(graph_, policy_, node)) visit(node, state);
  }

  const Graph& graph_;
  const Policy& policy_;
  const Automaton& automaton_;
  Meter& meter_;
  absl::flat_hash_set<std::uint64_t> seen_;
  std::vector<std::pair<NodeId, std::uint32_t>> waiting_;
  std::vector<NodeId> ends_;
};

}  // namespace

std::vector<NodeId> run_path(const Graph& graph, const Policy& policy, const Automaton& automaton,
                             const std::vector<NodeId>& from, Meter& meter) {
  return PathSearch(graph, policy, automaton, meter).run(from);
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
