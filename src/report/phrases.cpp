#include "report/phrases.hpp"

#include <array>

#include "acquis/report/text.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using Row = std::array<std::string_view, 4>;  // en, nl, fr, de

constexpr std::array<Row, edge_kind_count> edge_phrases{{
    {"pursues", "streeft na", "poursuit", "verfolgt"},
    {"relies on", "steunt op", "s'appuie sur", "stützt sich auf"},
    {"is laid down in", "is vastgelegd in", "est énoncé à", "ist festgelegt in"},
    {"has as its legal basis", "heeft als rechtsgrondslag", "a pour base juridique",
     "hat als Rechtsgrundlage"},
    {"implements", "geeft uitvoering aan", "met en œuvre", "setzt um"},
    {"is grounded in", "vindt zijn grond in", "est fondé sur", "gründet auf"},
    {"cites", "verwijst naar", "cite", "verweist auf"},
    {"amends", "wijzigt", "modifie", "ändert"},
    {"repeals", "trekt in", "abroge", "hebt auf"},
    {"replaces", "vervangt", "remplace", "ersetzt"},
    {"corrects", "rectificeert", "rectifie", "berichtigt"},
    {"renumbers", "hernummert", "renumérote", "nummeriert um"},
    {"is held by", "wordt ingenomen door", "est défendue par", "wird vertreten von"},
    {"responds to", "reageert op", "répond à", "reagiert auf"},
    {"is proposed by", "is voorgesteld door", "est proposé par", "wird vorgeschlagen von"},
    {"is addressed to", "is gericht tot", "est adressé à", "ist gerichtet an"},
}};

constexpr std::array<Row, 3> evidence_phrases{{
    {"editorial", "redactioneel", "éditorial", "redaktionell"},
    {"derived", "afgeleid", "déduit", "abgeleitet"},
    {"stated", "vermeld", "énoncé", "angegeben"},
}};

constexpr std::array<Row, 6> status_phrases{{
    {"proposed", "voorgesteld", "proposé", "vorgeschlagen"},
    {"adopted", "vastgesteld", "adopté", "angenommen"},
    {"in force", "van kracht", "en vigueur", "in Kraft"},
    {"applicable", "van toepassing", "applicable", "anwendbar"},
    {"expired", "vervallen", "expiré", "abgelaufen"},
    {"repealed", "ingetrokken", "abrogé", "aufgehoben"},
}};

constexpr std::array<Row, static_cast<std::size_t>(Phrase::count)> phrases{{
    {"rests on", "berust op", "repose sur", "beruht auf"},
    {"does not rest on", "berust niet op", "ne repose pas sur", "beruht nicht auf"},
    {"strength", "sterkte", "force", "Stärke"},
    {"which contains", "dat omvat", "qui contient", "darin enthalten"},
    {"which is part of", "dat deel is van", "qui fait partie de", "ein Teil von"},
    {"the last link ends inside what was asked about",
     "de laatste schakel eindigt binnen wat gevraagd is",
     "le dernier lien aboutit à l'intérieur de ce qui est demandé",
     "das letzte Glied endet innerhalb des Gefragten"},
    {"broad: the last link ends at something that contains what was asked about",
     "ruim: de laatste schakel eindigt bij iets dat het gevraagde omvat",
     "large: le dernier lien aboutit à un ensemble qui contient ce qui est demandé",
     "weit: das letzte Glied endet bei etwas, das das Gefragte enthält"},
    {"it would if weaker evidence were admitted, at least",
     "wel indien zwakker bewijs werd toegelaten, minstens",
     "ce serait le cas si une preuve plus faible était admise, au moins",
     "es täte es, wenn schwächere Belege zugelassen wären, mindestens"},
    {"it would if a broad answer were admitted", "wel indien een ruim antwoord werd toegelaten",
     "ce serait le cas si une réponse large était admise",
     "es täte es, wenn eine weite Antwort zugelassen wäre"},
    {"it would on another day than", "wel op een andere dag dan",
     "ce serait le cas un autre jour que le", "es täte es an einem anderen Tag als dem"},
    {"no chain of links joins them, whatever is admitted",
     "geen keten van schakels verbindt hen, wat ook wordt toegelaten",
     "aucune chaîne de liens ne les relie, quoi qu'on admette",
     "keine Kette von Gliedern verbindet sie, was auch zugelassen wird"},
    {"not admitted", "niet toegelaten", "non admis", "nicht zugelassen"},
    {"not in the corpus", "niet in het corpus", "absent du corpus", "nicht im Korpus"},
    {"editor", "redactie", "rédaction", "Redaktion"},
    {"since", "sinds", "depuis", "seit"},
    {"until", "tot en met", "jusqu'au", "bis"},
    {"it would if links of these kinds were admitted too:",
     "wel indien ook schakels van deze soorten werden toegelaten:",
     "ce serait le cas si les liens de ces types étaient aussi admis :",
     "es täte es, wenn auch Glieder dieser Arten zugelassen wären:"},
    {"its links never hold on one and the same day", "haar schakels gelden nooit op dezelfde dag",
     "ses liens ne valent jamais le même jour", "ihre Glieder gelten nie am selben Tag"},
    {"this chain holds", "deze keten geldt", "cette chaîne vaut", "diese Kette gilt"},
    {"nearest, it rests on", "het naast daaraan berust het op", "au plus près, il repose sur",
     "am nächsten dazu beruht es auf"},
    {"both are in", "beide staan in", "les deux sont dans", "beide stehen in"},
    {"no single link carries the answer", "geen enkele schakel draagt het antwoord alleen",
     "aucun lien ne porte seul la réponse", "kein einzelnes Glied trägt die Antwort"},
    {"without any one of these links there is no chain:",
     "zonder een van deze schakels is er geen keten:",
     "sans l'un de ces liens il n'y a pas de chaîne :",
     "ohne eines dieser Glieder gibt es keine Kette:"},
    {"every chain passes:", "elke keten loopt langs:", "toute chaîne passe par :",
     "jede Kette führt über:"},
    {"there are more chains than could be looked for",
     "er zijn meer ketens dan konden worden gezocht",
     "il y a plus de chaînes qu'on n'a pu en chercher",
     "es gibt mehr Ketten, als gesucht werden konnten"},
}};

template <typename Enum, std::size_t N>
std::string_view pick(const std::array<Row, N>& rows, Enum row, Language language) noexcept {
  return rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(language)];
}

}  // namespace

std::string_view phrase(EdgeKind kind, Language language) noexcept {
  return pick(edge_phrases, kind, language);
}
std::string_view phrase(Evidence evidence, Language language) noexcept {
  return pick(evidence_phrases, evidence, language);
}
std::string_view phrase(Status status, Language language) noexcept {
  return pick(status_phrases, status, language);
}
std::string_view phrase(Phrase what, Language language) noexcept {
  return pick(phrases, what, language);
}

}  // namespace v0
}  // namespace acquis
