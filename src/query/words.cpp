#include "query/words.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <vector>

#include "acquis/citation/parse.hpp"
#include "acquis/citation/scan.hpp"
#include "acquis/citation/treaty_shape.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/citation/write.hpp"
#include "acquis/query/resolve.hpp"
#include "detail/nearest.hpp"
#include "query/functions.hpp"

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

void offer_labels(const Corpus& law, NodeId n, Nearest& nearest) {
  for (const Language language : languages) nearest.offer(law.label(n, language));
}

// Whether the letters of `part` stand in `text`, ASCII case ignored.
bool holds(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return lower(a) == lower(b); };
  return std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

// Whether a part of a name says enough to look for the whole.
bool tells(std::string_view part) { return part.size() >= 3; }

Unknown unknown(std::string message, std::string_view known) {
  return {std::move(message),
          known.empty() ? std::string() : absl::StrFormat("did you mean %s?", known)};
}

// "a, b or c", the first few.
std::string one_of(const std::vector<std::string>& words) {
  const std::size_t count = (std::min)(words.size(), std::size_t{3});
  std::string out;
  for (std::size_t i = 0; i < count; ++i)
    out += (i == 0 ? "" : i + 1 == count ? " or " : ", ") + words[i];
  return out;
}

std::vector<std::string> keys_of(const Corpus& law, const std::vector<NodeId>& nodes) {
  std::vector<std::string> out;
  for (const NodeId n : nodes) out.push_back(law.key(n));
  return out;
}

// The close keys, else the close labels, else the keys that the word is a part of.
Unknown missing_word(const Corpus& law, std::string_view word) {
  std::string message = absl::StrFormat("nothing is named %s", word);
  if (find_signature(word) != nullptr)
    return {std::move(message), absl::StrFormat("%s is a function: write %s(...)", word, word)};
  Nearest keys(word), labels(word);
  std::vector<std::string> longer;
  for (const NodeId n : law.graph().nodes()) {
    keys.offer(law.key(n));
    if (!is_root(law, n)) continue;
    if (id_of(law.segment(n)) == word) return unknown(std::move(message), law.segment(n));
    offer_labels(law, n, labels);
    if (tells(word) && holds(law.segment(n), word)) longer.emplace_back(law.segment(n));
  }
  std::string hint = keys.empty() ? labels.hint() : keys.hint();
  if (!hint.empty()) return {std::move(message), std::move(hint)};
  return unknown(std::move(message), one_of(longer));
}

// What a drafter calls it; empty for what no drafter cites.
std::string citation_of(const Corpus& law, NodeId n, Language language) {
  const auto place = law.citation(n);
  return place ? to_text(*place, language) : std::string();
}

// Its label, in English if there is one, or what a drafter calls it.
std::string name_of(const Corpus& law, NodeId n) {
  if (is_root(law, n))
    for (const Language language : languages)
      if (const auto label = law.label(n, language); !label.empty()) return std::string(label);
  return citation_of(law, n, Language::en);
}

// The closest key, citation or label in any language, else the names that the text is a part of:
// "Article 67" of which treaty?
Unknown missing_name(const Corpus& law, std::string_view text) {
  std::string message = absl::StrFormat("\"%s\" is neither a citation nor a label", text);
  Nearest nearest(text, 1);
  std::vector<std::string> longer;
  for (const NodeId n : law.graph().nodes()) {
    if (is_root(law, n) && id_of(law.segment(n)) == text)
      return unknown(std::move(message), law.segment(n));
    nearest.offer(law.key(n));
    if (is_root(law, n)) offer_labels(law, n, nearest);
    for (const Language language : languages) nearest.offer(citation_of(law, n, language));
    if (std::string name = name_of(law, n); tells(text) && holds(name, text))
      longer.push_back(std::move(name));
  }
  if (!nearest.empty()) return {std::move(message), nearest.hint()};
  return unknown(std::move(message), one_of(longer));
}

// The closest places inside what is loaded of what encloses it.
std::string closest_place(const Corpus& law, const Citation& place) {
  Citation known = place;
  while (known && law.find(known) == none<NodeId>) known = known.parent();
  Nearest nearest(place.key());
  if (!known)
    for (const NodeId n : law.graph().nodes())
      if (is_root(law, n)) nearest.offer(law.segment(n));
  if (!known) return nearest.hint();
  for (const NodeId n : law.graph().subtree(law.find(known))) nearest.offer(law.key(n));
  return nearest.hint();
}

