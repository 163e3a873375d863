// compare SIZES OUTPUT: acquis beside other libraries and beside the limits of the machine, on
// generated law of so many sizes (1 to 3). Answers are compared before anything is timed.
#include <acquis/graph/reach_index.hpp>
#include <acquis/graph/spread.hpp>
#include <acquis/graph/trace.hpp>
#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <numeric>

#include "law.hpp"
#include "peers.hpp"
#include "plain.hpp"
#include "random.hpp"
#include "report.hpp"

namespace {

using namespace acquis;

double seconds_of(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

template <typename... Values>
std::string format(const char* pattern, Values... values) {
  char text[512];
  std::snprintf(text, sizeof text, pattern, values...);
  return text;
}

[[noreturn]] void disagree(const std::string& who) {
  std::fprintf(stderr, "%s gives another answer\n", who.c_str());
  std::exit(1);
}

struct Mask {
  const char* name;
  EdgeKindSet kinds;
};
const std::array<Mask, 2> masks{
    {{"support links", support_kinds}, {"all links", support_kinds.with({EdgeKind::cites})}}};

class Comparison {
 public:
  Comparison(const bench::Size& size, bench::Report& report) : size_(size), report_(report) {
    law_ = bench::make_law(size.acts, size.priorities);
    const double build = seconds_of([&] { graph_ = Graph(law_.parts); });
    law_.parts = {};
    const auto bytes = static_cast<double>(graph_.bytes());
    report_.text(
        format("\n## %s nodes\n\n%zu nodes, %zu edges, %zu articles of treaties, %zu "
               "priorities. The graph is built in %s from nodes and edges in memory and "
               "takes %.1f bytes an edge, places, kinds and evidence included.\n",
               size.name, graph_.node_count(), graph_.edge_count(), law_.articles.size(),
               law_.priorities.size(), bench::time_text(build).c_str(),
               bytes / static_cast<double>(graph_.edge_count())));
  }

  void run() {
    for (const Mask& mask : masks) compare(mask);
    two_links();
  }

 private:
  static constexpr std::size_t asked = 3;  // an article of the most, of many, of few
  static constexpr std::array<std::size_t, 5> sample{3, 30, 120, 200, 400};

  void compare(const Mask& mask) {
    const Policy policy{.kinds = mask.kinds};
    std::optional<ReachIndex> index;
    const double build = seconds_of([&] {
      index =
          ReachIndex::build(graph_, policy, {.works = law_.treaties, .askers = law_.priorities});
    });
    const double bytes = static_cast<double>(index->bytes());
    report_.text(
        format("\nIndex over %s: built in %s, %zu distinct sets of %zu places, %.1f bytes "
               "a node.\n",
               mask.name, bench::time_text(build).c_str(), index->set_count(),
               index->column_count(), bytes / static_cast<double>(graph_.node_count())));
    const bench::Plain plain = bench::make_plain(graph_, mask.kinds);
    hand_ = std::make_unique<bench::HandWritten>(plain);
    make_peers(plain);
    check(policy, *index);
    main_question(mask, policy, *index);
    pairs(mask, policy, *index);
    coverage(mask, policy, *index);
    explanations(mask, policy, *index);
    report_.run();
    peers_.clear();
    hand_.reset();
  }

  void make_peers(const bench::Plain& plain) {
    std::vector<bench::Vertex> wanted;
    for (const NodeId n : law_.priorities) wanted.push_back(bench::whole(n));
    peers_.push_back(bench::make_bgl_rows(plain));
    peers_.push_back(bench::make_bgl_list(plain));
    peers_.push_back(bench::make_igraph(plain));
    peers_.push_back(bench::make_lemon(plain));
    if (graph_.node_count() < 1'000'000) peers_.push_back(bench::make_sqlite(plain, wanted));
  }

  std::vector<NodeId> searched(const Policy& policy, NodeId article) {
    Spread search(graph_, Direction::backward, policy, scratch_);
    search.start(article);
    search.run();
    std::vector<NodeId> out;
    for (const NodeId n : law_.priorities)
      if (scratch_.has(n, Scratch::whole | Scratch::part)) out.push_back(n);
    return out;
  }
  template <typename Reached>
  std::vector<NodeId> priorities_where(Reached reached) const {
    std::vector<NodeId> out;
    for (const NodeId n : law_.priorities)
      if (reached(bench::whole(n))) out.push_back(n);
    return out;
  }

  void check(const Policy& policy, const ReachIndex& index) {
    for (const std::size_t i : sample) {
      const NodeId article = law_.articles[i];
      const auto want = searched(policy, article);
      if (index.askers_on(article) != want) disagree("the index");
      hand_->search(bench::whole(article));
      if (priorities_where([&](auto v) { return hand_->seen(v); }) != want) disagree("by hand");
      hand_->search_tuned(bench::whole(article));
      if (priorities_where([&](auto v) { return hand_->seen(v); }) != want) disagree("by hand");
      for (const auto& peer : peers_) {
        if (i != sample[0] && graph_.node_count() > 1'000'000) continue;
        peer->search(bench::whole(article));
        if (priorities_where([&](auto v) { return peer->reached(v); }) != want)
          disagree(peer->name());
      }
    }
  }

  std::string title(const char* question, const Mask& mask) const {
    return format("%s: %s, %s nodes", question, mask.name, size_.name);
  }

  void main_question(const Mask& mask, const Policy& policy, const ReachIndex& index) {
    const NodeId article = law_.articles[asked];
    const auto found = index.askers_on(article).size();
    report_.ask(title("All priorities on an article", mask),
                format("%zu priorities rest on it.", found));
    report_.way("acquis, search",
                [=, this] { benchmark::DoNotOptimize(searched(policy, article)); });
    report_.way("acquis, index",
                [=, &index] { benchmark::DoNotOptimize(index.askers_on(article)); });
    report_.way("acquis, everything that rests on it, listed", [=, this] {
      benchmark::DoNotOptimize(resting_on(graph_, policy, std::array{article}, scratch_));
    });
    report_.way("hand-written rows", [=, this] { hand_->search(bench::whole(article)); });
    report_.way("hand-written rows, tuned",
                [=, this] { hand_->search_tuned(bench::whole(article)); });
    for (const auto& peer : peers_)
      report_.way(
          peer->name(), [&peer = *peer, article] { peer.search(bench::whole(article)); }, 3);
  }

  void pairs(const Mask& mask, const Policy& policy, const ReachIndex& index) {
    constexpr std::size_t count = 1'000'000;
    auto asked_pairs = std::make_shared<std::vector<std::pair<NodeId, NodeId>>>();
    bench::Random random(7);
    for (std::size_t i = 0; i < count; ++i)
      asked_pairs->emplace_back(
          NodeId{random.below(static_cast<std::uint32_t>(graph_.node_count()))},
          law_.articles[random.below(static_cast<std::uint32_t>(law_.articles.size()))]);
    report_.ask(title("Does A rest on article B", mask), "A million random pairs; time a pair.");
    report_.way(
        "acquis, index",
        [&index, asked_pairs] {
          std::size_t holds = 0;
          for (const auto& [a, b] : *asked_pairs) holds += index.rests(a, b);
          benchmark::DoNotOptimize(holds);
        },
        5, count);
    report_.way(
        "acquis, search",
        [asked_pairs, policy, this] {
          for (std::size_t i = 0; i < 100; ++i) {
            const auto& [a, b] = (*asked_pairs)[i];
            benchmark::DoNotOptimize(rests(graph_, policy, a, b, scratch_));
          }
        },
        3, 100);
  }

  void coverage(const Mask& mask, const Policy& policy, const ReachIndex& index) {
    report_.ask(title("Coverage: for every article how many priorities rest on it", mask),
                format("Peers on a sample of %zu articles, all %zu extrapolated.", sample.size(),
                       law_.articles.size()));
    const auto count_all = [this](const ReachIndex& from) {
      std::size_t total = 0;
      for (const NodeId article : law_.articles) total += from.count_askers_on(article);
      benchmark::DoNotOptimize(total);
    };
    report_.way(
        "acquis, the index built for it",
        [=, this] {
          count_all(*ReachIndex::build(graph_, policy,
                                       {.works = law_.treaties, .askers = law_.priorities}));
        },
        3);
    report_.way("acquis, from the index", [=, &index] { count_all(index); });
    const double share =
        static_cast<double>(sample.size()) / static_cast<double>(law_.articles.size());
    report_.way(
        "hand-written rows, tuned",
        [this] {
          for (const std::size_t i : sample) hand_->search_tuned(bench::whole(law_.articles[i]));
        },
        3, share);
    report_.way(
        peers_[0]->name(),
        [this] {
          for (const std::size_t i : sample) peers_[0]->search(bench::whole(law_.articles[i]));
        },
        3, share);
  }

  // The first priorities that rest on the article.
  void explanations(const Mask& mask, const Policy& policy, const ReachIndex& index) {
    const NodeId article = law_.articles[asked];
    auto from = searched(policy, article);
    from.resize((std::min)(from.size(), std::size_t{5}));
    report_.ask(title("Best explanation, with evidence; peers: any shortest path", mask),
                format("%zu priorities and one article; time an explanation.", from.size()));
    const auto count = static_cast<double>(from.size());
    const auto explain = [=, this](const ReachIndex* with) {
      for (const NodeId n : from)
        benchmark::DoNotOptimize(
            best_chain(graph_, policy, std::array{n}, std::array{article}, scratch_, with));
    };
    report_.way(
        "acquis, best_chain", [=] { explain(nullptr); }, 3, count);
    report_.way(
        "acquis, best_chain with the index", [=, &index] { explain(&index); }, 3, count);
    for (const auto& peer : peers_) {
      if (peer->path(bench::whole(article), bench::whole(from[0])) == -2) continue;
      report_.way(
          peer->name(),
          [&peer = *peer, from, article] {
            for (const NodeId n : from) peer.path(bench::whole(article), bench::whole(n));
          },
          3, count);
    }
  }

  std::size_t within_two(NodeId from) {
    const auto ends = graph_.ends(Direction::forward);
    scratch_.begin(graph_.node_count());
    scratch_.add_ends({&from, 1});
    std::size_t at = 0;
    for (int step = 0; step < 2; ++step)
      for (const std::size_t known = scratch_.ends().size(); at < known; ++at)
        for (const Role role : {Role::support, Role::reference}) {
          const auto range = graph_.rows(role, Direction::forward).of(scratch_.ends()[at]);
          scratch_.add_ends(ends.subspan(range.first, range.last - range.first));
        }
    return scratch_.ends().size();
  }

  void two_links() {
    bench::Plain plain{static_cast<bench::Vertex>(graph_.node_count()), {}};
    for (const NodeId n : graph_.nodes())
      for (const Role role : {Role::support, Role::reference})
        for (const NodeId end : graph_.out_ends({n, next(n)}, role))
          plain.arcs.emplace_back(index(n), index(end));
    const auto peer = bench::make_igraph(plain);
    std::vector<NodeId> from;
    bench::Random random(3);
    for (int i = 0; i < 100; ++i)
      from.push_back(NodeId{random.below(static_cast<std::uint32_t>(graph_.node_count()))});
    for (const NodeId n : from)
      if (static_cast<long>(within_two(n)) != peer->within_two(index(n))) disagree(peer->name());
    report_.ask(format("Everything within two links, %s nodes", size_.name),
                "100 random places; time a place.");
    report_.way(
        "acquis",
        [&] {
          for (const NodeId n : from) benchmark::DoNotOptimize(within_two(n));
        },
        5, 100);
    report_.way(
        peer->name(),
        [&] {
          for (const NodeId n : from) benchmark::DoNotOptimize(peer->within_two(index(n)));
        },
        3, 100);
    report_.run();
  }

  const bench::Size& size_;
  bench::Report& report_;
  bench::Law law_;
  Graph graph_;
  Scratch scratch_;
  std::unique_ptr<bench::HandWritten> hand_;
  std::vector<std::unique_ptr<bench::Peer>> peers_;
};

// What no program on this machine can do better.
void limits(bench::Report& report) {
  constexpr std::size_t count = std::size_t{32} << 20;  // 256 MiB
  std::vector<std::uint64_t> from(count, 1);
  std::vector<std::uint32_t> chain(count / 2);  // one cycle through all
  std::iota(chain.begin(), chain.end(), 0u);
  bench::Random random(5);
  for (std::size_t i = chain.size() - 1; i > 0; --i)
    std::swap(chain[i], chain[random.below(static_cast<std::uint32_t>(i))]);
  report.ask("Limits of the machine",
             "Read: a word of 8 bytes of 256 MiB in order. Random: 4 bytes anywhere in 64 MiB.");
  report.way(
      "read in order",
      [&] {
        benchmark::DoNotOptimize(std::accumulate(from.begin(), from.end(), std::uint64_t{0}));
      },
      5, count);
  constexpr std::size_t steps = 1'000'000;
  report.way(
      "random read, each waits for the last",
      [&] {
        std::uint32_t at = 0;
        for (std::size_t i = 0; i < steps; ++i) at = chain[at];
        benchmark::DoNotOptimize(at);
      },
      5, steps);
  report.way(
      "random read, independent",
      [&] {
        std::uint32_t sum = 0;
        std::uint64_t at = 1;
        for (std::size_t i = 0; i < steps; ++i) {
          at = at * 6364136223846793005u + 1442695040888963407u;
          sum += chain[(at >> 33) % chain.size()];
        }
        benchmark::DoNotOptimize(sum);
      },
      5, steps);
  report.run();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: compare SIZES OUTPUT\n");
    return 2;
  }
  bench::Report report;
  limits(report);
  const auto count = static_cast<std::size_t>(std::atoi(argv[1]));
  for (std::size_t i = 0; i < count && i < std::size(bench::sizes); ++i)
    Comparison(bench::sizes[i], report).run();
  std::ofstream(argv[2]) << report.out;
}
