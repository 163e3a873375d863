// Every chain from implementing the Pact to Article 67, and the places that lie on them.
#include <acquis/acquis.hpp>
#include <acquis/query/ask.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const acquis::Graph& graph = law.graph();
  const auto all = reasons(law, "priority:be-pact-implementation", "TFEU/art_67", {},
                           {.count = 100'000, .max_links = 30});
  std::vector<acquis::NodeId> places{all.from, all.to};
  for (const acquis::Chain& chain : all.chains.chains)
    for (const acquis::EdgeId link : chain.links) {
      places.push_back(graph.source(link));
      places.push_back(graph.target(link));
    }
  std::fprintf(stderr, "%zu chains%s\n", all.chains.chains.size(),
               all.chains.complete ? "" : " and more");
  for (const acquis::NodeId n : acquis::NodeSet(law, places)) std::puts(law.key(n).c_str());
}
