// load SIZE OUTPUT: from XML to a corpus and from a snapshot to a corpus, beside what one would
// write with pugixml, Abseil and Boost.Graph; on generated law of size 1 to 3.
#include <absl/container/flat_hash_map.h>
#include <sys/stat.h>

#include <acquis/corpus/builder.hpp>
#include <acquis/graph/reach_index.hpp>
#include <acquis/io/load.hpp>
#include <acquis/io/save.hpp>
#include <acquis/io/snapshot.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <pugixml.hpp>

#include "law.hpp"
#include "report.hpp"

namespace {

using namespace acquis;

// Keys for the numbers of the generator.
class Naming {
 public:
  explicit Naming(const bench::Law& law) : law_(law), key_(law.parts.nodes.size()) {
    std::uint32_t count[3] = {0, 0, 0};
    for (std::uint32_t i = 0; i < key_.size(); ++i) {
      const auto& node = law.parts.nodes[i];
      if (node.kind == NodeKind::objective) key_[i] = "objective:o-" + std::to_string(++count[0]);
      if (node.kind == NodeKind::priority) key_[i] = "priority:p-" + std::to_string(++count[1]);
      if (node.kind == NodeKind::instrument) key_[i] = work(count[2]++);
      if (node.kind == NodeKind::provision) key_[i] = segment(i);
    }
  }
  // Of a provision the last step alone.
  const std::string& step(std::uint32_t i) const { return key_[i]; }
  std::string key(std::uint32_t i) const {
    const NodeId parent = law_.parts.nodes[i].parent;
    return parent == none<NodeId> ? key_[i] : key(index(parent)) + "/" + key_[i];
  }

 private:
  static std::string work(std::uint32_t i) {
    constexpr const char* treaties[] = {"TFEU", "TEU", "CFR"};
    if (i < 3) return treaties[i];
    char text[32];
    std::snprintf(text, sizeof text, "3%04uR%04u", 1958 + (i - 3) / 5000, 1 + (i - 3) % 5000);
    return text;
  }
  std::string segment(std::uint32_t i) {
    const NodeId parent = law_.parts.nodes[i].parent;
    const bool article = law_.parts.nodes[index(parent)].kind == NodeKind::instrument;
    if (parent != last_parent_[article]) number_[article] = 0;
    last_parent_[article] = parent;
    return (article ? "art_" : "par_") + std::to_string(++number_[article]);
  }

  const bench::Law& law_;
  std::vector<std::string> key_;
  NodeId last_parent_[2] = {none<NodeId>, none<NodeId>};
  std::uint32_t number_[2] = {0, 0};
};

Corpus make_corpus(const bench::Law& law) {
  const Naming names(law);
  CorpusBuilder builder;
  builder.begin_part({.id = "made", .title = "Generated law"});
  builder.add_source({.id = "s", .title = "Generated"});
  std::vector<DraftId> drafts;
  for (std::uint32_t i = 0; i < law.parts.nodes.size(); ++i) {
    const auto& node = law.parts.nodes[i];
    const std::string& step = names.step(i);
    drafts.push_back(node.kind == NodeKind::provision
                         ? builder.add_provision(step, drafts[index(node.parent)])
                         : builder.add_node(node.kind, step));
    if (node.kind == NodeKind::instrument)
      builder.set_instrument(drafts[i], {.type = step == "CFR"    ? InstrumentType::charter
                                                 : step[0] == 'T' ? InstrumentType::treaty
                                                                  : InstrumentType::regulation});
  }
  for (const auto& edge : law.parts.edges) {
    EdgeFacts facts{.evidence = edge.evidence, .source = "s"};
    if (edge.evidence == Evidence::editorial) facts.note = "made";
    builder.add_edge(drafts[index(edge.source)], edge.kind, names.key(index(edge.target)), facts);
  }
  auto built = std::move(builder).build();
  if (!built.ok()) {
    std::fprintf(stderr, "%s\n", std::string(built.status().message()).c_str());
    std::exit(1);
  }
  return *std::move(built);
}

// What is written when acquis is not at hand: a tree of the text, a map of keys, a graph.
class Other {
 public:
  using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS,
                                        boost::no_property, std::uint8_t>;
  explicit Other(const std::string& xml) {
    pugi::xml_document document;
    document.load_buffer(xml.data(), xml.size(), pugi::parse_minimal | pugi::parse_escapes);
    walk(document.document_element(), "", true);
    graph_ = Network(node_of_.size());
    walk(document.document_element(), "", false);
  }
  std::size_t nodes() const { return num_vertices(graph_); }
  std::size_t edges() const { return num_edges(graph_); }

