// The working memory of a search, reused from query to query so that none allocates after the
// first.
//
//   acquis::Scratch scratch;
//   acquis::resting_on(law.graph(), {}, places, scratch);
//
// Nine bytes and a bit a node of address space, of which a search uses what it touches; cleared in
// time proportional to that. One scratch belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// What a search did: for tests of its cost, and for `explain plan`.
struct Effort {
  std::size_t places = 0;  // nodes entered
  std::size_t edges = 0;   // edges looked at
};

namespace detail {
// Zeroed memory that costs nothing until it is touched.
template <typename T>
class Pages {
 public:
  explicit Pages(std::size_t count = 0) {
    while (count != 0 && !data_) {
      data_.reset(static_cast<T*>(std::calloc(count, sizeof(T))));
      // Without memory this fails as every other allocation does.
      if (!data_) std::make_unique<T[]>(count);
    }
  }
  T& operator[](std::size_t i) const noexcept { return data_.get()[i]; }
  T* data() const noexcept { return data_.get(); }

 private:
  struct Free {
    void operator()(T* data) const noexcept { std::free(data); }
  };
  std::unique_ptr<T, Free> data_;
};
}  // namespace detail

class Scratch {
 public:
  // What is known of a node during one search.
  enum Mark : std::uint8_t {
    start_whole = 1,  // inside a start
    start_part = 2,   // contains a start
    whole = 4,        // inside the far end of a link
    part = 8,         // contains the far end of a link
    end = 16,         // is the far end of a link
  };

  void begin(std::size_t node_count) {
    for (const NodeId n : touched()) marks_[index(n)] = 0;
    for (const NodeId n : ends()) end_bits_[index(n) / 64] = 0;
    touched_count_ = end_count_ = 0;
    effort = {};
    if (node_count > capacity_) grow(node_count);
  }

  bool has(NodeId n, std::uint8_t marks) const noexcept {
    return (marks_[index(n)] & marks) != 0 || ((marks & end) != 0 && is_end(n));
  }
  void add(NodeId n, Mark mark) noexcept { add({n, next(n)}, mark); }
  void add(IdRange<NodeId> nodes, Mark mark) noexcept {
    std::uint8_t* const marks = marks_.data();
    NodeId* next_touched = touched_.data() + touched_count_;
    for (const NodeId n : nodes) {
      const std::uint8_t before = marks[index(n)];
      *next_touched = n;
      next_touched += before == 0;
      marks[index(n)] = static_cast<std::uint8_t>(before | mark);
    }
    touched_count_ = static_cast<std::size_t>(next_touched - touched_.data());
  }
  // The first node from `from` on that has one of the marks; `last` if none before it has.
  NodeId find(NodeId from, NodeId last, std::uint8_t marks) const noexcept {
    std::uint32_t at = index(from);
    while (at < index(last) && (marks_[at] & marks) == 0) ++at;
    return NodeId{at};
  }
  // Every node with a mark, in the order in which they were met.
  std::span<const NodeId> touched() const noexcept { return {touched_.data(), touched_count_}; }

  // The far ends of links in the order in which they were reached, each once.
  std::span<const NodeId> ends() const noexcept { return {ends_.data(), end_count_}; }
  bool is_end(NodeId n) const noexcept {
    return (end_bits_[index(n) / 64] >> (index(n) % 64) & 1) != 0;
  }
  // Without a branch: whether an end is new is as good as random.
  void add_ends(std::span<const NodeId> found) noexcept {
    std::uint64_t* const bits = end_bits_.data();
    NodeId* free = ends_.data() + end_count_;
    for (const NodeId n : found) {
      const std::uint64_t bit = std::uint64_t{1} << (index(n) % 64);
      std::uint64_t& word = bits[index(n) / 64];
      *free = n;
      free += (word & bit) == 0;
      word |= bit;
    }
    end_count_ = static_cast<std::size_t>(free - ends_.data());
  }

  std::vector<std::uint32_t> distance{};  // for best_chain: links to the end
  Effort effort{};

  // For questions that search from both ends.
  Scratch& second() {
    if (!second_) second_ = std::make_unique<Scratch>();
    return *second_;
  }

  // Asks for the marks of a node before they are wanted.
  ACQUIS_ALWAYS_INLINE void prefetch(NodeId n) const noexcept {
    __builtin_prefetch(&marks_[index(n)], 1);
  }

 private:
  void grow(std::size_t node_count) {
    marks_ = detail::Pages<std::uint8_t>(node_count);
    end_bits_ = detail::Pages<std::uint64_t>(node_count / 64 + 1);
    touched_ = detail::Pages<NodeId>(node_count + 1);  // one more, written before it counts
    ends_ = detail::Pages<NodeId>(node_count + 1);
    capacity_ = node_count;
  }

  std::unique_ptr<Scratch> second_{};
  std::size_t capacity_ = 0;
  std::size_t touched_count_ = 0;
  std::size_t end_count_ = 0;
  detail::Pages<std::uint8_t> marks_{};
  detail::Pages<std::uint64_t> end_bits_{};
  detail::Pages<NodeId> touched_{};
  detail::Pages<NodeId> ends_{};
};

}  // namespace v0
}  // namespace acquis
