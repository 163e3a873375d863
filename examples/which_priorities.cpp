// Which Belgian priorities rest on a provision, and why. The provision is the first argument,
// "Article 67 TFEU" without one.
#include <acquis/acquis.hpp>
#include <cstdio>

int main(int argc, char** argv) {
  using namespace acquis::literals;
  const acquis::Corpus law = acquis::load_embedded();  // treaties + instruments + belgium
  const auto provision = argc > 1 ? acquis::scan_citation(argv[1]) : "Article 67 TFEU"_cite;
  if (!provision || law.find(*provision) == acquis::none<acquis::NodeId>)
    return std::fprintf(stderr, "not a provision of the corpus: %s\n", argv[1]), 2;

  const auto priorities = resting_on(law, *provision).of(acquis::NodeKind::priority).held_by("BE");
  for (const acquis::NodeId priority : priorities)
    std::puts(to_text(why(law, priority, *provision)).c_str());
  return priorities.empty() ? 1 : 0;
}
