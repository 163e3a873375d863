// References to the Official Journal, read in four languages and written in them.
//
//   const auto oj = *acquis::OjReference::parse("OJ L 351, 20.12.2012, p. 1");
//   oj.number;                                       // 351
//   oj.text(acquis::Language::de).view();            // "ABl. L 351 vom 20.12.2012, S. 1"
//   acquis::OjReference::parse("OJ L, 2024/1348, 22.5.2024")->act;  // 1348
//
// Since 1 October 2023 each act is published by itself and cited by its number instead of an issue
// and a page. Source: Interinstitutional Style Guide, references to the Official Journal.
//
// A plain value, constexpr, no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/config.hpp"
#include "acquis/id/date.hpp"
#include "acquis/id/short_text.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct OjReference {
  ShortText<3> series;         // "L", "C"; "CE" for the electronic edition "C 321 E"
  std::uint16_t number = 0;    // of the issue; 0 since October 2023
  std::uint16_t act_year = 0;  // "2024/1348"
  std::uint32_t act = 0;
  Date date{};
  std::uint16_t page = 0;  // 0 when not given

  static constexpr std::optional<OjReference> parse(std::string_view text) noexcept;
  constexpr ShortText<64> text(Language language = Language::en) const noexcept;

  friend constexpr bool operator==(const OjReference&, const OjReference&) noexcept = default;
};

namespace detail {

struct OjWords {
  std::string_view journal, date, page;
};
inline constexpr std::array<OjWords, 4> oj_words{{
    {"OJ ", ", ", ", p. "},
    {"PB ", " van ", ", blz. "},
    {"JO ", " du ", ", p. "},
    {"ABl. ", " vom ", ", S. "},
}};

class OjReader {
 public:
  constexpr explicit OjReader(std::string_view text) noexcept : text_(text) {}

  constexpr std::optional<OjReference> run() noexcept {
    for (const OjWords& words : oj_words) {
      rest_ = text_;
      out_ = {};
      if (accept(words.journal) && read(words)) return out_;
    }
    return std::nullopt;
  }

 private:
  constexpr bool read(const OjWords& words) noexcept {
    if (rest_.empty() || !(rest_[0] == 'L' || rest_[0] == 'C')) return false;
    out_.series.append(rest_[0]);
    rest_.remove_prefix(1);
    if (accept(", ")) return act() && accept(", ") && date() && finish();
    if (!accept(" ") || !number(out_.number)) return false;
    if (accept(" E") || accept("E")) out_.series.append('E');
    if (!(accept(words.date) || accept(", ")) || !date()) return false;
    return accept(words.page) ? number(out_.page) && finish() : finish();
  }
  constexpr bool act() noexcept {
    std::uint16_t low = 0;
    if (!number(out_.act_year) || !accept("/") || !number(low)) return false;
    out_.act = low;
    return low != 0 && out_.act_year >= 2023;
  }
  constexpr bool date() noexcept {
    std::uint16_t day = 0, month = 0, year = 0;
    if (!number(day) || !accept(".") || !number(month) || !accept(".") || !number(year))
      return false;
    out_.date = Date::from_ymd(year, month, day);
    return static_cast<bool>(out_.date);
  }
  constexpr bool finish() noexcept {
    accept(".");
    return rest_.empty();
  }
  constexpr bool accept(std::string_view wanted) noexcept {
    if (rest_.substr(0, wanted.size()) != wanted) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }
  constexpr bool number(std::uint16_t& out) noexcept {
    std::size_t size = 0;
    std::uint32_t value = 0;
    while (size < rest_.size() && size < 6 && is_digit(rest_[size]))
      value = value * 10 + static_cast<std::uint32_t>(rest_[size++] - '0');
    if (size == 0 || value > 65535) return false;
    out = static_cast<std::uint16_t>(value);
    rest_.remove_prefix(size);
    return true;
  }

  std::string_view text_;
  std::string_view rest_;
  OjReference out_;
};

}  // namespace detail

// A reference to one place of the Journal, in English, Dutch, French or German.
constexpr std::optional<OjReference> OjReference::parse(std::string_view text) noexcept {
  return detail::OjReader(text).run();
}

constexpr ShortText<64> OjReference::text(Language language) const noexcept {
  const detail::OjWords& words = detail::oj_words[static_cast<std::size_t>(language)];
  ShortText<64> out;
  out.append(words.journal);
  out.append(series.view().substr(0, 1));
  if (number != 0) out.append(' '), out.append_number(number);
  if (series.view().size() > 1) out.append(" E");
  if (number == 0) out.append(", "), out.append_number(act_year), out.append('/');
  if (number == 0) out.append_number(act);
  out.append(number == 0 ? std::string_view(", ") : words.date);
  out.append_number(static_cast<std::size_t>(date.day()));
  out.append('.'), out.append_number(static_cast<std::size_t>(date.month()));
  out.append('.'), out.append_number(static_cast<std::size_t>(date.year()));
  if (page != 0) out.append(words.page), out.append_number(page);
  return out;
}

}  // namespace v0
}  // namespace acquis
