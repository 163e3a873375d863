#include "acquis/io/save.hpp"

#include <absl/container/flat_hash_set.h>
#include <absl/strings/str_format.h>

#include <array>
#include <vector>

#include "acquis/citation/language.hpp"
#include "acquis/io/load.hpp"
#include "io/write_file.hpp"

namespace acquis {
inline namespace v0 {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      case '\r':
        out += "&#13;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

class Writer {
 public:
  Writer(const Corpus& law, PartId part) : law_(law), graph_(law.graph()), part_(part) {}

  std::string run() {
    head();
    for (const NodeId n : graph_.nodes()) {
      while (!open_.empty() && !graph_.encloses(open_.back(), n)) close();
      if (law_.part(n) == part_) node(n);
    }
    while (!open_.empty()) close();
    for (const NodeId n : graph_.nodes())
      if (law_.part(n) != part_) about(n);
    out_ += "</corpus>\n";
    return std::move(out_);
  }

 private:
  void attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_.append(" ").append(name).append("=\"").append(escaped(value)).append("\"");
  }
  void attribute(std::string_view name, Date date) {
    const auto iso = date.iso();
    if (date) attribute(name, {iso.data(), iso.size()});
  }
  void indent() { out_.append(2 * (open_.size() + 1), ' '); }

  void head() {
    const PartFacts& facts = law_.parts()[static_cast<std::size_t>(part_)];
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<corpus xmlns=\"urn:acquis:corpus:1\"";
    attribute("id", facts.id);
    attribute("title", facts.title);
    attribute("licence", facts.licence);
    out_ += ">\n";
    for (const std::string& used : facts.uses) {
      out_ += "  <uses";
      attribute("corpus", used);
      out_ += "/>\n";
    }
    for (const SourceFacts& source : law_.sources(part_)) {
      out_ += "  <source";
      attribute("id", source.id);
      attribute("title", source.title);
      attribute("url", source.url);
      attribute("date", source.date);
      out_ += "/>\n";
    }
    for (const Waiver& waiver : facts.waivers) {
      out_ += "  <waive";
      attribute("rule", waiver.rule);
      attribute("reason", waiver.reason);
      attribute("ref", waiver.about);
      out_ += "/>\n";
    }
  }

  static std::string_view element(NodeKind kind) { return to_text(kind); }

  void node(NodeId n) {
    indent();
    out_.append("<").append(element(law_.kind(n)));
    std::vector<EdgeId> edges = edges_of(n);
    attributes(n, take_holders(n, edges));
    const std::string label = label_of(n);
    if (label.empty() && edges.empty() && !has_nodes_inside(n)) {
      out_ += "/>\n";
      return;
    }
    out_ += ">\n";
    open_.push_back(n);
    out_ += label;
    for (const EdgeId e : edges) edge(e);
  }

  bool has_nodes_inside(NodeId n) const {
    const auto inside = graph_.subtree(n);
    for (NodeId m = next(n); m < *inside.end(); m = next(m))
      if (law_.part(m) == part_) return true;
    return false;
  }

  void close() {
    const NodeId n = open_.back();
    open_.pop_back();
    indent();
    out_.append("</").append(element(law_.kind(n))).append(">\n");
  }

  void attributes(NodeId n, const std::string& holders) {
    const std::string_view segment = law_.segment(n);
    const InstrumentFacts* facts = law_.instrument(n);
    if (facts != nullptr) {
      attribute("key", segment);
      instrument(*facts);
    } else {
      attribute("id", segment.substr(segment.find(':') + 1));
    }
    if (law_.is_complete(n)) attribute("complete", "true");
    attribute("held_by", holders);
    const NodeId parent = graph_.parent(n);
    if (parent != none<NodeId> && (open_.empty() || open_.back() != parent))
      attribute("in", law_.key(parent));
    attribute("source", law_.source(n));
    attribute("at", law_.locator(n));
    attribute("from", law_.validity(n).from);
    attribute("to", law_.validity(n).to);
  }

  void instrument(const InstrumentFacts& facts) {
    attribute("type", to_text(facts.type));
    attribute("celex", facts.celex);
    attribute("eli", facts.eli);
    attribute("proposed", facts.life.proposed);
    attribute("document", facts.life.document);
    attribute("in_force", facts.life.in_force);
    attribute("applicable", facts.life.applicable);
    attribute("end", facts.life.end);
    if (facts.life.end) attribute("ended", facts.life.repealed ? "repealed" : "expired");
  }

  std::string label_of(NodeId n) const {
    std::string out;
    for (const Language language : languages)
      if (const auto text = law_.label(n, language); !text.empty())
        out.append(" ").append(to_text(language)).append("=\"" + escaped(text) + "\"");
    if (out.empty()) return out;
    return std::string(2 * (open_.size() + 2), ' ') + "<label" + out + "/>\n";
  }

  std::vector<EdgeId> edges_of(NodeId n) const {
    std::vector<EdgeId> out;
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      for (const EdgeId e : graph_.out_edges(n, role))
        if (law_.part(e) == part_) out.push_back(e);
    return out;
  }

  // held_by="BE" stands for a stated link with the node's own source and place.
  bool is_shorthand(NodeId n, EdgeId e) const {
    const EdgeFacts facts = law_.statement(e);
    return law_.kind(n) == NodeKind::priority && graph_.kind(e) == EdgeKind::held_by &&
           facts.evidence == Evidence::stated && facts.source == law_.source(n) &&
           facts.at == law_.locator(n) && facts.note.empty() && facts.validity.unbounded() &&
           !facts.reviewed && facts.fingerprint.empty();
  }
  // Moves those links out of the list. One behind another link to the same actor stays, for an
  // attribute comes before all elements.
  std::string take_holders(NodeId n, std::vector<EdgeId>& edges) const {
    std::string holders;
    absl::flat_hash_set<NodeId> spelled_out;
    std::erase_if(edges, [&](EdgeId e) {
      if (graph_.kind(e) != EdgeKind::held_by) return false;
      const NodeId actor = graph_.target(e);
      if (spelled_out.contains(actor) || !is_shorthand(n, e)) {
        spelled_out.insert(actor);
        return false;
      }
      const std::string key = law_.key(actor);
      holders += (holders.empty() ? "" : " ") + key.substr(key.find(':') + 1);
      return true;
    });
    return holders;
  }

  void edge(EdgeId e) {
    const EdgeFacts facts = law_.statement(e);
    indent();
    out_.append("<").append(to_text(graph_.kind(e)));
    attribute("ref", law_.key(graph_.target(e)));
    attribute("evidence", to_text(facts.evidence));
    attribute("source", facts.source);
    attribute("at", facts.at);
    attribute("note", facts.note);
    attribute("from", facts.validity.from);
    attribute("to", facts.validity.to);
    attribute("reviewed", facts.reviewed);
    attribute("fingerprint", facts.fingerprint);
    out_ += "/>\n";
  }

  void about(NodeId n) {
    const std::vector<EdgeId> edges = edges_of(n);
    if (edges.empty()) return;
    out_ += "  <about";
    attribute("ref", law_.key(n));
    out_ += ">\n";
    open_.push_back(n);
    for (const EdgeId e : edges) edge(e);
    open_.pop_back();
    out_ += "  </about>\n";
  }

  const Corpus& law_;
  const Graph& graph_;
  PartId part_;
  std::string out_;
  std::vector<NodeId> open_;
};

// What cannot be loaded again (a builder takes any note, also one that is not UTF-8) is not saved.
absl::Status readable(std::string_view xml, std::string_view name) {
  CorpusBuilder scratch;
  Diagnostics problems;
  if (read_corpus({name, xml}, {}, scratch, problems)) return absl::OkStatus();
  const Diagnostic& first = problems.front();
  return absl::FailedPreconditionError(
      absl::StrFormat("%s could not be loaded again: %s: %s", name, first.code, first.message));
}

}  // namespace

std::string to_xml(const Corpus& law, PartId part) { return Writer(law, part).run(); }

absl::Status save_text(std::string_view xml, std::string_view path) {
  if (const absl::Status sound = readable(xml, path); !sound.ok()) return sound;
  return detail::write_file(std::string(path), std::array<std::string_view, 1>{xml});
}

absl::Status save_corpus(const Corpus& law, std::string_view part_id, std::string_view path) {
  const auto parts = law.parts();
  std::size_t part = 0;
  while (part < parts.size() && parts[part].id != part_id) ++part;
  if (part == parts.size())
    return absl::NotFoundError(absl::StrFormat("no part of the corpus is named %s", part_id));

  const std::string xml = to_xml(law, static_cast<PartId>(part));
  if (const absl::Status sound = readable(xml, parts[part].id); !sound.ok()) return sound;
  return detail::write_file(std::string(path), std::array<std::string_view, 1>{xml});
}

}  // namespace v0
}  // namespace acquis
