#include "acquis/report/figure.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "acquis/report/text.hpp"

namespace acquis {
inline namespace v0 {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) >= ' ') out += c;
  }
  return out + '"';
}

std::string_view line_style(Evidence evidence) {
  return evidence == Evidence::stated    ? "solid"
         : evidence == Evidence::derived ? "dashed"
                                         : "dotted";
}

class Figure {
 public:
  Figure(const Reasons& reasons, Language language)
      : reasons_(reasons), law_(*reasons.law), graph_(law_.graph()), language_(language) {
    for (const Chain& chain : reasons.chains.chains) collect(chain);
  }

  std::string run() {
    std::string out = "digraph acquis {\n  rankdir=LR;\n  node [shape=box];\n";
    std::vector<NodeId> ordered(nodes_.begin(), nodes_.end());
    std::sort(ordered.begin(), ordered.end(),
              [&](NodeId a, NodeId b) { return law_.precedes(a, b); });
    for (const NodeId n : ordered) out += node(n);
    for (const EdgeId e : links_) out += link(e);
    for (const auto& [at, next] : steps_) out += step(at, next);
    return out + "}\n";
  }

 private:
  void collect(const Chain& chain) {
    NodeId at = chain.from;
    nodes_.insert(at);
    for (const EdgeId e : chain.links) {
      go(at, graph_.source(e));
      links_.insert(e);
      at = graph_.target(e);
      nodes_.insert(at);
    }
    go(at, chain.to);
  }
  void go(NodeId at, NodeId next) {
    nodes_.insert(next);
    if (at != next) steps_.emplace(at, next);
  }

  std::string node(NodeId n) const {
    const std::string key = law_.key(n);
    const std::string text = title(law_, n, language_);
    std::string out = "  " + quoted(key);
    if (text != key) out += " [label=" + quoted(text + " (" + key + ")") + "]";
    return out + ";\n";
  }
  std::string ends(NodeId a, NodeId b) const {
    return "  " + quoted(law_.key(a)) + " -> " + quoted(law_.key(b));
  }
  std::string link(EdgeId e) const {
    const auto& essential = reasons_.passages.links;
    const bool bold = std::find(essential.begin(), essential.end(), e) != essential.end();
    return ends(graph_.source(e), graph_.target(e)) +
           " [label=" + quoted(phrase(graph_.kind(e), language_)) + ", style=" +
           quoted(std::string(line_style(graph_.evidence(e))) + (bold ? ",bold" : "")) + "];\n";
  }
  std::string step(NodeId at, NodeId next) const {
    return ends(at, next) + " [color=grey, arrowhead=empty];\n";
  }

  const Reasons& reasons_;
  const Corpus& law_;
  const Graph& graph_;
  Language language_;
  std::set<NodeId> nodes_;
  std::set<EdgeId> links_;
  std::set<std::pair<NodeId, NodeId>> steps_;
};

}  // namespace

std::string to_dot(const Reasons& reasons, Language language) {
  if (reasons.law == nullptr) return "digraph acquis {\n}\n";
  return Figure(reasons, language).run();
}

}  // namespace v0
}  // namespace acquis
