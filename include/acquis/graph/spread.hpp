// The search behind every question of the form "what rests on what".
//
// Two places overlap when they are the same or one contains the other. A chain may go on at any
// place that overlaps where its last link ended: at the place itself, inside it, or at what
// contains it; never at a sibling. That is linear to search with two marks a node: *whole* (inside
// the far end of a link: its children are whole too) and *part* (contains the far end: its parent
// is a part too). A node is given each mark once and its edges are looked at once.
//
//   acquis::Spread search(graph, acquis::Direction::backward, policy, scratch);
//   search.start(article, acquis::Reach::overlap);
//   while (const auto end = search.next_end()) show(*end);  // breadth first, by number of links
//   // scratch.touched() with marks whole or part: everything that rests on the article
//
// Cost: O(nodes marked + their edges), no recursion, no allocation once the scratch is warm.
// Most programs want graph/trace.hpp or query/.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/graph/scratch.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Which places around a start the first link may touch.
enum class Reach : std::uint8_t { inside, overlap };

struct IgnorePlaces {
  void operator()(NodeId) const noexcept {}
};

// `OnPlace` is called once for every place that a link has reached, when it is reached.
template <typename OnPlace = IgnorePlaces>
class Spread {
 public:
  Spread(const Graph& graph ACQUIS_LIFETIMEBOUND, Direction direction, const Policy& policy,
         Scratch& scratch ACQUIS_LIFETIMEBOUND, OnPlace on_place = {})
      : graph_(graph),
        scratch_(scratch),
        policy_(policy),
        on_place_(on_place),
        direction_(direction) {
    scratch.begin(graph.node_count());
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      if (policy.kinds.meets(role)) roles_[role_count_++] = role;
  }

  // Links may begin (forward) or end (backward) at `place`.
  void start(NodeId place, Reach reach = Reach::overlap) {
    cover_inside(place, Scratch::start_whole, Scratch::start_part);
    if (reach == Reach::overlap) cover_around(place, Scratch::start_whole, Scratch::start_part);
  }

  // Takes the next far end of a link, nearest first, and goes on from there; nothing when all are
  // taken. Its overlap is marked when the call returns.
  std::optional<NodeId> next_end() {
    if (next_ == scratch_.frontier.size()) return std::nullopt;
    const NodeId end = scratch_.frontier[next_++];
    cover_inside(end, Scratch::whole, Scratch::part);
    cover_around(end, Scratch::whole, Scratch::part);
    return end;
  }

  // Far ends known but not taken yet.
  std::size_t waiting() const noexcept { return scratch_.frontier.size() - next_; }

  void run() {
    while (next_end()) {
    }
  }

 private:
  void cover_inside(NodeId place, Scratch::Mark whole, Scratch::Mark part) {
    const NodeId last = *graph_.subtree(place).end();
    for (NodeId at = place; at < last;) {
      if (scratch_.has(at, whole)) {
        at = *graph_.subtree(at).end();
        continue;
      }
      enter(at, part, whole);
      at = next(at);
    }
  }

  void cover_around(NodeId place, Scratch::Mark whole, Scratch::Mark part) {
    NodeId at = graph_.parent(place);
    for (; at != none<NodeId> && !scratch_.has(at, part); at = graph_.parent(at))
      enter(at, whole, part);
  }

  // Looks at the edges of a node unless the other mark shows that this has been done.
  void enter(NodeId at, Scratch::Mark done, Scratch::Mark mark) {
    const bool fresh = !scratch_.has(at, done);
    scratch_.add(at, mark);
    if (!fresh) return;
    if (mark == Scratch::whole || mark == Scratch::part) on_place_(at);
    ++scratch_.effort.places;
    for (std::size_t i = 0; i < role_count_; ++i) follow(at, roles_[i]);
  }

  void follow(NodeId at, Role role) {
    if (direction_ == Direction::forward) {
      for (const EdgeId e : graph_.out_edges(at, role)) take(e, graph_.target(e));
    } else {
      for (const EdgeId e : graph_.in_edges(at, role)) take(e, graph_.source(e));
    }
  }

  void take(EdgeId edge, NodeId far) {
    ++scratch_.effort.edges;
    if (scratch_.has(far, Scratch::end) || !admits(graph_, policy_, edge)) return;
    scratch_.add(far, Scratch::end);
    scratch_.frontier.push_back(far);
  }

  const Graph& graph_;
  Scratch& scratch_;
  Policy policy_;
  OnPlace on_place_;
  Direction direction_;
  std::array<Role, acquis::role_count> roles_{};  // those that the policy's kinds are of
  std::size_t role_count_ = 0;
  std::size_t next_ = 0;
};

}  // namespace v0
}  // namespace acquis
