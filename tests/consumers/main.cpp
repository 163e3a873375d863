// What a program that uses acquis does: asks, builds a corpus of its own, reads a query.
#include <acquis/acquis.hpp>
#include <acquis/corpus/builder.hpp>
#include <acquis/query/parse.hpp>
#ifdef WITH_BGL
#include <acquis/graph/bgl.hpp>
#include <boost/graph/strong_components.hpp>
#endif

#include <cstddef>
#include <cstdio>
#include <utility>
#include <vector>

int main() {
  using namespace acquis::literals;
  const acquis::Corpus law = acquis::load_embedded();
  const auto article = "Article 67 TFEU"_cite;
  const auto priorities = resting_on(law, article).of(acquis::NodeKind::priority).held_by("BE");
  for (const acquis::NodeId priority : priorities)
    std::printf("%s\n", to_text(why(law, priority, article)).c_str());

  const auto same = (priorities | priorities) & priorities;

  acquis::CorpusBuilder builder;
  builder.begin_part({.id = "own"});
  builder.add_node(acquis::NodeKind::instrument, "TFEU");
  const auto own = std::move(builder).build();
  const auto query = acquis::parse_query("rests_on(TFEU/art_67)");
#ifdef WITH_BGL
  std::vector<std::size_t> component(num_vertices(law.graph()));
  const auto index = get(boost::vertex_index, law.graph());
  if (boost::strong_components(law.graph(),
                               boost::make_iterator_property_map(component.begin(), index)) == 0)
    return 1;
#endif
  return !priorities.empty() && (same - priorities).empty() && own.ok() && query.ok() ? 0 : 1;
}
