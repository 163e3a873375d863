#include <array>

#include "citation/read/extractor.hpp"

namespace acquis {
inline namespace v0 {
namespace {

struct Words {
  Language language;
  std::string_view words;
  Connective connective;
};

constexpr auto en = Language::en;
constexpr auto nl = Language::nl;
constexpr auto fr = Language::fr;
constexpr auto de = Language::de;

// Longer words first where one ends another.
constexpr auto table = std::to_array<Words>({
    {en, "in accordance with", Connective::in_accordance_with},
    {en, "without prejudice to", Connective::without_prejudice_to},
    {en, "by way of derogation from", Connective::by_derogation_from},
    {en, "notwithstanding", Connective::by_derogation_from},
    {en, "derogating from", Connective::by_derogation_from},
    {en, "pursuant to", Connective::pursuant_to},
    {en, "referred to in", Connective::referred_to_in},
    {en, "within the meaning of", Connective::within_the_meaning_of},
    {en, "as defined in", Connective::within_the_meaning_of},
    {en, "subject to", Connective::subject_to},
    {en, "by virtue of", Connective::by_virtue_of},
    {en, "laid down in", Connective::laid_down_in},
    {en, "set out in", Connective::laid_down_in},
    {en, "provided for in", Connective::laid_down_in},
    {en, "on the basis of", Connective::on_the_basis_of},
    {en, "for the purposes of", Connective::for_the_purposes_of},
    {en, "for the purpose of", Connective::for_the_purposes_of},
    {en, "having regard to", Connective::having_regard_to},
    {en, "in particular", Connective::in_particular},
    {en, "under", Connective::under},
    {en, "amending", Connective::amending},
    {en, "repealing", Connective::repealing},
    {fr, "conform\xC3\xA9ment \xC3\xA0", Connective::in_accordance_with},
    {fr, "conform\xC3\xA9ment au", Connective::in_accordance_with},
    {fr, "conform\xC3\xA9ment aux", Connective::in_accordance_with},
    {fr, "sans pr\xC3\xA9judice de", Connective::without_prejudice_to},
    {fr, "sans pr\xC3\xA9judice des", Connective::without_prejudice_to},
    {fr, "sans pr\xC3\xA9judice du", Connective::without_prejudice_to},
    {fr, "par d\xC3\xA9rogation \xC3\xA0", Connective::by_derogation_from},
    {fr, "par d\xC3\xA9rogation au", Connective::by_derogation_from},
    {fr, "en application de", Connective::pursuant_to},
    {fr, "en vertu de", Connective::by_virtue_of},
    {fr, "en vertu du", Connective::by_virtue_of},
    {fr, "vis\xC3\xA9 \xC3\xA0", Connective::referred_to_in},
    {fr,
     "vis\xC3\xA9"
     "e \xC3\xA0",
     Connective::referred_to_in},
    {fr, "vis\xC3\xA9s \xC3\xA0", Connective::referred_to_in},
    {fr,
     "vis\xC3\xA9"
     "es \xC3\xA0",
     Connective::referred_to_in},
    {fr, "vis\xC3\xA9s au", Connective::referred_to_in},
    {fr,
     "vis\xC3\xA9"
     "es au",
     Connective::referred_to_in},
    {fr, "au sens de", Connective::within_the_meaning_of},
    {fr, "au sens du", Connective::within_the_meaning_of},
    {fr, "sous r\xC3\xA9serve de", Connective::subject_to},
    {fr, "pr\xC3\xA9vu \xC3\xA0", Connective::laid_down_in},
    {fr, "pr\xC3\xA9vue \xC3\xA0", Connective::laid_down_in},
    {fr, "sur la base de", Connective::on_the_basis_of},
    {fr, "aux fins de", Connective::for_the_purposes_of},
    {fr, "aux fins du", Connective::for_the_purposes_of},
    {fr, "notamment", Connective::in_particular},
    {fr, "vu", Connective::having_regard_to},
    {fr, "modifiant", Connective::amending},
    {fr, "abrogeant", Connective::repealing},
    {nl, "overeenkomstig", Connective::in_accordance_with},
    {nl, "onverminderd", Connective::without_prejudice_to},
    {nl, "in afwijking van", Connective::by_derogation_from},
    {nl, "op grond van", Connective::on_the_basis_of},
    {nl, "krachtens", Connective::by_virtue_of},
    {nl, "uit hoofde van", Connective::by_virtue_of},
    {nl, "bedoeld in", Connective::referred_to_in},
    {nl, "bedoelde in", Connective::referred_to_in},
    {nl, "in de zin van", Connective::within_the_meaning_of},
    {nl, "vastgesteld in", Connective::laid_down_in},
    {nl, "met name", Connective::in_particular},
    {nl, "gelet op", Connective::having_regard_to},
    {nl, "tot wijziging van", Connective::amending},
    {nl, "tot intrekking van", Connective::repealing},
    {de, "gem\xC3\xA4\xC3\x9F", Connective::in_accordance_with},
    {de, "nach", Connective::in_accordance_with},
    {de, "unbeschadet", Connective::without_prejudice_to},
    {de, "abweichend von", Connective::by_derogation_from},
    {de, "aufgrund", Connective::on_the_basis_of},
    {de, "auf der grundlage von", Connective::on_the_basis_of},
    {de, "im sinne von", Connective::within_the_meaning_of},
    {de, "im sinne", Connective::within_the_meaning_of},
    {de, "vorbehaltlich", Connective::subject_to},
    {de, "insbesondere auf", Connective::in_particular},
    {de, "insbesondere", Connective::in_particular},
    {de, "gest\xC3\xBCtzt auf", Connective::having_regard_to},
    {de, "zur \xC3\xA4nderung", Connective::amending},
    {de, "zur aufhebung", Connective::repealing},
});

// Whether the words end right before byte `end`, case and kind of space aside.
bool ends_before(std::string_view text, std::size_t end, std::string_view words) noexcept {
  std::size_t at = end;
  for (std::size_t i = words.size(); i-- > 0;) {
    if (at == 0) return false;
    const char c = text[--at];
    const bool space = words[i] == ' ' && (c == '\n' || c == ' ');
    if (!space && detail::lower(c) != words[i]) return false;
  }
  return at == 0 || !detail::is_letter(text[at - 1]);
}

// The end of the text without what may stand before a place: spaces, "the", "l'".
std::size_t skip_small(std::string_view text, std::size_t end) noexcept {
  const auto trim = [&] {
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  };
  trim();
  for (const std::string_view small :
       {"the", "l'", "l\xE2\x80\x99", "la", "les", "het", "den", "dem", "son", "ses"})
    if (ends_before(text, end, small)) {
      end -= small.size();
      trim();
      break;
    }
  return end;
}

}  // namespace

std::string_view to_text(Connective connective) noexcept {
  constexpr std::array<std::string_view, 17> names{"",
                                                   "under",
                                                   "pursuant to",
                                                   "in accordance with",
                                                   "referred to in",
                                                   "within the meaning of",
                                                   "without prejudice to",
                                                   "by derogation from",
                                                   "subject to",
                                                   "by virtue of",
                                                   "laid down in",
                                                   "on the basis of",
                                                   "for the purposes of",
                                                   "having regard to",
                                                   "in particular",
                                                   "amending",
                                                   "repealing"};
  return names[static_cast<std::size_t>(connective)];
}

std::string_view to_text(ReferenceStatus status) noexcept {
  constexpr std::array<std::string_view, 7> names{
      "named", "own", "antecedent", "amended", "ambiguous", "unresolved", "foreign"};
  return names[static_cast<std::size_t>(status)];
}

namespace detail {

Connective connective_before(std::string_view text, std::size_t at, Language language) {
  const std::size_t end = skip_small(text, at);
  if (end == 0) return Connective::none;
  const char last = lower(text[end - 1]);
  for (const Words& row : table)
    if (row.words.back() == last && row.language == language && ends_before(text, end, row.words))
      return row.connective;
  return Connective::none;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
