// The one place that sees the arrays of a corpus from outside.
#pragma once

#include <absl/status/status.h>

#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "acquis/graph/reach_index.hpp"
#include "corpus/tables.hpp"

namespace acquis {
inline namespace v0 {

// What is no array.
struct SnapshotHead {
  std::array<EdgeId, role_count + 1> first_of_role{};
  std::uint32_t index_count = 0;
};
struct SnapshotIndex {
  EdgeKindSet kinds{};
  Date as_of{};
  EdgeId without{};
  Evidence least{};
  std::uint8_t exact = 0;
  std::uint16_t unused = 0;
  std::uint64_t words = 0;
};

class SnapshotAccess {
 public:
  using Tables = Corpus::Tables;

  static SnapshotHead head(const Corpus& law) {
    return {law.graph_.first_of_role_, static_cast<std::uint32_t>(law.reach_indexes_.size())};
  }
  static SnapshotIndex row(const ReachIndex& index) {
    const Policy& p = index.policy_;
    return {p.kinds, p.as_of, p.without, p.least, std::uint8_t{p.exact}, 0, index.words_};
  }
  static const Tables& tables(const Corpus& law) { return *law.tables_; }

  static void set_head(Graph& graph, const SnapshotHead& head) {
    graph.first_of_role_ = head.first_of_role;
  }
  static ReachIndex make_index(const SnapshotIndex& row) {
    ReachIndex index;
    index.policy_ = {.kinds = row.kinds,
                     .least = row.least,
                     .as_of = row.as_of,
                     .exact = row.exact != 0,
                     .without = row.without};
    index.words_ = static_cast<std::size_t>(row.words);
    return index;
  }
  static Corpus make(Graph&& graph, std::unique_ptr<Tables> tables,
                     std::vector<ReachIndex>&& indexes) {
    Corpus law(std::move(graph), std::move(tables));
    law.reach_indexes_ = std::move(indexes);
    return law;
  }

  // Whether every number in the arrays points to something that is there; if not, what is wrong.
  static const char* fault(const Graph& graph);
  static const char* fault(const Graph& graph, const Tables& tables);
  static const char* fault(const Graph& graph, const ReachIndex& index);

 private:
  static bool rows_are_sound(const Rows& rows, std::size_t nodes, std::uint32_t first,
                             std::uint32_t last);
  static bool bits_are_sound(const RankedBits& bits, std::size_t size);
};

}  // namespace v0
}  // namespace acquis
