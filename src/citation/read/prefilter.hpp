// Finds the words that may open a citation. Private to the citation reader.
//
// Sixty-four bytes at a time: which are letters, which letters begin a word, and whether the hash of
// the word's first eight letters is among those of a lexicon. Five words of six end here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "citation/read/lexicon.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Prefilter {
 public:
  // `wanted`: the bits of Beginnings.
  Prefilter(std::string_view text, const std::uint64_t* wanted) noexcept
      : text_(text), wanted_(wanted) {}

  // The first word at or after `from` that may open a citation; text.size() if there is none.
  std::size_t next(std::size_t from) noexcept;
  // From here on, these beginnings count.
  void want(const std::uint64_t* wanted) noexcept { wanted_ = wanted; }

 private:
  bool wants(std::uint32_t hash) const noexcept {
    return ((wanted_[hash >> 6] >> (hash & 63)) & 1) != 0;
  }
  void load(std::size_t block) noexcept;
  bool may_open(std::size_t at) const noexcept;
  bool may_open_slowly(std::size_t at) const noexcept;

  std::string_view text_;
  const std::uint64_t* wanted_;
  std::size_t block_ = static_cast<std::size_t>(-1);  // 64 bytes each
  std::uint64_t starts_ = 0;                          // where words begin in it
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
