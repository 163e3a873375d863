// Other names of the same place.
#pragma once

#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// "art_263/sub_4" is "art_263/par_4" where the paragraphs of the article are not numbered; nothing
// if no subparagraph stands directly under an article.
std::optional<Citation> unnumbered_paragraph(std::string_view key) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
