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

// The lower-case text that ends at `at`, without what may stand between: "the", "l'", spaces.
std::string before(std::string_view text, std::size_t at) {
  constexpr std::size_t most = 40;
  std::string out;
  for (std::size_t i = at > most ? at - most : 0; i < at; ++i) {
    const char c = text[i] == '\n' ? ' ' : detail::lower(text[i]);
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  }
  for (const std::string_view small : {" the ", " l'", " l\xE2\x80\x99", " la ", " les ", " de ",
                                       " het ", " den ", " dem ", " der ", " son ", " ses ", " "})
    if (out.size() >= small.size() &&
        out.compare(out.size() - small.size(), small.size(), small) == 0) {
      out.resize(out.size() - small.size());
      break;
    }
  return out;
}

bool ends_with_words(std::string_view text, std::string_view words) noexcept {
  if (!text.ends_with(words)) return false;
  return text.size() == words.size() || !detail::is_letter(text[text.size() - words.size() - 1]);
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
  const std::string words = before(text, at);
  for (const Words& row : table)
    if (row.language == language && ends_with_words(words, row.words)) return row.connective;
  return Connective::none;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
