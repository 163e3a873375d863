// What rested on Dublin III before and rests on its successor now.
#include <acquis/acquis.hpp>
#include <cstdio>

int main() {
  const acquis::Corpus law = acquis::load_embedded();
  const acquis::Graph& graph = law.graph();
  const acquis::NodeId dublin = law.find("32013R0604");
  std::vector<acquis::NodeId> successors;
  for (const acquis::EdgeId e : graph.in_edges(dublin, acquis::Role::history))
    if (graph.kind(e) == acquis::EdgeKind::replaces) successors.push_back(graph.source(e));
  const acquis::Policy before{.as_of = acquis::Date::from_ymd(2024, 1, 1)};
  const auto now = resting_on(acquis::NodeSet(law, successors));
  for (const acquis::NodeId n : resting_on(law, dublin, before) & now)
    std::puts(law.key(n).c_str());
}
