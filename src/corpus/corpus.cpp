#include "acquis/corpus/corpus.hpp"

#include "acquis/graph/reach_index.hpp"
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
    return detail::find_key(tables_->key_slots.span(), *tables_, name,
                            detail::hash_more(detail::hash_start, name));
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
  return tables_->instrument(n);
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
  return tables_->sources(part);
}
PartId Corpus::part(NodeId n) const noexcept { return tables_->nodes[index(n)].part; }
PartId Corpus::part(EdgeId e) const noexcept { return tables_->edges[index(e)].part; }
Position Corpus::position(NodeId n) const noexcept { return tables_->nodes[index(n)].position; }
Position Corpus::position(EdgeId e) const noexcept { return tables_->edges[index(e)].position; }

std::uint32_t Corpus::rank(NodeId n) const noexcept {
  return tables_->ranks.empty() ? index(n) : tables_->ranks[index(n)];
}

bool Corpus::make_reach_index(const Policy& policy, std::size_t max_bytes) {
  if (reach_index(policy) != nullptr) return true;
  std::vector<NodeId> works, askers;
  const auto& instruments = tables_->instruments;
  for (std::size_t i = 0; i < instruments.nodes.size(); ++i) {
    const InstrumentType type = instruments.values[i].type;
    if (type == InstrumentType::treaty || type == InstrumentType::protocol ||
        type == InstrumentType::charter)
      works.push_back(instruments.nodes[i]);
  }
  for (const NodeId n : graph_.nodes())
    if (kind(n) == NodeKind::priority) askers.push_back(n);
  auto made =
      ReachIndex::build(graph_, policy, {.works = works, .askers = askers, .max_bytes = max_bytes});
  if (made) reach_indexes_.push_back(*std::move(made));
  return made.has_value();
}

const ReachIndex* Corpus::reach_index(const Policy& policy) const noexcept {
  for (const ReachIndex& each : reach_indexes_)
    if (each.policy() == policy) return &each;
  return nullptr;
}

std::span<const ReachIndex> Corpus::reach_indexes() const noexcept { return reach_indexes_; }

}  // namespace v0
}  // namespace acquis
