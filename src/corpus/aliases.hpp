// Other names of the same place.
#pragma once

#include <string_view>

#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// In an article whose paragraphs are not numbered, "art_263/sub_4" is "art_263/par_4".
Citation with_unnumbered_paragraphs(const Citation& place) noexcept;

// Points and indents are listed under their paragraph even where they stand in one of its
// subparagraphs: "art_82/par_2/sub_2/pnt_b" is "art_82/par_2/pnt_b".
Citation with_points_of_paragraphs(const Citation& place) noexcept;

// Calls find(key) with the key and then with its other names until one is found; `missing` if none.
template <typename Id, typename Find>
Id find_by_any_name(std::string_view key, Id missing, Find find) noexcept {
  const Id found = find(key);
  if (found != missing) return found;
  const auto place = Citation::from_key(key);
  if (!place) return missing;
  const Citation paragraphs = with_unnumbered_paragraphs(*place);
  for (const Citation& name :
       {paragraphs, with_points_of_paragraphs(*place), with_points_of_paragraphs(paragraphs)})
    if (name != *place)
      if (const Id other = find(name.key()); other != missing) return other;
  return missing;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
