#include "citation/parse_words.hpp"

#include <algorithm>
#include <array>

#include "acquis/citation/words.hpp"
#include "citation/phrases.hpp"
#include "citation/read/lexicon.hpp"
#include "citation/read/named_works.hpp"
#include "detail/nearest.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// As drafters write it: "Article" though the lexicon has "article".
std::string spelled(const LexWord& word, Language language) {
  if (word.is(abbreviation)) {
    std::string out(word.text);
    for (char& c : out)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return out;
  }
  if (!word.is(unit)) return std::string(word.text);
  const LevelWords& words = level_words(language, word.level());
  for (const std::string_view known : {words.one, words.many})
    if (edit_distance(known, word.text, 0) == 0) return std::string(known);
  return std::string(word.text);
}

constexpr std::uint32_t citing = unit | ordinal | act | treaty | abbreviation | series;

}  // namespace

bool is_institution(std::string_view word) noexcept {
  constexpr std::array<std::string_view, 18> words{
      "european",   "council",      "commission",  "parliament", "europees", "europese",
      "raad",       "commissie",    "parlement",   "conseil",    "banque",   "haut",
      "parlements", "europäischen", "europäische", "rates",      "rat",      "kommission"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t own_place(std::string_view text, const CiteContext& context, Citation& place) {
  for (place = context.place; place; place = place.parent()) {
    const LevelWords called = place.is_work()
                                  ? work_words(context.language, place.work(), false).kind
                                  : level_words(context.language, place.last().level);
    for (const bool genitive : {false, true}) {
      const std::string words = this_text(context.language, called, genitive);
      if (text.size() < words.size()) continue;
      const std::string_view start = text.substr(0, words.size());
      const bool ends = text.size() == words.size() || !is_letter(text[words.size()]);
      if (ends && edit_distance(start, words, 0) == 0) return words.size();
    }
  }
  return 0;
}

std::string nearest_word(std::string_view word, Language language) {
  if (word.size() < 3) return {};
  Nearest nearest(word);
  for (const LexWord& known : lexicon(language).words())
    if (known.is(citing) && known.text.size() > 2) nearest.offer(spelled(known, language));
  std::string best(nearest.best());
  const bool capital = word[0] >= 'A' && word[0] <= 'Z';
  if (capital && !best.empty() && best[0] >= 'a' && best[0] <= 'z')
    best[0] = static_cast<char>(best[0] - 'a' + 'A');
  return best;
}

std::string nearest_name(std::string_view name, Language language) {
  Nearest nearest(name);
  for (const NamedWork& known : named_works())
    if (known.language == language && known.name.size() > 2) nearest.offer(known.name);
  return std::string(nearest.best());
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
