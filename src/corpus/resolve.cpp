#include <absl/strings/str_format.h>

#include "corpus/aliases.hpp"
#include "corpus/draft.hpp"
#include "corpus/work_type.hpp"
#include "detail/nearest.hpp"

namespace acquis {
inline namespace v0 {
namespace {

bool is_protocol(const Citation& place) {
  return !place.is_work() && place.last().level == Level::protocol;
}

// Grouping divisions do not enter the keys of their articles: the key without them.
Citation without_groups(const Citation& place) {
  Citation out = place.whole();
  Citation groups = out;
  for (const Segment step : place) {
    if (step.level == Level::article) groups = out;
    groups = groups.child(step);
    if (!is_grouping(step.level)) out = groups;
  }
  return groups;
}

}  // namespace

void CorpusBuilder::Draft::resolve_containment() {
  for (const Containment& wish : containments) {
    const DraftId container = find(strings[wish.key]);
    if (container == none<DraftId>) {
      report_unknown(strings[wish.key], wish.part, wish.position);
      continue;
    }
    check_container(wish.node, container, wish.part, wish.position);
    (*this)[wish.node].parent = container;
  }
  // Climbs from each node that was moved; one that meets its own trail goes round.
  std::vector<std::uint32_t> trail(nodes.size(), 0);
  std::uint32_t walk = 0;
  for (const Containment& wish : containments) {
    ++walk;
    DraftId n = wish.node;
    while (n != none<DraftId> && trail[index(n)] == 0) {
      trail[index(n)] = walk;
      n = (*this)[n].parent;
    }
    if (n == none<DraftId> || trail[index(n)] != walk) continue;
    report(Severity::error, "ACQ0204", wish.part, wish.position,
           absl::StrFormat("%s contains itself", key(wish.node)),
           "containment is a tree; remove one of the in=\"...\" that close the circle");
    (*this)[wish.node].parent = none<DraftId>;
  }
}

void CorpusBuilder::Draft::report_unknown(std::string_view key, PartId part, Position position) {
  std::string hint;
  if (constexpr std::size_t hints_worth_their_time = 100;
      problems.size() < hints_worth_their_time) {
    detail::Nearest nearest(key);
    for (std::uint32_t n = 0; n < nodes.size(); ++n)
      if (nodes[n].anchor == detail::no_node) nearest.offer(segment(n));
    hint = nearest.hint();
  }
  report(Severity::error, "ACQ0202", part, position, absl::StrFormat("nothing is named %s", key),
         std::move(hint));
}

DraftId CorpusBuilder::Draft::resolve(std::string_view key, PartId part, Position position) {
  const DraftId known = find(key);
  if (known != none<DraftId>) return known;
  const auto place = Citation::from_key(key);
  if (!place) {
    report_unknown(key, part, position);
    return none<DraftId>;
  }
  if (const Citation plain = without_groups(*place); plain != *place) {
    report(Severity::error, "ACQ0209", part, position,
           absl::StrFormat("%s names groups of articles that do not belong in the key", key),
           absl::StrFormat("write %s", plain.key()));
    return none<DraftId>;
  }
  return add_stub(detail::with_unnumbered_paragraphs(*place), part, position);
}

DraftId CorpusBuilder::Draft::add_stub(const Citation& place, PartId part, Position position) {
  std::vector<Citation> missing;
  Citation at = place;
  for (; at && find(at.key()) == none<DraftId>; at = at.parent()) missing.push_back(at);
  DraftId parent = at ? find(at.key()) : none<DraftId>;
  // Sentences are nowhere listed unless something refers to them.
  const bool only_a_sentence = missing.size() == 1 && !missing.front().is_work() &&
                               missing.front().last().level == Level::sentence;
  for (DraftId n = parent; n != none<DraftId> && !only_a_sentence; n = (*this)[n].parent)
    if (((*this)[n].flags & Corpus::Tables::complete) != 0) {
      report(Severity::error, "ACQ0207", part, position,
             absl::StrFormat("%s does not exist: %s is loaded completely", place.key(), key(n)),
             absl::StrFormat("the closest place that exists is %s", at.key()));
      return none<DraftId>;
    }
  report(Severity::note, "ACQ0212", part, position,
         absl::StrFormat("%s is not loaded; a stub stands for it", place.key()));
  for (; !missing.empty(); missing.pop_back()) parent = add_stub_step(missing.back(), parent);
  return parent;
}

DraftId CorpusBuilder::Draft::add_stub_step(const Citation& place, DraftId parent) {
  Node node;
  node.flags = Corpus::Tables::stub;
  const bool instrument = place.is_work() || is_protocol(place);
  if (!instrument) {
    const Segment last = place.last();
    std::string segment(code(last.level));
    segment.append("_").append(last.value);
    return append_provision(segment, parent, node);
  }
  node.kind = NodeKind::instrument;
  node.segment = interner.intern(place.key());
  node.parent = parent;
  node.hash = detail::hash_more(detail::hash_start, place.key());
  const DraftId id = append(node);
  const auto type = place.is_work() ? detail::type_of_work(place.key()) : InstrumentType::protocol;
  instruments.push_back({id, {.type = type}});
  return id;
}

void CorpusBuilder::Draft::resolve_edges() {
  for (Edge& edge : edges) {
    const PartId part = edge.facts.part;
    const Position position = edge.facts.position;
    if (edge.from == none<DraftId>) edge.from = resolve(strings[edge.from_key], part, position);
    edge.to = resolve(strings[edge.to_key], part, position);
  }
}

}  // namespace v0
}  // namespace acquis
