#include "acquis/io/review.hpp"

#include <absl/status/status.h>
#include <absl/strings/str_format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "acquis/corpus/fingerprint.hpp"

namespace acquis {
inline namespace v0 {
namespace {

// Offsets of the beginnings of lines.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text), first_{0} {
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] == '\n') first_.push_back(i + 1);
  }
  std::optional<std::size_t> offset(Position at) const {
    if (at.line == 0 || at.line > first_.size() || at.column == 0) return std::nullopt;
    const std::size_t offset = first_[at.line - 1] + at.column - 1;
    return offset < text_.size() ? std::optional(offset) : std::nullopt;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> first_;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// The tag that begins at `at`, with both angle brackets; quoted values may hold a ">".
std::string_view tag_at(std::string_view text, std::size_t at) {
  char quote = 0;
  for (std::size_t i = at; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return text.substr(at, i + 1 - at);
    }
  }
  return {};
}

// Whether the tag is of an element of that name, whatever its prefix.
bool is_named(std::string_view tag, std::string_view name) {
  std::string_view found = tag.substr(1, tag.find_first_of(" \t\r\n/>") - 1);
  const std::size_t colon = found.find(':');
  if (colon != std::string_view::npos) found.remove_prefix(colon + 1);
  return found == name;
}

// The attribute's value set, in place of the old one or behind the last attribute.
void set_attribute(std::string& tag, std::string_view name, std::string_view value) {
  char quote = 0;
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (is_space(c) && tag.compare(i + 1, name.size(), name) == 0) {
      std::size_t open = i + 1 + name.size();
      while (open < tag.size() && (is_space(tag[open]) || tag[open] == '=')) ++open;
      if (tag[open] != '"' && tag[open] != '\'') continue;
      const std::size_t close = tag.find(tag[open], open + 1);
      tag.replace(open + 1, close - open - 1, value);
      return;
    }
  }
  std::size_t end = tag.size() - (tag[tag.size() - 2] == '/' ? 2 : 1);
  while (is_space(tag[end - 1])) --end;
  tag.insert(end, absl::StrFormat(" %s=\"%s\"", std::string(name), std::string(value)));
}

}  // namespace

std::vector<EdgeId> links_at(const Corpus& law, PartId part, NodeId place) {
  const Graph& graph = law.graph();
  std::vector<EdgeId> out;
  for (const EdgeId e : graph.edges()) {
    if (law.part(e) != part) continue;
    const EdgeFacts facts = law.statement(e);
    const NodeId source = graph.source(e);
    const bool shorthand = graph.kind(e) == EdgeKind::held_by && facts.note.empty() &&
                           facts.evidence == Evidence::stated &&
                           facts.source == law.source(source) && facts.at == law.locator(source);
    if (!shorthand && (graph.encloses(place, source) || graph.encloses(place, graph.target(e))))
      out.push_back(e);
  }
  std::sort(out.begin(), out.end(), [&](EdgeId a, EdgeId b) {
    const Position x = law.position(a), y = law.position(b);
    return std::tie(x.line, x.column) < std::tie(y.line, y.column);
  });
  return out;
}

absl::StatusOr<std::string> mark_reviewed(const Corpus& law, std::span<const EdgeId> edges,
                                          Date day, std::string_view xml) {
  const Lines lines(xml);
  const auto iso = day.iso();
  std::map<NodeId, std::string> fingerprints;
  std::string out;
  std::size_t done = 0;
  for (const EdgeId e : edges) {
    const auto at = lines.offset(law.position(e));
    const std::string_view kind = to_text(law.graph().kind(e));
    const std::string_view tag = at && *at >= done && xml[*at] == '<' ? tag_at(xml, *at) : "";
    if (tag.size() < 3 || !is_named(tag, kind))
      return absl::FailedPreconditionError(
          absl::StrFormat("line %d: expected <%s>; the text is not what was loaded",
                          law.position(e).line, std::string(kind)));
    out.append(xml.substr(done, *at - done));
    std::string changed(tag);
    set_attribute(changed, "reviewed", {iso.data(), iso.size()});
    std::string& known = fingerprints[law.graph().target(e)];
    if (known.empty()) known = fingerprint(law, law.graph().target(e));
    set_attribute(changed, "fingerprint", known);
    out.append(changed);
    done = *at + tag.size();
  }
  return out.append(xml.substr(done));
}

}  // namespace v0
}  // namespace acquis
