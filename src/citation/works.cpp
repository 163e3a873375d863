// Names of treaties and acts in four languages.
#include <array>
#include <string>

#include "citation/phrases.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr auto m = Gender::masculine;
constexpr auto f = Gender::feminine;
constexpr auto n = Gender::neuter;

struct Treaty {
  std::string_view work;
  Language language;
  std::string_view name;  // short
  std::string_view of;    // empty: the abbreviation follows its article at once
  std::string_view long_name;
  std::string_view long_of;
  LevelWords kind;
};

constexpr LevelWords en_treaty{"Treaty", "", m, ""};
constexpr LevelWords nl_treaty{"Verdrag", "", n, ""};
constexpr LevelWords fr_treaty{"traité", "", m, ""};
constexpr LevelWords de_treaty{"Vertrag", "", m, "Vertrags"};
constexpr LevelWords en_charter{"Charter", "", m, ""};
constexpr LevelWords nl_charter{"Handvest", "", n, ""};
constexpr LevelWords fr_charter{"charte", "", f, ""};
constexpr LevelWords de_charter{"Charta", "", f, "Charta"};
constexpr LevelWords en_convention{"Convention", "", m, ""};
constexpr LevelWords nl_convention{"Verdrag", "", n, ""};
constexpr LevelWords fr_convention{"convention", "", f, ""};
constexpr LevelWords de_convention{"Konvention", "", f, "Konvention"};

