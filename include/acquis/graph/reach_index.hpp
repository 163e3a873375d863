// Answers "does A rest on B" for one policy without a search: for every node, the set of places in
// chosen works (as a rule the treaties) that it comes to rest on.
//
//   const std::array treaties{law.work(article)};
//   const auto index = acquis::ReachIndex::build(g, {}, {.works = treaties, .askers = places});
//   index->rests(a, article);                // a memory access or two
//   index->askers_on(article);               // all priorities that rest on it
//   index->basis_of(g, a);                   // what a rests on in those works
//   index->bytes();                          // what it costs in memory
//
// A chain is followed once for all: places at which the same links can follow are one state, cycles
// among states are condensed, and every state gets the number of the set of the link ends that it
// reaches; equal sets are stored once:
//
//    node     ...  512  513  514 ...        set   ends of links in the works (columns)
//    set_of_  ...    7    7   12 ...         7    0 0 1 0 0 1 ...
//                                           12    0 0 1 0 0 1 ... + 1
//
// Memory: 4 bytes a node, a bit for each end in each distinct set, a bit for each asker at each end.
// Built in time linear in nodes, links and the bits of the sets that are met. Immutable; safe from
// any number of threads. The answers are those of graph/trace.hpp for the same policy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/id/array.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct ReachIndexOptions {
  std::span<const NodeId> works{};   // the places that are asked about: these and all inside
  std::span<const NodeId> askers{};  // those that are listed at once, in any order
  std::size_t max_bytes = std::size_t{1} << 30;
};

class ReachIndex {
 public:
  // Nothing if it would take more memory than allowed.
  static std::optional<ReachIndex> build(const Graph& graph, const Policy& policy,
                                         const ReachIndexOptions& options);

  const Policy& policy() const noexcept ACQUIS_LIFETIMEBOUND { return policy_; }
  // Whether the place may be asked about.
  bool covers(NodeId place) const noexcept;
  std::span<const NodeId> askers() const noexcept ACQUIS_LIFETIMEBOUND { return askers_.span(); }

  // Neighbouring columns, the last not included.
  struct Columns {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  // A place to ask about, looked up once for many questions.
  struct Target {
    Columns inside{};
    std::uint32_t around = no_column;  // the smallest column that contains it
  };
  Target target(NodeId place) const noexcept;

  // Whether a rests on b, which is covered. Does not allocate.
  bool rests(NodeId a, NodeId b) const noexcept { return rests(a, target(b)); }
  bool rests(NodeId a, const Target& b) const noexcept { return meets(row(a), b); }

  // The askers that rest on the place, ascending, the place itself left out; how many they are.
  std::vector<NodeId> askers_on(NodeId place) const;
  std::size_t count_askers_on(NodeId place) const;
  // Everything that rests on the place: one pass over all nodes.
  std::vector<NodeId> resting_on(NodeId place) const;
  // What `a` rests on in the covered works, ascending, `a` itself left out.
  std::vector<NodeId> basis_of(const Graph& graph, NodeId a) const;

  std::size_t set_count() const noexcept { return words_ == 0 ? 0 : bits_.size() / words_; }
  std::size_t column_count() const noexcept { return columns_.size(); }
  std::size_t bytes() const noexcept;

  // Every array in a fixed order, for a snapshot.
  template <typename Self, typename Visit>
  static void visit_arrays(Self& self, Visit visit) {
    visit(self.set_of_), visit(self.bits_), visit(self.columns_), visit(self.column_end_);
    visit(self.around_), visit(self.inside_), visit(self.works_), visit(self.hidden_);
    visit(self.askers_), visit(self.by_column_);
  }

 private:
  friend class ReachIndexBuilder;
  friend class SnapshotAccess;
  static constexpr std::uint32_t no_column = 0xFFFF'FFFFu;

  const std::uint64_t* row(NodeId a) const noexcept {
    return bits_.data() + words_ * set_of_[index(a)];
  }
  bool meets(const std::uint64_t* row, const Target& b) const noexcept {
    bool found = any_bit(row, b.inside);
    for (std::uint32_t c = b.around; c != no_column; c = around_[c])
      found |= (row[c / 64] >> (c % 64) & 1) != 0;
    return found;
  }
  static bool any_bit(const std::uint64_t* row, Columns columns) noexcept;
  bool is_hidden(NodeId place) const noexcept;
  std::vector<std::uint64_t> asker_bits(const Target& b) const;

  Policy policy_{};
  std::size_t words_ = 0;             // of a set
  Array<std::uint32_t> set_of_{};     // by node
  Array<std::uint64_t> bits_{};       // by set
  Array<NodeId> columns_{};           // ascending: the ends of links in the works or around them
  Array<NodeId> column_end_{};        // where the subtree of each ends
  Array<std::uint32_t> around_{};     // the smallest column that contains the column
  Array<Columns> inside_{};           // by place from the first work on
  Array<IdRange<NodeId>> works_{};    // ascending, apart
  Array<NodeId> hidden_{};            // places in the works that do not exist on the day
  Array<NodeId> askers_{};            // ascending
  Array<std::uint64_t> by_column_{};  // by column, a bit for each asker
};

// Without a branch on where the columns lie, so that the memory accesses of many questions overlap.
inline bool ReachIndex::any_bit(const std::uint64_t* row, Columns columns) noexcept {
  const std::uint32_t last = columns.last - (columns.first != columns.last);
  const std::uint32_t word = columns.first / 64, end = last / 64;
  const std::uint64_t low = ~std::uint64_t{0} << (columns.first % 64);
  const std::uint64_t high = ~std::uint64_t{0} >> (63 - last % 64);
  const std::uint64_t one = -std::uint64_t{word == end};
  std::uint64_t found = (row[word] & low & (high | ~one)) | (row[end] & high & (low | ~one));
  for (std::uint32_t w = word + 1; w < end; ++w) found |= row[w];
  return (found & -std::uint64_t{columns.first != columns.last}) != 0;
}

inline ReachIndex::Target ReachIndex::target(NodeId place) const noexcept {
  ACQUIS_ASSERT(covers(place));
  if (!hidden_.empty() && is_hidden(place)) return {};
  Target out{inside_[index(place) - index(*works_[0].begin())], no_column};
  if (policy_.exact || out.inside.first == 0) return out;
  out.around = out.inside.first - 1;
  while (out.around != no_column && column_end_[out.around] <= place)
    out.around = around_[out.around];
  return out;
}

}  // namespace v0
}  // namespace acquis
