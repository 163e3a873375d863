// Everything a Corpus keeps beside its graph.
#pragma once

#include <algorithm>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "corpus/key_index.hpp"
#include "corpus/strings.hpp"

namespace acquis {
inline namespace v0 {

struct Corpus::Tables {
  enum Flag : std::uint8_t { stub = 1, complete = 2 };

  struct Node {
    Symbol segment = none<Symbol>;
    std::uint32_t anchor = detail::no_node;
    Position position{};
    PartId part = none<PartId>;
    std::uint8_t flags = 0;
    std::uint8_t unused = 0;
  };
  struct Edge {
    Symbol source = none<Symbol>;
    Symbol at = none<Symbol>;
    Symbol note = none<Symbol>;
    Symbol fingerprint = none<Symbol>;
    Date reviewed{};
    Position position{};
    PartId part = none<PartId>;
    std::uint16_t unused = 0;
  };
  struct Label {
    NodeId node{};
    Language language{};
    Symbol text{};
    friend bool operator<(const Label& a, const Label& b) noexcept {
      return a.node != b.node ? a.node < b.node : a.language < b.language;
    }
  };
  // A column that few nodes have a value in; ascending by node.
  template <typename T>
  struct Column {
    Array<NodeId> nodes{};
    Array<T> values{};

    const T* find(NodeId n) const noexcept {
      const auto at = std::lower_bound(nodes.begin(), nodes.end(), n);
      if (at == nodes.end() || *at != n) return nullptr;
      return &values[static_cast<std::size_t>(at - nodes.begin())];
    }
  };
  struct Instrument {
    Life life{};
    Symbol celex = none<Symbol>;
    Symbol eli = none<Symbol>;
    InstrumentType type{};
  };
  struct Statement {
    Symbol source = none<Symbol>;
    Symbol at = none<Symbol>;
  };

  struct Source {
    Symbol id{}, title{}, url{};
    Date date{};
    PartId part{};
    std::uint16_t unused = 0;
  };
  struct Part {
    Symbol id{}, title{}, licence{}, file{};
    std::uint32_t first_use = 0;  // in `uses`
    std::uint32_t first_source = 0;
  };

  struct Waived {
    Symbol rule{}, reason{}, about{};
    Position position{};
    PartId part{};
    std::uint16_t unused = 0;
  };

  detail::Texts strings;
  Array<Node> nodes;
  Array<Edge> edges;
  Array<Label> labels;
  Column<Instrument> instruments;
  Column<Interval> validity;
  Column<Statement> statements;
  Array<Part> part_rows;
  Array<Symbol> uses;
  Array<Source> source_rows;
  Array<Waived> waived;
  Array<std::uint32_t> key_slots;
  Array<std::uint32_t> ranks;  // empty if the order of ids is legal order

  std::vector<PartFacts> parts;
  std::shared_ptr<const void> mapping;  // what the arrays lie in, if not in themselves

  // Filled from `parts` and `sources` of a builder, or from the rows of a snapshot.
  void set_parts(const std::vector<PartFacts>& from,
                 const std::vector<std::vector<SourceFacts>>& from_sources,
                 detail::Interner& interner);
  void read_parts();

  // The records as they are handed out, made when they are first asked for.
  const InstrumentFacts* instrument(NodeId n) const noexcept;
  std::span<const SourceFacts> sources(PartId part) const noexcept;

  // Every array in a fixed order, for a snapshot.
  template <typename Self, typename Visit>
  static void visit_arrays(Self& self, Visit visit) {
    detail::Texts::visit_arrays(self.strings, visit);
    visit(self.nodes), visit(self.edges), visit(self.labels);
    visit(self.instruments.nodes), visit(self.instruments.values);
    visit(self.validity.nodes), visit(self.validity.values);
    visit(self.statements.nodes), visit(self.statements.values);
    visit(self.part_rows), visit(self.uses), visit(self.source_rows), visit(self.waived);
    visit(self.key_slots), visit(self.ranks);
  }

  std::string_view segment(std::uint32_t n) const noexcept { return strings[nodes[n].segment]; }
  std::uint32_t anchor(std::uint32_t n) const noexcept { return nodes[n].anchor; }

 private:
  mutable std::once_flag facts_once_, sources_once_;
  mutable std::vector<InstrumentFacts> facts_;
  mutable std::vector<SourceFacts> sources_;
};

}  // namespace v0
}  // namespace acquis
