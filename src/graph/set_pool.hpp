// Sets of small numbers as rows of bits, equal sets stored once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace acquis {
inline namespace v0 {
namespace detail {

class SetPool {
 public:
  // Set 0 is the empty one.
  explicit SetPool(std::size_t words) : words_(words) { intern(std::vector<std::uint64_t>(words)); }

  std::size_t size() const noexcept { return count_; }
  std::size_t bytes() const noexcept { return bits_.size() * 8 + slots_.size() * 4; }
  const std::uint64_t* operator[](std::uint32_t set) const noexcept {
    return bits_.data() + words_ * set;
  }

  std::uint32_t intern(std::span<const std::uint64_t> row) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    std::size_t at = hash(row.data()) & (slots_.size() - 1);
    for (; slots_[at] != vacant; at = (at + 1) & (slots_.size() - 1))
      if (std::equal(row.begin(), row.end(), (*this)[slots_[at]])) return slots_[at];
    slots_[at] = static_cast<std::uint32_t>(count_);
    bits_.insert(bits_.end(), row.begin(), row.end());
    return static_cast<std::uint32_t>(count_++);
  }

  std::vector<std::uint64_t> take_bits() && { return std::move(bits_); }

 private:
  static constexpr std::uint32_t vacant = 0xFFFF'FFFFu;

  std::uint64_t hash(const std::uint64_t* row) const noexcept {
    std::uint64_t h = 0x9E37'79B9'7F4A'7C15ull;
    for (std::size_t i = 0; i < words_; ++i) {
      h = (h ^ row[i]) * 0xFF51'AFD7'ED55'8CCDull;
      h ^= h >> 32;
    }
    return h;
  }

  void grow() {
    slots_.assign((std::max)(std::size_t{64}, 2 * slots_.size()), vacant);
    for (std::uint32_t set = 0; set < count_; ++set) {
      std::size_t at = hash((*this)[set]) & (slots_.size() - 1);
      while (slots_[at] != vacant) at = (at + 1) & (slots_.size() - 1);
      slots_[at] = set;
    }
  }

  std::size_t words_;
  std::size_t count_ = 0;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint32_t> slots_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
