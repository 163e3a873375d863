// What only the whole corpus can show: sources, ends of edges, dates that contradict each other.
#include <absl/strings/str_format.h>

#include <algorithm>

#include "corpus/draft.hpp"
#include "detail/nearest.hpp"

namespace acquis {
inline namespace v0 {
namespace {

std::string iso(Date date) {
  const auto text = date.iso();
  return {text.data(), text.size()};
}

struct Named {
  std::string_view name;
  Date date;
};

// The pairs of dates of which the first may not be later than the second. Application may precede
// entry into force, so that pair is not among them.
std::vector<std::pair<Named, Named>> ordered_dates(const Life& life) {
  const Named proposed{"proposed", life.proposed}, document{"document", life.document},
      in_force{"in_force", life.in_force}, applicable{"applicable", life.applicable},
      end{"end", life.end};
  return {{proposed, document}, {proposed, in_force}, {document, in_force},
          {document, end},      {in_force, end},      {applicable, end}};
}

}  // namespace

void CorpusBuilder::Draft::check() {
  check_parts();
  check_dates();
  check_statements();
  for (const Edge& edge : edges) {
    check_ends(edge);
    check_evidence(edge);
  }
}

void CorpusBuilder::Draft::check_parts() {
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (std::size_t use = 0; use < parts[i].uses.size(); ++use) {
      const std::string& used = parts[i].uses[use];
      const bool loaded = std::any_of(parts.begin(), parts.end(),
                                      [&](const PartFacts& part) { return part.id == used; });
      if (!loaded)
        report(Severity::warning, "ACQ0208", static_cast<PartId>(i), uses_at[i][use],
               absl::StrFormat("the corpus %s uses %s, which is not loaded", parts[i].id, used));
    }
}

void CorpusBuilder::Draft::check_dates() {
  for (const Instrument& instrument : instruments) {
    const Node& node = (*this)[instrument.node];
    for (const auto& [early, late] : ordered_dates(instrument.facts.life))
      if (early.date && late.date && late.date < early.date)
        report(Severity::error, "ACQ0205", node.part, node.position,
               absl::StrFormat("%s: %s=\"%s\" is later than %s=\"%s\"", key(instrument.node),
                               early.name, iso(early.date), late.name, iso(late.date)));
  }
  for (const Validity& validity : validities)
    if (validity.interval.empty()) {
      const Node& node = (*this)[validity.node];
      report(Severity::error, "ACQ0205", node.part, node.position,
             absl::StrFormat("%s ends on %s, before it begins on %s", key(validity.node),
                             iso(validity.interval.to), iso(validity.interval.from)));
    }
}

bool CorpusBuilder::Draft::has_source(PartId part, Symbol id) const {
  return source_ids[static_cast<std::size_t>(part)].contains(id);
}

void CorpusBuilder::Draft::check_container(DraftId node, DraftId container, PartId part,
                                           Position position) {
  const NodeKind outer = (*this)[container].kind, inner = (*this)[node].kind;
  if (may_enclose(outer, inner)) return;
  report(Severity::error, "ACQ0214", part, position,
         absl::StrFormat("%s (%s) cannot be contained in %s (%s)", key(node), to_text(inner),
                         key(container), to_text(outer)));
}

void CorpusBuilder::Draft::check_source(PartId part, Position position, Symbol source) {
  if (source == none<Symbol> || has_source(part, source)) return;
  detail::Nearest nearest(strings[source]);
  for (const SourceFacts& known : sources[static_cast<std::size_t>(part)]) nearest.offer(known.id);
  report(Severity::error, "ACQ0206", part, position,
         absl::StrFormat("no source is named %s", strings[source]), nearest.hint());
}

void CorpusBuilder::Draft::check_statements() {
  for (const Statement& row : statements) {
    const Node& node = (*this)[row.node];
    check_source(node.part, node.position, row.statement.source);
  }
}

void CorpusBuilder::Draft::check_ends(const Edge& edge) {
  if (edge.from == none<DraftId> || edge.to == none<DraftId>) return;  // reported already
  const NodeKind from = (*this)[edge.from].kind;
  const NodeKind to = (*this)[edge.to].kind;
  if (may_connect(from, edge.kind, to)) return;
  report(Severity::error, "ACQ0203", edge.facts.part, edge.facts.position,
         absl::StrFormat("%s cannot run from %s (%s) to %s (%s)", to_text(edge.kind),
                         key(edge.from), to_text(from), key(edge.to), to_text(to)),
         edge.kind == EdgeKind::legal_basis && to == NodeKind::instrument
             ? "a whole treaty carries nothing: name the article, or use cites"
             : "");
}

void CorpusBuilder::Draft::check_evidence(const Edge& edge) {
  const auto& facts = edge.facts;
  check_source(facts.part, facts.position, facts.source);
  if (edge.evidence == Evidence::editorial && facts.note == none<Symbol>)
    report(Severity::error, "ACQ0210", facts.part, facts.position,
           absl::StrFormat("an editorial %s needs a note that says why", to_text(edge.kind)));
  if (edge.evidence != Evidence::editorial && facts.source == none<Symbol>)
    report(Severity::error, "ACQ0211", facts.part, facts.position,
           absl::StrFormat("a %s %s needs its source", to_text(edge.evidence), to_text(edge.kind)));
  if (edge.validity.empty())
    report(Severity::error, "ACQ0205", facts.part, facts.position,
           absl::StrFormat("the link ends on %s, before it begins on %s", iso(edge.validity.to),
                           iso(edge.validity.from)));
}

}  // namespace v0
}  // namespace acquis
