// What changes for Belgium if Article 79(2) is amended.
#include <acquis/acquis.hpp>
#include <acquis/graph/impact.hpp>
#include <array>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  using namespace acquis::literals;
  acquis::Scratch scratch;
  std::vector<acquis::NodeId> touched;
  const std::array place{law.find("Article 79(2) TFEU"_cite)};
  for (const acquis::Impact& i : acquis::impact(law.graph(), {}, place, scratch))
    touched.push_back(i.node);
  const acquis::NodeSet all(law, touched);
  for (const acquis::NodeId n : all.of(acquis::NodeKind::priority).held_by("BE"))
    std::puts(law.key(n).c_str());
}
