// Citations that the compiler checks.
//
//   using namespace acquis::literals;
//   constexpr acquis::Citation limb = "Article 67(2) TFEU"_cite;
//   static_assert(limb == "TFEU/art_67/par_2"_cite);
//
//    "Artcle 67 TFEU"_cite;   // error: ... the_citation_has_an_unknown_word ... "Artcle 67 TFEU"
//
// Reads what citation/scan.hpp reads: common English forms and keys. Evaluated during compilation
// only, so it costs nothing at run time. It checks spelling, not law: whether Article 67 has a
// fifth paragraph is for a corpus to say.
#pragma once

#include <cstddef>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/scan.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {
namespace detail {

// Declared, never defined and not constexpr: when the compiler meets one in a constant expression
// it prints the name, which says what is wrong, and the call, which shows the literal.
void the_citation_is_empty();
void the_citation_is_a_malformed_key();
void the_citation_has_an_unknown_word();
void the_citation_lacks_a_number_after_its_article_or_division();
void the_citation_has_a_malformed_act_number();
void the_citation_names_no_treaty_or_act();
void the_citation_names_two_treaties_or_acts();
void the_citation_names_several_places_but_a_literal_names_one();
void the_citation_has_its_parts_in_an_impossible_order();
void the_citation_is_too_long();

constexpr void refuse(ScanFault fault, [[maybe_unused]] const char* from_here_on) {
  switch (fault) {
    case ScanFault::none:
      return;
    case ScanFault::empty:
      return the_citation_is_empty();
    case ScanFault::malformed_key:
      return the_citation_is_a_malformed_key();
    case ScanFault::unknown_word:
      return the_citation_has_an_unknown_word();
    case ScanFault::missing_number:
      return the_citation_lacks_a_number_after_its_article_or_division();
    case ScanFault::bad_number:
      return the_citation_has_a_malformed_act_number();
    case ScanFault::no_work:
      return the_citation_names_no_treaty_or_act();
    case ScanFault::two_works:
      return the_citation_names_two_treaties_or_acts();
    case ScanFault::several_places:
      return the_citation_names_several_places_but_a_literal_names_one();
    case ScanFault::wrong_order:
      return the_citation_has_its_parts_in_an_impossible_order();
    case ScanFault::too_long:
      return the_citation_is_too_long();
  }
}

}  // namespace detail

namespace literals {

consteval Citation operator""_cite(const char* text, std::size_t size) {
  const ScanResult result = examine_citation({text, size});
  if (result.fault != ScanFault::none) detail::refuse(result.fault, text + result.at);
  return result.citation;
}

}  // namespace literals
}  // namespace v0
}  // namespace acquis
