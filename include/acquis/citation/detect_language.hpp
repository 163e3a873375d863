// Guesses the language of a text of law.
//
//   acquis::detect_language("artikel 77, lid 2, onder b), VWEU");     // Language::nl
//   acquis::detect_language("2016/399", acquis::Language::fr);        // no word known: Language::fr
//
// Counts the small words of each language and the words of its citations; a word that two of them
// share counts for both, one that is nobody else's counts twice. Reads the first 16 kB at most. No
// allocation, thread-safe.
#pragma once

#include <string_view>

#include "acquis/citation/language.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// `otherwise` where no word speaks for any language; of two languages equally likely, the one that
// comes first in `languages`.
Language detect_language(std::string_view text, Language otherwise = Language::en) noexcept;

}  // namespace v0
}  // namespace acquis
