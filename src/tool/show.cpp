// acquis show, acquis corpora, acquis check
#include <cstdio>
#include <nlohmann/json.hpp>

#include "acquis/io/embedded.hpp"
#include "acquis/io/load.hpp"
#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"
#include "tool/options.hpp"
#include "tool/table.hpp"

namespace acquis::tool {
namespace {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

EdgeKindSet any_kind() {
  EdgeKindSet kinds;
  for (std::size_t i = 0; i < edge_kind_count; ++i) kinds.insert(static_cast<EdgeKind>(i));
  return kinds;
}

class Page {
 public:
  Page(const Corpus& law, NodeId node, const Options& options, const QueryOptions& asked)
      : law_(law),
        graph_(law.graph()),
        node_(node),
        options_(options),
        policy_(asked.policy),
        day_(asked.policy.as_of ? asked.policy.as_of : asked.today) {
    // Unless the user chose among the kinds of links, they are all of interest.
    if (policy_.kinds == support_kinds) policy_.kinds = any_kind();
  }

  std::string text() {
    out_ = bold(title(law_, node_, options_.language)) + "\n";
    field("key", law_.key(node_));
    field("kind", std::string(to_text(law_.kind(node_))) + (law_.is_stub(node_) ? ", stub" : ""));
    instrument();
    field("from", to_text(law_.validity(node_).from));
    field("until", to_text(law_.validity(node_).to));
    if (law_.instrument(node_) == nullptr && !graph_.existence(node_).contains(day_))
      field("status", "not in being on " + to_text(day_));
    field("stated in", statement());
    for (const Language language : languages) field(to_text(language), law_.label(node_, language));
    if (const NodeId parent = graph_.parent(node_); parent != none<NodeId>)
      field("part of", name(parent));
    parts();
    links("links from here", false);
    links("links to here", true);
    return wrap_lines(out_, terminal_width());
  }

 private:
  std::string name(NodeId n) const {
    const std::string text = title(law_, n, options_.language);
    const std::string key = law_.key(n);
    return text == key ? key : text + " (" + key + ")";
  }
  void field(std::string_view label, std::string_view value) {
    if (value.empty()) return;
    out_ += "  " + std::string(label) +
            std::string(label.size() < 12 ? 12 - label.size() : 1, ' ') + std::string(value) + "\n";
  }

  void instrument() {
    const InstrumentFacts* facts = law_.instrument(node_);
    if (facts == nullptr) return;
    field("type", to_text(facts->type));
    field("celex", facts->celex);
    field("eli", facts->eli);
    field("proposed", to_text(facts->life.proposed));
    field("document", to_text(facts->life.document));
    field("in force", to_text(facts->life.in_force));
    field("applicable", to_text(facts->life.applicable));
    field("end", to_text(facts->life.end));
    if (const auto status = status_at(facts->life, day_))
      field("status", std::string(phrase(*status, Language::en)) + " on " + to_text(day_));
  }

  // The source of the node itself, and the place in it.
  std::string statement() const {
    std::string out;
    if (law_.is_stub(node_)) return out;
    for (const SourceFacts& source : law_.sources(law_.part(node_)))
      if (source.id == law_.source(node_)) out = source.title.empty() ? source.id : source.title;
    const std::string_view at = law_.locator(node_);
    if (!out.empty() && !at.empty()) out += ", ";
    return out.append(at);
  }

  void parts() {
    const auto inside = graph_.subtree(node_);
    if (inside.size() == 1) return;
    std::string children;
    for (NodeId n = next(node_); n < *inside.end(); n = *graph_.subtree(n).end())
      children += (children.empty() ? "" : ", ") + std::string(law_.segment(n));
    field("contains", children);
  }

