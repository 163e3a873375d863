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
