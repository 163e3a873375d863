// pairs OUTPUT FILE...: whether a path leads from one node of a citation network to another, by a
// record of 64 bytes a node. A file holds two numbers a line, apart by a comma or a space; what is
// no number is left out.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>

#include "graph/records.hpp"
#include "random.hpp"
#include "report.hpp"

namespace {

using acquis::detail::Records;
using acquis::detail::Rows;
using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Rows read_network(const char* path) {
  std::ifstream in(path);
  std::map<unsigned long, std::uint32_t> number;
  std::vector<std::vector<std::uint32_t>> to;
  const auto node = [&](unsigned long name) {
    const auto [at, fresh] = number.emplace(name, static_cast<std::uint32_t>(to.size()));
    if (fresh) to.emplace_back();
    return at->second;
  };
  for (std::string line; std::getline(in, line);) {
    char* end = nullptr;
    const unsigned long from = std::strtoul(line.c_str(), &end, 10);
    if (end == line.c_str() || *end == '\0') continue;
    const char* const second = end + 1;
    const unsigned long target = std::strtoul(second, &end, 10);
    if (end == second) continue;
    const std::uint32_t u = node(from);
    const std::uint32_t v = node(target);
    to[u].push_back(v);
  }
  Rows rows;
  for (const auto& row : to) {
    rows.to.insert(rows.to.end(), row.begin(), row.end());
    rows.end_row();
  }
  return rows;
}

// Ends of random walks.
Pairs positive_pairs(const Rows& rows, std::size_t count) {
  bench::Random random(11);
  Pairs out;
  while (out.size() < count) {
    const std::uint32_t from = random.below(static_cast<std::uint32_t>(rows.size()));
    std::uint32_t at = from;
    for (std::uint32_t steps = 1 + random.below(12); steps != 0 && !rows[at].empty(); --steps)
      at = rows[at][random.below(static_cast<std::uint32_t>(rows[at].size()))];
    if (at != from) out.emplace_back(from, at);
  }
  return out;
}

Pairs random_pairs(const Rows& rows, std::size_t count) {
  bench::Random random(13);
  const auto nodes = static_cast<std::uint32_t>(rows.size());
  Pairs out;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t u = random.below(nodes);
    out.emplace_back(u, random.below(nodes));
  }
  return out;
}

std::vector<char> reached(const Rows& rows, std::uint32_t from) {
  std::vector<char> seen(rows.size());
  std::vector<std::uint32_t> waiting{from};
  seen[from] = 1;
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.back();
    waiting.pop_back();
    for (const std::uint32_t next : rows[at])
      if (!seen[next]) {
        seen[next] = 1;
        waiting.push_back(next);
      }
  }
  return seen;
}

void check(const Rows& rows, const Records& records, Records::Memory& memory) {
  for (const auto& [u, unused] : random_pairs(rows, 20)) {
    const auto want = reached(rows, u);
    for (std::uint32_t v = 0; v < rows.size(); ++v)
      if (records.reaches(u, v, memory) != (want[v] != 0)) {
        std::fprintf(stderr, "the records give another answer\n");
        std::exit(1);
      }
  }
}

void measure(const char* path, bench::Report& report) {
  const Rows rows = read_network(path);
  const auto start = std::chrono::steady_clock::now();
  const Records records(rows);
  const double build =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  Records::Memory memory;
  check(rows, records, memory);
  constexpr std::size_t count = 500'000;
  const std::string name = std::string(path).substr(std::string(path).rfind('/') + 1);
  report.ask(
      "Any pair of " + name,
      std::to_string(rows.size()) + " nodes, " + std::to_string(rows.to.size()) + " arcs, " +
          std::to_string(records.component_count()) + " components; built in " +
          bench::time_text(build) + ", " + std::to_string(records.bytes() / rows.size()) +
          " bytes of records a node and 4 for its component. Half a million pairs; time a pair.");
  const auto ask = [&records, &memory](const Pairs& pairs) {
    std::size_t holds = 0;
    for (const auto& [u, v] : pairs) holds += records.reaches(u, v, memory);
    benchmark::DoNotOptimize(holds);
  };
  const Pairs any = random_pairs(rows, count), positive = positive_pairs(rows, count);
  report.way(
      "random pairs", [&] { ask(any); }, 5, count);
  report.way(
      "pairs that hold, ends of random walks", [&] { ask(positive); }, 5, count);
  report.run();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  bench::Report report;
  report.text("\n## Any pair of nodes\n");
  for (int i = 2; i < argc; ++i) measure(argv[i], report);
  std::ofstream(argv[1]) << report.out;
}
