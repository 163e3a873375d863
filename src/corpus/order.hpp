// Legal order among siblings: treaties by rank, acts by CELEX number, packages last; places by
// level and number where no document says how they stand.
#pragma once

#include <compare>
#include <string_view>

#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Compares texts with the numbers in them taken as numbers: art_9 < art_9a < art_10.
std::strong_ordering natural_order(std::string_view a, std::string_view b) noexcept;

// Order of instruments by key.
bool instrument_precedes(std::string_view a, std::string_view b) noexcept;

// Order of the segments of provisions; "last" comes last.
bool segment_precedes(std::string_view a, std::string_view b) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
