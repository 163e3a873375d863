// Provisions of Title V that no Belgian priority rests on.
#include <acquis/acquis.hpp>
#include <acquis/report/coverage.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const auto inside = law.graph().subtree(law.find("TFEU/prt_3/tis_V"));
  const acquis::NodeSet title(law, {inside.begin(), inside.end()});
  const auto nodes = law.graph().nodes();
  const acquis::NodeSet all(law, {nodes.begin(), nodes.end()});
  const auto belgian = all.of(acquis::NodeKind::priority).held_by("BE");
  for (const acquis::NodeId n : acquis::audit(title, belgian).uncovered)
    if (law.kind(n) == acquis::NodeKind::provision) std::puts(law.key(n).c_str());
}
