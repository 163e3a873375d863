#include "io/import/assemble.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>

#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::uint8_t bit(Language language) {
  return static_cast<std::uint8_t>(1u << static_cast<unsigned>(language));
}

// A name of a file as an id: letters, digits and ". _ -".
std::string as_id(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  constexpr std::size_t longest = 80;
  std::string out;
  for (const char c : name.substr(0, longest)) {
    const bool inner = c == '.' || c == '_' || c == '-';
    if (is_alnum(c) || (inner && !out.empty())) out += c;
  }
  return out.empty() ? std::string("document") : out;
}

bool is_article(const ActPlace& place) { return place.segment.substr(0, 4) == "art_"; }
bool is_group(const ActPlace& place) {
  const auto level = level_from_code(std::string_view(place.segment).substr(0, 3));
  return level && is_grouping(*level);
}

}  // namespace

std::vector<std::string> keys_of(const Act& act) {
  std::vector<std::string> out(act.places.size());
  for (std::size_t p = 1; p < act.places.size(); ++p) {
    std::uint32_t anchor = act.places[p].parent;
    while (is_article(act.places[p]) && anchor != 0 && is_group(act.places[anchor]))
      anchor = act.places[anchor].parent;
    out[p] = out[anchor] + "/" + act.places[p].segment;
  }
  return out;
}

void Assembler::add(Act& act) {
  problems_.insert(problems_.end(), act.problems.begin(), act.problems.end());
  if (act.failed) {
    ++count_.skipped;
    return;
  }
  if (act.left_out) {
    ++count_.left_out;
    return;
  }
  const std::string work(act.work.key());
  const auto known = works_.find(work);
  keys_ = keys_of(act);
  if (known != works_.end()) return add_missing(act, known->second);
  add_work(act);
}

void Assembler::add_sources(const Act& act) {
  sources_.clear();
  for (const std::string& file : act.files) {
    const std::string base = as_id(file);
    std::string id = base;
    for (int i = 2; !source_ids_.insert(id).second; ++i) id = absl::StrFormat("%s.%d", base, i);
    builder_.add_source({.id = id, .title = act.title, .url = file, .date = act.version});
    sources_.push_back(std::move(id));
  }
}

void Assembler::add_work(const Act& act) {
  add_sources(act);
  drafts_.assign(act.places.size(), none<DraftId>);
  last_places_.clear();
  last_work_ = std::string(act.work.key());
  drafts_[0] = builder_.add_node(NodeKind::instrument, act.work.key());
  builder_.set_instrument(drafts_[0],
                          {.type = act.type, .life = {.document = act.date}, .eli = act.eli});
  if (!act.title.empty()) builder_.set_label(drafts_[0], act.language, act.title);
  for (std::uint32_t p = 1; p < act.places.size(); ++p) add_place(act, p);
  add_edges(act, false);
  works_.emplace(last_work_, Known{drafts_[0], act.has_preamble, bit(act.language), act.version});
  ++count_.documents;
  count_.references += act.references;
  count_.open += act.open;
}

void Assembler::add_place(const Act& act, std::uint32_t p) {
  const ActPlace& place = act.places[p];
  drafts_[p] = builder_.add_provision(place.segment, drafts_[place.parent]);
  last_places_.emplace(keys_[p], drafts_[p]);
  if (!place.heading.empty()) builder_.set_label(drafts_[p], act.language, place.heading);
  if (place.fingerprint != 0) builder_.set_words(drafts_[p], place.fingerprint, place.text);
  ++count_.provisions;
}

void Assembler::add_edges(const Act& act, bool preamble_only) {
  for (const ActEdge& edge : act.edges) {
    const bool own = edge.from != ActEdge::elsewhere;
    const bool early =
        own && (edge.kind == EdgeKind::legal_basis || act.places[edge.from].in_preamble);
    if (preamble_only && !early) continue;
    const std::string at =
        absl::StrFormat("line %d, column %d", edge.position.line, edge.position.column);
    const EdgeFacts facts{
        .evidence = edge.evidence, .source = sources_[edge.spot.file], .at = at, .note = edge.note};
    if (own)
      builder_.add_edge(drafts_[edge.from], edge.kind, edge.to.key(), facts);
    else
      builder_.add_edge(edge.from_key.key(), edge.kind, edge.to.key(), facts);
  }
}

void Assembler::add_missing(const Act& act, Known& known) {
  const bool headings = add_headings(act, known);
  if (known.has_preamble || !act.has_preamble) {
    if (!headings) leave_out(act, "the work was imported from another document");
    return;
  }
  add_sources(act);
  drafts_.assign(act.places.size(), none<DraftId>);
  drafts_[0] = known.node;
  for (std::uint32_t p = 1; p < act.places.size(); ++p)
    if (act.places[p].in_preamble) add_place(act, p);
  add_edges(act, true);
  known.has_preamble = true;
  ++count_.documents;
}

// The same version in another language: its title and its headings.
bool Assembler::add_headings(const Act& act, Known& known) {
  const bool other = (known.languages & bit(act.language)) == 0 && act.version == known.version &&
                     last_work_ == act.work.key();
  if (!other) return false;
  known.languages = static_cast<std::uint8_t>(known.languages | bit(act.language));
  if (!act.title.empty()) builder_.set_label(known.node, act.language, act.title);
  for (std::uint32_t p = 1; p < act.places.size(); ++p) {
    const auto place = last_places_.find(keys_[p]);
    if (place != last_places_.end() && !act.places[p].heading.empty())
      builder_.set_label(place->second, act.language, act.places[p].heading);
  }
  ++count_.documents;
  return true;
}

void Assembler::leave_out(const Act& act, std::string message) {
  ++count_.left_out;
  problems_.push_back({Severity::note,
                       "ACQ0602",
                       act.files.front(),
                       0,
                       0,
                       {},
                       absl::StrFormat("%s: %s", act.work.key(), message),
                       {}});
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
