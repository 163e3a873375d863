#include "citation/phrases.hpp"

#include <array>

#include "acquis/citation/treaty_shape.hpp"
#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr auto m = Gender::masculine;
constexpr auto f = Gender::feminine;
constexpr auto n = Gender::neuter;

// By language, by level in the order of the enumeration.
using LevelTable = std::array<LevelWords, level_count>;
constexpr std::array<LevelTable, 4> level_tables{{
    {{{"Part", "Parts", m, ""},
      {"Title", "Titles", m, ""},
      {"Chapter", "Chapters", m, ""},
      {"Section", "Sections", m, ""},
      {"Subsection", "Subsections", m, ""},
      {"Protocol", "Protocols", m, ""},
      {"Declaration", "Declarations", m, ""},
      {"Annex", "Annexes", m, ""},
      {"recital", "recitals", m, ""},
      {"citation", "citations", m, ""},
      {"Article", "Articles", m, ""},
      {"paragraph", "paragraphs", m, ""},
      {"subparagraph", "subparagraphs", m, ""},
      {"point", "points", m, ""},
      {"indent", "indents", m, ""},
      {"sentence", "sentences", m, ""}}},
    {{{"deel", "delen", n, ""},
      {"titel", "titels", m, ""},
      {"hoofdstuk", "hoofdstukken", n, ""},
      {"afdeling", "afdelingen", f, ""},
      {"onderafdeling", "onderafdelingen", f, ""},
      {"protocol", "protocollen", n, ""},
      {"verklaring", "verklaringen", f, ""},
      {"bijlage", "bijlagen", f, ""},
      {"overweging", "overwegingen", f, ""},
      {"aanhaling", "aanhalingen", f, ""},
      {"artikel", "artikelen", n, ""},
      {"lid", "leden", n, ""},
      {"alinea", "alinea's", m, ""},
      {"punt", "punten", n, ""},
      {"streepje", "streepjes", n, ""},
      {"zin", "zinnen", m, ""}}},
    {{{"partie", "parties", f, ""},
      {"titre", "titres", m, ""},
      {"chapitre", "chapitres", m, ""},
      {"section", "sections", f, ""},
      {"sous-section", "sous-sections", f, ""},
      {"protocole", "protocoles", m, ""},
      {"déclaration", "déclarations", f, ""},
      {"annexe", "annexes", f, ""},
      {"considérant", "considérants", m, ""},
      {"visa", "visas", m, ""},
      {"article", "articles", m, ""},
      {"paragraphe", "paragraphes", m, ""},
      {"alinéa", "alinéas", m, ""},
      {"point", "points", m, ""},
      {"tiret", "tirets", m, ""},
      {"phrase", "phrases", f, ""}}},
    {{{"Teil", "Teile", m, "Teils"},
      {"Titel", "Titel", m, "Titels"},
      {"Kapitel", "Kapitel", n, "Kapitels"},
      {"Abschnitt", "Abschnitte", m, "Abschnitts"},
      {"Unterabschnitt", "Unterabschnitte", m, "Unterabschnitts"},
      {"Protokoll", "Protokolle", n, "Protokolls"},
      {"Erklärung", "Erklärungen", f, "Erklärung"},
      {"Anhang", "Anhänge", m, "Anhangs"},
      {"Erwägungsgrund", "Erwägungsgründe", m, "Erwägungsgrunds"},
      {"Bezugsvermerk", "Bezugsvermerke", m, "Bezugsvermerks"},
      {"Artikel", "Artikel", m, "Artikels"},
      {"Absatz", "Absätze", m, "Absatzes"},
      {"Unterabsatz", "Unterabsätze", m, "Unterabsatzes"},
      {"Buchstabe", "Buchstaben", m, "Buchstabens"},
      {"Gedankenstrich", "Gedankenstriche", m, "Gedankenstrichs"},
      {"Satz", "Sätze", m, "Satzes"}}},
}};

constexpr std::array<std::string_view, 20> dutch_ordinals{
    "eerste",    "tweede",      "derde",      "vierde",      "vijfde",
    "zesde",     "zevende",     "achtste",    "negende",     "tiende",
    "elfde",     "twaalfde",    "dertiende",  "veertiende",  "vijftiende",
    "zestiende", "zeventiende", "achttiende", "negentiende", "twintigste"};
