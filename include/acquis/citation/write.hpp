// Writes citations as a drafter would, in English, Dutch, French and German.
//
//   using namespace acquis::literals;
//   const auto place = "Article 77(2)(b) TFEU"_cite;
//   acquis::to_text(place);                              // "Article 77(2)(b) TFEU"
//   acquis::to_text(place, acquis::Language::nl);        // "artikel 77, lid 2, onder b), VWEU"
//   acquis::to_text(place, acquis::Language::nl, acquis::Style::long_form);
//   // "artikel 77, lid 2, onder b), van het Verdrag betreffende de werking van de Europese Unie"
//   acquis::to_text(place, acquis::Language::en, acquis::Style::style_guide,
//                   "Article 77(1) TFEU"_cite);  // "paragraph 2, point (b), of this Article"
//
// The rules are those of the Interinstitutional Style Guide ("referring to subdivisions of acts",
// "order of the Treaties", "numbering of acts"): elements in descending order, the name of a
// subdivision once for elements of one kind and again where kinds differ, "paragraph" for numbered
// ones and an ordinal for the others. What a key alone cannot tell is left out rather than guessed:
// the community of a decision before 2015 ("Decision 2008/615"). Places in the EU Treaty before Lisbon
// are told as the Treaties tell them since: "ex Article 34 TEU".
//
// Texts read back to the same citation with citation/parse.hpp. Cost is that of the string.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Style : std::uint8_t {
  short_form,   // for tables: "Article 77(2)(b) TFEU"
  style_guide,  // as in enacting text: "Article 77(2), point (b), TFEU"
  long_form,    // with the treaty's name: "... of the Treaty on the Functioning of the European
                // Union"
};

// One place or work. With `relative_to`, the place in which the text stands, what it shares with
// the target is left unsaid or becomes "this Article". Empty for the empty citation.
std::string to_text(const Citation& place, Language language = Language::en,
                    Style style = Style::short_form, const Citation& relative_to = {});

// Several of them as one enumeration: "Article 77(2), points (b) and (e), and Article 79(2),
// point (c), TFEU". Places of one work are told together, treaties in their order (TEU, TFEU,
// Euratom), acts in the order given.
std::string to_text(std::span<const Citation> places, Language language = Language::en,
                    Style style = Style::style_guide, const Citation& relative_to = {});

// All from one place to another of the same work: "Articles 67 to 76 TFEU".
std::string to_text_range(const Citation& first, const Citation& last,
                          Language language = Language::en, Style style = Style::style_guide,
                          const Citation& relative_to = {});

}  // namespace v0
}  // namespace acquis
