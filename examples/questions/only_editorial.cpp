// Priorities whose only support is editorial.
#include <acquis/acquis.hpp>
#include <acquis/graph/trace.hpp>
#include <array>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const acquis::Graph& graph = law.graph();
  acquis::Scratch scratch;
  const acquis::Policy no_opinion{.least = acquis::Evidence::derived};
  for (const acquis::NodeId n : graph.nodes()) {
    if (law.kind(n) != acquis::NodeKind::priority) continue;
    const bool rests = !basis_of(graph, {}, std::array{n}, scratch).empty();
    if (rests && basis_of(graph, no_opinion, std::array{n}, scratch).empty())
      std::puts(law.key(n).c_str());
  }
}
