#include "io/import/formulas.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool starts_with(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && same_word(text.substr(0, with.size()), with);
}

// In the order of the languages: en, nl, fr, de.
constexpr std::array<std::array<std::string_view, 2>, 4> openings{{
    {"having regard to", "having regard to"},
    {"gelet op", "gezien"},
    {"vu ", "vu les"},
    {"gest\xC3\xBCtzt auf", "gest\xC3\xBCtzt auf"},
}};

// What a visa names that is no basis.
constexpr std::array<std::array<std::string_view, 9>, 4> papers{{
    {"opinion", "proposal", "initiative", "recommendation", "request", "report", "draft",
     "communication", "consultation"},
    {"advies", "voorstel", "initiatief", "aanbeveling", "verzoek", "verslag", "ontwerp",
     "mededeling", "raadpleging"},
    {"avis", "proposition", "initiative", "recommandation", "demande", "rapport", "projet",
     "communication", "consultation"},
    {"stellungnahme", "vorschlag", "initiative", "empfehlung", "antrag", "bericht", "entwurf",
     "mitteilung", "anh\xC3\xB6rung"},
}};

struct Verb {
  std::string_view words;
  EdgeKind kind;
};
constexpr std::array<Verb, 16> english{{
    {" is repealed", EdgeKind::repeals},
    {" are repealed", EdgeKind::repeals},
    {" is hereby repealed", EdgeKind::repeals},
    {" are hereby repealed", EdgeKind::repeals},
    {" shall be repealed", EdgeKind::repeals},
    {" is amended", EdgeKind::amends},
    {" are amended", EdgeKind::amends},
    {" is hereby amended", EdgeKind::amends},
    {" are hereby amended", EdgeKind::amends},
    {" shall be amended", EdgeKind::amends},
    {" is replaced", EdgeKind::amends},
    {" are replaced", EdgeKind::amends},
    {" shall be replaced", EdgeKind::amends},
    {" is deleted", EdgeKind::amends},
    {", the following ", EdgeKind::amends},
    {" is hereby replaced", EdgeKind::amends},
}};
constexpr std::array<Verb, 9> dutch{{
    {" wordt ingetrokken", EdgeKind::repeals},
    {" worden ingetrokken", EdgeKind::repeals},
    {" wordt als volgt gewijzigd", EdgeKind::amends},
    {" worden als volgt gewijzigd", EdgeKind::amends},
    {" wordt gewijzigd", EdgeKind::amends},
    {" wordt vervangen", EdgeKind::amends},
    {" worden vervangen", EdgeKind::amends},
    {" wordt geschrapt", EdgeKind::amends},
    {" wordt het volgende", EdgeKind::amends},
}};
constexpr std::array<Verb, 13> french{{
    {" est abrog\xC3\xA9", EdgeKind::repeals},
    {" sont abrog\xC3\xA9", EdgeKind::repeals},
    {" est modifi\xC3\xA9", EdgeKind::amends},
    {" sont modifi\xC3\xA9", EdgeKind::amends},
    {" est remplac\xC3\xA9", EdgeKind::amends},
    {" sont remplac\xC3\xA9", EdgeKind::amends},
    {" est supprim\xC3\xA9", EdgeKind::amends},
    {", le paragraphe suivant", EdgeKind::amends},
    {", le point suivant", EdgeKind::amends},
    {", l\xE2\x80\x99"
     "alin\xC3\xA9"
     "a suivant",
     EdgeKind::amends},
    {", l\xE2\x80\x99"
     "article suivant",
     EdgeKind::amends},
    {", les points suivants", EdgeKind::amends},
    {", les paragraphes suivants", EdgeKind::amends},
}};
constexpr std::array<Verb, 9> german{{
    {" wird aufgehoben", EdgeKind::repeals},
    {" werden aufgehoben", EdgeKind::repeals},
    {" wird wie folgt ge\xC3\xA4ndert", EdgeKind::amends},
    {" werden wie folgt ge\xC3\xA4ndert", EdgeKind::amends},
    {" erh\xC3\xA4lt folgende", EdgeKind::amends},
    {" wird gestrichen", EdgeKind::amends},
    {" wird durch folgenden", EdgeKind::amends},
    {" wird folgender", EdgeKind::amends},
    {" wird ersetzt", EdgeKind::amends},
}};

std::span<const Verb> verbs(Language language) {
  switch (language) {
    case Language::nl:
      return dutch;
    case Language::fr:
      return french;
    case Language::de:
      return german;
    case Language::en:
      break;
  }
  return english;
}

// The whole of an act may stand between its number and the verb: its date and its title.
constexpr std::size_t longest_title = 400;

}  // namespace

bool names_basis(std::string_view visa, Language language) noexcept {
  const auto l = static_cast<std::size_t>(language);
  std::size_t width = 0;
  for (const std::string_view opening : openings[l])
    if (starts_with(visa, opening)) width = (std::max)(width, opening.size());
  if (width == 0) return false;
  constexpr std::size_t head = 40;  // bytes in which the head of the phrase must stand
  const std::string_view words = visa.substr(width, head);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const bool begins = is_letter(words[at]) && (at == 0 || !is_letter(words[at - 1]));
    if (words[at] == ',') return true;
    for (const std::string_view paper : papers[l])
      if (begins && starts_with(words.substr(at), paper)) return false;
  }
  return true;
}

std::size_t particular_in(std::string_view visa, Language language) noexcept {
  constexpr std::array<std::array<std::string_view, 2>, 4> phrases{{
      {"in particular", "in particular"},
      {"met name", "in het bijzonder"},
      {"notamment", "en particulier"},
      {"insbesondere", "insbesondere"},
  }};
  std::size_t at = visa.size();
  for (const std::string_view phrase : phrases[static_cast<std::size_t>(language)])
    at = (std::min)(at, visa.find(phrase));
  return at;
}

std::optional<EdgeKind> verb_behind(std::string_view rest, Language language) noexcept {
  std::size_t end = (std::min)(rest.find_first_of(";:"), rest.size());
  end = (std::min)({end, rest.find(". "), longest_title, rest.size()});
  const std::string_view clause = rest.substr(0, end);
  std::size_t first = npos;
  std::optional<EdgeKind> kind;
  for (const Verb& verb : verbs(language)) {
    const std::size_t at = clause.find(verb.words);
    if (at >= first) continue;
    first = at;
    kind = verb.kind;
  }
  return kind;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
