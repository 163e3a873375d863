#include "query/words.hpp"

#include <absl/strings/str_format.h>

#include <optional>

#include "acquis/citation/parse.hpp"
#include "detail/nearest.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// The part of "kind:id" behind the colon.
std::string_view id_of(std::string_view key) {
  const std::size_t colon = key.find(':');
  return colon == std::string_view::npos ? key : key.substr(colon + 1);
}

bool is_root(const Corpus& law, NodeId n) { return law.kind(n) != NodeKind::provision; }

// The close keys, ids and labels, given as keys.
std::string closest(const Corpus& law, std::string_view word) {
  Nearest keys(word), ids(word), labels(word);
  std::string by_id, by_label;
  for (const NodeId n : law.graph().nodes()) {
    if (!is_root(law, n)) continue;
    keys.offer(law.segment(n));
    if (id_of(law.segment(n)) == word) by_id = std::string(law.segment(n));
    for (const Language language : languages) labels.offer(law.label(n, language));
  }
  if (!by_id.empty()) return "did you mean " + by_id + "?";
  return keys.empty() ? labels.hint() : keys.hint();
}

// A place of a work that is loaded, but not that far: the closest place that is.
Unknown missing_place(const Corpus& law, const Citation& place) {
  const std::string message = absl::StrFormat("%s is not in the corpus", place.key());
  Citation known = place;
  while (known && law.find(known) == none<NodeId>) known = known.parent();
  if (!known) return {message, closest(law, place.key())};
  const NodeId whole = law.find(known);
  Nearest nearest(place.key());
  for (const NodeId n : law.graph().subtree(whole)) nearest.offer(law.key(n));
  const bool complete = law.is_complete(whole);
  std::string hint = complete ? absl::StrFormat("%s is loaded completely", known.key())
                              : absl::StrFormat("%s is loaded in part only", known.key());
  if (!nearest.empty()) hint += "; " + nearest.hint();
  return {message, hint};
}

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() && edit_distance(a, b, 0) == 0;
}

std::optional<NodeId> labelled(const Corpus& law, std::string_view text) {
  for (const NodeId n : law.graph().nodes())
    for (const Language language : languages)
      if (same_letters(law.label(n, language), text)) return n;
  return std::nullopt;
}

// The one place that the text cites in any of the languages.
Citation cited(std::string_view text) {
  for (const Language language : languages)
    if (const Citation place = parse_citation(text, {.language = language}).place()) return place;
  return {};
}

}  // namespace

Meaning find_word(const Corpus& law, std::string_view word) {
  if (const NodeId n = law.find(word); n != none<NodeId>) return n;
  if (const auto place = Citation::from_key(word)) return missing_place(law, *place);
  return Unknown{absl::StrFormat("nothing is named %s", word), closest(law, word)};
}

Meaning find_quoted(const Corpus& law, std::string_view text) {
  if (const NodeId n = law.find(text); n != none<NodeId>) return n;
  const Citation place = cited(text);
  if (const NodeId n = law.find(place); place && n != none<NodeId>) return n;
  if (const auto n = labelled(law, text)) return *n;
  if (place) return missing_place(law, place);
  return Unknown{absl::StrFormat("\"%s\" is neither a citation nor a label", text),
                 closest(law, text)};
}

Meaning find_of_kind(const Corpus& law, std::string_view word, NodeKind kind) {
  const auto is_one = [&](NodeId n) { return n != none<NodeId> && law.kind(n) == kind; };
  if (const NodeId n = law.find(word); is_one(n)) return n;
  std::string key(to_text(kind));
  key.append(":").append(word);
  if (const NodeId n = law.find(key); is_one(n)) return n;
  if (const auto n = labelled(law, word); n && is_one(*n)) return *n;
  Nearest nearest(word);
  for (const NodeId n : law.graph().nodes()) {
    if (!is_one(n)) continue;
    nearest.offer(id_of(law.segment(n)));
    for (const Language language : languages) nearest.offer(law.label(n, language));
  }
  return Unknown{absl::StrFormat("no %s is named %s", to_text(kind), word), nearest.hint()};
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
