// The words of the inside of a citation, for comparing how it is written. Private to the linter.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

struct LintToken {
  enum class Kind { unit, ordinal, value, comma, joint, until, inside, determiner };

  Kind kind{};
  std::size_t begin = 0, end = 0;
  std::string text;     // of a value without brackets; of other words in lower case
  Level level{};        // of a unit
  bool plural = false;  // of a unit
  bool spaced = false;  // something stands before it that is no part of a token
  bool opened = false;  // "(a"
  bool closed = false;  // "a)"
  bool latin = false;   // "9 bis"
  bool dashed = false;  // a range by a dash

  bool is(Kind wanted) const noexcept { return kind == wanted; }
};

// The tokens from the beginning of the text on that belong to places in a work; prepositions,
// articles and commas at their end left out.
std::vector<LintToken> lint_tokens(std::string_view text, Language language);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
