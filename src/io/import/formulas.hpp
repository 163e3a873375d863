// The formulas by which acts say what they rest on, what they amend and what they repeal.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "acquis/citation/language.hpp"
#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Whether a visa names what the act rests on: "Having regard to the Treaty ..., and in particular
// ...", not "Having regard to the opinion of ..." nor "Acting in accordance with ...".
bool names_basis(std::string_view visa, Language language) noexcept;

// Where "in particular" begins in a visa; the end of the text if it has none.
std::size_t particular_in(std::string_view visa, Language language) noexcept;

// amends or repeals, if the words right behind a reference say so of it: "is hereby repealed", "is
// amended as follows", ", the following paragraph is added".
std::optional<EdgeKind> verb_behind(std::string_view rest, Language language) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
