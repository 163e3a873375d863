// Priorities that lose all support when the Security Union Strategy expires.
#include <acquis/acquis.hpp>
#include <acquis/graph/trace.hpp>
#include <array>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const acquis::Graph& graph = law.graph();
  acquis::Scratch scratch;
  const acquis::Policy last_day{.as_of = law.instrument(law.find("52020DC0605"))->life.end};
  const acquis::Policy day_after{
      .as_of = acquis::Date::from_ymd(last_day.as_of.year() + 1, 1, 1)};  // it ends with a year
  for (const acquis::NodeId n : graph.nodes()) {
    if (law.kind(n) != acquis::NodeKind::priority) continue;
    const bool rested = !basis_of(graph, last_day, std::array{n}, scratch).empty();
    if (rested && basis_of(graph, day_after, std::array{n}, scratch).empty())
      std::puts(law.key(n).c_str());
  }
}
