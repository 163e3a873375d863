#include "acquis/report/text.hpp"

#include <algorithm>

#include "acquis/citation/write.hpp"

namespace acquis {
inline namespace v0 {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string first_label(const Corpus& law, NodeId node) {
  for (const Language language : languages)
    if (const auto label = law.label(node, language); !label.empty()) return std::string(label);
  return {};
}

}  // namespace

std::string title(const Corpus& law, NodeId node, Language language) {
  if (const auto label = law.label(node, language);
      !label.empty() && law.kind(node) != NodeKind::provision)
    return std::string(label);
  if (const auto citation = law.citation(node)) {
    std::string text = to_text(*citation, language);
    if (law.kind(node) == NodeKind::provision && !text.empty()) return text;
    const std::string label = first_label(law, node);
    return label.empty() ? (text.empty() ? law.key(node) : text) : label;
  }
  const std::string label = first_label(law, node);
  return label.empty() ? law.key(node) : label;
}

std::string source_line(const Corpus& law, EdgeId edge) {
  const EdgeFacts facts = law.statement(edge);
  std::string out;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    if (!out.empty()) out += ", ";
    out += text;
  };
  for (const SourceFacts& source : law.sources(law.part(edge)))
    if (source.id == facts.source) add(source.title.empty() ? source.id : source.title);
  add(facts.at);
  if (!facts.note.empty()) {
    if (!out.empty()) out += ": ";
    out += quoted(facts.note);
  }
  return out;
}

std::string to_text(Date date) {
  if (!date) return {};
  const auto iso = date.iso();
  return {iso.data(), iso.size()};
}

namespace {

// Of the first `bytes` of a UTF-8 text, in characters.
std::size_t width_of(std::string_view text, std::size_t bytes) {
  const std::string_view head = text.substr(0, bytes);
  return static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
  }));
}

}  // namespace

std::string to_text(const Diagnostic& diagnostic) {
  constexpr std::string_view severities[]{"note", "warning", "error"};
  std::string out;
  if (!diagnostic.file.empty()) out += diagnostic.file + ":";
  if (diagnostic.line != 0)
    out += std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + ":";
  if (!out.empty()) out += " ";
  out += std::string(severities[static_cast<std::size_t>(diagnostic.severity)]) + " " +
         diagnostic.code + ": " + diagnostic.message + "\n";
  if (!diagnostic.excerpt.empty()) {
    out += "    " + diagnostic.excerpt + "\n";
    if (diagnostic.column != 0 && diagnostic.column <= diagnostic.excerpt.size() + 1)
      out += "    " + std::string(width_of(diagnostic.excerpt, diagnostic.column - 1), ' ') + "^\n";
  }
  if (!diagnostic.hint.empty()) out += "    " + diagnostic.hint + "\n";
  return out;
}

}  // namespace v0
}  // namespace acquis