constexpr std::array<Treaty, 32> treaties{{
    {"TEU", Language::en, "TEU", "", "Treaty on European Union", "of the Treaty on European Union",
     en_treaty},
    {"TEU", Language::nl, "VEU", "", "Verdrag betreffende de Europese Unie",
     "van het Verdrag betreffende de Europese Unie", nl_treaty},
    {"TEU", Language::fr, "TUE", "", "traité sur l'Union européenne",
     "du traité sur l'Union européenne", fr_treaty},
    {"TEU", Language::de, "EUV", "", "Vertrag über die Europäische Union",
     "des Vertrags über die Europäische Union", de_treaty},
    {"TFEU", Language::en, "TFEU", "", "Treaty on the Functioning of the European Union",
     "of the Treaty on the Functioning of the European Union", en_treaty},
    {"TFEU", Language::nl, "VWEU", "", "Verdrag betreffende de werking van de Europese Unie",
     "van het Verdrag betreffende de werking van de Europese Unie", nl_treaty},
    {"TFEU", Language::fr, "TFUE", "", "traité sur le fonctionnement de l'Union européenne",
     "du traité sur le fonctionnement de l'Union européenne", fr_treaty},
    {"TFEU", Language::de, "AEUV", "", "Vertrag über die Arbeitsweise der Europäischen Union",
     "des Vertrags über die Arbeitsweise der Europäischen Union", de_treaty},
    {"EAEC", Language::en, "Euratom Treaty", "of the Euratom Treaty",
     "Treaty establishing the European Atomic Energy Community",
     "of the Treaty establishing the European Atomic Energy Community", en_treaty},
    {"EAEC", Language::nl, "Euratom-Verdrag", "van het Euratom-Verdrag",
     "Verdrag tot oprichting van de Europese Gemeenschap voor Atoomenergie",
     "van het Verdrag tot oprichting van de Europese Gemeenschap voor Atoomenergie", nl_treaty},
    {"EAEC", Language::fr, "traité Euratom", "du traité Euratom",
     "traité instituant la Communauté européenne de l'énergie atomique",
     "du traité instituant la Communauté européenne de l'énergie atomique", fr_treaty},
    {"EAEC", Language::de, "Euratom-Vertrag", "des Euratom-Vertrags",
     "Vertrag zur Gründung der Europäischen Atomgemeinschaft",
     "des Vertrags zur Gründung der Europäischen Atomgemeinschaft", de_treaty},
    {"CFR", Language::en, "Charter", "of the Charter",
     "Charter of Fundamental Rights of the European Union",
     "of the Charter of Fundamental Rights of the European Union", en_charter},
    {"CFR", Language::nl, "Handvest", "van het Handvest",
     "Handvest van de grondrechten van de Europese Unie",
     "van het Handvest van de grondrechten van de Europese Unie", nl_charter},
    {"CFR", Language::fr, "charte", "de la charte",
     "charte des droits fondamentaux de l'Union européenne",
     "de la charte des droits fondamentaux de l'Union européenne", fr_charter},
    {"CFR", Language::de, "Charta", "der Charta", "Charta der Grundrechte der Europäischen Union",
     "der Charta der Grundrechte der Europäischen Union", de_charter},
    {"ECHR", Language::en, "ECHR", "", "European Convention on Human Rights",
     "of the European Convention on Human Rights", en_convention},
    {"ECHR", Language::nl, "EVRM", "", "Europees Verdrag voor de rechten van de mens",
     "van het Europees Verdrag voor de rechten van de mens", nl_convention},
    {"ECHR", Language::fr, "CEDH", "", "convention européenne des droits de l'homme",
     "de la convention européenne des droits de l'homme", fr_convention},
    {"ECHR", Language::de, "EMRK", "", "Europäische Menschenrechtskonvention",
     "der Europäischen Menschenrechtskonvention", de_convention},
    {"TEC", Language::en, "TEC", "", "Treaty establishing the European Community",
     "of the Treaty establishing the European Community", en_treaty},
    {"TEC", Language::nl, "EG-Verdrag", "van het EG-Verdrag",
     "Verdrag tot oprichting van de Europese Gemeenschap",
     "van het Verdrag tot oprichting van de Europese Gemeenschap", nl_treaty},
    {"TEC", Language::fr, "traité CE", "du traité CE", "traité instituant la Communauté européenne",
     "du traité instituant la Communauté européenne", fr_treaty},
    {"TEC", Language::de, "EG-Vertrag", "des EG-Vertrags",
     "Vertrag zur Gründung der Europäischen Gemeinschaft",
     "des Vertrags zur Gründung der Europäischen Gemeinschaft", de_treaty},
    {"EEC", Language::en, "EEC Treaty", "of the EEC Treaty",
     "Treaty establishing the European Economic Community",
     "of the Treaty establishing the European Economic Community", en_treaty},
    {"EEC", Language::nl, "EEG-Verdrag", "van het EEG-Verdrag",
     "Verdrag tot oprichting van de Europese Economische Gemeenschap",
     "van het Verdrag tot oprichting van de Europese Economische Gemeenschap", nl_treaty},
    {"EEC", Language::fr, "traité CEE", "du traité CEE",
     "traité instituant la Communauté économique européenne",
     "du traité instituant la Communauté économique européenne", fr_treaty},
    {"EEC", Language::de, "EWG-Vertrag", "des EWG-Vertrags",
     "Vertrag zur Gründung der Europäischen Wirtschaftsgemeinschaft",
     "des Vertrags zur Gründung der Europäischen Wirtschaftsgemeinschaft", de_treaty},
    {"TEU-pre2009", Language::en, "former TEU", "TEU", "former Treaty on European Union",
     "of the Treaty on European Union", en_treaty},
    {"TEU-pre2009", Language::nl, "vroeger VEU", "VEU",
     "vroeger Verdrag betreffende de Europese Unie", "van het Verdrag betreffende de Europese Unie",
     nl_treaty},
    {"TEU-pre2009", Language::fr, "ancien TUE", "TUE", "ancien traité sur l'Union européenne",
     "du traité sur l'Union européenne", fr_treaty},
    {"TEU-pre2009", Language::de, "früherer EUV", "EUV",
     "früherer Vertrag über die Europäische Union", "des Vertrags über die Europäische Union",
     de_treaty},
}};

struct ActWords {
  char type;
  Language language;
  std::string_view name;
  std::string_view of;
  LevelWords kind;
};

