// Strong components of a plain adjacency, sinks first: what every index over reachability begins
// with.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace acquis {
inline namespace v0 {
namespace detail {

// Row i leads to the rows to[first[i]], ..., to[first[i + 1] - 1].
struct Rows {
  std::vector<std::uint32_t> first{0};
  std::vector<std::uint32_t> to{};

  std::size_t size() const noexcept { return first.size() - 1; }
  std::span<const std::uint32_t> operator[](std::uint32_t row) const noexcept {
    return {to.data() + first[row], to.data() + first[row + 1]};
  }
  void end_row() { first.push_back(static_cast<std::uint32_t>(to.size())); }
};

// Calls `on_component(members)` for each strong component after all that it leads to. Tarjan's
// algorithm in Pearce's form, without recursion; linear.
template <typename OnComponent>
class Condense {
 public:
  Condense(const Rows& rows, OnComponent on_component)
      : rows_(rows), on_component_(on_component), low_(rows.size(), unseen) {}

  void run() {
    for (std::uint32_t row = 0; row < rows_.size(); ++row)
      if (low_[row] == unseen) search(row);
  }

 private:
  static constexpr std::uint32_t unseen = 0;
  static constexpr std::uint32_t closed = 0xFFFF'FFFFu;
  struct Frame {
    std::uint32_t row;
    std::uint32_t at;  // the next entry of rows_.to to look at
    bool root;
  };

  void search(std::uint32_t from) {
    enter(from);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.at == rows_.first[frame.row + 1]) {
        leave();
        continue;
      }
      const std::uint32_t row = rows_.to[frame.at++];
      if (low_[row] == unseen) {
        enter(row);
      } else {
        lower(frame, low_[row]);
      }
    }
  }

  void enter(std::uint32_t row) {
    low_[row] = ++count_;
    frames_.push_back({row, rows_.first[row], true});
    constexpr std::size_t far_enough = 16;
    const auto next = rows_[row];
    for (const std::uint32_t n : next.first((std::min)(next.size(), far_enough)))
      __builtin_prefetch(&low_[n], 1);
  }

  void lower(Frame& frame, std::uint32_t low) {
    if (low >= low_[frame.row]) return;
    low_[frame.row] = low;
    frame.root = false;
  }

  void leave() {
    const Frame frame = frames_.back();
    frames_.pop_back();
    open_.push_back(frame.row);
    if (frame.root) close(low_[frame.row]);
    if (!frames_.empty()) lower(frames_.back(), low_[frame.row]);
  }

  void close(std::uint32_t low) {
    std::size_t first = open_.size();
    while (first != 0 && low_[open_[first - 1]] >= low) --first;
    const std::span<const std::uint32_t> members(open_.data() + first, open_.size() - first);
    on_component_(members);
    for (const std::uint32_t row : members) low_[row] = closed;
    open_.resize(first);
  }

  const Rows& rows_;
  OnComponent on_component_;
  std::vector<std::uint32_t> low_;  // the least number known to be reached in the open part
  std::vector<std::uint32_t> open_;
  std::vector<Frame> frames_;
  std::uint32_t count_ = 0;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
