#include "acquis/graph/structure.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "acquis/graph/assemble.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

using Pairs = std::vector<std::vector<bool>>;

Pairs reach(const Graph& graph, const Policy& policy) {
  Pairs out(graph.node_count(), std::vector<bool>(graph.node_count()));
  for (const EdgeId e : graph.edges())
    if (admits(graph, policy, e)) out[index(graph.source(e))][index(graph.target(e))] = true;
  for (std::size_t k = 0; k < out.size(); ++k)
    for (std::size_t i = 0; i < out.size(); ++i)
      for (std::size_t j = 0; j < out.size(); ++j)
        if (out[i][k] && out[k][j]) out[i][j] = true;
  return out;
}

TEST(StructureProperty, ClustersAreMutualReach) {
  std::size_t clustered = 0;
  for (unsigned seed = 0; seed < 100; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 12, 24));
    const Policy policy = testing::random_policy(random);
    const Pairs reaches = reach(graph, policy);
    std::set<NodeId> in_some;
    for (const auto& cluster : clusters(graph, policy))
      for (const NodeId a : cluster) {
        EXPECT_TRUE(in_some.insert(a).second);
        for (const NodeId b : graph.nodes())
          EXPECT_EQ(std::count(cluster.begin(), cluster.end(), b) == 1,
                    reaches[index(a)][index(b)] && reaches[index(b)][index(a)]);
      }
    for (const NodeId n : graph.nodes())
      EXPECT_EQ(in_some.count(n) == 1, reaches[index(n)][index(n)]);
    clustered += in_some.size();
  }
  EXPECT_GT(clustered, 100u);
}

// A star: many acts on one article, and one act on another.
Graph star() {
  Graph::Parts parts;
  parts.nodes.assign(7, {NodeKind::provision, none<NodeId>, {}});
  for (std::uint32_t i = 2; i < 7; ++i)
    parts.edges.push_back({NodeId{i}, NodeId{0}, EdgeKind::legal_basis});
  parts.edges.push_back({NodeId{6}, NodeId{1}, EdgeKind::legal_basis});
  return Graph(parts);
}

TEST(Structure, WhatMuchRestsOnComesFirst) {
  const auto ranks = page_rank(star(), {});
  EXPECT_EQ(ranks[0].node, NodeId{0});
  EXPECT_EQ(ranks[1].node, NodeId{1});
  double sum = 0;
  for (const Ranked& r : ranks) sum += r.score;
  EXPECT_NEAR(sum, 1.0, 1e-9);
  const auto [hubs, authorities] = hubs_and_authorities(star(), {});
  EXPECT_EQ(authorities[0].node, NodeId{0});
  EXPECT_EQ(hubs[0].node, NodeId{6});
}

// The power method on the definition: a dense matrix, dangling nodes spread evenly at the end.
TEST(StructureProperty, PageRankIsTheFixedPointOfItsDefinition) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 9, 20));
    const std::size_t n = graph.node_count();
    std::vector<double> rank(n, 1.0 / static_cast<double>(n)), out_degree(n);
    for (const EdgeId e : graph.edges())
      if (admits(graph, {}, e)) ++out_degree[index(graph.source(e))];
    for (int i = 0; i < 50; ++i) {
      std::vector<double> next(n, 0.15);
      for (const EdgeId e : graph.edges())
        if (admits(graph, {}, e))
          next[index(graph.target(e))] +=
              0.85 * rank[index(graph.source(e))] / out_degree[index(graph.source(e))];
      rank = next;
    }
    double sum = 0;
    for (const double r : rank) sum += r;
    for (const Ranked& r : page_rank(graph, {}))
      EXPECT_NEAR(r.score, rank[index(r.node)] / sum, 1e-6) << seed;
  }
}

TEST(Structure, SimilarityCountsSharedEnds) {
  const Graph graph = star();
  Scratch scratch;
  EXPECT_EQ(similarity(graph, {}, NodeId{2}, NodeId{3}, scratch), 1.0);
  EXPECT_EQ(similarity(graph, {}, NodeId{2}, NodeId{6}, scratch), 0.5);
  EXPECT_EQ(similarity(graph, {}, NodeId{0}, NodeId{6}, scratch), 0.0);
  EXPECT_EQ(similarity(graph, {}, NodeId{0}, NodeId{1}, scratch), 0.0);
}

}  // namespace
}  // namespace acquis