constexpr std::array<ActWords, 28> acts{{
    {'R', Language::en, "Regulation", "of Regulation", {"Regulation", "", m, ""}},
    {'R', Language::nl, "Verordening", "van Verordening", {"verordening", "", f, ""}},
    {'R', Language::fr, "règlement", "du règlement", {"règlement", "", m, ""}},
    {'R', Language::de, "Verordnung", "der Verordnung", {"Verordnung", "", f, "Verordnung"}},
    {'L', Language::en, "Directive", "of Directive", {"Directive", "", m, ""}},
    {'L', Language::nl, "Richtlijn", "van Richtlijn", {"richtlijn", "", f, ""}},
    {'L', Language::fr, "directive", "de la directive", {"directive", "", f, ""}},
    {'L', Language::de, "Richtlinie", "der Richtlinie", {"Richtlinie", "", f, "Richtlinie"}},
    {'D', Language::en, "Decision", "of Decision", {"Decision", "", m, ""}},
    {'D', Language::nl, "Besluit", "van Besluit", {"besluit", "", n, ""}},
    {'D', Language::fr, "décision", "de la décision", {"décision", "", f, ""}},
    {'D', Language::de, "Beschluss", "des Beschlusses", {"Beschluss", "", m, "Beschlusses"}},
    {'F',
     Language::en,
     "Framework Decision",
     "of Framework Decision",
     {"Framework Decision", "", m, ""}},
    {'F', Language::nl, "Kaderbesluit", "van Kaderbesluit", {"kaderbesluit", "", n, ""}},
    {'F', Language::fr, "décision-cadre", "de la décision-cadre", {"décision-cadre", "", f, ""}},
    {'F',
     Language::de,
     "Rahmenbeschluss",
     "des Rahmenbeschlusses",
     {"Rahmenbeschluss", "", m, "Rahmenbeschlusses"}},
    {'H', Language::en, "Recommendation", "of Recommendation", {"Recommendation", "", m, ""}},
    {'H', Language::nl, "Aanbeveling", "van Aanbeveling", {"aanbeveling", "", f, ""}},
    {'H', Language::fr, "recommandation", "de la recommandation", {"recommandation", "", f, ""}},
    {'H', Language::de, "Empfehlung", "der Empfehlung", {"Empfehlung", "", f, "Empfehlung"}},
    {'E', Language::en, "Common Position", "of Common Position", {"Common Position", "", m, ""}},
    {'E',
     Language::nl,
     "Gemeenschappelijk Standpunt",
     "van Gemeenschappelijk Standpunt",
     {"gemeenschappelijk standpunt", "", n, ""}},
    {'E',
     Language::fr,
     "position commune",
     "de la position commune",
     {"position commune", "", f, ""}},
    {'E',
     Language::de,
     "Gemeinsamer Standpunkt",
     "des Gemeinsamen Standpunkts",
     {"Gemeinsame Standpunkt", "", m, "Gemeinsamen Standpunkts"}},
    {'J', Language::en, "Joint Action", "of Joint Action", {"Joint Action", "", m, ""}},
    {'J',
     Language::nl,
     "Gemeenschappelijk Optreden",
     "van Gemeenschappelijk Optreden",
     {"gemeenschappelijk optreden", "", n, ""}},
    {'J', Language::fr, "action commune", "de l'action commune", {"action commune", "", f, ""}},
    {'J',
     Language::de,
     "Gemeinsame Maßnahme",
     "der Gemeinsamen Maßnahme",
     {"Gemeinsame Maßnahme", "", f, "Gemeinsamen Maßnahme"}},
}};

// The communities by language: EU, EC, EEC, JHA, CFSP.
enum Community : std::size_t { eu, ec, eec, jha, cfsp, unsaid };
constexpr std::array<std::array<std::string_view, 5>, 4> communities{{
    {"EU", "EC", "EEC", "JHA", "CFSP"},
    {"EU", "EG", "EEG", "JBZ", "GBVB"},
    {"UE", "CE", "CEE", "JAI", "PESC"},
    {"EU", "EG", "EWG", "JI", "GASP"},
}};
constexpr std::array<std::string_view, 4> number_signs{"No", "nr.", "n°", "Nr."};

struct Act {
  char type;
  unsigned year;
  unsigned number;
};

// Decisions of the third pillar whose CELEX number does not say so.
constexpr std::array<std::string_view, 11> justice_decisions{
    "32000D0642", "32002D0187", "32002D0348", "32003D0659", "32005D0671", "32005D0876",
    "32007D0533", "32008D0615", "32008D0616", "32008D0633", "32009D0371"};

Community community_of(const Act& act, std::string_view celex) noexcept {
  if (act.type == 'F' || act.type == 'J') return jha;
  if (act.type == 'E') return cfsp;
  if (act.year >= 2015) return eu;
  for (const std::string_view known : justice_decisions)
    if (known == celex) return jha;
  if (act.type == 'D') return unsaid;
  // The change of name fell inside 1993 and 2009; these are the last numbers under the old one.
  const unsigned last_eec = act.type == 'R' ? 3000 : 100;
  const unsigned last_ec = act.type == 'R' ? 1225 : 142;
  if (act.year < 1993 || (act.year == 1993 && act.number <= last_eec)) return eec;
  if (act.year < 2009 || (act.year == 2009 && act.number <= last_ec)) return ec;
  return eu;
}