  void links(std::string_view heading, bool backwards) {
    std::string list;
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context}) {
      if (backwards) {
        for (const EdgeId e : graph_.in_edges(node_, role)) list += link(e, graph_.source(e));
      } else {
        for (const EdgeId e : graph_.out_edges(node_, role)) list += link(e, graph_.target(e));
      }
    }
    if (!list.empty()) out_ += bold(heading) + "\n" + list;
  }
  std::string link(EdgeId e, NodeId far) const {
    if (!admits(graph_, policy_, e)) return {};
    std::string line = "  " + std::string(to_text(graph_.kind(e))) + " " + name(far) + "\n    [" +
                       std::string(to_text(graph_.evidence(e))) + "] " + source_line(law_, e);
    const Interval valid = graph_.validity(e);
    if (!valid.unbounded()) line += " [" + to_text(valid.from) + " .. " + to_text(valid.to) + "]";
    return line + "\n";
  }

  const Corpus& law_;
  const Graph& graph_;
  NodeId node_;
  const Options& options_;
  Policy policy_;
  Date day_;
  std::string out_;
};

std::size_t count_nodes(const Corpus& law, PartId part) {
  std::size_t count = 0;
  for (const NodeId n : law.graph().nodes()) count += law.part(n) == part;
  return count;
}
std::size_t count_edges(const Corpus& law, PartId part) {
  std::size_t count = 0;
  for (const EdgeId e : law.graph().edges()) count += law.part(e) == part;
  return count;
}

std::string problems_as_csv(const Diagnostics& problems) {
  constexpr const char* severities[]{"note", "warning", "error"};
  Table table({"severity", "code", "file", "line", "column", "message", "hint"});
  for (const Diagnostic& d : problems)
    table.add({severities[static_cast<std::size_t>(d.severity)], d.code, d.file,
               std::to_string(d.line), std::to_string(d.column), d.message, d.hint});
  return table.to_csv();
}

}  // namespace

int run_show(const Options& options, const std::string& word) {
  const auto asked = query_options(options);
  if (!asked) return bad_input;
  const auto law = open_law(options);
  if (!law) return bad_input;
  Query query;
  query.terms = {{Term::Kind::quoted, 0, word, {}}};
  Diagnostics problems;
  const auto answer = evaluate(*law, query, {}, &problems);  // on any day: the page tells its days
  print_problems(problems, true);
  if (!answer.ok()) return bad_input;
  if (options.format != Format::table) return print_nodes(options, *law, answer->nodes);
  print(Page(*law, answer->nodes.front(), options, *asked).text());
  return answered;
}

int run_corpora(const Options& options) {
  const auto law = open_law(options);
  if (!law) return bad_input;
  Table table({"corpus", "nodes", "edges", "title"});
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  const auto parts = law->parts();
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PartId part{static_cast<std::uint16_t>(i)};
    const std::size_t nodes = count_nodes(*law, part), edges = count_edges(*law, part);
    table.add({parts[i].id, std::to_string(nodes), std::to_string(edges), parts[i].title});
    json.push_back(
        {{"corpus", parts[i].id}, {"nodes", nodes}, {"edges", edges}, {"title", parts[i].title}});
  }
  print(options.format == Format::json  ? json.dump() + "\n"
        : options.format == Format::csv ? table.to_csv()
                                        : table.to_text(terminal_width()));
  return answered;
}

int run_check(const Options& options, const std::vector<std::string>& files) {
  Options all = options;
  all.corpora.insert(all.corpora.end(), files.begin(), files.end());
  Diagnostics problems;
  const auto law = load_corpora(all.corpora, {}, &problems);
  if (options.format == Format::json)
    print(to_json(problems) + "\n");
  else if (options.format == Format::csv)
    print(problems_as_csv(problems));
  else
    for (const Diagnostic& problem : problems) print(to_text(problem));
  if (!law.ok() && problems.empty())
    std::fprintf(stderr, "acquis: %s\n", std::string(law.status().ToString()).c_str());
  if (law.ok() && options.format == Format::table)
    print("the corpus is sound: " + std::to_string(law->graph().node_count()) + " nodes, " +
          std::to_string(law->graph().edge_count()) + " edges\n");
  return law.ok() ? answered : bad_input;
}

}  // namespace acquis::tool
