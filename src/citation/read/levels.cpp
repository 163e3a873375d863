// How the levels of provisions lie in one another, and their numbers beside one another.
#include "citation/read/levels.hpp"

#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

bool is_roman(std::string_view text) noexcept {
  for (const char c : text)
    if (c != 'i' && c != 'v' && c != 'x') return false;
  return !text.empty();
}

// Whether one may stand beside the other in a list: digits, letters or Roman numerals alike.
bool alike(std::string_view a, std::string_view b) noexcept {
  if (is_digit(a[0]) != is_digit(b[0])) return false;
  if (is_digit(a[0])) return true;
  const bool upper_a = a[0] >= 'A' && a[0] <= 'Z', upper_b = b[0] >= 'A' && b[0] <= 'Z';
  if (upper_a != upper_b) return false;
  if (is_roman(a) && is_roman(b)) return true;
  const bool roman_a = is_roman(a) && a.size() > 1, roman_b = is_roman(b) && b.size() > 1;
  return roman_a == roman_b && (a.size() == 1 || b.size() == 1 || a.size() == b.size());
}

// Whether the value may stand beside step `at`: "i" inside a letter is a numeral, not a letter.
bool may_stand_beside(const Path& path, std::uint8_t at, std::string_view value) noexcept {
  const std::string_view here = path.steps[at].value.view();
  const bool nested = at > 0 && path.steps[at].level == Level::point &&
                      path.steps[at - 1u].level == Level::point && is_roman(here);
  return alike(here, value) && (!nested || is_roman(value));
}

// "a), i)": the first Roman numeral, unless it is the letter's neighbour.
bool nests_under(std::string_view a, std::string_view b) noexcept {
  if (b.size() != 1 || !is_roman(b) || a.size() != 1 || is_digit(a[0]) || is_roman(a)) return false;
  return a[0] + 1 != b[0];
}

int rank_of(Level level) noexcept {
  switch (level) {
    case Level::protocol:
    case Level::declaration:
      return 0;
    case Level::annex:
    case Level::recital:
    case Level::visa:
      return 1;
    case Level::part:
      return 2;
    case Level::title:
      return 3;
    case Level::chapter:
      return 4;
    case Level::section:
      return 5;
    case Level::subsection:
      return 6;
    case Level::article:
      return 7;
    case Level::paragraph:
      return 8;
    case Level::subparagraph:
      return 9;
    case Level::point:
      return 10;
    case Level::indent:
      return 11;
    case Level::sentence:
      return 12;
  }
  return 0;
}

bool may_descend(Level from, Level to) noexcept {
  if (from == Level::recital || from == Level::visa)
    return rank_of(to) >= rank_of(Level::paragraph);
  if (to == Level::article) return from == Level::protocol;
  if (rank_of(from) >= rank_of(Level::paragraph) && rank_of(to) > rank_of(Level::paragraph))
    return true;  // what lies inside a paragraph nests freely
  return rank_of(to) > rank_of(from);
}

bool may_contain(Level outer, Level inner) noexcept {
  const int inside = rank_of(Level::paragraph);
  if (outer == Level::point && inner == Level::paragraph) return true;
  if (rank_of(outer) > inside && rank_of(inner) > inside)
    return outer != inner || inner == Level::point;
  return rank_of(outer) < rank_of(inner);
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
