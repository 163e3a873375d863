#include "acquis/graph/batch.hpp"

#include <gtest/gtest.h>

#include <array>

#include "acquis/graph/trace.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

TEST(BatchProperty, AnyNumberOfThreadsGivesTheSameAnswers) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 100, 120));
    std::vector<NodeId> places(graph.nodes().begin(), graph.nodes().end());
    places.resize(testing::below(random, 101));
    const auto index = ReachIndex::build(graph, {}, {.works = places, .askers = places});
    std::vector<std::pair<NodeId, NodeId>> pairs;
    Scratch scratch;
    std::vector<std::uint8_t> holds;
    std::vector<std::size_t> counts;
    std::vector<std::vector<NodeId>> sets;
    for (const NodeId b : places) {
      for (const NodeId a : places) {
        pairs.emplace_back(a, b);
        holds.push_back(rests(graph, {}, a, b, scratch));
      }
      counts.push_back(index->askers_on(b).size());
      sets.push_back(resting_on(graph, {}, std::array{b}, scratch));
    }
    for (const unsigned threads : {0u, 1u, 2u, 3u, 8u, 200u}) {
      EXPECT_EQ(rests_all(*index, pairs, threads), holds) << threads;
      EXPECT_EQ(coverage_counts(*index, places, threads), counts) << threads;
      EXPECT_EQ(resting_on_each(graph, {}, places, threads), sets) << threads;
    }
  }
}

}  // namespace
}  // namespace acquis
