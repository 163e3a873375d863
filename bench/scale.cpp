// scale SIZES OUTPUT: how time and memory grow with the corpus, and what that means for 100 million
// nodes, by the growth from the last size but one to the last.
#include <acquis/graph/reach_index.hpp>
#include <acquis/graph/spread.hpp>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <fstream>

#include "law.hpp"
#include "report.hpp"

namespace {

using namespace acquis;

constexpr std::array<const char*, 8> columns{
    "nodes",     "edges",          "graph, MB",      "building it, s",
    "index, MB", "building it, s", "one search, ms", "searches' memory, MB"};
using Row = std::array<double, columns.size()>;

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

Row measure(const bench::Size& size) {
  bench::Law law = bench::make_law(size.acts, size.priorities);
  Graph graph;
  const double build = seconds_of([&] { graph = Graph(law.parts); });
  const Policy policy{.kinds = support_kinds.with({EdgeKind::cites})};
  std::optional<ReachIndex> index;
  const double index_build = seconds_of([&] {
    index = ReachIndex::build(graph, policy, {.works = law.treaties, .askers = law.priorities});
  });
  Scratch scratch;
  double search = 1e9;
  for (int i = 0; i < 5; ++i)
    search = (std::min)(search, seconds_of([&] {
                          Spread spread(graph, Direction::backward, policy, scratch);
                          spread.start(law.articles[3]);
                          spread.run();
                        }));
  const auto nodes = static_cast<double>(graph.node_count());
  return {nodes,
          static_cast<double>(graph.edge_count()),
          static_cast<double>(graph.bytes()) / 1e6,
          build,
          static_cast<double>(index->bytes()) / 1e6,
          index_build,
          search * 1e3,
          nodes * 9.125 / 1e6};
}

std::string text_of(const Row& row) {
  std::string out = "|";
  for (const double value : row) {
    char text[32];
    std::snprintf(text, sizeof text, value >= 1000 ? " %.0f |" : " %.3g |", value);
    out += text;
  }
  return out + "\n";
}

// Each figure goes on growing by the power of the nodes by which it grew last.
Row extrapolated(const Row& before, const Row& last, double nodes) {
  Row out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const double power = std::log(last[i] / before[i]) / std::log(last[0] / before[0]);
    out[i] = last[i] * std::pow(nodes / last[0], power);
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  std::string out =
      "\n## How it grows\n\nAll links; times of one run, the search the best of five.\n\n|";
  for (const char* column : columns) out += std::string(" ") + column + " |";
  out += "\n|";
  for (std::size_t i = 0; i < columns.size(); ++i) out += "---|";
  out += "\n";
  std::vector<Row> rows;
  for (int i = 0; i < std::atoi(argv[1]); ++i) {
    rows.push_back(measure(bench::sizes[i]));
    out += text_of(rows.back());
  }
  if (rows.size() > 1) {
    out += text_of(extrapolated(rows[rows.size() - 2], rows.back(), 1e8));
    out +=
        "\nThe last line is not measured: it goes on as the two before it. Ids of 32 bits hold "
        "four "
        "billion nodes and as many edges.\n";
  }
  std::ofstream(argv[2]) << out;
}
