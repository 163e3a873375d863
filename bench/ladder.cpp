// ladder ACQUIS OUTPUT: what each layer costs on top of the one below, for one question to the
// shipped corpora: which priorities rest on Article 67 TFEU?
#include <acquis/acquis.hpp>
#include <acquis/graph/reach_index.hpp>
#include <acquis/graph/spread.hpp>
#include <acquis/io/snapshot.hpp>
#include <acquis/query/evaluate.hpp>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "plain.hpp"
#include "report.hpp"

namespace {

using namespace acquis;

std::size_t run_command(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> block;
  std::size_t size = 0;
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;) size += n;
  if (pclose(pipe) != 0) std::exit(1);
  return size;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const Corpus law = load_embedded();
  Corpus indexed = load_embedded();
  indexed.make_reach_index();
  const NodeId article = law.find("TFEU/art_67");
  std::vector<NodeId> priorities;
  for (const NodeId n : law.graph().nodes())
    if (law.kind(n) == NodeKind::priority) priorities.push_back(n);
  bench::HandWritten hand(bench::make_plain(law.graph(), support_kinds));
  Scratch scratch;
  const std::string text = "kind(priority, rests_on(TFEU/art_67))";
  const std::string file = std::string(argv[2]) + ".acq";
  if (!save_snapshot(indexed, file).ok()) return 1;
  const std::string command = std::string(argv[1]) + " query '" + text + "'";
  const std::string command_on_file =
      std::string(argv[1]) + " --corpus " + file + " query '" + text + "'";

  std::vector<NodeId> want = law.reach_index() == nullptr
                                 ? resting_on(law, article).of(NodeKind::priority).nodes()
                                 : std::vector<NodeId>{};
  if (indexed.reach_index()->askers_on(article) != want || ask(law, text)->nodes != want) {
    std::fprintf(stderr, "the layers disagree\n");
    return 1;
  }
  bench::Report report;
  report.text("\n## The price of each layer\n");
  report.ask("Which priorities rest on Article 67 TFEU, shipped corpora",
             std::to_string(law.graph().node_count()) + " nodes, " +
                 std::to_string(law.graph().edge_count()) + " edges, " +
                 std::to_string(want.size()) + " priorities.");
  report.way("raw arrays, written by hand", [&] {
    hand.search(bench::whole(article));
    std::size_t count = 0;
    for (const NodeId n : priorities) count += hand.seen(bench::whole(n));
    benchmark::DoNotOptimize(count);
  });
  report.way("Spread over the graph", [&] {
    Spread search(law.graph(), Direction::backward, Policy{}, scratch);
    search.start(article);
    search.run();
    std::size_t count = 0;
    for (const NodeId n : priorities) count += scratch.has(n, Scratch::whole | Scratch::part);
    benchmark::DoNotOptimize(count);
  });
  report.way("ReachIndex::askers_on",
             [&] { benchmark::DoNotOptimize(indexed.reach_index()->askers_on(article)); });
  report.way("resting_on(graph), reused scratch", [&] {
    benchmark::DoNotOptimize(resting_on(law.graph(), {}, std::array{article}, scratch));
  });
  report.way("resting_on(law, place).of(priority)", [&] {
    benchmark::DoNotOptimize(resting_on(law, "TFEU/art_67").of(NodeKind::priority));
  });
  report.way("query language, without index", [&] { benchmark::DoNotOptimize(ask(law, text)); });
  report.way("query language, with index", [&] { benchmark::DoNotOptimize(ask(indexed, text)); });
  report.way("command, shipped corpora", [&] { run_command(command); });
  report.way("command, a snapshot of them", [&] { run_command(command_on_file); });
  report.ask("Having the shipped corpora at hand", "Text compiled in, or a snapshot in a file.");
  report.way("load_embedded()", [] { benchmark::DoNotOptimize(load_embedded()); });
  report.way("open_snapshot(), contents verified",
             [&] { benchmark::DoNotOptimize(open_snapshot(file)); });
  report.way("open_snapshot(), checksums verified",
             [&] { benchmark::DoNotOptimize(open_snapshot(file, Verify::checksums)); });
  report.way("open_snapshot(), nothing verified",
             [&] { benchmark::DoNotOptimize(open_snapshot(file, Verify::nothing)); });
  report.run();
  std::remove(file.c_str());
  std::ofstream(argv[2]) << report.out;
}
