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
#include <span>
#include <type_traits>

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
      if (policy.kinds.meets(role) && !graph.edges(role).empty()) roles_[role_count_++] = role;
    takes_all_ = admits_all(policy);
  }

  // Links may begin (forward) or end (backward) at `place`.
  void start(NodeId place, Reach reach = Reach::overlap) {
    cover_inside(place, Scratch::start_whole, Scratch::start_part);
    if (reach == Reach::overlap) cover_around(place, Scratch::start_whole, Scratch::start_part);
  }

  // Takes the next far end of a link, nearest first, and goes on from there; nothing when all are
  // taken. Its overlap is marked when the call returns.
  std::optional<NodeId> next_end() {
    if (waiting() == 0) return std::nullopt;
    const NodeId end = scratch_.ends()[next_++];
    look_ahead();
    cover_inside(end, Scratch::whole, Scratch::part);
    cover_around(end, Scratch::whole, Scratch::part);
    return end;
  }

  // Far ends known but not taken yet.
  std::size_t waiting() const noexcept { return scratch_.ends().size() - next_; }

  void run() {
    while (next_end()) {
    }
  }

 private:
  // Runs of places that are new are marked, and their edges taken, at once.
  void cover_inside(NodeId place, Scratch::Mark whole, Scratch::Mark part) {
    const auto both = static_cast<std::uint8_t>(whole | part);
    const NodeId last = *graph_.subtree(place).end();
    for (NodeId at = place; at < last;) {
      if (scratch_.has(at, whole)) {
        at = *graph_.subtree(at).end();
      } else if (scratch_.has(at, part)) {
        scratch_.add(at, whole);
        at = next(at);
      } else {
        const NodeId end = scratch_.find(next(at), last, both);
        enter({at, end}, whole);
        at = end;
      }
    }
  }

  void cover_around(NodeId place, Scratch::Mark whole, Scratch::Mark part) {
    NodeId at = graph_.parent(place);
    for (; at != none<NodeId> && !scratch_.has(at, part); at = graph_.parent(at)) {
      if (scratch_.has(at, whole)) {
        scratch_.add(at, part);
      } else {
        enter({at, next(at)}, part);
      }
    }
  }

  void enter(IdRange<NodeId> places, Scratch::Mark mark) {
    scratch_.add(places, mark);
    scratch_.effort.places += places.size();
    if constexpr (!std::is_same_v<OnPlace, IgnorePlaces>)
      if (mark == Scratch::whole || mark == Scratch::part)
        for (const NodeId n : places) on_place_(n);
    for (std::size_t i = 0; i < role_count_; ++i) follow(places, roles_[i]);
  }

  void follow(IdRange<NodeId> places, Role role) {
    if (direction_ == Direction::forward) {
      take(graph_.out_edges(places, role), graph_.out_ends(places, role));
    } else {
      take(graph_.in_edges(places, role), graph_.in_ends(places, role));
    }
  }

  template <typename Edges>
  void take(const Edges& edges, std::span<const NodeId> ends) {
    scratch_.effort.edges += ends.size();
    if (takes_all_) return scratch_.add_ends(ends);
    for (std::size_t i = 0; i < ends.size(); ++i)
      if (!scratch_.is_end(ends[i]) &&
          admits(graph_, policy_, edges.begin()[static_cast<std::ptrdiff_t>(i)]))
        scratch_.add_ends(ends.subspan(i, 1));
  }

  // What the next ends will read is asked for while this one is at work, in three steps: an end's
  // place and marks, then where its edges begin, then the edges.
  void look_ahead() const noexcept {
    const auto ends = scratch_.ends();
    if (next_ + 12 < ends.size()) {
      const NodeId far = ends[next_ + 12];
      graph_.prefetch_place(far);
      scratch_.prefetch(far);
      for (std::size_t i = 0; i < role_count_; ++i) graph_.prefetch(far, roles_[i], direction_);
    }
    if (next_ + 6 < ends.size())
      for (std::size_t i = 0; i < role_count_; ++i)
        graph_.prefetch_starts(ends[next_ + 6], roles_[i], direction_);
  }

  const Graph& graph_;
  Scratch& scratch_;
  Policy policy_;
  OnPlace on_place_;
  Direction direction_;
  std::array<Role, acquis::role_count> roles_{};  // those that the policy's kinds are of
  std::size_t role_count_ = 0;
  std::size_t next_ = 0;
  bool takes_all_ = false;  // the policy admits every edge of those roles
};

}  // namespace v0
}  // namespace acquis
