#include "acquis/corpus/builder.hpp"

#include <absl/status/status.h>
#include <absl/strings/str_format.h>

#include <algorithm>
#include <utility>

#include "corpus/aliases.hpp"
#include "corpus/draft.hpp"

namespace acquis {
inline namespace v0 {

CorpusBuilder::CorpusBuilder() : draft_(std::make_unique<Draft>()) {}
CorpusBuilder::~CorpusBuilder() = default;
CorpusBuilder::CorpusBuilder(CorpusBuilder&&) noexcept = default;
CorpusBuilder& CorpusBuilder::operator=(CorpusBuilder&&) noexcept = default;

void CorpusBuilder::begin_part(PartFacts facts, Position at, std::vector<Position> uses_at) {
  for (const PartFacts& part : draft_->parts)
    if (part.id == facts.id) {
      draft_->problems.push_back({Severity::error,
                                  "ACQ0201",
                                  facts.file,
                                  at.line,
                                  at.column,
                                  {},
                                  absl::StrFormat("the corpus %s is loaded twice", facts.id),
                                  "give every corpus file its own id"});
    }
  uses_at.resize(facts.uses.size());
  draft_->uses_at.push_back(std::move(uses_at));
  draft_->parts.push_back(std::move(facts));
  draft_->sources.emplace_back();
  draft_->source_ids.emplace_back();
}

void CorpusBuilder::add_source(SourceFacts facts, Position at) {
  ACQUIS_ASSERT(!draft_->parts.empty());
  if (!draft_->source_ids.back().insert(draft_->interner.intern(facts.id)).second)
    return draft_->report(Severity::error, "ACQ0201", draft_->current_part(), at,
                          absl::StrFormat("the source %s is declared twice", facts.id));
  draft_->sources.back().push_back(std::move(facts));
}

DraftId CorpusBuilder::add_node(NodeKind kind, std::string_view key, DraftId parent, Position at) {
  ACQUIS_ASSERT(kind != NodeKind::provision && !draft_->parts.empty());
  Draft::Node node;
  node.kind = kind;
  node.part = draft_->current_part();
  node.segment = draft_->interner.intern(key);
  node.parent = parent;
  node.hash = detail::hash_more(detail::hash_start, key);
  node.position = at;
  const DraftId id = draft_->append(node);
  if (parent != none<DraftId>) draft_->check_container(id, parent, node.part, at);
  return id;
}

DraftId CorpusBuilder::add_provision(std::string_view segment, DraftId parent, Position at) {
  ACQUIS_ASSERT(parent != none<DraftId> && Segment::parse(segment));
  Draft::Node node;
  node.part = draft_->current_part();
  node.position = at;
  return draft_->append_provision(segment, parent, node);
}

DraftId CorpusBuilder::Draft::append_provision(std::string_view segment, DraftId parent,
                                               Node node) {
  DraftId anchor = parent;
  if (Segment::parse(segment)->level == Level::article) {
    const auto groups = [&](DraftId n) {
      return (*this)[n].kind == NodeKind::provision &&
             is_grouping(Segment::parse(this->segment(index(n)))->level);
    };
    while (groups(anchor)) anchor = (*this)[anchor].parent;
  }
  node.kind = NodeKind::provision;
  node.segment = interner.intern(segment);
  node.parent = parent;
  node.anchor = index(anchor);
  node.hash = detail::hash_step((*this)[anchor].hash, segment);
  return append(node);
}

DraftId CorpusBuilder::Draft::append(Node node) {
  const DraftId id{static_cast<std::uint32_t>(nodes.size())};
  nodes.push_back(node);
  const std::string text = key(id);
  const std::uint32_t other = keys.find(*this, text, node.hash);
  if (other == detail::no_node) {
    keys.insert(index(id), [this](std::uint32_t n) { return nodes[n].hash; });
    return id;
  }
  const Node& first = nodes[other];
  report(
      Severity::error, "ACQ0201", node.part, node.position,
      absl::StrFormat("%s is defined twice", text),
      absl::StrFormat("first defined in %s, line %d",
                      first.part == none<PartId> ? std::string("the library")
                                                 : parts[static_cast<std::size_t>(first.part)].file,
                      first.position.line));
  return id;
}

DraftId CorpusBuilder::Draft::find(std::string_view key) const noexcept {
  return DraftId{detail::find_by_any_name(
      key, detail::no_node, [this](std::string_view name) { return keys.find(*this, name); })};
}

void CorpusBuilder::Draft::report(Severity severity, std::string_view code, PartId part,
                                  Position position, std::string message, std::string hint) {
  // Hostile input does not fill the memory with reports; no error is lost among notes.
  constexpr std::size_t most_problems = 100'000;
  if (problems.size() >= most_problems) {
    if (severity != Severity::error || overflown) return;
    overflown = true;
    code = "ACQ0306";
    message = absl::StrFormat("more than %d problems; those from here on are not reported",
                              most_problems);
    hint.clear();
  }
  std::string file =
      part == none<PartId> ? std::string() : parts[static_cast<std::size_t>(part)].file;
  problems.push_back({severity,
                      std::string(code),
                      std::move(file),
                      position.line,
                      position.column,
                      {},
                      std::move(message),
                      std::move(hint)});
}

void CorpusBuilder::contain(DraftId node, std::string_view key, Position at) {
  draft_->containments.push_back({node, draft_->interner.intern(key), draft_->current_part(), at});
}
void CorpusBuilder::set_label(DraftId node, Language language, std::string_view text) {
  draft_->labels.push_back({node, language, draft_->interner.intern(text)});
}
void CorpusBuilder::set_validity(DraftId node, Interval validity) {
  if (!validity.unbounded()) draft_->validities.push_back({node, validity});
}
void CorpusBuilder::set_instrument(DraftId node, const InstrumentFacts& facts) {
  InstrumentFacts kept = facts;
  kept.celex = draft_->strings[draft_->interner.intern(facts.celex)];
  kept.eli = draft_->strings[draft_->interner.intern(facts.eli)];
  draft_->instruments.push_back({node, kept});
}
void CorpusBuilder::set_statement(DraftId node, std::string_view source, std::string_view at) {
  if (source.empty() && at.empty()) return;
  draft_->statements.push_back(
      {node, {draft_->interner.intern(source), draft_->interner.intern(at)}});
}
void CorpusBuilder::set_words(DraftId node, std::uint64_t fingerprint, std::string_view text) {
  draft_->words.push_back({node, {fingerprint, draft_->interner.intern(text)}});
}
void CorpusBuilder::set_complete(DraftId node) {
  (*draft_)[node].flags |= Corpus::Tables::complete;
}

namespace {

template <typename Draft>
auto edge_of(Draft& draft, EdgeKind kind, std::string_view to, const EdgeFacts& facts,
             Position at) {
  auto& strings = draft.interner;
  typename Draft::Edge edge;
  edge.to_key = strings.intern(to);
  edge.kind = kind;
  edge.evidence = facts.evidence;
  edge.validity = facts.validity;
  edge.facts = {.source = strings.intern(facts.source),
                .at = strings.intern(facts.at),
                .note = strings.intern(facts.note),
                .fingerprint = strings.intern(facts.fingerprint),
                .reviewed = facts.reviewed,
                .position = at,
                .part = draft.current_part()};
  return edge;
}

}  // namespace

void CorpusBuilder::add_edge(DraftId from, EdgeKind kind, std::string_view to,
                             const EdgeFacts& facts, Position at) {
  auto edge = edge_of(*draft_, kind, to, facts, at);
  edge.from = from;
  draft_->edges.push_back(edge);
}

void CorpusBuilder::add_edge(std::string_view from, EdgeKind kind, std::string_view to,
                             const EdgeFacts& facts, Position at) {
  auto edge = edge_of(*draft_, kind, to, facts, at);
  edge.from_key = draft_->interner.intern(from);
  draft_->edges.push_back(edge);
}

std::span<const PartFacts> CorpusBuilder::parts() const noexcept { return draft_->parts; }
std::size_t CorpusBuilder::node_count() const noexcept { return draft_->nodes.size(); }
std::size_t CorpusBuilder::edge_count() const noexcept { return draft_->edges.size(); }

absl::StatusOr<Corpus> CorpusBuilder::build(Diagnostics* problems) && {
  const std::unique_ptr<Draft> draft = std::exchange(draft_, std::make_unique<Draft>());
  draft->resolve_containment();
  draft->resolve_edges();
  draft->check();
  const auto is_error = [](const Diagnostic& d) { return d.severity == Severity::error; };
  const auto& found = draft->problems;
  const auto first = std::find_if(found.begin(), found.end(), is_error);
  const auto errors = std::count_if(found.begin(), found.end(), is_error);
  if (problems != nullptr) problems->insert(problems->end(), found.begin(), found.end());
  if (first == found.end()) return draft->freeze();
  return absl::InvalidArgumentError(absl::StrFormat("%s:%d:%d: %s: %s (%d errors)", first->file,
                                                    first->line, first->column, first->code,
                                                    first->message, errors));
}

}  // namespace v0
}  // namespace acquis
