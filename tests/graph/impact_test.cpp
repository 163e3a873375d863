#include "acquis/graph/impact.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/oracle.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

TEST(ImpactProperty, IsTheBestChainOfEverythingThatRestsOnThePlace) {
  Scratch scratch;
  for (unsigned seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const std::uint32_t nodes = 1 + testing::below(random, 10);
    const Graph graph(testing::random_world(random, nodes, testing::below(random, 9)));
    const Policy policy = testing::random_policy(random);
    const testing::Oracle oracle(graph, policy);
    for (const NodeId place : graph.nodes()) {
      std::vector<Impact> want;
      for (const NodeId n : graph.nodes())
        if (const auto chain = n == place ? std::nullopt : oracle.best(n, place))
          want.push_back({n, static_cast<std::uint32_t>(chain->links.size()), chain->strength});
      EXPECT_EQ(impact(graph, policy, std::array{place}, scratch), want);
    }
  }
}

}  // namespace
}  // namespace acquis
