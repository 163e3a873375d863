// The fixed words of explanations, in four languages.
#pragma once

#include <cstdint>
#include <string_view>

#include "acquis/citation/language.hpp"

namespace acquis {
inline namespace v0 {

enum class Phrase : std::uint8_t {
  rests_on,
  does_not_rest_on,
  strength,
  contains,
  part_of,
  ends_inside,
  ends_broad,
  weaker_evidence,
  broad_answer,
  other_day,
  no_chain,
  not_admitted,
  not_in_corpus,
  editor,
  since,
  until,
  more_kinds,
  never_together,
  holds,
  nearest,
  same_whole,
  no_single_link,
  single_links,
  single_places,
  more_chains,
  count,
};

std::string_view phrase(Phrase what, Language language) noexcept;

}  // namespace v0
}  // namespace acquis
