#include "graph/records.hpp"

#include <gtest/gtest.h>

#include "support/random_graph.hpp"

namespace acquis {
namespace {

using detail::Records;
using testing::below;
using testing::Random;

detail::Rows random_rows(Random& random, std::uint32_t nodes, std::uint32_t arcs) {
  std::vector<std::vector<std::uint32_t>> to(nodes);
  const bool upwards = below(random, 2) == 0;  // without cycles
  for (std::uint32_t i = 0; i < arcs; ++i) {
    std::uint32_t u = below(random, nodes), v = below(random, nodes);
    if (upwards && u > v) std::swap(u, v);
    to[u].push_back(v);
  }
  detail::Rows rows;
  for (const auto& row : to) {
    rows.to.insert(rows.to.end(), row.begin(), row.end());
    rows.end_row();
  }
  return rows;
}

std::vector<bool> reached(const detail::Rows& rows, std::uint32_t from) {
  std::vector<bool> seen(rows.size());
  std::vector<std::uint32_t> waiting{from};
  seen[from] = true;
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.back();
    waiting.pop_back();
    for (const std::uint32_t next : rows[at])
      if (!seen[next]) {
        seen[next] = true;
        waiting.push_back(next);
      }
  }
  return seen;
}

TEST(RecordsProperty, AgreeWithASearch) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    Random random(seed);
    const std::uint32_t nodes = 1 + below(random, seed < 250 ? 60 : 400);
    const auto rows = random_rows(random, nodes, below(random, 3 * nodes));
    const Records records(rows);
    Records::Memory memory;
    for (std::uint32_t u = 0; u < nodes; ++u) {
      const auto want = reached(rows, u);
      for (std::uint32_t v = 0; v < nodes; ++v)
        ASSERT_EQ(records.reaches(u, v, memory), want[v]) << u << " " << v;
    }
  }
}

TEST(Records, OfALongCycleAreOne) {
  constexpr std::uint32_t length = 100'000;
  detail::Rows rows;
  for (std::uint32_t i = 0; i < length; ++i) {
    rows.to.push_back((i + 1) % length);
    rows.end_row();
  }
  const Records records(rows);
  EXPECT_EQ(records.component_count(), 1u);
  EXPECT_EQ(records.bytes(), 64u);
}

}  // namespace
}  // namespace acquis
