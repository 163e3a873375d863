// Where the edges of each node begin, for a graph in which most nodes have none of a given role.
//
//   acquis::Rows rows({0, 2, 1}, 0);        // node 1 has two edges, node 2 one
//   rows.of(acquis::NodeId{2}).first;       // 2
//
// It costs two bits a node and 4 bytes for each node that has edges. Reading it is two
// memory accesses. Constant time, no allocation, safe from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "acquis/id/array.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

namespace detail {
// As std::popcount, which without a processor's own instruction is a call.
constexpr std::uint32_t count_ones(std::uint64_t bits) noexcept {
  bits -= (bits >> 1) & 0x5555'5555'5555'5555u;
  bits = (bits & 0x3333'3333'3333'3333u) + ((bits >> 2) & 0x3333'3333'3333'3333u);
  bits = (bits + (bits >> 4)) & 0x0F0F'0F0F'0F0F'0F0Fu;
  return static_cast<std::uint32_t>((bits * 0x0101'0101'0101'0101u) >> 56);
}
}  // namespace detail

// A row of bits that knows how many are set before each.
class RankedBits {
 public:
  RankedBits() noexcept = default;
  explicit RankedBits(const std::vector<bool>& bits) {
    std::vector<Block> blocks(bits.size() / 64 + 1);  // one more, so that rank(size) can be asked
    for (std::size_t i = 0; i < bits.size(); ++i)
      if (bits[i]) blocks[i / 64].bits |= std::uint64_t{1} << (i % 64);
    for (std::size_t b = 1; b < blocks.size(); ++b)
      blocks[b].before = blocks[b - 1].before + detail::count_ones(blocks[b - 1].bits);
    blocks_ = std::move(blocks);
  }

  bool empty() const noexcept { return blocks_.empty(); }
  bool operator[](std::size_t i) const noexcept { return (blocks_[i / 64].bits >> (i % 64)) & 1; }
  // rank(i) if i is set, -1 if not.
  std::int64_t rank_if(std::size_t i) const noexcept {
    const Block& block = blocks_[i / 64];
    const std::uint64_t up_to = block.bits << (63 - i % 64);
    if (up_to >> 63 == 0) return -1;
    return std::int64_t{block.before} + detail::count_ones(up_to) - 1;
  }
  std::uint32_t rank(std::size_t i) const noexcept {
    const Block& block = blocks_[i / 64];
    const std::uint64_t below = (std::uint64_t{1} << (i % 64)) - 1;
    return block.before + detail::count_ones(block.bits & below);
  }
  ACQUIS_ALWAYS_INLINE void prefetch(std::size_t i) const noexcept {
    __builtin_prefetch(blocks_.data() + i / 64);
  }

  std::size_t bytes() const noexcept { return blocks_.bytes(); }

  // For a snapshot.
  template <typename Self, typename Visit>
  static void visit_arrays(Self& self, Visit visit) {
    visit(self.blocks_);
  }

 private:
  friend class SnapshotAccess;
  struct Block {
    std::uint64_t bits = 0;
    std::uint32_t before = 0;
    std::uint32_t unused = 0;
  };
  Array<Block> blocks_{};
};

// For each node the positions of its edges in some order by node.
class Rows {
 public:
  Rows() noexcept = default;
  // `count[n]` edges of node n; those of node 0 begin at `first`.
  Rows(const std::vector<std::uint32_t>& count, std::uint32_t first) {
    std::vector<bool> used(count.size());
    std::vector<std::uint32_t> starts;
    for (std::size_t n = 0; n < count.size(); ++n) {
      if (count[n] == 0) continue;
      used[n] = true;
      starts.push_back(first);
      first += count[n];
    }
    starts.push_back(first);
    used_ = RankedBits(used);
    starts_ = std::move(starts);
  }

  bool empty() const noexcept { return starts_.size() < 2; }
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
  };
  Range of(NodeId n) const noexcept {
    const std::int64_t found = slot(n);
    return found < 0 ? Range{} : at(found);
  }
  Range of(IdRange<NodeId> nodes) const noexcept {
    if (nodes.size() == 1) return of(*nodes.begin());
    return {first(*nodes.begin()), first(*nodes.end())};
  }

  // The same in steps, for those who ask ahead: prefetch, slot, prefetch_slot, at.
  ACQUIS_ALWAYS_INLINE void prefetch(NodeId n) const noexcept { used_.prefetch(index(n)); }
  std::int64_t slot(NodeId n) const noexcept { return used_.rank_if(index(n)); }  // -1: no edges
  ACQUIS_ALWAYS_INLINE void prefetch_slot(std::int64_t slot) const noexcept {
    __builtin_prefetch(starts_.data() + slot);
  }
  Range at(std::int64_t slot) const noexcept {
    return {starts_[static_cast<std::size_t>(slot)], starts_[static_cast<std::size_t>(slot) + 1]};
  }
  std::size_t bytes() const noexcept { return used_.bytes() + starts_.bytes(); }

  // For a snapshot.
  template <typename Self, typename Visit>
  static void visit_arrays(Self& self, Visit visit) {
    RankedBits::visit_arrays(self.used_, visit);
    visit(self.starts_);
  }

 private:
  friend class SnapshotAccess;
  // The position at which the edges of the first node from `n` on begin.
  std::uint32_t first(NodeId n) const noexcept { return starts_[used_.rank(index(n))]; }

  RankedBits used_{};
  Array<std::uint32_t> starts_{};
};

}  // namespace v0
}  // namespace acquis
