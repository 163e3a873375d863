#include "acquis/graph/impact.hpp"

#include <algorithm>

#include "acquis/graph/spread.hpp"

namespace acquis {
inline namespace v0 {
namespace {

struct Reached {
  NodeId node{};
  std::uint32_t links = 0;
};

// Every place that rests on the places, with the fewest links, ascending.
std::vector<Reached> distances(const Graph& graph, const Policy& policy,
                               std::span<const NodeId> places, Scratch& scratch) {
  std::vector<Reached> reached;
  std::uint32_t links = 0;
  const auto note = [&](NodeId n) { reached.push_back({n, links}); };
  Spread search(graph, Direction::backward, policy, scratch, note);
  for (const NodeId place : places)
    if (admits(graph, policy, place))
      search.start(place, policy.exact ? Reach::inside : Reach::overlap);
  while (search.waiting() != 0) {
    ++links;
    for (std::size_t left = search.waiting(); left != 0; --left) search.next_end();
  }
  std::sort(reached.begin(), reached.end(),
            [](const Reached& a, const Reached& b) { return a.node < b.node; });
  return reached;
}

}  // namespace

std::vector<Impact> impact(const Graph& graph, const Policy& policy, std::span<const NodeId> places,
                           Scratch& scratch) {
  std::vector<Impact> out;
  for (const Reached& r : distances(graph, policy, places, scratch))
    if (admits(graph, policy, r.node) &&
        std::find(places.begin(), places.end(), r.node) == places.end())
      out.push_back({r.node, r.links, policy.least});
  Policy stricter = policy;
  for (const Evidence least : {Evidence::derived, Evidence::stated}) {
    if (least <= policy.least) continue;
    stricter.least = least;
    auto at = out.begin();
    for (const Reached& r : distances(graph, stricter, places, scratch)) {
      at = std::lower_bound(at, out.end(), r.node,
                            [](const Impact& i, NodeId n) { return i.node < n; });
      if (at != out.end() && at->node == r.node && at->links == r.links) at->strength = least;
    }
  }
  return out;
}

}  // namespace v0
}  // namespace acquis
