// How many articles the Treaties in force have, and how many paragraphs each article has.
//
//   acquis::treaty_article("TFEU", "263")->paragraphs;   // 6
//   acquis::treaty_article("TFEU", "263")->numbered;     // false: "Article 263, fourth paragraph"
//   acquis::treaty_article("CFR", "68");                 // nothing: the Charter ends at 54
//
// Counted from the consolidated versions of 2012 (OJ C 326, 26.10.2012), with Article 136(3) TFEU,
// which came in 2013. The Interinstitutional Style Guide (referring to subdivisions) cites numbered
// paragraphs as "Article 4(3)" and others as "Article 263, fourth paragraph". Constant tables.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {
namespace detail {

// By article, from 1; negative where the paragraphs bear no number.
inline constexpr std::array<std::int8_t, 358> tfeu_paragraphs{
    2,  6,  2,  4,  3,  -1, -1, -1, -1, -1, -1, -1, -1, -1, 3,  2,  3,  -2, 2,  2,  3,  2,  -2, -4,
    -2, 3,  -2, 2,  -1, -1, -1, -1, -1, -1, -1, -1, 3,  4,  2,  3,  -1, -2, 5,  -2, 4,  -1, -1, -2,
    -2, 2,  -2, 2,  2,  -2, -1, -2, -3, 2,  2,  -2, -1, -1, 2,  3,  4,  -1, 4,  -1, -1, -1, -1, -1,
    -1, -1, -3, -1, 4,  3,  5,  -1, 3,  3,  3,  -1, 2,  4,  3,  3,  -1, -1, 2,  -1, -1, -1, 4,  3,
    -3, -1, -1, 2,  3,  -2, 2,  -1, 3,  3,  3,  4,  -1, -2, -1, -1, -1, 10, -1, -2, 2,  -2, 3,  -1,
    6,  2,  2,  -1, 2,  14, 6,  2,  4,  -1, -1, 3,  -1, 4,  -1, 3,  -1, 3,  4,  3,  2,  -1, 3,  3,
    -1, 2,  2,  5,  -2, -3, -3, -2, 5,  4,  2,  -3, 4,  -1, -1, -3, -2, -1, -2, -1, 4,  4,  5,  7,
    4,  2,  3,  -2, 3,  -3, -3, -1, -2, -2, 3,  -1, 2,  5,  -1, -2, -1, -2, -1, -2, 4,  -1, 4,  5,
    -1, 3,  2,  2,  3,  -3, 5,  5,  -1, -1, -1, -1, -1, -1, 6,  2,  3,  2,  -1, 3,  -1, 7,  3,  2,
    -1, 11, 4,  2,  2,  4,  2,  -1, -1, -3, -1, 4,  -2, -3, -2, -2, -1, -2, 4,  -1, -1, 4,  -1, 3,
    -1, -1, -1, -1, -2, -6, -1, -1, 2,  -2, -2, -2, -6, -6, -2, 3,  -6, -2, -4, 3,  -1, -1, -6, -2,
    -3, -2, -4, -1, -2, -1, -1, -1, -1, -1, -2, -1, -1, -1, -1, -1, -2, 5,  2,  3,  -2, 8,  4,  -5,
    4,  3,  4,  -1, 2,  15, -1, -3, 2,  2,  -4, 5,  -3, 2,  -3, -3, -3, -3, -5, -3, -2, 6,  -4, 5,
    -1, 10, -4, -3, -3, -2, 3,  -1, -2, 2,  -1, -1, 5,  -2, -1, 2,  2,  -3, 2,  -1, 3,  -1, -1, -1,
    -1, 2,  -1, -4, -1, -1, -1, -1, -1, 2,  -1, -2, -3, -1, -3, 4,  -1, -4, 6,  -1, -2, -2,
};
inline constexpr std::array<std::int8_t, 55> teu_paragraphs{
    -3, -1, 6, 3,  4, 3,  5, 2, -1, 4,  4,  -1, 4,  4,  6,  9,  8,  4,  3,
    4,  3,  2, -1, 3, -2, 3, 3, 5,  -1, 2,  5,  -3, -1, 2,  -3, -2, -1, -3,
    -1, -2, 3, 7,  2, 2,  2, 6, -1, 7,  -2, 5,  -1, 2,  -1, 2,  2,
};
inline constexpr std::array<std::int8_t, 54> cfr_paragraphs{
    -1, 2,  2, -1, 3,  -1, -1, 3,  -1, 2,  2,  2,  -1, 3,  3, -1, 2,  -1,
    2,  -1, 2, -1, -2, 3,  -1, -1, -1, -1, -1, -1, 2,  -2, 2, 3,  -1, -1,
    -1, -1, 2, -1, 4,  -1, -1, -1, 2,  -1, -3, 2,  3,  -1, 2, 7,  -1, -1,
};

constexpr std::size_t plain_number(std::string_view text) noexcept {
  std::size_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || value > 9999) return 0;
    value = value * 10 + static_cast<std::size_t>(c - '0');
  }
  return value;
}

}  // namespace detail

struct TreatyArticle {
  int paragraphs = 0;
  bool numbered = false;
};

// Articles of the TEU, TFEU or Charter in force; zero for a work that this table does not hold.
constexpr std::size_t treaty_article_count(std::string_view work) noexcept {
  if (work == "TFEU") return detail::tfeu_paragraphs.size();
  if (work == "TEU") return detail::teu_paragraphs.size();
  return work == "CFR" ? detail::cfr_paragraphs.size() : 0;
}

constexpr std::optional<TreatyArticle> treaty_article(std::string_view work,
                                                      std::string_view article) noexcept {
  const std::size_t number = detail::plain_number(article);
  if (number == 0 || number > treaty_article_count(work)) return std::nullopt;
  const int count = work == "TFEU"  ? detail::tfeu_paragraphs[number - 1]
                    : work == "TEU" ? detail::teu_paragraphs[number - 1]
                                    : detail::cfr_paragraphs[number - 1];
  return TreatyArticle{count < 0 ? -count : count, count > 0};
}

// Another name for the same place becomes the usual one: in an article without numbered paragraphs
// "TFEU/art_263/sub_4" is "TFEU/art_263/par_4".
constexpr Citation usual_name(const Citation& place) noexcept {
  const Citation work = *Citation::from_key(place ? place.work() : "TEU");
  Citation out = work;
  std::optional<TreatyArticle> article;
  for (const Segment step : place) {
    const bool alias = article && !article->numbered && step.level == Level::subparagraph;
    article = step.level == Level::article && out == work ? treaty_article(work.work(), step.value)
                                                          : std::nullopt;
    out = out.child({alias ? Level::paragraph : step.level, step.value});
  }
  return place ? out : Citation();
}

}  // namespace v0
}  // namespace acquis