std::string two_digit_year(unsigned year) {
  return std::to_string(year < 1999 ? year % 100 : year);
}

// "(EU) 2016/399", "(EU) No 1215/2012", "95/46/EC", "2008/615"
std::string number_text(Language language, const Act& act, std::string_view celex) {
  const Community community = community_of(act, celex);
  const auto at = static_cast<std::size_t>(language);
  const std::string name(community == unsaid ? "" : communities[at][community]);
  const std::string number = std::to_string(act.number);
  if (act.year >= 2015) return "(" + name + ") " + std::to_string(act.year) + "/" + number;
  if (act.type == 'R')
    return "(" + name + ") " + std::string(number_signs[at]) + " " + number + "/" +
           two_digit_year(act.year);
  return two_digit_year(act.year) + "/" + number + (name.empty() ? "" : "/" + name);
}

unsigned digits(std::string_view text) noexcept {
  unsigned value = 0;
  for (const char c : text) value = value * 10 + static_cast<unsigned>(c - '0');
  return value;
}

// A plain act of secondary law: 3, year, one letter, four digits.
std::optional<Act> act_of(std::string_view celex) noexcept {
  if (celex.size() != 10 || celex[0] != '3') return std::nullopt;
  for (const char c : celex.substr(6))
    if (c < '0' || c > '9') return std::nullopt;
  Act act{celex[5], digits(celex.substr(1, 4)), digits(celex.substr(6))};
  if (act.type == 'F' && act.year < 1999) act.type = 'J';  // framework decisions began in 1999
  if (act.number == 0 || act.year < 1952) return std::nullopt;
  return act;
}

const ActWords* words_of(Language language, char type) noexcept {
  for (const ActWords& words : acts)
    if (words.type == type && words.language == language) return &words;
  return nullptr;
}

// COM(2020) 605 from 52020DC0605; a proposal is told apart from other documents by its word.
std::optional<std::string> preparatory_text(Language language, std::string_view celex) {
  if (celex.size() != 11 || celex[0] != '5') return std::nullopt;
  for (const char c : celex.substr(7))
    if (c < '0' || c > '9') return std::nullopt;
  constexpr std::array<std::string_view, 4> proposal{"proposal", "voorstel", "proposition",
                                                     "Vorschlag"};
  const std::string_view type = celex.substr(5, 2);
  const std::string number =
      "(" + std::string(celex.substr(1, 4)) + ") " + std::to_string(digits(celex.substr(7)));
  if (type == "DC") return "COM" + number;
  if (type == "JC") return "JOIN" + number;
  if (type == "SC") return "SWD" + number;
  if (type == "PC")
    return std::string(proposal[static_cast<std::size_t>(language)]) + " COM" + number;
  return std::nullopt;
}

LevelWords document_kind(Language language) noexcept {
  constexpr std::array<LevelWords, 4> words{{{"document", "", m, ""},
                                             {"document", "", n, ""},
                                             {"document", "", m, ""},
                                             {"Dokument", "", n, "Dokuments"}}};
  return words[static_cast<std::size_t>(language)];
}

std::string of_document(Language language, const std::string& name) {
  constexpr std::array<std::string_view, 4> of{"of ", "van ", "de ", "von "};
  return std::string(of[static_cast<std::size_t>(language)]) + name;
}

}  // namespace

WorkWords work_words(Language language, std::string_view work, bool long_form) {
  for (const Treaty& treaty : treaties)
    if (treaty.work == work && treaty.language == language) {
      const std::string_view of = treaty.of.empty() ? treaty.name : treaty.of;
      if (long_form)
        return {std::string(treaty.long_name), std::string(treaty.long_of), treaty.kind};
      return {std::string(treaty.name), std::string(of), treaty.kind};
    }
  if (const auto act = act_of(work))
    if (const ActWords* words = words_of(language, act->type)) {
      const std::string number = " " + number_text(language, *act, work);
      return {std::string(words->name) + number, std::string(words->of) + number, words->kind};
    }
  const std::string name = preparatory_text(language, work).value_or(std::string(work));
  return {name, of_document(language, name), document_kind(language)};
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
