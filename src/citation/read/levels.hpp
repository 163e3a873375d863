// Paths of provisions, how their levels lie in one another, and which numbers may stand beside one
// another in a list. Private to the citation reader.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/scan.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

struct Path {
  std::array<Step, 9> steps{};
  std::uint8_t size = 0;

  bool push(Level level, const StepText& value) noexcept {
    if (size == steps.size()) return false;
    steps[size].level = level;
    steps[size++].value = value;
    return true;
  }
  const Step& last() const noexcept { return steps[size - 1u]; }
  // The first step of the level, or size.
  std::uint8_t find(Level level) const noexcept {
    std::uint8_t at = 0;
    while (at < size && steps[at].level != level) ++at;
    return at;
  }
};

// How deep a level lies among others; a deeper one may follow after a comma.
int rank_of(Level level) noexcept;
bool may_descend(Level from, Level to) noexcept;
// Whether "of" may lead from the one to the other.
bool may_contain(Level outer, Level inner) noexcept;

// "ii", "x": of the small Roman numerals.
bool is_roman(std::string_view text) noexcept;
// Whether one may stand beside the other in a list: digits, letters or Roman numerals alike.
bool alike(std::string_view a, std::string_view b) noexcept;
// Whether the value may stand beside step `at`: "i" inside a letter is a numeral, not a letter.
bool may_stand_beside(const Path& path, std::uint8_t at, std::string_view value) noexcept;
// "a), i)": a first numeral inside the letter, unless it is the letter's neighbour.
bool nests_under(std::string_view a, std::string_view b) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
