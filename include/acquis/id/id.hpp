// Strong, dense ids: a node cannot be passed where an edge is wanted, and an id costs what an
// integer costs.
//
//   acquis::NodeId node{7};
//   acquis::index(node);                            // 7
//   for (acquis::NodeId n : acquis::IdRange{first, last}) use(n);  // last not included
//
// Ids belong to one corpus; order is meaningful (see graph/graph.hpp). No allocation, no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class NodeId : std::uint32_t {};
enum class EdgeId : std::uint32_t {};

// An interned string of one corpus.
enum class Symbol : std::uint32_t {};

// The id that names nothing.
template <typename Id>
inline constexpr Id none = static_cast<Id>(static_cast<std::underlying_type_t<Id>>(-1));

template <typename Id>
constexpr std::uint32_t index(Id id) noexcept {
  return static_cast<std::uint32_t>(id);
}

template <typename Id>
constexpr Id next(Id id) noexcept {
  return static_cast<Id>(index(id) + 1);
}

// Walks ids in order. A prvalue reference makes it a legacy input iterator and a C++20
// random-access one.
template <typename Id>
class IdIterator {
 public:
  using value_type = Id;
  using reference = Id;
  using pointer = const Id*;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::input_iterator_tag;
  using iterator_concept = std::random_access_iterator_tag;

  constexpr IdIterator() noexcept = default;
  constexpr explicit IdIterator(Id id) noexcept : at_(index(id)) {}

  constexpr Id operator*() const noexcept { return static_cast<Id>(at_); }
  constexpr Id operator[](difference_type n) const noexcept { return *(*this + n); }
  constexpr IdIterator& operator++() noexcept { return *this += 1; }
  constexpr IdIterator operator++(int) noexcept { return step(1); }
  constexpr IdIterator& operator--() noexcept { return *this -= 1; }
  constexpr IdIterator operator--(int) noexcept { return step(-1); }
  constexpr IdIterator& operator+=(difference_type n) noexcept {
    at_ = static_cast<std::uint32_t>(at_ + n);
    return *this;
  }
  constexpr IdIterator& operator-=(difference_type n) noexcept { return *this += -n; }
  friend constexpr IdIterator operator+(IdIterator i, difference_type n) noexcept { return i += n; }
  friend constexpr IdIterator operator+(difference_type n, IdIterator i) noexcept { return i += n; }
  friend constexpr IdIterator operator-(IdIterator i, difference_type n) noexcept { return i -= n; }
  friend constexpr difference_type operator-(IdIterator a, IdIterator b) noexcept {
    return static_cast<difference_type>(a.at_) - static_cast<difference_type>(b.at_);
  }
  friend constexpr bool operator==(IdIterator, IdIterator) noexcept = default;
  friend constexpr auto operator<=>(IdIterator, IdIterator) noexcept = default;

 private:
  constexpr IdIterator step(difference_type n) noexcept {
    IdIterator before = *this;
    *this += n;
    return before;
  }
  std::uint32_t at_ = 0;
};

// The ids first, first + 1, ... up to but not including last.
template <typename Id>
class IdRange {
 public:
  using iterator = IdIterator<Id>;

  constexpr IdRange() noexcept = default;
  constexpr IdRange(Id first, Id last) noexcept : first_(first), last_(last) {}

  constexpr iterator begin() const noexcept { return iterator{first_}; }
  constexpr iterator end() const noexcept { return iterator{last_}; }
  constexpr std::size_t size() const noexcept { return index(last_) - index(first_); }
  constexpr bool empty() const noexcept { return first_ == last_; }
  constexpr bool contains(Id id) const noexcept { return first_ <= id && id < last_; }
  friend constexpr bool operator==(IdRange, IdRange) noexcept = default;

 private:
  Id first_{};
  Id last_{};
};

}  // namespace v0
}  // namespace acquis
