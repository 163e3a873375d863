// What the writer writes, the reader reads: parse(to_text(x)) == x.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "acquis/citation/parse.hpp"
#include "acquis/citation/write.hpp"
#include "acquis/io/embedded.hpp"

namespace {

using namespace acquis;

std::string keys_of(std::vector<Citation> places) {
  std::sort(places.begin(), places.end());
  std::string out;
  for (const Citation& place : places) out += std::string(place.key()) + " ";
  return out;
}

// Empty if the text reads as exactly these places; else what it reads as.
std::string misread(const std::string& text, const CiteContext& context,
                    const std::vector<Citation>& places, const Citation& last = {}) {
  const ParsedCitation read = parse_citation(text, context);
  std::vector<Citation> found;
  bool ranges_agree = true;
  for (const Reference& r : read.places) {
    found.push_back(r.target);
    ranges_agree = ranges_agree && r.last == last;
  }
  if (!read.fault && ranges_agree && keys_of(found) == keys_of(places)) return {};
  return "\"" + text + "\" (" + std::string(to_text(context.language)) + ", in " +
         std::string(context.place.key()) + ") for " + keys_of(places) + " reads as " +
         (read.fault ? read.fault->message : keys_of(found));
}

std::vector<Citation> shipped_places() {
  const Corpus law = load_embedded();
  std::vector<Citation> out;
  for (const NodeId n : law.graph().nodes())
    if (const auto place = Citation::from_key(law.key(n))) out.push_back(*place);
  return out;
}

// Runs `write(place index, language, style)` for all of them and reports the first misreadings.
template <class Check>
void for_every_form(std::size_t count, const Check& check) {
  std::size_t texts = 0, wrong = 0;
  for (std::size_t i = 0; i < count; ++i)
    for (const Language language : languages)
      for (const Style style : {Style::short_form, Style::style_guide, Style::long_form}) {
        const std::string problem = check(i, language, style);
        ++texts;
        wrong += !problem.empty();
        if (!problem.empty() && wrong < 30) ADD_FAILURE() << problem;
      }
  EXPECT_EQ(wrong, 0u) << "of " << texts << " texts";
  EXPECT_GT(texts, 1000u);
}

TEST(WriteAndRead, EveryShippedPlaceInEveryLanguageAndStyle) {
  const std::vector<Citation> all = shipped_places();
  for_every_form(all.size(), [&](std::size_t i, Language language, Style style) {
    return misread(to_text(all[i], language, style), {.language = language}, {all[i]});
  });
}

TEST(WriteAndRead, EveryShippedPlaceSeenFromItselfItsWholeAndItsNeighbour) {
  const std::vector<Citation> all = shipped_places();
  for_every_form(all.size(), [&](std::size_t i, Language language, Style style) {
    for (const Citation& here : {all[i], all[i].parent(), all[(i + 1) % all.size()]}) {
      const std::string text = to_text(all[i], language, style, here);
      const std::string problem = misread(text, {.language = language, .place = here}, {all[i]});
      if (!problem.empty()) return problem;
    }
    return std::string();
  });
}

// Nobody cites a treaty and, in the same breath, a place.
bool is_unusual(const std::vector<Citation>& places) {
  const auto whole = [](const Citation& place) { return place.is_work(); };
  return std::any_of(places.begin(), places.end(), whole) &&
         !std::all_of(places.begin(), places.end(), whole);
}

TEST(WriteAndRead, SeveralPlaces) {
  const std::vector<Citation> all = shipped_places();
  for_every_form(all.size() - 7, [&](std::size_t i, Language language, Style style) {
    const std::vector<Citation> near{all[i], all[i + 3], all[i + 7]};
    if (is_unusual(near)) return std::string();
    return misread(to_text(near, language, style), {.language = language}, near);
  });
  for_every_form(all.size(), [&](std::size_t i, Language language, Style style) {
    const std::vector<Citation> far{all[i], all[(i * 7919 + 13) % all.size()]};
    if (far[0] == far[1] || is_unusual(far)) return std::string();
    return misread(to_text(far, language, style), {.language = language}, far);
  });
}

TEST(WriteAndRead, Ranges) {
  const std::vector<Citation> all = shipped_places();
  const auto end_of_range = [&](std::size_t i) {
    for (std::size_t k = i + 1; k < all.size() && k < i + 12; ++k)
      if (!all[k].is_work() && !all[i].is_work() && all[k].parent() == all[i].parent() &&
          all[k].last().level == all[i].last().level)
        return all[k];
    return Citation();
  };
  for_every_form(all.size(), [&](std::size_t i, Language language, Style style) {
    const Citation last = end_of_range(i);
    if (!last) return std::string();
    return misread(to_text_range(all[i], last, language, style), {.language = language}, {all[i]},
                   last);
  });
}

}  // namespace
