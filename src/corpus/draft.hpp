// A corpus under construction: nodes in the order of addition, ends of edges still unresolved.
#pragma once

#include <absl/container/flat_hash_set.h>

#include <string>
#include <vector>

#include "acquis/corpus/builder.hpp"
#include "corpus/tables.hpp"

namespace acquis {
inline namespace v0 {

struct CorpusBuilder::Draft {
  struct Node {
    NodeKind kind{};
    std::uint8_t flags = 0;  // of Corpus::Tables
    PartId part = none<PartId>;
    Symbol segment = none<Symbol>;
    DraftId parent = none<DraftId>;
    std::uint32_t anchor = detail::no_node;
    std::uint64_t hash = 0;
    Position position{};
  };
  // An end of an edge is a key (a symbol), or a node that is known already.
  struct Edge {
    DraftId from = none<DraftId>;
    Symbol from_key = none<Symbol>;
    DraftId to = none<DraftId>;
    Symbol to_key = none<Symbol>;
    EdgeKind kind{};
    Evidence evidence{};
    Interval validity{};
    Corpus::Tables::Edge facts{};
  };
  struct Containment {
    DraftId node{};
    Symbol key{};
    PartId part{};
    Position position{};
  };
  struct Label {
    DraftId node{};
    Language language{};
    Symbol text{};
  };
  struct Instrument {
    DraftId node{};
    InstrumentFacts facts{};
  };
  struct Validity {
    DraftId node{};
    Interval interval{};
  };
  struct Statement {
    DraftId node{};
    Corpus::Tables::Statement statement{};
  };

  struct Words {
    DraftId node{};
    Corpus::Tables::Words words{};
  };

  detail::Strings strings;
  detail::Interner interner{strings};
  std::vector<PartFacts> parts;
  std::vector<std::vector<Position>> uses_at;  // as the uses of `parts`
  std::vector<std::vector<SourceFacts>> sources;
  std::vector<absl::flat_hash_set<Symbol>> source_ids;  // as `sources`
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Containment> containments;
  std::vector<Label> labels;
  std::vector<Instrument> instruments;
  std::vector<Validity> validities;
  std::vector<Statement> statements;
  std::vector<Words> words;
  detail::KeyIndex keys;
  Diagnostics problems;
  bool overflown = false;  // an error was found beyond those that are reported

  // For KeyIndex.
  std::string_view segment(std::uint32_t n) const noexcept { return strings[nodes[n].segment]; }
  std::uint32_t anchor(std::uint32_t n) const noexcept { return nodes[n].anchor; }

  Node& operator[](DraftId n) noexcept { return nodes[index(n)]; }
  const Node& operator[](DraftId n) const noexcept { return nodes[index(n)]; }

  DraftId append(Node node);
  DraftId append_provision(std::string_view segment, DraftId parent, Node node);
  DraftId find(std::string_view key) const noexcept;
  std::string key(DraftId n) const { return detail::key_of(*this, index(n)); }

  void report(Severity severity, std::string_view code, PartId part, Position position,
              std::string message, std::string hint = {});
  PartId current_part() const noexcept {
    return static_cast<PartId>(static_cast<std::uint16_t>(parts.size() - 1));
  }

  void check_container(DraftId node, DraftId container, PartId part, Position position);

  // The steps of build(), in order.
  void resolve_containment();  // resolve.cpp
  void resolve_edges();        // resolve.cpp: ends by key, stubs
  void check();                // check.cpp: what only the whole can show
  Corpus freeze();             // freeze.cpp: numbering, tables, graph

 private:
  void report_unknown(std::string_view key, PartId part, Position position);
  DraftId resolve(std::string_view key, PartId part, Position position);
  DraftId add_stub(const Citation& place, PartId part, Position position);
  DraftId add_stub_step(const Citation& place, DraftId parent);
  void check_parts();
  void check_dates();
  void check_statements();
  void check_ends(const Edge& edge);
  void check_evidence(const Edge& edge);
  void check_source(PartId part, Position position, Symbol source);
  bool has_source(PartId part, Symbol id) const;
};

}  // namespace v0
}  // namespace acquis
