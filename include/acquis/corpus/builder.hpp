// Builds a Corpus: nodes and edges in any order, references by key, everything checked at the end.
//
//   acquis::CorpusBuilder builder;
//   builder.begin_part({.id = "mine"});
//   const auto act = builder.add_node(acquis::NodeKind::instrument, "32016R0399");
//   builder.set_instrument(act, {.type = acquis::InstrumentType::regulation});
//   builder.add_source({.id = "preamble"});
//   builder.add_edge(act, acquis::EdgeKind::legal_basis, "TFEU/art_77/par_2/pnt_b",
//                    {.evidence = acquis::Evidence::derived, .source = "preamble"});
//   absl::StatusOr<acquis::Corpus> law = std::move(builder).build();
//
// build() reports every problem it finds, not only the first, and returns a corpus only if none is
// an error. A reference to an official key that nothing defines makes a stub and a note. Cost:
// linear in nodes, edges and characters, but for one sort of the edges of each node. Not
// thread-safe; the built corpus is.
#pragma once

#include <absl/status/statusor.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "acquis/citation/language.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/corpus/records.hpp"
#include "acquis/id/diagnostic.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// A node of a builder, in the order of addition. Not the id it will have in the corpus.
enum class DraftId : std::uint32_t {};

class CorpusBuilder {
 public:
  CorpusBuilder();
  ~CorpusBuilder();
  CorpusBuilder(CorpusBuilder&&) noexcept;
  CorpusBuilder& operator=(CorpusBuilder&&) noexcept;

  // What is added from here on belongs to this part. Needed before anything else. `uses_at` are the
  // places of facts.uses.
  void begin_part(PartFacts facts, Position at = {}, std::vector<Position> uses_at = {});
  void add_source(SourceFacts facts, Position at = {});

  // A node that is not a provision. Key: "kind:id", or for instruments a work, a protocol's place
  // ("TFEU/pro_21") or "type:id". `parent` contains it.
  DraftId add_node(NodeKind kind, std::string_view key, DraftId parent = none<DraftId>,
                   Position at = {});

  // A place inside an instrument or another provision: segment "par_2". Siblings keep the order of
  // addition, which is document order.
  DraftId add_provision(std::string_view segment, DraftId parent, Position at = {});

  // The node that `key` names contains this one (an act in a package of another part).
  void contain(DraftId node, std::string_view key, Position at = {});

  void set_label(DraftId node, Language language, std::string_view text);
  void set_validity(DraftId node, Interval validity);
  void set_instrument(DraftId node, const InstrumentFacts& facts);
  // Where the node itself is stated: a source of the current part, and a locator inside it.
  void set_statement(DraftId node, std::string_view source, std::string_view at);
  // The fingerprint of the words of a provision (not 0), and the words if they are to be kept.
  void set_words(DraftId node, std::uint64_t fingerprint, std::string_view text = {});
  // Every place inside is listed: a reference to another place inside is an error, not a stub.
  void set_complete(DraftId node);

  void add_edge(DraftId from, EdgeKind kind, std::string_view to, const EdgeFacts& facts,
                Position at = {});
  // From a node that may be defined elsewhere.
  void add_edge(std::string_view from, EdgeKind kind, std::string_view to, const EdgeFacts& facts,
                Position at = {});

  // The parts begun so far.
  std::span<const PartFacts> parts() const noexcept ACQUIS_LIFETIMEBOUND;
  std::size_t node_count() const noexcept;
  std::size_t edge_count() const noexcept;

  // Checks, resolves, numbers and freezes; the builder is empty afterwards. Problems carry code,
  // file and position. The status names the first error and the number of errors.
  absl::StatusOr<Corpus> build(Diagnostics* problems = nullptr) &&;

 private:
  struct Draft;
  class Freezer;
  std::unique_ptr<Draft> draft_;
};

}  // namespace v0
}  // namespace acquis
