// Everything a Corpus keeps beside its graph.
#pragma once

#include <algorithm>
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
  };
  struct Edge {
    Symbol source = none<Symbol>;
    Symbol at = none<Symbol>;
    Symbol note = none<Symbol>;
    Symbol fingerprint = none<Symbol>;
    Date reviewed{};
    Position position{};
    PartId part = none<PartId>;
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
    std::vector<NodeId> nodes;
    std::vector<T> values;

    const T* find(NodeId n) const noexcept {
      const auto at = std::lower_bound(nodes.begin(), nodes.end(), n);
      if (at == nodes.end() || *at != n) return nullptr;
      return &values[static_cast<std::size_t>(at - nodes.begin())];
    }
    void add(NodeId n, const T& value) {
      nodes.push_back(n);
      values.push_back(value);
    }
  };
  struct Statement {
    Symbol source = none<Symbol>;
    Symbol at = none<Symbol>;
  };

  struct Words {
    std::uint64_t fingerprint = 0;
    Symbol text = none<Symbol>;
  };

  detail::Strings strings;
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Label> labels;
  Column<InstrumentFacts> instruments;
  Column<Interval> validity;
  Column<Statement> statements;
  Column<Words> words;
  std::vector<PartFacts> parts;
  std::vector<std::vector<SourceFacts>> sources;
  detail::KeyIndex keys;
  std::vector<std::uint32_t> ranks;  // empty if the order of ids is legal order

  std::string_view segment(std::uint32_t n) const noexcept { return strings[nodes[n].segment]; }
  std::uint32_t anchor(std::uint32_t n) const noexcept { return nodes[n].anchor; }
};

}  // namespace v0
}  // namespace acquis
