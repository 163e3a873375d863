// Whether one citation is written as the Style Guide has it. Private to the linter.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "acquis/citation/lint.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// The citation [begin, end) of the text, with its work or without. `work`: the treaty that it is
// of, if it is of one.
std::optional<LintFinding> lint_phrase(std::string_view text, std::size_t begin, std::size_t end,
                                       Language language, std::string_view work);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
