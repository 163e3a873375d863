// An array of plain values that is owned, or that lies in a mapped file: read the same either way.
//
//   acquis::Array<std::uint32_t> owned(std::vector<std::uint32_t>{1, 2, 3});
//   const auto seen = acquis::Array<std::uint32_t>::view(owned.span());  // as long as `owned`
//   owned[0] == seen[0];
//
// What the parts of a corpus are kept in, so that a snapshot is opened without copying. Reading
// costs what reading a std::span costs; safe from any number of threads.
#pragma once

#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

template <typename T>
class Array {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;

  Array() noexcept = default;
  Array(std::vector<T> values) noexcept  // NOLINT: implicit, a vector becomes one when it is full
      : owned_(std::move(values)), seen_(owned_) {}

  // Of values that live elsewhere and longer.
  static Array view(std::span<const T> values) noexcept {
    Array out;
    out.seen_ = values;
    return out;
  }

  Array(const Array& other) : owned_(other.owned_), seen_(other.seen_) { settle(other); }
  Array(Array&& other) noexcept
      : owned_(std::move(other.owned_)), seen_(std::exchange(other.seen_, {})) {}
  Array& operator=(Array other) noexcept {
    std::swap(owned_, other.owned_);
    std::swap(seen_, other.seen_);
    return *this;
  }
  ~Array() = default;

  const T& operator[](std::size_t i) const noexcept { return seen_[i]; }
  const T* data() const noexcept { return seen_.data(); }
  std::size_t size() const noexcept { return seen_.size(); }
  bool empty() const noexcept { return seen_.empty(); }
  const T* begin() const noexcept { return seen_.data(); }
  const T* end() const noexcept { return seen_.data() + seen_.size(); }
  const T& back() const noexcept { return seen_.back(); }
  std::span<const T> span() const noexcept { return seen_; }

  // Of the values, wherever they are.
  std::size_t bytes() const noexcept { return seen_.size_bytes(); }

 private:
  void settle(const Array& other) noexcept {
    if (other.seen_.data() == other.owned_.data()) seen_ = owned_;
  }

  std::vector<T> owned_{};
  std::span<const T> seen_{};
};

}  // namespace v0
}  // namespace acquis
