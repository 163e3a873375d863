// Words around citations, and the closest ones to a wrong one. Private to the parser.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "acquis/citation/extract.hpp"
#include "acquis/citation/language.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// An institution that an act names behind its number. `word` is in lower case.
bool is_institution(std::string_view word) noexcept;

// The bytes of "this Regulation" or "this Chapter" at the beginning of the text, and which place that
// is: what the context lies in. 0 if it does not begin so.
std::size_t own_place(std::string_view text, const CiteContext& context, Citation& place);

// The closest word of citations; empty if none is close.
std::string nearest_word(std::string_view word, Language language);

// The closest shipped name of a work.
std::string nearest_name(std::string_view name, Language language);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
