#include "acquis/graph/trace.hpp"

#include <gtest/gtest.h>

#include <array>

#include "acquis/graph/reach_index.hpp"
#include "acquis/graph/spread.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

using testing::Oracle;
using testing::Random;

constexpr NodeId node(std::uint32_t i) { return NodeId{i}; }

// TFEU(0) { art_67(1) { par_2(2) par_3(3) } } act(4) { art_1(5) } priority(6)
Graph::Parts small_law() {
  Graph::Parts parts;
  const auto add = [&](NodeKind kind, NodeId parent) { parts.nodes.push_back({kind, parent, {}}); };
  add(NodeKind::instrument, none<NodeId>);
  add(NodeKind::provision, node(0));
  add(NodeKind::provision, node(1));
  add(NodeKind::provision, node(1));
  add(NodeKind::instrument, none<NodeId>);
  add(NodeKind::provision, node(4));
  add(NodeKind::priority, none<NodeId>);
  return parts;
}

TEST(Trace, ALinkToAPartAnswersForTheWholeButNotForTheSibling) {
  Graph::Parts parts = small_law();
  parts.edges = {{node(4), node(2), EdgeKind::legal_basis}};
  const Graph graph(parts);
  Scratch scratch;
  EXPECT_TRUE(rests(graph, {}, node(4), node(2), scratch));
  EXPECT_TRUE(rests(graph, {}, node(4), node(1), scratch));
  EXPECT_FALSE(rests(graph, {}, node(4), node(3), scratch));
  EXPECT_TRUE(rests(graph, {}, node(5), node(2), scratch)) << "an article inherits its act's basis";
}

TEST(Trace, ALinkToTheWholeIsBroad) {
  Graph::Parts parts = small_law();
  parts.edges = {{node(6), node(1), EdgeKind::relies_on}};
  const Graph graph(parts);
  Scratch scratch;
  const auto chain = best_chain(graph, {}, std::array{node(6)}, std::array{node(2)}, scratch);
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->fit, Fit::broad);
  EXPECT_FALSE(rests(graph, {.exact = true}, node(6), node(2), scratch));
  EXPECT_TRUE(rests(graph, {.exact = true}, node(6), node(0), scratch));
}

TEST(Trace, ReferencesCarryNothing) {
  Graph::Parts parts = small_law();
  parts.edges = {{node(5), node(2), EdgeKind::cites}};
  const Graph graph(parts);
  Scratch scratch;
  EXPECT_FALSE(rests(graph, {}, node(5), node(2), scratch));
  EXPECT_TRUE(rests(graph, {.kinds = {EdgeKind::cites}}, node(5), node(2), scratch));
}

TEST(Trace, ANearMissNamesTheWeakerEvidence) {
  Graph::Parts parts = small_law();
  parts.edges = {{node(6), node(4), EdgeKind::relies_on, Evidence::stated},
                 {node(4), node(2), EdgeKind::legal_basis, Evidence::derived}};
  const Graph graph(parts);
  Scratch scratch;
  const Policy stated{.least = Evidence::stated};
  EXPECT_FALSE(best_chain(graph, stated, std::array{node(6)}, std::array{node(2)}, scratch));
  const auto miss = near_miss(graph, stated, std::array{node(6)}, std::array{node(2)}, scratch);
  ASSERT_TRUE(miss);
  EXPECT_EQ(miss->wider.least, Evidence::derived);
  EXPECT_EQ(miss->chain.links.size(), 2u);
  EXPECT_FALSE(near_miss(graph, stated, std::array{node(6)}, std::array{node(3)}, scratch));
}

TEST(TraceProperty, AgreesWithTheDefinition) {
  Scratch scratch;
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::uint32_t nodes = 1 + testing::below(random, 14);
    const Graph graph(testing::random_world(random, nodes, testing::below(random, 16)));
    const Policy policy = testing::random_policy(random);
    const Oracle oracle(graph, policy);
    for (const NodeId a : graph.nodes()) {
      const auto bases = basis_of(graph, policy, std::array{a}, scratch);
      const auto dependants = resting_on(graph, policy, std::array{a}, scratch);
      std::vector<NodeId> want_bases, want_dependants;
      for (const NodeId b : graph.nodes()) {
        const bool want = oracle.rests(a, b);
        EXPECT_EQ(rests(graph, policy, a, b, scratch), want) << index(a) << " " << index(b);
        if (a != b && want) want_bases.push_back(b);
        if (a != b && oracle.rests(b, a)) want_dependants.push_back(b);
      }
      EXPECT_EQ(bases, want_bases);
      EXPECT_EQ(dependants, want_dependants);
    }
  }
}

TEST(TraceProperty, TheBestChainIsTheBest) {
  Scratch scratch;
  for (unsigned seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::uint32_t nodes = 1 + testing::below(random, 10);
    const Graph graph(testing::random_world(random, nodes, testing::below(random, 9)));
    const Policy policy = testing::random_policy(random);
    const Oracle oracle(graph, policy);
    Policy wider = policy;  // what an index over it prunes changes nothing
    if (testing::below(random, 2) == 0) wider.least = Evidence::editorial;
    if (testing::below(random, 2) == 0) wider.exact = false;
    const std::array works{NodeId{testing::below(random, nodes)}};
    const auto index = ReachIndex::build(graph, wider, {.works = works});
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        const auto want = oracle.best(a, b);
        EXPECT_EQ(best_chain(graph, policy, std::array{a}, std::array{b}, scratch), want);
        EXPECT_EQ(best_chain(graph, policy, std::array{a}, std::array{b}, scratch, &*index), want);
      }
  }
}

