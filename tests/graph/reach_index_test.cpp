#include "acquis/graph/reach_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "acquis/graph/trace.hpp"
#include "support/oracle.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

using testing::below;
using testing::Random;

std::vector<NodeId> random_nodes(Random& random, std::uint32_t count, std::uint32_t bound) {
  std::vector<NodeId> out;
  for (std::uint32_t i = 0; i < count; ++i) out.push_back(NodeId{below(random, bound)});
  return out;
}

std::vector<NodeId> only(const std::vector<NodeId>& from, std::vector<NodeId> wanted) {
  std::sort(wanted.begin(), wanted.end());
  std::vector<NodeId> out;
  for (const NodeId n : from)
    if (std::binary_search(wanted.begin(), wanted.end(), n)) out.push_back(n);
  return out;
}

// What the searches say of every pair, said by the index.
void expect_agreement(const Graph& graph, const Policy& policy, const ReachIndex& index,
                      const std::vector<NodeId>& works, const std::vector<NodeId>& askers) {
  Scratch scratch;
  std::vector<NodeId> covered;
  for (const NodeId n : graph.nodes()) {
    const bool inside = std::any_of(works.begin(), works.end(),
                                    [&](NodeId work) { return graph.encloses(work, n); });
    ASSERT_EQ(index.covers(n), inside);
    if (inside) covered.push_back(n);
  }
  for (const NodeId b : covered) {
    const auto found = resting_on(graph, policy, std::array{b}, scratch);
    EXPECT_EQ(index.resting_on(b), found);
    EXPECT_EQ(index.askers_on(b), only(found, askers));
    EXPECT_EQ(index.count_askers_on(b), only(found, askers).size());
  }
  for (const NodeId a : graph.nodes())
    EXPECT_EQ(index.basis_of(graph, a),
              only(basis_of(graph, policy, std::array{a}, scratch), covered));
}

TEST(ReachIndexProperty, AgreesWithTheDefinition) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::uint32_t nodes = 1 + below(random, 14);
    const Graph graph(testing::random_world(random, nodes, below(random, 20)));
    const Policy policy = testing::random_policy(random);
    const auto works = random_nodes(random, below(random, 4), nodes);
    const auto index = ReachIndex::build(graph, policy, {.works = works});
    ASSERT_TRUE(index);
    const testing::Oracle oracle(graph, policy);
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes())
        if (index->covers(b)) {
          EXPECT_EQ(index->rests(a, b), oracle.rests(a, b));
        }
  }
}

TEST(ReachIndexProperty, AgreesWithTheSearches) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::uint32_t nodes = 20 + below(random, 100);
    const std::uint32_t edges = below(random, 3 * nodes);
    const Graph graph(testing::random_world(random, nodes, edges));
    const Policy policy = testing::random_policy(random);
    const auto works = random_nodes(random, 1 + below(random, 30), nodes);
    const auto askers = random_nodes(random, below(random, 100), nodes);
    const auto index = ReachIndex::build(graph, policy, {.works = works, .askers = askers});
    ASSERT_TRUE(index);
    expect_agreement(graph, policy, *index, works, askers);
  }
}

TEST(ReachIndexProperty, SeesTheWholeForest) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const Graph graph(testing::random_world(random, 120, 90));
    std::vector<NodeId> all(graph.nodes().begin(), graph.nodes().end());
    const auto index = ReachIndex::build(graph, {}, {.works = all, .askers = all});
    ASSERT_TRUE(index);
    expect_agreement(graph, {}, *index, all, all);
  }
}

TEST(ReachIndex, IsRefusedBeyondItsBudget) {
  Random random(1);
  const Graph graph(testing::random_world(random, 300, 900));
  const std::array works{NodeId{0}};
  const auto index = ReachIndex::build(graph, {}, {.works = works});
  ASSERT_TRUE(index);
  EXPECT_GE(index->bytes(), 4 * graph.node_count());
  EXPECT_TRUE(ReachIndex::build(graph, {}, {.works = works, .max_bytes = index->bytes()}));
  EXPECT_FALSE(ReachIndex::build(graph, {}, {.works = works, .max_bytes = index->bytes() - 1}));
}

TEST(ReachIndex, OfNothingCoversNothing) {
  const Graph empty;
  const auto index = ReachIndex::build(empty, {}, {});
  ASSERT_TRUE(index);
  EXPECT_FALSE(index->covers(NodeId{0}));
  EXPECT_EQ(index->column_count(), 0u);
}

}  // namespace
}  // namespace acquis
