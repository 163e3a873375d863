// Acts of the Pact that rest on more than one paragraph of Article 78.
#include <acquis/acquis.hpp>
#include <acquis/graph/trace.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const acquis::Graph& graph = law.graph();
  const acquis::NodeId article = law.find("TFEU/art_78");
  acquis::Scratch scratch;
  for (const acquis::NodeId act : graph.subtree(law.find("package:migration-pact"))) {
    const acquis::InstrumentFacts* facts = law.instrument(act);
    if (facts == nullptr || facts->type == acquis::InstrumentType::package) continue;
    int paragraphs = 0;
    for (const acquis::NodeId n : graph.subtree(article))
      paragraphs += law.level(n) == acquis::Level::paragraph &&
                    rests(graph, {.exact = true}, act, n, scratch);
    if (paragraphs > 1) std::puts(law.key(act).c_str());
  }
}
