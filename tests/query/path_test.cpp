// What a path costs.
#include "query/path.hpp"

#include <gtest/gtest.h>

#include "acquis/graph/assemble.hpp"

namespace acquis {
namespace {

// A ring of n nodes that cite the next one and one far away.
Graph ring(std::uint32_t n) {
  Graph::Parts parts;
  for (std::uint32_t i = 0; i < n; ++i) parts.nodes.push_back({NodeKind::provision, none<NodeId>});
  for (std::uint32_t i = 0; i < n; ++i) {
    parts.edges.push_back({NodeId{i}, NodeId{(i + 1) % n}, EdgeKind::cites});
    parts.edges.push_back({NodeId{i}, NodeId{(i * 7919u + 13u) % n}, EdgeKind::legal_basis});
  }
  return Graph(parts);
}

std::size_t steps_of(const Graph& graph, std::string_view path, std::size_t& ends) {
  const auto automaton = std::get<detail::Automaton>(detail::compile_path(path));
  detail::Meter meter(1'000'000'000, 0);
  ends = detail::run_path(graph, {}, automaton, {NodeId{0}}, meter).size();
  return meter.steps();
}

TEST(PathCost, NestedStarsOverACycleAreLinear) {
  constexpr std::uint32_t n = 100'000;
  const Graph graph = ring(n);
  for (const char* path : {"(((cites)*)*)*", "((cites* legal_basis*)* cites*)*",
                           "((cites | legal_basis)* (~cites)*)*"}) {
    const auto states = std::get<detail::Automaton>(detail::compile_path(path)).states.size();
    std::size_t ends = 0;
    EXPECT_LE(steps_of(graph, path, ends), 8 * states * n) << path;
    EXPECT_EQ(ends, n) << path;
  }
}

TEST(PathCost, CountedRepetitionIsExactAndBudgeted) {
  const Graph graph = ring(1000);
  std::size_t ends = 0;
  steps_of(graph, "cites{999}", ends);
  EXPECT_EQ(ends, 1u);
  steps_of(graph, "cites{3,7}", ends);
  EXPECT_EQ(ends, 5u);
  steps_of(graph, "cites{990,}", ends);
  EXPECT_EQ(ends, 1000u);
  EXPECT_TRUE(std::holds_alternative<detail::PathError>(
      detail::compile_path("(((cites{1000}){1000}){1000})")));
  const auto automaton = std::get<detail::Automaton>(detail::compile_path("(cites*)*"));
  detail::Meter meter(500, 0);
  detail::run_path(graph, {}, automaton, {NodeId{0}}, meter);
  EXPECT_FALSE(meter.within());
  EXPECT_LT(meter.steps(), 600u);
}

}  // namespace
}  // namespace acquis
