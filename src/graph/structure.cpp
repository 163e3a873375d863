#include "acquis/graph/structure.hpp"

#include <algorithm>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/strong_components.hpp>
#include <cmath>
#include <iterator>
#include <utility>

#include "acquis/graph/bgl.hpp"
#include "acquis/graph/spread.hpp"

namespace acquis {
inline namespace v0 {
namespace {

struct Admitted {
  const Graph* graph = nullptr;
  const Policy* policy = nullptr;
  bool operator()(EdgeId e) const noexcept { return admits(*graph, *policy, e); }
};
using View = boost::filtered_graph<Graph, Admitted>;

View view_of(const Graph& graph, const Policy& policy) { return {graph, {&graph, &policy}}; }

std::vector<Ranked> ranked(const Graph& graph, const std::vector<double>& scores) {
  std::vector<Ranked> out;
  for (const NodeId n : graph.nodes()) out.push_back({n, scores[index(n)]});
  std::stable_sort(out.begin(), out.end(),
                   [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
  return out;
}

void scale_to_one(std::vector<double>& scores) {
  double squares = 0;
  for (const double s : scores) squares += s * s;
  if (squares == 0) return;
  for (double& s : scores) s /= std::sqrt(squares);
}

bool links_to_itself(const Graph& graph, const Policy& policy, NodeId n) {
  for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
    for (const EdgeId e : graph.out_edges(n, role))
      if (graph.target(e) == n && admits(graph, policy, e)) return true;
  return false;
}

std::vector<NodeId> ends_from(const Graph& graph, const Policy& policy, NodeId n,
                              Scratch& scratch) {
  if (!admits(graph, policy, n)) return {};
  Spread search(graph, Direction::forward, policy, scratch);
  search.start(n);
  search.run();
  std::vector<NodeId> out(scratch.ends().begin(), scratch.ends().end());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<std::vector<NodeId>> clusters(const Graph& graph, const Policy& policy) {
  std::vector<std::size_t> component(graph.node_count());
  const auto map =
      boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph));
  const std::size_t count = boost::strong_components(view_of(graph, policy), map);
  std::vector<std::vector<NodeId>> members(count), out;
  for (const NodeId n : graph.nodes()) members[component[index(n)]].push_back(n);
  for (auto& cluster : members)
    if (cluster.size() > 1 || links_to_itself(graph, policy, cluster.front()))
      out.push_back(std::move(cluster));
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<Ranked> page_rank(const Graph& graph, const Policy& policy, std::size_t iterations) {
  std::vector<double> rank(graph.node_count()), spare(graph.node_count());
  if (rank.empty()) return {};
  const auto vertex = get(boost::vertex_index, graph);
  boost::graph::page_rank(view_of(graph, policy),
                          boost::make_iterator_property_map(rank.begin(), vertex),
                          boost::graph::n_iterations(iterations), 0.85, graph.node_count(),
                          boost::make_iterator_property_map(spare.begin(), vertex));
  // Boost lets the rank of a node without links seep away; what is left is shared out.
  double sum = 0;
  for (const double r : rank) sum += r;
  for (double& r : rank) r /= sum;
  return ranked(graph, rank);
}

HubsAndAuthorities hubs_and_authorities(const Graph& graph, const Policy& policy,
                                        std::size_t iterations) {
  std::vector<double> hubs(graph.node_count(), 1), authorities(graph.node_count(), 1);
  for (std::size_t i = 0; i < iterations; ++i) {
    std::fill(authorities.begin(), authorities.end(), 0.0);
    for (const EdgeId e : graph.edges())
      if (admits(graph, policy, e))
        authorities[index(graph.target(e))] += hubs[index(graph.source(e))];
    scale_to_one(authorities);
    std::fill(hubs.begin(), hubs.end(), 0.0);
    for (const EdgeId e : graph.edges())
      if (admits(graph, policy, e))
        hubs[index(graph.source(e))] += authorities[index(graph.target(e))];
    scale_to_one(hubs);
  }
  return {ranked(graph, hubs), ranked(graph, authorities)};
}

double similarity(const Graph& graph, const Policy& policy, NodeId a, NodeId b, Scratch& scratch) {
  const std::vector<NodeId> of_a = ends_from(graph, policy, a, scratch);
  const std::vector<NodeId> of_b = ends_from(graph, policy, b, scratch);
  std::vector<NodeId> shared;
  std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                        std::back_inserter(shared));
  const std::size_t either = of_a.size() + of_b.size() - shared.size();
  return either == 0 ? 0 : static_cast<double>(shared.size()) / static_cast<double>(either);
}

}  // namespace v0
}  // namespace acquis
