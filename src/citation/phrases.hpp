// The words of citations in four languages: divisions, ordinals, treaties, acts. Private to the
// writer. Sources: official labels of the subdivision authority table (Publications Office), the
// Interinstitutional Style Guide and the official titles of the treaties.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

enum class Gender : std::uint8_t { masculine, feminine, neuter };

struct LevelWords {
  std::string_view one;
  std::string_view many;
  Gender gender;
  std::string_view genitive;  // German only: "Artikels"
};
const LevelWords& level_words(Language language, Level level) noexcept;

// "fourth", "dernière", "eerste"; nothing for a value that is not a small number or "last".
std::optional<std::string> ordinal_text(Language language, std::string_view value, Gender gender);

// "this Article", "du présent article": nominative, or genitive with its preposition.
std::string this_text(Language language, const LevelWords& words, bool genitive);

struct WorkWords {
  std::string name;      // "Regulation (EU) 2016/399"
  std::string genitive;  // "of Regulation (EU) 2016/399"; for a treaty's abbreviation "TFEU"
  LevelWords kind;       // what "this Regulation" calls it
};
WorkWords work_words(Language language, std::string_view work, bool long_form);

// "of Annex I"; "of the Annex" for an empty number.
std::string of_annex(Language language, std::string_view number);

// "ex ", before a place in the EU Treaty as it stood before 1 December 2009.
std::string_view former_word(Language language) noexcept;

std::string_view and_word(Language language) noexcept;  // "and"
std::string_view until(Language language) noexcept;     // "to"

}  // namespace detail
}  // namespace v0
}  // namespace acquis
