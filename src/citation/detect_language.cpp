#include "acquis/citation/detect_language.hpp"

#include <algorithm>
#include <array>

#include "citation/read/cursor.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr unsigned en = 1, nl = 2, fr = 4, de = 8;  // by place in `languages`

struct Sign {
  std::string_view word;
  unsigned languages;
};

// Sorted by bytes.
constexpr auto signs = std::to_array<Sign>({
    {"absatz", de},
    {"abschnitt", de},
    {"absätze", de},
    {"aeuv", de},
    {"afdeling", nl},
    {"al", fr | nl},
    {"alinea", nl},
    {"alinéa", fr},
    {"and", en},
    {"anhang", de},
    {"annex", en},
    {"annexe", fr},
    {"article", en | fr},
    {"articles", en | fr},
    {"artikel", nl | de},
    {"artikelen", nl},
    {"au", fr},
    {"auf", de},
    {"aux", fr},
    {"beschikking", nl},
    {"beschluss", de},
    {"besluit", nl},
    {"betreffende", nl},
    {"bij", nl},
    {"bijlage", nl},
    {"bis", de},
    {"buchstabe", de},
    {"buchstaben", de},
    {"by", en},
    {"ce", fr},
    {"chapitre", fr},
    {"chapter", en},
    {"charta", de},
    {"charte", fr},
    {"charter", en},
    {"considérant", fr},
    {"dans", fr},
    {"das", de},
    {"de", nl | fr},
    {"decision", en},
    {"dem", de},
    {"den", de},
    {"der", de},
    {"des", fr | de},
    {"die", nl | de},
    {"dieser", de},
    {"directive", en | fr},
    {"dit", nl},
    {"door", nl},
    {"du", fr},
    {"durch", de},
    {"décision", fr},
    {"een", nl},
    {"ein", de},
    {"eine", de},
    {"einer", de},
    {"en", nl | fr},
    {"erwägungsgrund", de},
    {"est", fr},
    {"et", fr},
    {"euv", de},
    {"for", en},
    {"from", en},
    {"für", de},
    {"gemäß", de},
    {"genannten", de},
    {"handvest", nl},
    {"het", nl},
    {"hoofdstuk", nl},
    {"im", de},
    {"in", en | nl | de},
    {"is", en | nl},
    {"kaderbesluit", nl},
    {"kapitel", de},
    {"l", fr},
    {"la", fr},
    {"le", fr},
    {"leden", nl},
    {"les", fr},
    {"lid", nl},
    {"met", nl},
    {"mit", de},
    {"naar", nl},
    {"nach", de},
    {"nicht", de},
    {"niet", nl},
    {"nummer", de},
    {"of", en | nl},
    {"on", en},
    {"onder", nl},
    {"op", nl},
    {"or", en},
    {"ou", fr},
    {"overeenkomstig", nl},
    {"overweging", nl},
    {"par", fr},
    {"paragraph", en},
    {"paragraphe", fr},
    {"paragraphs", en},
    {"partie", fr},
    {"point", en | fr},
    {"points", en | fr},
    {"pour", fr},
    {"punt", nl},
    {"que", fr},
    {"qui", fr},
    {"rahmenbeschluss", de},
    {"recital", en},
    {"regulation", en},
    {"richtlijn", nl},
    {"richtlinie", de},
    {"règlement", fr},
    {"section", en | fr},
    {"sich", de},
    {"sont", fr},
    {"streepje", nl},
    {"subparagraph", en},
    {"sur", fr},
    {"teu", en},
    {"tfeu", en},
    {"tfue", fr},
    {"that", en},
    {"the", en},
    {"this", en},
    {"tiret", fr},
    {"titre", fr},
    {"to", en},
    {"tot", nl},
    {"traité", fr},
    {"treaty", en},
    {"tue", fr},
    {"und", de},
    {"une", fr},
    {"unterabsatz", de},
    {"van", nl},
    {"verdrag", nl},
    {"verordening", nl},
    {"verordnung", de},
    {"vertrag", de},
    {"veu", nl},
    {"von", de},
    {"voor", nl},
    {"vweu", nl},
    {"werden", de},
    {"wird", de},
    {"with", en},
    {"worden", nl},
    {"wordt", nl},
    {"zijn", nl},
    {"zu", de},
    {"zum", de},
    {"zur", de},
    {"à", fr},
    {"über", de},
});

static_assert(std::is_sorted(signs.begin(), signs.end(),
                             [](const Sign& a, const Sign& b) { return a.word < b.word; }));

unsigned languages_of(std::string_view word) noexcept {
  const auto at = std::lower_bound(
      signs.begin(), signs.end(), word,
      [](const Sign& sign, std::string_view wanted) { return sign.word < wanted; });
  return at != signs.end() && at->word == word ? at->languages : 0;
}

constexpr std::size_t longest_look = 16'384;

}  // namespace
}  // namespace detail

Language detect_language(std::string_view text, Language otherwise) noexcept {
  std::array<unsigned, languages.size()> score{};
  detail::Cursor at(text.substr(0, detail::longest_look));
  while (!at.done()) {
    const detail::Word word = at.next_word();
    if (word.empty()) {
      at.skip();
      continue;
    }
    at.take(word);
    const unsigned said = detail::languages_of(word.text());
    const bool alone = (said & (said - 1)) == 0;
    for (std::size_t i = 0; i < score.size(); ++i)
      if ((said & (1u << i)) != 0) score[i] += alone ? 2 : 1;
  }
  const auto most = std::max_element(score.begin(), score.end());
  return *most == 0 ? otherwise : languages[static_cast<std::size_t>(most - score.begin())];
}

}  // namespace v0
}  // namespace acquis