 private:
  void walk(pugi::xml_node element, const std::string& key, bool nodes) {
    for (const pugi::xml_node child : element.children()) {
      const std::string_view name = child.name();
      if (const auto to = child.attribute("ref")) {
        if (name == "about")
          walk(child, to.value(), nodes);
        else if (!nodes)
          add_edge(node_of_.at(key), node_of_.at(to.value()), 0, graph_);
        continue;
      }
      const auto own = key_of(child, name, key);
      if (own.empty()) continue;
      if (nodes) node_of_.emplace(own, node_of_.size());
      walk(child, own, nodes);
    }
  }
  static std::string key_of(pugi::xml_node node, std::string_view name, const std::string& outer) {
    if (const auto key = node.attribute("key"); key && name == "instrument") return key.value();
    if (const auto id = node.attribute("id")) {
      if (name == "source") return {};
      if (name == "provision") return outer + "/" + id.value();
      return std::string(name) + ":" + id.value();
    }
    return {};
  }

  absl::flat_hash_map<std::string, std::size_t> node_of_;
  Network graph_;
};

std::string megabytes(double bytes) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f MB", bytes / 1e6);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const bench::Size& size = bench::sizes[std::atoi(argv[1]) - 1];
  bench::Report report;
  report.text(std::string("\n## Loading, ") + size.name + " nodes\n");
  Corpus law = make_corpus(bench::make_law(size.acts, size.priorities));
  law.make_reach_index();
  const std::string file = std::string(argv[2]) + ".acq";
  if (!save_snapshot(law, file).ok()) return 1;
  struct stat facts {};
  ::stat(file.c_str(), &facts);
  report.ask("Opening a snapshot", megabytes(static_cast<double>(facts.st_size)) +
                                       " in the cache of the system, with a reach index.");
  const auto open = [&](Verify verify) { benchmark::DoNotOptimize(open_snapshot(file, verify)); };
  report.way("nothing verified", [=] { open(Verify::nothing); });
  report.way("checksums verified", [=] { open(Verify::checksums); });
  report.way("contents verified", [=] { open(Verify::contents); });
  std::string xml;
  if (size.acts < 100'000) {
    xml = to_xml(law, PartId{0});
    const std::vector<CorpusText> texts{{"made.xml", xml}};
    const Other other(xml);
    if (parse_corpora(texts)->graph().edge_count() != other.edges()) {
      std::fprintf(stderr, "pugixml and Boost.Graph: another graph, %zu nodes %zu edges\n",
                   other.nodes(), other.edges());
      return 1;
    }
    report.ask(
        "XML to a graph",
        megabytes(static_cast<double>(xml.size())) +
            "; ours checks the schema and every rule, keeps labels, evidence and positions.");
    report.way(
        "acquis",
        [&xml] {
          const std::vector<CorpusText> again{{"made.xml", xml}};
          benchmark::DoNotOptimize(parse_corpora(again));
        },
        3);
    report.way(
        "pugixml, absl::flat_hash_map, Boost.Graph adjacency_list",
        [&xml] { benchmark::DoNotOptimize(Other(xml)); }, 3);
  }
  report.run();
  std::remove(file.c_str());
  std::ofstream(argv[2]) << report.out;
}
