#include "acquis/graph/why_not.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/oracle.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

bool admits_no_less(const Policy& a, const Policy& b) {
  return a.least <= b.least && a.exact <= b.exact && (!a.as_of || a.as_of == b.as_of) &&
         a.kinds.includes(b.kinds);
}

TEST(WhyNotProperty, MissesAreWiderMinimalAndEnough) {
  Scratch scratch;
  std::size_t misses = 0, hopeless = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 9, testing::below(random, 14)));
    const Policy policy = testing::random_policy(random);
    Policy widest{.least = Evidence::editorial};
    for (std::size_t i = 0; i < edge_kind_count; ++i) widest.kinds.insert(static_cast<EdgeKind>(i));
    const testing::Oracle asked(graph, policy), all(graph, widest);
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        const auto found = near_misses(graph, policy, std::array{a}, std::array{b}, scratch);
        EXPECT_EQ(found.empty(), asked.rests(a, b) || !all.rests(a, b));
        hopeless += !all.rests(a, b);
        for (const NearMiss& miss : found) {
          ++misses;
          EXPECT_TRUE(admits_no_less(miss.wider, policy));
          EXPECT_NE(miss.wider, policy);
          EXPECT_EQ(testing::Oracle(graph, miss.wider).best(a, b), miss.chain);
          for (const NearMiss& other : found)
            EXPECT_TRUE(&miss == &other || !admits_no_less(miss.wider, other.wider));
        }
      }
  }
  EXPECT_GT(misses, 1000u);
  EXPECT_GT(hopeless, 1000u);
}

TEST(WhyNotProperty, AChainHoldsOnItsDaysAndOnNoOther) {
  Scratch scratch;
  std::size_t bounded = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 8, 10));
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        const auto chain = best_chain(graph, {}, std::array{a}, std::array{b}, scratch);
        if (!chain) continue;
        const Interval days = days_of(graph, *chain);
        bounded += !days.unbounded();
        for (int year = 1999; year < 2011; ++year) {
          const Policy then{.as_of = Date::from_ymd(year, 6, 1)};
          bool holds = admits(graph, then, a) && admits(graph, then, b);
          for (const EdgeId e : chain->links) holds = holds && admits(graph, then, e);
          EXPECT_EQ(!days.empty() && days.contains(then.as_of), holds) << seed;
        }
      }
  }
  EXPECT_GT(bounded, 100u);
}

// Every link on a chain from `a`, by the definition.
std::vector<EdgeId> reached_links(const Graph& graph, const testing::Oracle& oracle, NodeId a) {
  std::vector<EdgeId> out;
  const auto add = [&](NodeId from) {
    for (const EdgeId e : graph.edges(Role::support))
      if (oracle.overlap(from, graph.source(e)) &&
          std::find(out.begin(), out.end(), e) == out.end())
        out.push_back(e);
  };
  add(a);
  for (std::size_t i = 0; i < out.size(); ++i) add(graph.target(out[i]));
  return out;
}

TEST(WhyNotProperty, TheNearestPlaceSharesTheSmallestWhole) {
  Scratch scratch;
  std::size_t found_some = 0;
  for (unsigned seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 10, 8));
    const testing::Oracle oracle(graph, {});
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        const auto near = nearest_place(graph, {}, std::array{a}, std::array{b}, scratch);
        std::size_t smallest = 0;
        for (const EdgeId e : reached_links(graph, oracle, a))
          for (const NodeId whole : graph.nodes())
            if (!oracle.overlap(graph.target(e), b) && oracle.contains(whole, graph.target(e)) &&
                oracle.contains(whole, b) &&
                (smallest == 0 || graph.subtree(whole).size() < smallest))
              smallest = graph.subtree(whole).size();
        ASSERT_EQ(near.has_value(), smallest != 0);
        if (!near) continue;
        ++found_some;
        EXPECT_EQ(graph.subtree(near->whole).size(), smallest);
        EXPECT_TRUE(oracle.contains(near->whole, near->reached));
        EXPECT_FALSE(oracle.overlap(near->reached, b));
      }
  }
  EXPECT_GT(found_some, 100u);
}

}  // namespace
}  // namespace acquis
