#include "acquis/graph/chains.hpp"

#include <gtest/gtest.h>

#include <array>

#include "support/oracle.hpp"
#include "support/random_graph.hpp"

namespace acquis {
namespace {

// Every chain without a repeated link, by brute force, best first.
std::vector<Chain> every_chain(const Graph& graph, const Policy& policy, NodeId a, NodeId b,
                               std::size_t max_links) {
  const testing::Oracle oracle(graph, policy);
  std::vector<EdgeId> links;
  for (const EdgeId e : graph.edges())
    if (admits(graph, policy, e)) links.push_back(e);
  std::vector<Chain> found;
  if (!admits(graph, policy, a) || !admits(graph, policy, b)) return found;
  std::vector<std::vector<EdgeId>> open{{}};
  while (!open.empty()) {
    const std::vector<EdgeId> chain = std::move(open.back());
    open.pop_back();
    if (!chain.empty()) {
      const NodeId end = graph.target(chain.back());
      if (policy.exact ? oracle.contains(b, end) : oracle.overlap(b, end)) {
        Chain out{.from = a, .to = b, .links = chain};
        for (const EdgeId e : chain) out.strength = std::min(out.strength, graph.evidence(e));
        out.fit = end == b ? Fit::exact : oracle.contains(b, end) ? Fit::part : Fit::broad;
        found.push_back(out);
      }
    }
    if (chain.size() == max_links) continue;
    const NodeId at = chain.empty() ? a : graph.target(chain.back());
    for (const EdgeId e : links)
      if (oracle.overlap(at, graph.source(e)) &&
          std::find(chain.begin(), chain.end(), e) == chain.end()) {
        open.push_back(chain);
        open.back().push_back(e);
      }
  }
  std::sort(found.begin(), found.end(), [](const Chain& x, const Chain& y) {
    if (x.links.size() != y.links.size()) return x.links.size() < y.links.size();
    if (x.strength != y.strength) return x.strength > y.strength;
    return x.links < y.links;
  });
  return found;
}

TEST(ChainsProperty, TheKBestAreTheFirstOfAll) {
  Scratch scratch;
  std::size_t with_many = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 8, testing::below(random, 9)));
    const Policy policy = testing::random_policy(random);
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        std::vector<Chain> want = every_chain(graph, policy, a, b, 4);
        with_many += want.size() > 3;
        want.resize(std::min<std::size_t>(want.size(), 6));
        const auto got = best_chains(graph, policy, std::array{a}, std::array{b},
                                     {.count = 6, .max_links = 4}, scratch);
        EXPECT_TRUE(got.complete);
        EXPECT_EQ(got.chains, want);
      }
  }
  EXPECT_GT(with_many, 100u);
}

TEST(ChainsProperty, PassagesAreWhatEveryChainUses) {
  std::size_t essential = 0, inessential = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    testing::Random random(seed);
    const Graph graph(testing::random_world(random, 8, testing::below(random, 9)));
    const Policy policy = testing::random_policy(random);
    for (const NodeId a : graph.nodes())
      for (const NodeId b : graph.nodes()) {
        const auto [links, places] = passages(graph, policy, std::array{a}, std::array{b});
        const auto chains = every_chain(graph, policy, a, b, 5);
        EXPECT_EQ(links.empty() && places.empty(), chains.empty() || places.empty());
        if (chains.empty()) continue;
        for (const NodeId place : graph.nodes()) {
          const bool on_all = std::all_of(chains.begin(), chains.end(), [&](const Chain& c) {
            return std::any_of(c.links.begin(), c.links.end(),
                               [&](EdgeId e) { return graph.target(e) == place; });
          });
          EXPECT_EQ(std::count(places.begin(), places.end(), place), on_all ? 1 : 0) << seed;
        }
        for (const EdgeId e : chains.front().links) {
          const bool on_all = std::all_of(chains.begin(), chains.end(), [&](const Chain& c) {
            return std::find(c.links.begin(), c.links.end(), e) != c.links.end();
          });
          const bool found = std::find(links.begin(), links.end(), e) != links.end();
          EXPECT_EQ(found, on_all) << seed;
          ++(found ? essential : inessential);
        }
      }
  }
  EXPECT_GT(essential, 100u);
  EXPECT_GT(inessential, 100u);
}

TEST(Chains, ALadderOfDiamondsStopsAtItsBudget) {
  Graph::Parts parts;
  constexpr std::uint32_t rungs = 5;
  parts.nodes.assign(3 * rungs + 1, {NodeKind::provision, none<NodeId>, {}});
  for (std::uint32_t i = 0; i < 3 * rungs; i += 3)
    for (const std::uint32_t side : {i + 1, i + 2}) {
      parts.edges.push_back({NodeId{i}, NodeId{side}, EdgeKind::grounded_in});
      parts.edges.push_back({NodeId{side}, NodeId{i + 3}, EdgeKind::grounded_in});
    }
  const Graph graph(parts);
  Scratch scratch;
  const std::array from{NodeId{0}}, to{NodeId{3 * rungs}};
  const auto all = best_chains(graph, {}, from, to, {.count = 1000}, scratch);
  EXPECT_EQ(all.chains.size(), 32u);
  EXPECT_TRUE(all.complete);
  const auto some = best_chains(graph, {}, from, to, {.count = 1000, .max_steps = 50}, scratch);
  EXPECT_FALSE(some.complete);
}

}  // namespace
}  // namespace acquis
