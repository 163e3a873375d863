// The number words and ordinals that citations use, and the Latin ordinals of inserted articles.
//
//   acquis::latin_ordinal(1);            // "bis": Article 7a is "article 7 bis" in French
//   acquis::letter_of_latin("ter");      // 2, so "41 ter" is 41b
//   acquis::english_ordinal("fourth");   // 4
//
// Letter n of the alphabet answers to ordinal n + 1 (a is bis, p is septdecies). Constant tables,
// no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {
namespace detail {

constexpr char lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_alnum(char c) noexcept { return is_digit(c) || is_letter(c); }

constexpr bool same_word(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

template <std::size_t n>
constexpr std::size_t index_of(const std::array<std::string_view, n>& words,
                               std::string_view wanted) noexcept {
  for (std::size_t i = 0; i < n; ++i)
    if (same_word(words[i], wanted)) return i;
  return n;
}

inline constexpr std::array<std::string_view, 25> latin_ordinals{
    "bis",        "ter",        "quater",       "quinquies",  "sexies",
    "septies",    "octies",     "nonies",       "decies",     "undecies",
    "duodecies",  "terdecies",  "quaterdecies", "quindecies", "sexdecies",
    "septdecies", "octodecies", "novodecies",   "vicies",     "unvicies",
    "duovicies",  "tervicies",  "quatervicies", "quinvicies", "sexvicies"};

inline constexpr std::array<std::string_view, 20> ordinal_words{
    "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};

inline constexpr std::array<std::string_view, 12> cardinal_words{"one",  "two", "three",  "four",
                                                                 "five", "six", "seven",  "eight",
                                                                 "nine", "ten", "eleven", "twelve"};

}  // namespace detail

// The Latin ordinal of the n-th inserted letter (1 is a, bis); empty beyond y.
constexpr std::string_view latin_ordinal(std::size_t letter) noexcept {
  const bool known = letter >= 1 && letter <= detail::latin_ordinals.size();
  return known ? detail::latin_ordinals[letter - 1] : std::string_view{};
}

// 1 for "bis" and so on; nothing for another word.
constexpr std::optional<std::size_t> letter_of_latin(std::string_view word) noexcept {
  const std::size_t at = detail::index_of(detail::latin_ordinals, word);
  if (at == detail::latin_ordinals.size()) return std::nullopt;
  return at + 1;
}

// 1 for "first" to 20 for "twentieth"; nothing for another word.
constexpr std::optional<std::size_t> english_ordinal(std::string_view word) noexcept {
  const std::size_t at = detail::index_of(detail::ordinal_words, word);
  if (at == detail::ordinal_words.size()) return std::nullopt;
  return at + 1;
}

// 1 for "one" to 12 for "twelve" (Part Three); nothing for another word.
constexpr std::optional<std::size_t> english_cardinal(std::string_view word) noexcept {
  const std::size_t at = detail::index_of(detail::cardinal_words, word);
  if (at == detail::cardinal_words.size()) return std::nullopt;
  return at + 1;
}

}  // namespace v0
}  // namespace acquis
