// Printed numbers as values of keys: "Article 41 ter" is art_41b, "(a)" is a, "ANNEX" is anx_1.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// "9a" of "Article 9a", "9a" of "article 9 bis", "1" of "Article premier" or "Sole Article"; empty
// if there is none.
std::string article_number(std::string_view title);

// "1" of "1.", "2a" of "(2a)", "1.2" of "1.2."; empty for a dash, a bullet and the like.
std::string item_number(std::string_view printed);

struct Division {
  Level level;
  std::string value;
  std::string_view rest;  // of the title, behind the number
};

// "CHAPTER II", "Sous-section 1", "TEIL A", "Annexe I": the kind of division and its number.
// Nothing for a title of another form; the value is empty where no number follows.
std::optional<Division> division_number(std::string_view title);

// Whether the title begins with the word for an annex, and its number.
std::optional<std::string> annex_number(std::string_view title);

std::string segment(Level level, std::string_view value);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
