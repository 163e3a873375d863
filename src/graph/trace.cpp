#include "acquis/graph/trace.hpp"

#include <algorithm>
#include <utility>

#include "acquis/graph/reach_index.hpp"
#include "acquis/graph/spread.hpp"

namespace acquis {
inline namespace v0 {
namespace {

// An exact answer ends inside the place asked about, so a backward search starts only there.
Reach start_reach(const Policy& policy, Direction direction) {
  return policy.exact && direction == Direction::backward ? Reach::inside : Reach::overlap;
}

template <typename Search>
void start_all(Search& search, const Graph& graph, const Policy& policy,
               std::span<const NodeId> places, Reach reach) {
  for (const NodeId place : places)
    if (admits(graph, policy, place)) search.start(place, reach);
}

// The nodes with one of the marks that exist on the day and are not members, ascending.
std::vector<NodeId> collect(const Graph& graph, const Policy& policy,
                            std::span<const NodeId> members, const Scratch& scratch,
                            std::uint8_t marks) {
  std::vector<NodeId> sorted_members(members.begin(), members.end());
  std::sort(sorted_members.begin(), sorted_members.end());
  std::vector<NodeId> found;
  const auto take = [&](NodeId n) {
    if (scratch.has(n, marks) && admits(graph, policy, n) &&
        !std::binary_search(sorted_members.begin(), sorted_members.end(), n))
      found.push_back(n);
  };
  // Many are sooner met in order than put in order.
  if (scratch.touched().size() > graph.node_count() / 32) {
    for (const NodeId n : graph.nodes()) take(n);
    return found;
  }
  for (const NodeId n : scratch.touched()) take(n);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

bool rests(const Graph& graph, const Policy& policy, NodeId a, NodeId b, Scratch& scratch) {
  if (!admits(graph, policy, a) || !admits(graph, policy, b)) return false;
  Spread search(graph, Direction::forward, policy, scratch);
  search.start(a);
  std::size_t seen = 0;
  do {
    for (; seen < scratch.ends().size(); ++seen) {
      const NodeId end = scratch.ends()[seen];
      if (graph.encloses(b, end) || (!policy.exact && graph.encloses(end, b))) return true;
    }
  } while (search.next_end());
  return false;
}

std::vector<NodeId> resting_on(const Graph& graph, const Policy& policy,
                               std::span<const NodeId> places, Scratch& scratch) {
  Spread search(graph, Direction::backward, policy, scratch);
  start_all(search, graph, policy, places, start_reach(policy, Direction::backward));
  search.run();
  return collect(graph, policy, places, scratch, Scratch::whole | Scratch::part);
}

std::vector<NodeId> basis_of(const Graph& graph, const Policy& policy,
                             std::span<const NodeId> places, Scratch& scratch) {
  Spread search(graph, Direction::forward, policy, scratch);
  start_all(search, graph, policy, places, Reach::overlap);
  search.run();
  const int marks = policy.exact ? Scratch::end | Scratch::part : Scratch::whole | Scratch::part;
  return collect(graph, policy, places, scratch, static_cast<std::uint8_t>(marks));
}

namespace {

// The ends of best_chain: a search forward finds how many links it takes; one backward, among the
// places that the first has met, how many links each of them is away from the end.
class Distances {
 public:
  Distances(const Graph& graph, std::span<const NodeId> from, std::span<const NodeId> to,
            const ReachIndex* index, Scratch& scratch)
      : graph_(graph), from_(from), to_(to), index_(index), scratch_(scratch) {}

  // The fewest links, at most `limit`, from a member of `from` to one of `to`; 0 if there is none.
  std::uint32_t fewest(const Policy& policy, std::uint32_t limit) {
    Spread ends(graph_, Direction::backward, policy, scratch_);
    start_all(ends, graph_, policy, to_, start_reach(policy, Direction::backward));
    if (index_ == nullptr || to_.size() != 1 || !index_->covers(to_[0]))
      return count_links(policy, limit, AnyPlace{});
    const ReachIndex::Target target = index_->target(to_[0]);
    return count_links(policy, limit, [&, target](NodeId end) {
      return at_end(policy, end) || index_->rests(end, target);
    });
  }

  // After fewest(), which has found so many.
  void measure(const Policy& policy, std::uint32_t limit) {
    scratch_.distance.resize((std::max)(scratch_.distance.size(), graph_.node_count()));
    std::uint32_t links = 0;
    const auto note = [&](NodeId n) { scratch_.distance[index(n)] = links; };
    const auto met = [&](NodeId n) { return ahead().has(n, any_mark); };
    Spread search(graph_, Direction::backward, policy, scratch_, note, met);
    start_all(search, graph_, policy, to_, start_reach(policy, Direction::backward));
    while (search.waiting() != 0 && links < limit) {
      ++links;
      for (std::size_t left = search.waiting(); left != 0; --left) search.next_end();
    }
  }

  // Whether a chain of exactly that many links begins at an overlap of `place`, none shorter.
  bool is(NodeId place, std::uint32_t links) const noexcept {
    return reached(place) && scratch_.distance[index(place)] == links;
  }
  bool at_end(const Policy& policy, NodeId place) const noexcept {
    return scratch_.has(place, Scratch::start_whole) ||
           (!policy.exact && scratch_.has(place, Scratch::start_part));
  }

 private:
  static constexpr std::uint8_t any_mark =
      Scratch::start_whole | Scratch::start_part | Scratch::whole | Scratch::part;

  Scratch& ahead() { return scratch_.second(); }
  bool reached(NodeId n) const noexcept { return scratch_.has(n, Scratch::whole | Scratch::part); }

  template <typename Within>
  std::uint32_t count_links(const Policy& policy, std::uint32_t limit, Within within) {
    Spread search(graph_, Direction::forward, policy, ahead(), IgnorePlaces{}, within);
    start_all(search, graph_, policy, from_, Reach::overlap);
    std::size_t seen = 0;
    for (std::uint32_t links = 1; links <= limit && search.waiting() != 0; ++links) {
      for (const auto ends = ahead().ends(); seen < ends.size(); ++seen)
        if (at_end(policy, ends[seen])) return links;
      for (std::size_t left = search.waiting(); left != 0; --left) search.next_end();
    }
    return 0;
  }

  const Graph& graph_;
  std::span<const NodeId> from_, to_;
  const ReachIndex* index_;
  Scratch& scratch_;
};

// The forward half: from place to place, always the first link in document order that stays on a
// shortest chain.
class Walk {
 public:
  Walk(const Graph& graph, const Policy& policy, const Distances& distances)
      : graph_(graph), policy_(policy), distances_(distances) {}

  EdgeId step(NodeId at, std::uint32_t links_left) const {
    EdgeId best = none<EdgeId>;
    first_link(graph_.subtree(at), links_left, best);
    for (NodeId up = graph_.parent(at); up != none<NodeId>; up = graph_.parent(up))
      first_link({up, next(up)}, links_left, best);
    return best;
  }

 private:
  void first_link(IdRange<NodeId> places, std::uint32_t links_left, EdgeId& best) const {
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context}) {
      for (const EdgeId e : graph_.out_edges(places, role)) {
        if (best <= e) break;
        if (leads_on(e, links_left)) best = e;
      }
    }
  }
  bool leads_on(EdgeId e, std::uint32_t links_left) const {
    if (!admits(graph_, policy_, e)) return false;
    const NodeId end = graph_.target(e);
    return links_left == 1 ? distances_.at_end(policy_, end) : distances_.is(end, links_left - 1);
  }

  const Graph& graph_;
  const Policy& policy_;
  const Distances& distances_;
};

Fit fit_of(const Graph& graph, NodeId end, NodeId asked) {
  if (end == asked) return Fit::exact;
  return graph.encloses(asked, end) ? Fit::part : Fit::broad;
}

// The member that the chain's last link meets best: exactly, then inside it, then the smallest.
NodeId met(const Graph& graph, const Policy& policy, NodeId end, std::span<const NodeId> to) {
  NodeId best = none<NodeId>;
  for (const NodeId n : to) {
    if (!admits(graph, policy, n) || !graph.overlap(n, end)) continue;
    if (policy.exact && !graph.encloses(n, end)) continue;
    const auto key = [&](NodeId m) { return std::pair(fit_of(graph, end, m), m); };
    if (best == none<NodeId> || key(n) < key(best)) best = n;
  }
  return best;
}

// The chain of `links` links, once the distances to the end are known.
Chain retrace(const Graph& graph, const Policy& policy, std::span<const NodeId> from,
              std::span<const NodeId> to, std::uint32_t links, const Distances& distances) {
  Chain chain;
  chain.from = none<NodeId>;
  for (const NodeId n : from)
    if (admits(graph, policy, n) && distances.is(n, links)) chain.from = (std::min)(chain.from, n);
  const Walk walk(graph, policy, distances);
  NodeId at = chain.from;
  for (; links != 0; --links) {
    const EdgeId e = walk.step(at, links);
    chain.links.push_back(e);
    chain.strength = (std::min)(chain.strength, graph.evidence(e));
    at = graph.target(e);
  }
  chain.to = met(graph, policy, at, to);
  chain.fit = fit_of(graph, at, chain.to);
  return chain;
}

}  // namespace

std::optional<Chain> best_chain(const Graph& graph, const Policy& policy,
                                std::span<const NodeId> from, std::span<const NodeId> to,
                                Scratch& scratch, const ReachIndex* index) {
  if (index != nullptr && !narrows(policy, index->policy())) index = nullptr;
  Distances distances(graph, from, to, index, scratch);
  const auto no_limit = static_cast<std::uint32_t>(-1);
  const std::uint32_t links = distances.fewest(policy, no_limit);
  if (links == 0) return std::nullopt;
  for (const Evidence least : {Evidence::stated, Evidence::derived, Evidence::editorial}) {
    Policy stricter = policy;
    stricter.least = (std::max)(least, policy.least);
    if (distances.fewest(stricter, links) != links) continue;
    distances.measure(stricter, links);
    return retrace(graph, stricter, from, to, links, distances);
  }
  return std::nullopt;
}

std::optional<NearMiss> near_miss(const Graph& graph, const Policy& policy,
                                  std::span<const NodeId> from, std::span<const NodeId> to,
                                  Scratch& scratch) {
  Policy wider = policy;
  const auto attempt = [&]() -> std::optional<NearMiss> {
    if (wider == policy) return std::nullopt;
    auto chain = best_chain(graph, wider, from, to, scratch);
    return chain ? std::optional(NearMiss{wider, *std::move(chain)}) : std::nullopt;
  };
  for (const bool any_day : {false, true}) {
    if (any_day) wider.as_of = {};
    for (const bool broad : {false, true}) {
      wider.exact = policy.exact && !broad;
      for (const Evidence least : {policy.least, Evidence::derived, Evidence::editorial}) {
        wider.least = (std::min)(least, policy.least);
        if (auto found = attempt()) return found;
      }
    }
  }
  return std::nullopt;
}

}  // namespace v0
}  // namespace acquis
