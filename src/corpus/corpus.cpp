#include "acquis/corpus/corpus.hpp"

#include "corpus/aliases.hpp"
#include "corpus/tables.hpp"

namespace acquis {
inline namespace v0 {

Corpus::Corpus(Graph&& graph, std::unique_ptr<const Tables> tables) noexcept
    : graph_(std::move(graph)), tables_(std::move(tables)) {}
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;
Corpus::~Corpus() = default;

NodeId Corpus::find(std::string_view key) const noexcept {
  return NodeId{detail::find_by_any_name(key, detail::no_node, [this](std::string_view name) {
    return tables_->keys.find(*tables_, name);
  })};
}

std::string Corpus::key(NodeId n) const { return detail::key_of(*tables_, index(n)); }

std::optional<Citation> Corpus::citation(NodeId n) const {
  if (kind(n) != NodeKind::instrument && kind(n) != NodeKind::provision) return std::nullopt;
  return Citation::from_key(key(n));
}

std::optional<Level> Corpus::level(NodeId n) const noexcept {
  if (kind(n) != NodeKind::provision) return std::nullopt;
  return Segment::parse(segment(n))->level;
}

std::string_view Corpus::segment(NodeId n) const noexcept { return tables_->segment(index(n)); }

const InstrumentFacts* Corpus::instrument(NodeId n) const noexcept {
  return tables_->instruments.find(n);
}

NodeId Corpus::work(NodeId n) const noexcept {
  while (n != none<NodeId> && kind(n) == NodeKind::provision) n = graph_.parent(n);
  return n != none<NodeId> && kind(n) == NodeKind::instrument ? n : none<NodeId>;
}

std::string_view Corpus::label(NodeId n, Language language) const noexcept {
  const auto& labels = tables_->labels;
  const Tables::Label wanted{n, language, {}};
  const auto at = std::lower_bound(labels.begin(), labels.end(), wanted);
  if (at == labels.end() || wanted < *at) return {};
  return tables_->strings[at->text];
}

bool Corpus::is_stub(NodeId n) const noexcept {
  return (tables_->nodes[index(n)].flags & Tables::stub) != 0;
}
bool Corpus::is_complete(NodeId n) const noexcept {
  return (tables_->nodes[index(n)].flags & Tables::complete) != 0;
}
Interval Corpus::validity(NodeId n) const noexcept {
  const Interval* found = tables_->validity.find(n);
  return found == nullptr ? Interval{} : *found;
}
std::string_view Corpus::source(NodeId n) const noexcept {
  const auto* found = tables_->statements.find(n);
  return found == nullptr ? std::string_view{} : tables_->strings[found->source];
}
std::string_view Corpus::locator(NodeId n) const noexcept {
  const auto* found = tables_->statements.find(n);
  return found == nullptr ? std::string_view{} : tables_->strings[found->at];
}

std::uint64_t Corpus::fingerprint(NodeId n) const noexcept {
  const auto* found = tables_->words.find(n);
  return found == nullptr ? 0 : found->fingerprint;
}
std::string_view Corpus::words(NodeId n) const noexcept {
  const auto* found = tables_->words.find(n);
  return found == nullptr ? std::string_view{} : tables_->strings[found->text];
}

EdgeFacts Corpus::statement(EdgeId e) const noexcept {
  const Tables::Edge& edge = tables_->edges[index(e)];
  const auto& strings = tables_->strings;
  return {.evidence = graph_.evidence(e),
          .source = strings[edge.source],
          .at = strings[edge.at],
          .note = strings[edge.note],
          .validity = graph_.validity(e),
          .reviewed = edge.reviewed,
          .fingerprint = strings[edge.fingerprint]};
}

std::span<const PartFacts> Corpus::parts() const noexcept { return tables_->parts; }
std::span<const SourceFacts> Corpus::sources(PartId part) const noexcept {
  if (part == none<PartId>) return {};
  return tables_->sources[static_cast<std::size_t>(part)];
}
PartId Corpus::part(NodeId n) const noexcept { return tables_->nodes[index(n)].part; }
PartId Corpus::part(EdgeId e) const noexcept { return tables_->edges[index(e)].part; }
Position Corpus::position(NodeId n) const noexcept { return tables_->nodes[index(n)].position; }
Position Corpus::position(EdgeId e) const noexcept { return tables_->edges[index(e)].position; }

std::uint32_t Corpus::rank(NodeId n) const noexcept {
  return tables_->ranks.empty() ? index(n) : tables_->ranks[index(n)];
}

}  // namespace v0
}  // namespace acquis
