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

#include <algorithm>
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

struct AnyPlace {
  bool operator()(NodeId) const noexcept { return true; }
};

// `OnPlace` is called once for every place that a link has reached, when it is reached. Links whose
// far end `Within` does not admit are left out.
template <typename OnPlace = IgnorePlaces, typename Within = AnyPlace>
class Spread {
 public:
  Spread(const Graph& graph ACQUIS_LIFETIMEBOUND, Direction direction, const Policy& policy,
         Scratch& scratch ACQUIS_LIFETIMEBOUND, OnPlace on_place = {}, Within within = {})
      : graph_(graph),
        scratch_(scratch),
        policy_(policy),
        on_place_(on_place),
        within_(within),
        direction_(direction) {
    scratch.begin(graph.node_count());
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      if (policy.kinds.meets(role) && !graph.edges(role).empty())
        lanes_[lane_count_++].rows = &graph.rows(role, direction);
    ends_ = graph.ends(direction).data();
    takes_all_ = std::is_same_v<Within, AnyPlace> && admits_all(policy);
    looks_ahead_ = graph.node_count() > fits_in_cache;
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
    const NodeId end = scratch_.ends()[next_];
    if (looks_ahead_) look_ahead();
    if (next_ < found_ && is_fresh_leaf(end)) {
      cover_leaf(end);
    } else {
      cover_inside(end, Scratch::whole, Scratch::part);
    }
    ++next_;
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
  static constexpr std::size_t fits_in_cache = 50'000;

  bool is_fresh_leaf(NodeId n) const noexcept {
    return *graph_.subtree(n).end() == next(n) && !scratch_.has(n, Scratch::whole | Scratch::part);
  }

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
    for (std::size_t i = 0; i < lane_count_; ++i) follow(lanes_[i].rows->of(places));
  }

  void follow(Rows::Range edges) {
    scratch_.effort.edges += edges.last - edges.first;
    if (takes_all_) return scratch_.add_ends({ends_ + edges.first, ends_ + edges.last});
    for (std::uint32_t at = edges.first; at < edges.last; ++at)
      if (!scratch_.is_end(ends_[at]) && admits(graph_, policy_, graph_.edge_at(at, direction_)) &&
          within_(ends_[at]))
        scratch_.add_ends({ends_ + at, 1});
  }

  // A place without places inside, whose edges have been asked for.
  void cover_leaf(NodeId place) {
    scratch_.add(place, Scratch::whole);
    ++scratch_.effort.places;
    if constexpr (!std::is_same_v<OnPlace, IgnorePlaces>) on_place_(place);
    for (std::size_t i = 0; i < lane_count_; ++i) follow(lanes_[i].ahead[next_ % window].edges);
  }

  // What the next ends will read is asked for while this one is at work, in three steps: an end's
  // place and marks, then where its edges begin, then the edges. A graph that is in the cache is
  // searched faster without.
  ACQUIS_ALWAYS_INLINE void look_ahead() noexcept {
    const auto ends = scratch_.ends();
    const std::size_t far = (std::min)(next_ + window - 1, ends.size());
    for (; asked_ < far; ++asked_) {
      graph_.prefetch_place(ends[asked_]);
      scratch_.prefetch(ends[asked_]);
      for (std::size_t i = 0; i < lane_count_; ++i) lanes_[i].rows->prefetch(ends[asked_]);
      if (asked_ >= window / 3) find_slots(asked_ - window / 3);
      if (asked_ >= 2 * window / 3) find_edges(asked_ - 2 * window / 3);
    }
  }
  void find_slots(std::size_t at) noexcept {
    for (std::size_t i = 0; i < lane_count_; ++i) {
      Ahead& ahead = lanes_[i].ahead[at % window];
      ahead.slot = lanes_[i].rows->slot(scratch_.ends()[at]);
      if (ahead.slot >= 0) lanes_[i].rows->prefetch_slot(ahead.slot);
    }
  }
  void find_edges(std::size_t at) noexcept {
    for (std::size_t i = 0; i < lane_count_; ++i) {
      Ahead& ahead = lanes_[i].ahead[at % window];
      ahead.edges = ahead.slot < 0 ? Rows::Range{} : lanes_[i].rows->at(ahead.slot);
      __builtin_prefetch(ends_ + ahead.edges.first);
    }
    found_ = at + 1;
  }

  static constexpr std::size_t window = 32;
  struct Ahead {
    std::int64_t slot = -1;
    Rows::Range edges{};
  };
  // The edges of one role.
  struct Lane {
    const Rows* rows = nullptr;
    std::array<Ahead, window> ahead{};
  };

  const Graph& graph_;
  Scratch& scratch_;
  Policy policy_;
  OnPlace on_place_;
  Within within_;
  Direction direction_;
  std::array<Lane, role_count> lanes_;  // of the roles that the policy's kinds are of
  std::size_t lane_count_ = 0;
  const NodeId* ends_ = nullptr;
  std::size_t next_ = 0;   // the end to take
  std::size_t asked_ = 0;  // ends before it have been asked for
  std::size_t found_ = 0;  // of ends before it the edges are known
  bool looks_ahead_ = false;
  bool takes_all_ = false;  // the policy admits every edge of those roles
};

}  // namespace v0
}  // namespace acquis
