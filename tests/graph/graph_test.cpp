#include "acquis/graph/graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "acquis/graph/assemble.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

TEST(Graph, EmptyGraphHasNothing) {
  const Graph graph(Graph::Parts{});
  EXPECT_TRUE(graph.nodes().empty());
  EXPECT_TRUE(graph.edges(Role::support).empty());
}

TEST(GraphProperty, BothDirectionsHoldExactlyTheEdgesGiven) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    testing::Random random(seed);
    Graph::Parts parts =
        testing::random_world(random, 1 + testing::below(random, 20), testing::below(random, 40));
    std::vector<std::uint32_t> order;
    parts.order = &order;
    const Graph graph(parts);
    ASSERT_EQ(order.size(), parts.edges.size());
    for (const EdgeId e : graph.edges()) {
      const auto& given = parts.edges[order[index(e)]];
      EXPECT_EQ(graph.source(e), given.source);
      EXPECT_EQ(graph.target(e), given.target);
      EXPECT_EQ(graph.kind(e), given.kind);
      EXPECT_EQ(graph.evidence(e), given.evidence);
      EXPECT_EQ(graph.validity(e), given.validity);
      const Role r = role(given.kind);
      EXPECT_TRUE(graph.edges(r).contains(e));
      EXPECT_TRUE(graph.out_edges(given.source, r).contains(e));
      const auto in = graph.in_edges(given.target, r);
      EXPECT_EQ(std::count(in.begin(), in.end(), e), 1);
    }
    std::size_t in_total = 0;
    for (const NodeId n : graph.nodes())
      for (const Role r : {Role::support, Role::reference, Role::history, Role::context})
        in_total += graph.in_edges(n, r).size();
    EXPECT_EQ(in_total, graph.edge_count());
  }
}

// What the accessors of edges say, found by looking at every edge.
void expect_slices(const Graph& graph, IdRange<NodeId> places, Role wanted) {
  std::vector<EdgeId> out, in;
  for (const EdgeId e : graph.edges(wanted)) {
    if (places.contains(graph.source(e))) out.push_back(e);
    if (places.contains(graph.target(e))) in.push_back(e);
  }
  std::stable_sort(in.begin(), in.end(),
                   [&](EdgeId a, EdgeId b) { return graph.target(a) < graph.target(b); });
  const auto out_edges = graph.out_edges(places, wanted);
  EXPECT_EQ(std::vector<EdgeId>(out_edges.begin(), out_edges.end()), out);
  const auto in_edges = graph.in_edges(places, wanted);
  EXPECT_EQ(std::vector<EdgeId>(in_edges.begin(), in_edges.end()), in);
  std::vector<NodeId> out_ends, in_ends;
  for (const EdgeId e : out) out_ends.push_back(graph.target(e));
  for (const EdgeId e : in) in_ends.push_back(graph.source(e));
  const auto targets = graph.out_ends(places, wanted);
  EXPECT_EQ(std::vector<NodeId>(targets.begin(), targets.end()), out_ends);
  const auto sources = graph.in_ends(places, wanted);
  EXPECT_EQ(std::vector<NodeId>(sources.begin(), sources.end()), in_ends);
}

TEST(GraphProperty, SlicesOfIntervalsHoldTheirEdges) {
  for (unsigned seed = 0; seed < 40; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const std::uint32_t nodes = 1 + testing::below(random, 300);
    const Graph graph(testing::random_world(random, nodes, testing::below(random, 400)));
    const Graph copy = graph;  // NOLINT: a copy is wanted
    for (int i = 0; i < 20; ++i) {
      const std::uint32_t first = testing::below(random, nodes + 1);
      const IdRange<NodeId> places{NodeId{first},
                                   NodeId{first + testing::below(random, nodes + 1 - first)}};
      for (const Role r : {Role::support, Role::reference, Role::history, Role::context})
        expect_slices(i % 2 == 0 ? graph : copy, places, r);
    }
  }
}

TEST(GraphProperty, EdgeIdsAreDocumentOrder) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 15, 40));
    const auto key = [&](EdgeId e) {
      return std::tuple(role(graph.kind(e)), graph.source(e), graph.kind(e), graph.target(e));
    };
    const auto edges = graph.edges();
    for (std::size_t i = 1; i < edges.size(); ++i)
      EXPECT_LE(key(edges.begin()[static_cast<std::ptrdiff_t>(i) - 1]),
                key(edges.begin()[static_cast<std::ptrdiff_t>(i)]));
  }
}

TEST(GraphProperty, SubtreesAreIntervals) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_forest(random, 30));
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        bool inside = false;
        for (NodeId n = b; n != none<NodeId>; n = graph.parent(n)) inside = inside || n == a;
        EXPECT_EQ(graph.encloses(a, b), inside);
      }
  }
}

}  // namespace
}  // namespace acquis
