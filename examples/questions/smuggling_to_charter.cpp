// The shortest chain from tackling smuggling to the Charter.
#include <acquis/acquis.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const auto found = why(law, "priority:be-tackle-smuggling", "CFR");
  if (!found) return 1;
  std::puts(law.key(found.chain->from).c_str());
  for (const acquis::EdgeId link : found.chain->links)
    std::puts(law.key(law.graph().target(link)).c_str());
  if (law.graph().target(found.chain->links.back()) != found.chain->to)
    std::puts(law.key(found.chain->to).c_str());
}