TEST(TraceProperty, SetsAreTheUnionOfTheirMembers) {
  Scratch scratch;
  for (unsigned seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const Graph graph(testing::random_world(random, 12, 14));
    const Policy policy = testing::random_policy(random);
    const std::array members{node(testing::below(random, 12)), node(testing::below(random, 12))};
    std::vector<NodeId> want;
    for (const NodeId a : graph.nodes()) {
      if (a == members[0] || a == members[1]) continue;
      if (rests(graph, policy, a, members[0], scratch) ||
          rests(graph, policy, a, members[1], scratch))
        want.push_back(a);
    }
    EXPECT_EQ(resting_on(graph, policy, members, scratch), want) << seed;
  }
}

// Every place is entered at most twice (as a start, and as reached) and so is every edge.
TEST(TraceCost, IsLinearOnDiamondsCyclesAndChains) {
  Scratch scratch;
  for (const std::uint32_t rungs : {10u, 1000u, 20000u}) {
    Graph::Parts parts;
    for (std::uint32_t i = 0; i < 3 * rungs + 1; ++i)
      parts.nodes.push_back({NodeKind::provision, none<NodeId>, {}});
    for (std::uint32_t i = 0; i < rungs; ++i) {
      const std::uint32_t at = 3 * i;
      for (const std::uint32_t side : {at + 1, at + 2}) {
        parts.edges.push_back({node(at), node(side), EdgeKind::grounded_in});
        parts.edges.push_back({node(side), node(at + 3), EdgeKind::grounded_in});
      }
    }
    parts.edges.push_back({node(3 * rungs), node(0), EdgeKind::grounded_in});
    const Graph graph(parts);
    const auto found = basis_of(graph, {}, std::array{node(0)}, scratch);
    EXPECT_EQ(found.size(), 3 * rungs);
    EXPECT_LE(scratch.effort.edges, 2 * graph.edge_count());
    EXPECT_LE(scratch.effort.places, 2 * graph.node_count());
    const auto chain =
        best_chain(graph, {}, std::array{node(0)}, std::array{node(3 * rungs)}, scratch);
    EXPECT_EQ(chain->links.size(), 2 * rungs);
  }
}

TEST(TraceCost, IsLinearInDeepContainment) {
  constexpr std::uint32_t depth = 50000;
  Graph::Parts parts;
  for (std::uint32_t i = 0; i < depth; ++i)
    parts.nodes.push_back({NodeKind::provision, i == 0 ? none<NodeId> : node(i - 1), {}});
  for (std::uint32_t i = 0; i < depth; ++i)
    parts.edges.push_back({node(i), node(depth - 1 - i), EdgeKind::grounded_in});
  const Graph graph(parts);
  Scratch scratch;
  EXPECT_EQ(resting_on(graph, {}, std::array{node(depth / 2)}, scratch).size(), depth - 1);
  EXPECT_LE(scratch.effort.edges, 2 * graph.edge_count());
}

// Chain, cycle and star of a million, by every question.
void expect_linear(const Graph& graph, std::size_t resting, std::size_t links) {
  Scratch scratch;
  const NodeId last{static_cast<std::uint32_t>(graph.node_count() - 1)};
  EXPECT_EQ(resting_on(graph, {}, std::array{last}, scratch).size(), resting);
  EXPECT_LE(scratch.effort.edges, 2 * graph.edge_count());
  EXPECT_TRUE(rests(graph, {}, node(0), last, scratch));
  const auto chain = best_chain(graph, {}, std::array{node(0)}, std::array{last}, scratch);
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->links.size(), links);
  const auto index = ReachIndex::build(graph, {}, {.works = std::array{last}});
  ASSERT_TRUE(index);
  EXPECT_TRUE(index->rests(node(0), last));
  EXPECT_EQ(index->resting_on(last).size(), resting);
}

constexpr std::uint32_t million = 1'000'000;

Graph::Parts apart(std::uint32_t nodes) {
  Graph::Parts parts;
  parts.nodes.assign(nodes, {NodeKind::provision, none<NodeId>, {}});
  return parts;
}

TEST(TraceCost, IsLinearOnAChainOfAMillion) {
  Graph::Parts parts = apart(million);
  for (std::uint32_t i = 0; i + 1 < million; ++i)
    parts.edges.push_back({node(i), node(i + 1), EdgeKind::grounded_in});
  expect_linear(Graph(parts), million - 1, million - 1);
}

TEST(TraceCost, IsLinearOnACycleOfAMillion) {
  Graph::Parts parts = apart(million);
  for (std::uint32_t i = 0; i < million; ++i)
    parts.edges.push_back({node(i), node((i + 1) % million), EdgeKind::grounded_in});
  expect_linear(Graph(parts), million - 1, million - 1);
}

TEST(TraceCost, IsLinearOnAStarOfAMillion) {
  Graph::Parts parts = apart(million + 1);
  for (std::uint32_t i = 0; i < million; ++i)
    parts.edges.push_back({node(i), node(million), EdgeKind::grounded_in});
  expect_linear(Graph(parts), million, 1);
}

TEST(TraceCost, IsLinearOnALadderOfTenThousandDiamonds) {
  constexpr std::uint32_t rungs = 10'000;
  Graph::Parts parts = apart(3 * rungs + 1);
  for (std::uint32_t at = 0; at < 3 * rungs; at += 3)
    for (const std::uint32_t side : {at + 1, at + 2}) {
      parts.edges.push_back({node(at), node(side), EdgeKind::grounded_in});
      parts.edges.push_back({node(side), node(at + 3), EdgeKind::grounded_in});
    }
  expect_linear(Graph(parts), 3 * rungs, 2 * rungs);
}

}  // namespace
}  // namespace acquis