// A place that no node is: what is known of it, and the closest place that there is.
Unknown missing_place(const Corpus& law, const Citation& place, const Resolution& found) {
  std::string message = absl::StrFormat("%s is not in the corpus", place.key());
  std::vector<std::string> known;
  for (const auto* places : {&found.candidates, &found.suggestions})
    for (const Citation& other : *places)
      if (law.find(other) != none<NodeId>) known.emplace_back(other.key());
  std::string close = known.empty() ? closest_place(law, place)
                                    : absl::StrFormat("did you mean %s?", one_of(known));
  if (close.empty()) return {std::move(message), found.reason};
  return {std::move(message), found.reason.empty() ? close : found.reason + "; " + close};
}

// The node of a place, under any name that the treaties have for it.
Meaning find_place(const Corpus& law, const Citation& place) {
  if (const NodeId n = law.find(place); n != none<NodeId>) return n;
  const Resolution found = resolve(law, place);
  if (found.node != none<NodeId>) return found.node;
  return missing_place(law, place, found);
}

bool is_labelled(const Corpus& law, NodeId n, std::string_view text) {
  return std::any_of(languages.begin(), languages.end(),
                     [&](Language l) { return same_word(law.label(n, l), text); });
}

// Digits that every citation of the place has: the number of its article. None of other places.
std::string_view number_of(const Corpus& law, NodeId n) {
  constexpr std::string_view code = "art_";
  while (n != none<NodeId> && !law.segment(n).starts_with(code)) n = law.graph().parent(n);
  if (n == none<NodeId>) return {};
  const std::string_view number = law.segment(n).substr(code.size());
  return number.substr(0, number.find_first_not_of("0123456789"));
}

bool is_cited(const Corpus& law, NodeId n, std::string_view text) {
  if (text.find(number_of(law, n)) == std::string_view::npos) return false;
  return std::any_of(languages.begin(), languages.end(),
                     [&](Language l) { return same_word(citation_of(law, n, l), text); });
}

// The nodes that have the label. A provision is called by its citation first, by its heading only
// where nothing else has that name.
std::vector<NodeId> labelled(const Corpus& law, std::string_view text) {
  std::vector<NodeId> named, headed;
  for (const NodeId n : law.graph().nodes())
    if (is_labelled(law, n, text)) (is_root(law, n) ? named : headed).push_back(n);
  return named.empty() ? headed : named;
}

// The one place that the text cites: in the plain English of a literal, which needs no table of
// names, else in the language, else in any other.
Citation cited(std::string_view text, Language language) {
  if (const auto place = scan_citation(text)) return usual_name(*place);
  const auto read_in = [&](Language l) { return parse_citation(text, {.language = l}).place(); };
  if (const Citation place = read_in(language)) return place;
  for (const Language other : languages)
    if (const Citation place = read_in(other)) return place;
  return {};
}

}  // namespace

Meaning find_word(const Corpus& law, std::string_view word) {
  if (const NodeId n = law.find(word); n != none<NodeId>) return n;
  if (const auto place = Citation::from_key(word)) return find_place(law, *place);
  return missing_word(law, word);
}

Meaning find_quoted(const Corpus& law, std::string_view text, Language language) {
  if (const NodeId n = law.find(text); n != none<NodeId>) return n;
  const Citation place = cited(text, language);
  if (place && law.find(place) != none<NodeId>) return law.find(place);
  const std::vector<NodeId> found = labelled(law, text);
  if (found.size() > 1)
    return Unknown{absl::StrFormat("\"%s\" names %d places", text, found.size()),
                   absl::StrFormat("write %s", one_of(keys_of(law, found)))};
  if (!found.empty()) return found.front();
  if (place) return find_place(law, place);
  for (const NodeId n : law.graph().nodes())
    if (is_cited(law, n, text)) return n;
  return missing_name(law, text);
}

Meaning find_of_kind(const Corpus& law, std::string_view word, NodeKind kind) {
  const auto is_one = [&](NodeId n) { return n != none<NodeId> && law.kind(n) == kind; };
  if (const NodeId n = law.find(word); is_one(n)) return n;
  std::string key(to_text(kind));
  key.append(":").append(word);
  if (const NodeId n = law.find(key); is_one(n)) return n;
  for (const NodeId n : labelled(law, word))
    if (is_one(n)) return n;
  Nearest nearest(word);
  for (const NodeId n : law.graph().nodes()) {
    if (!is_one(n)) continue;
    nearest.offer(id_of(law.segment(n)));
    offer_labels(law, n, nearest);
  }
  return Unknown{absl::StrFormat("no %s is named %s", to_text(kind), word), nearest.hint()};
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