constexpr std::array<std::string_view, 20> french_ordinals{
    "premier",  "deuxième",     "troisième",    "quatrième",    "cinquième",
    "sixième",  "septième",     "huitième",     "neuvième",     "dixième",
    "onzième",  "douzième",     "treizième",    "quatorzième",  "quinzième",
    "seizième", "dix-septième", "dix-huitième", "dix-neuvième", "vingtième"};
constexpr std::array<std::string_view, 20> german_ordinals{
    "erst",      "zweit",     "dritt",     "viert",     "fünft",     "sechst",    "siebt",
    "acht",      "neunt",     "zehnt",     "elft",      "zwölft",    "dreizehnt", "vierzehnt",
    "fünfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst"};

std::string last_text(Language language, Gender gender) {
  switch (language) {
    case Language::en:
      return "last";
    case Language::nl:
      return "laatste";
    case Language::fr:
      return gender == f ? "dernière" : "dernier";
    case Language::de:
      return gender == f ? "letzte" : gender == n ? "letztes" : "letzter";
  }
  return {};
}

std::string numbered_ordinal(Language language, std::size_t number, Gender gender) {
  const std::size_t at = number - 1;
  switch (language) {
    case Language::en:
      return std::string(ordinal_words[at]);
    case Language::nl:
      return std::string(dutch_ordinals[at]);
    case Language::fr:
      return number == 1 && gender == f ? "première" : std::string(french_ordinals[at]);
    case Language::de:
      return std::string(german_ordinals[at]) + (gender == f ? "e" : gender == n ? "es" : "er");
  }
  return {};
}

}  // namespace

const LevelWords& level_words(Language language, Level level) noexcept {
  return level_tables[static_cast<std::size_t>(language)][static_cast<std::size_t>(level)];
}

std::optional<std::string> ordinal_text(Language language, std::string_view value, Gender gender) {
  if (value == "last") return last_text(language, gender);
  const std::size_t number = value.front() == '0' ? 0 : plain_number(value);
  if (number == 0 || number > ordinal_words.size()) return std::nullopt;
  return numbered_ordinal(language, number, gender);
}

std::string this_text(Language language, const LevelWords& words, bool genitive) {
  const std::string one(words.one);
  const bool feminine = words.gender == f;
  switch (language) {
    case Language::en:
      return (genitive ? "of this " : "this ") + one;
    case Language::nl:
      return (genitive ? "van " : "") + std::string(words.gender == n ? "dit " : "deze ") + one;
    case Language::fr:
      if (genitive) return (feminine ? "de la présente " : "du présent ") + one;
      return (feminine ? "la présente " : "le présent ") + one;
    case Language::de:
      if (genitive) return (feminine ? "dieser " : "dieses ") + std::string(words.genitive);
      return (feminine ? "diese " : words.gender == n ? "dieses " : "dieser ") + one;
  }
  return {};
}

std::string of_annex(Language language, std::string_view number) {
  constexpr std::array<std::string_view, 4> sole{"of the Annex", "van de bijlage", "de l'annexe",
                                                 "des Anhangs"};
  constexpr std::array<std::string_view, 4> numbered{"of Annex ", "van bijlage ", "de l'annexe ",
                                                     "des Anhangs "};
  const auto at = static_cast<std::size_t>(language);
  return number.empty() ? std::string(sole[at]) : std::string(numbered[at]) + std::string(number);
}

// As under the headings of the Treaties consolidated in 2012: "(ex Article 31 TEU)".
std::string_view former_word(Language language) noexcept {
  constexpr std::array<std::string_view, 4> words{"ex ", "oud ", "ex-", "ex-"};
  return words[static_cast<std::size_t>(language)];
}

std::string_view and_word(Language language) noexcept {
  constexpr std::array<std::string_view, 4> words{"and", "en", "et", "und"};
  return words[static_cast<std::size_t>(language)];
}

std::string_view until(Language language) noexcept {
  constexpr std::array<std::string_view, 4> words{"to", "tot en met", "à", "bis"};
  return words[static_cast<std::size_t>(language)];
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
