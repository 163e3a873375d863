// Which two priorities share most of their basis; what only one of the two rests on.
#include <acquis/acquis.hpp>
#include <acquis/graph/structure.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const acquis::Graph& graph = law.graph();
  acquis::Scratch scratch;
  double most = 0;
  acquis::NodeId first{}, second{};
  for (const acquis::NodeId a : graph.nodes())
    for (acquis::NodeId b = acquis::next(a); b < *graph.nodes().end(); b = acquis::next(b)) {
      if (law.kind(a) != acquis::NodeKind::priority || law.kind(b) != acquis::NodeKind::priority)
        continue;
      const double alike = similarity(graph, {}, a, b, scratch);
      if (alike <= most) continue;
      most = alike;
      first = a;
      second = b;
    }
  std::fprintf(stderr, "%.2f: %s and %s\n", most, law.key(first).c_str(), law.key(second).c_str());
  const auto of_first = basis_of(law, first), of_second = basis_of(law, second);
  for (const acquis::NodeId n : (of_first - of_second) | (of_second - of_first))
    std::puts(law.key(n).c_str());
}
