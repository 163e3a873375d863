// Akoma Ntoso element ids of places inside a work, read and written.
//
//   const auto place = *acquis::Citation::from_key("TFEU/art_67/par_2/pnt_a");
//   acquis::eid_of(place)->view();                             // "art_67__para_2__point_a"
//   acquis::citation_of_eid("TFEU", "art_67__para_2__point_a");  // place
//   acquis::citation_of_eid("32016R0399", "chp_II__art_9__para_2.__list_1__point_(a)");
//                                                              // 32016R0399/art_9/par_2/pnt_a
//
// Names and separators are those of the Akoma Ntoso Naming Convention 1.0 (OASIS), "__" between
// elements and "_" before the number. Reading is wider than writing: full stops and brackets around
// numbers as LEOS and other editors leave them, containers that a key does not count (list, content,
// intro, the group of recitals), and the divisions around an article. Sentences, which the standard
// does not mark up, are "sentence_N" here.
//
// Constexpr, no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/config.hpp"
#include "acquis/id/short_text.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {
namespace detail {

// By level, in the order of the enumeration.
inline constexpr std::array<std::string_view, level_count> eid_names{
    "part", "title", "chp", "sec",  "subsec",  "prot",  "decl",   "annex",
    "rec",  "cit",   "art", "para", "subpara", "point", "indent", "sentence"};

struct EidAlias {
  std::string_view name;
  Level level;
};
inline constexpr std::array<EidAlias, 8> eid_aliases{{
    {"al", Level::subparagraph},
    {"alinea", Level::subparagraph},
    {"att", Level::annex},
    {"anx", Level::annex},
    {"chap", Level::chapter},
    {"sect", Level::section},
    {"par", Level::paragraph},
    {"pnt", Level::point},
}};

constexpr std::optional<Level> eid_level(std::string_view name) noexcept {
  for (std::size_t i = 0; i < level_count; ++i)
    if (eid_names[i] == name) return static_cast<Level>(i);
  for (const EidAlias& alias : eid_aliases)
    if (alias.name == name) return alias.level;
  return std::nullopt;
}

constexpr bool is_eid_container(std::string_view name) noexcept {
  for (const std::string_view known :
       {std::string_view("list"), std::string_view("content"), std::string_view("intro"),
        std::string_view("wrapup"), std::string_view("recs"), std::string_view("cits"),
        std::string_view("body"), std::string_view("preamble"), std::string_view("p")})
    if (known == name) return true;
  return false;
}

// "(a)" is a, "2." is 2.
constexpr ShortText<16> eid_value(std::string_view text) noexcept {
  while (!text.empty() && !is_alnum(text.front())) text.remove_prefix(1);
  while (!text.empty() && !is_alnum(text.back())) text.remove_suffix(1);
  ShortText<16> out;
  out.append(text);
  return out;
}

constexpr bool enter_eid(Citation& place, Level level, std::string_view value) noexcept {
  while (level == Level::article && !place.is_work() && is_grouping(place.last().level))
    place = place.parent();
  place = place.child({level, value});
  return static_cast<bool>(place);
}

constexpr std::size_t find_pair(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size() && !(text[at] == '_' && at + 1 < text.size() && text[at + 1] == '_'))
    ++at;
  return at;
}

}  // namespace detail

// The element id of a place inside a work; nothing for a whole work.
constexpr std::optional<ShortText<250>> eid_of(const Citation& place) noexcept {
  if (!place || place.is_work()) return std::nullopt;
  ShortText<250> out;
  bool fits = true;
  for (const Segment step : place)
    fits = fits && (out.empty() || out.append("__")) &&
           out.append(detail::eid_names[static_cast<std::size_t>(step.level)]) && out.append('_') &&
           out.append(step.value);
  if (!fits) return std::nullopt;
  return out;
}

// The place that an element id names inside a work; nothing for ids of other elements.
constexpr std::optional<Citation> citation_of_eid(std::string_view work,
                                                  std::string_view eid) noexcept {
  const auto whole = Citation::from_key(work);
  if (!whole || eid.empty()) return std::nullopt;
  Citation place = *whole;
  while (!eid.empty()) {
    const std::size_t size = detail::find_pair(eid);
    const std::string_view part = eid.substr(0, size);
    if (size + 2 == eid.size()) return std::nullopt;
    eid.remove_prefix(size == eid.size() ? size : size + 2);
    const std::size_t mark = detail::find_char(part, '_');
    const std::string_view name = part.substr(0, mark);
    if (detail::is_eid_container(name)) continue;
    const auto level = detail::eid_level(name);
    if (!level || mark + 1 >= part.size()) return std::nullopt;
    const auto value = detail::eid_value(part.substr(mark + 1));
    if (value.empty() || !detail::enter_eid(place, *level, value.view())) return std::nullopt;
  }
  if (place.is_work()) return std::nullopt;
  return Citation::from_key(place.key());
}

}  // namespace v0
}  // namespace acquis
