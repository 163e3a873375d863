// A loaded body of law and policy: the one object a user holds. Immutable, complete, valid.
//
//   const acquis::NodeId schengen = law.find("32016R0399");
//   law.label(schengen, acquis::Language::nl);
//   law.key(schengen);                               // "32016R0399"
//   law.statement(acquis::EdgeId{0});                // evidence, source, locator, note
//
// Lookups never fail loudly: what is not there is a null id, an empty view or an empty span. All
// const members are safe from any number of threads and, but for those that build a string,
// noexcept. Views live as long as the corpus. Cost: find O(length of the key), the others O(1) or
// O(log of the records of that sort).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/corpus/records.hpp"
#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

class ReachIndex;

enum class PartId : std::uint16_t {};

class Corpus {
 public:
  Corpus(Corpus&&) noexcept;
  Corpus& operator=(Corpus&&) noexcept;
  ~Corpus();

  const Graph& graph() const noexcept ACQUIS_LIFETIMEBOUND { return graph_; }

  // By key ("TFEU/art_67", "priority:be-schengen-resilience"); none if it is not here. In an
  // article whose paragraphs are unnumbered, sub_2 is another name of par_2.
  NodeId find(std::string_view key) const noexcept;
  NodeId find(const Citation& citation) const noexcept { return find(citation.key()); }

  std::string key(NodeId n) const;
  // Of a work or a place in one; nothing for the other kinds.
  std::optional<Citation> citation(NodeId n) const;

  NodeKind kind(NodeId n) const noexcept { return graph_.kind(n); }
  // The level of a provision.
  std::optional<Level> level(NodeId n) const noexcept;
  // The last step of a key: "par_2" of a provision, the whole key of any other node.
  std::string_view segment(NodeId n) const noexcept ACQUIS_LIFETIMEBOUND;
  // Type, dates and other identifiers; null unless the node is an instrument.
  const InstrumentFacts* instrument(NodeId n) const noexcept ACQUIS_LIFETIMEBOUND;
  // The instrument that the place is in, or is; none outside instruments.
  NodeId work(NodeId n) const noexcept;

  // The label in one language; empty if there is none. See report/text.hpp for one that falls back.
  std::string_view label(NodeId n, Language language) const noexcept ACQUIS_LIFETIMEBOUND;

  bool is_stub(NodeId n) const noexcept;       // referred to, but not loaded
  bool is_complete(NodeId n) const noexcept;   // every place inside is loaded
  Interval validity(NodeId n) const noexcept;  // as declared; graph().existence() is what counts
  std::string_view source(NodeId n) const noexcept ACQUIS_LIFETIMEBOUND;   // where it is stated
  std::string_view locator(NodeId n) const noexcept ACQUIS_LIFETIMEBOUND;  // and where inside

  // Evidence, source, locator, note, validity and review date of an edge.
  EdgeFacts statement(EdgeId e) const noexcept ACQUIS_LIFETIMEBOUND;

  // The files the corpus was made of, in the order of loading.
  std::span<const PartFacts> parts() const noexcept ACQUIS_LIFETIMEBOUND;
  std::span<const SourceFacts> sources(PartId part) const noexcept ACQUIS_LIFETIMEBOUND;
  PartId part(NodeId n) const noexcept;  // of a stub: none
  PartId part(EdgeId e) const noexcept;
  Position position(NodeId n) const noexcept;
  Position position(EdgeId e) const noexcept;

  // Legal order: treaties by rank, acts by CELEX number, provisions in document order. It differs
  // from the order of ids only for acts that are grouped in packages.
  bool precedes(NodeId a, NodeId b) const noexcept { return rank(a) < rank(b); }
  std::uint32_t rank(NodeId n) const noexcept;

  // An index of what rests on the treaties, protocols and charters, listing all priorities (see
  // graph/reach_index.hpp): optional, one for each policy; false if it would take more memory than
  // allowed. Not while other threads use the corpus.
  bool make_reach_index(const Policy& policy = {}, std::size_t max_bytes = std::size_t{1} << 30);
  // Null unless it has been made.
  const ReachIndex* reach_index(const Policy& policy = {}) const noexcept ACQUIS_LIFETIMEBOUND;
  std::span<const ReachIndex> reach_indexes() const noexcept ACQUIS_LIFETIMEBOUND;

 private:
  friend class CorpusBuilder;
  friend class SnapshotAccess;
  struct Tables;
  Corpus(Graph&& graph, std::unique_ptr<const Tables> tables) noexcept;

  Graph graph_;
  std::unique_ptr<const Tables> tables_;
  std::vector<ReachIndex> reach_indexes_;
};

}  // namespace v0
}  // namespace acquis
