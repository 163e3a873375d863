// Finds the words that may open a citation. Private to the citation reader.
//
// Sixteen bytes at a time: which are letters, which letters begin a word, and whether the hash of
// the word's first four bytes is among those of a lexicon. Nine words of ten end here.
#pragma once

#include <cstddef>
#include <string_view>

#include "citation/read/lexicon.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Prefilter {
 public:
  Prefilter(std::string_view text, const Beginnings& wanted) noexcept
      : text_(text), wanted_(wanted) {}

  // The first word at or after `from` that may open a citation; text.size() if there is none.
  std::size_t next(std::size_t from) noexcept;

 private:
  void load(std::size_t block) noexcept;
  bool may_open(std::size_t at) const noexcept;

  std::string_view text_;
  const Beginnings& wanted_;
  std::size_t block_ = static_cast<std::size_t>(-1);  // 64 bytes each
  unsigned long long starts_ = 0;                     // where words begin in the block
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
