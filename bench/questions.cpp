// What the questions of the README cost once the corpora are in memory: medians in microseconds, one
// line each, `name<TAB>microseconds`.
#include <acquis/acquis.hpp>
#include <acquis/query/evaluate.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

constexpr int runs = 201;
constexpr const char* question = "kind(priority, rests_on(\"Article 67 TFEU\"))";

template <typename Work>
void measure(const char* name, int count, Work work) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    const auto start = Clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  const auto middle = times.begin() + count / 2;
  std::nth_element(times.begin(), middle, times.end());
  std::printf("%s\t%.1f\n", name, *middle);
}

}  // namespace

int main() {
  using namespace acquis::literals;
  std::size_t sink = 0;
  measure("load", 21, [&] { sink += acquis::load_embedded().graph().node_count(); });
  const acquis::Corpus law = acquis::load_embedded();
  measure("query", runs, [&] { sink += acquis::ask(law, question)->nodes.size(); });
  measure("resting_on", runs, [&] { sink += resting_on(law, "Article 67 TFEU"_cite).size(); });
  const auto priorities = resting_on(law, "Article 67 TFEU"_cite).of(acquis::NodeKind::priority);
  measure("why", runs, [&] {
    for (const acquis::NodeId priority : priorities)
      sink += why(law, priority, "Article 67 TFEU"_cite).chain.has_value();
  });
  return sink == 0;
}
