// CELEX numbers, read, taken apart and written.
//
//   constexpr auto schengen = *acquis::Celex::parse("02016R0399-20190611");
//   schengen.sector;                            // '0', a consolidated text
//   schengen.consolidated;                      // 11 June 2019
//   schengen.text().view();                     // the same characters again
//   acquis::citation_of(schengen)->key();       // "32016R0399"
//   acquis::celex_of(acquis::Citation::from_key("TFEU/art_67").value())->text().view();
//                                               // "12016E067"
//
// SECTOR YEAR TYPE NUMBER, then as the sector allows "(01)" for the n-th act of a number, "R(01)" for
// a corrigendum, "-20190611" for a consolidated text, "/PRO/21" inside a treaty, "HRV_195934" for a
// national measure, "_SUM" for a summary. Source: the description of CELEX numbers by the
// Publications Office (EUR-Lex, "How CELEX numbers are composed") and the numbers themselves.
//
// A plain value, constexpr throughout, no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/config.hpp"
#include "acquis/id/date.hpp"
#include "acquis/id/short_text.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Celex {
  char sector = 0;  // 0 consolidated, 1 treaties, ... 9 questions, C, E
  std::uint16_t year = 0;
  ShortText<2> type;             // "R", "DC", "CJ"
  ShortText<8> number;           // as printed: "0399", "067", "100A"
  std::uint8_t sequence = 0;     // "(01)"; 0 when absent
  std::uint8_t corrigendum = 0;  // "R(02)"; 0 when absent
  Date consolidated{};
  ShortText<16> tail;  // "/PRO/21", "HRV_195934", "_SUM"

  static constexpr std::optional<Celex> parse(std::string_view text) noexcept;
  constexpr ShortText<48> text() const noexcept;

  friend constexpr bool operator==(const Celex&, const Celex&) noexcept = default;
};

namespace detail {

// What a sector allows.
struct CelexSector {
  char sector;
  std::uint8_t type_least, type_most;      // letters
  std::uint8_t number_least, number_most;  // digits
};
inline constexpr std::array<CelexSector, 12> celex_sectors{{
    {'0', 1, 2, 4, 5},
    {'1', 1, 2, 0, 3},
    {'2', 1, 1, 4, 5},
    {'3', 1, 1, 4, 5},
    {'4', 1, 1, 4, 5},
    {'5', 1, 2, 4, 5},
    {'6', 2, 2, 4, 4},
    {'7', 1, 1, 4, 5},
    {'8', 2, 2, 4, 4},
    {'9', 1, 1, 4, 6},
    {'E', 1, 2, 4, 4},
    {'C', 0, 0, 0, 0},
}};

class CelexReader {
 public:
  constexpr explicit CelexReader(std::string_view text) noexcept : rest_(text) {}

  constexpr std::optional<Celex> run() noexcept {
    const CelexSector* rules = sector();
    if (!rules || !year() || !type(*rules) || !number(*rules) || !bracketed(out_.sequence))
      return std::nullopt;
    if (accept("R(") && !closing(out_.corrigendum)) return std::nullopt;
    if (out_.sector == '0' && !date()) return std::nullopt;
    if (!tail() || !rest_.empty()) return std::nullopt;
    return out_;
  }

 private:
  constexpr const CelexSector* sector() noexcept {
    if (rest_.empty()) return nullptr;
    for (const CelexSector& rules : celex_sectors)
      if (rules.sector == rest_[0]) {
        out_.sector = rest_[0];
        rest_.remove_prefix(1);
        return &rules;
      }
    return nullptr;
  }
  constexpr bool year() noexcept {
    if (digits() < 4) return false;
    for (int i = 0; i < 4; ++i)
      out_.year =
          static_cast<std::uint16_t>(out_.year * 10 + (rest_[static_cast<std::size_t>(i)] - '0'));
    rest_.remove_prefix(4);
    return out_.year >= 1900 && out_.year <= 2199;
  }
  constexpr bool type(const CelexSector& rules) noexcept {
    std::size_t size = 0;
    while (size < rest_.size() && size <= rules.type_most && is_upper(rest_[size])) ++size;
    if (size < rules.type_least || size > rules.type_most) return false;
    out_.type.append(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return true;
  }
  constexpr bool number(const CelexSector& rules) noexcept {
    std::size_t size = digits();
    if (size < rules.number_least || size > rules.number_most) return false;
    while (out_.sector == '1' && size > 0 && size < rest_.size() && is_upper(rest_[size])) ++size;
    if (!out_.number.append(rest_.substr(0, size))) return false;
    rest_.remove_prefix(size);
    return true;
  }
  constexpr bool bracketed(std::uint8_t& value) noexcept {
    return !accept("(") || (out_.sector != '1' && closing(value));
  }
  // Two digits and a bracket.
  constexpr bool closing(std::uint8_t& value) noexcept {
    if (digits() != 2 || rest_.size() < 3 || rest_[2] != ')') return false;
    value = static_cast<std::uint8_t>((rest_[0] - '0') * 10 + (rest_[1] - '0'));
    rest_.remove_prefix(3);
    return value != 0;
  }
  constexpr bool date() noexcept {
    if (!accept("-") || digits() != 8) return false;
    int ymd = 0;
    for (std::size_t i = 0; i < 8; ++i) ymd = ymd * 10 + (rest_[i] - '0');
    out_.consolidated = Date::from_ymd(ymd / 10000, ymd / 100 % 100, ymd % 100);
    rest_.remove_prefix(8);
    return static_cast<bool>(out_.consolidated);
  }
  // Treaties: "/TXT", "/PRO/21"; national measures: "HRV_195934"; cases: "_SUM"; series C: "/202/01".
  constexpr bool tail() noexcept {
    const bool slashed = out_.sector == '1' || out_.sector == 'C';
    const bool wanted = out_.sector == '7' || out_.sector == 'C';
    if (rest_.empty()) return !wanted;
    const bool fits = slashed ? slashes() : out_.sector == '7' ? country() : underscored();
    if (!fits || !out_.tail.append(rest_)) return false;
    rest_ = {};
    return true;
  }
  constexpr bool slashes() const noexcept {
    for (std::size_t i = 0; i < rest_.size(); ++i) {
      const bool slash = rest_[i] == '/';
      const bool dangling = slash && (i + 1 == rest_.size() || rest_[i + 1] == '/');
      if (dangling || !(slash || is_upper(rest_[i]) || is_digit(rest_[i]))) return false;
    }
    return rest_[0] == '/';
  }
  constexpr bool country() const noexcept {
    if (rest_.size() < 5 || rest_[3] != '_') return false;
    for (std::size_t i = 0; i < 3; ++i)
      if (!is_upper(rest_[i])) return false;
    for (const char c : rest_.substr(4))
      if (!is_digit(c)) return false;
    return true;
  }
  constexpr bool underscored() const noexcept {
    if (out_.sector != '6' || rest_.size() < 2 || rest_[0] != '_') return false;
    for (const char c : rest_.substr(1))
      if (!is_upper(c)) return false;
    return true;
  }

  constexpr bool accept(std::string_view wanted) noexcept {
    if (rest_.substr(0, wanted.size()) != wanted) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }
  constexpr std::size_t digits() const noexcept {
    std::size_t size = 0;
    while (size < rest_.size() && is_digit(rest_[size])) ++size;
    return size;
  }
  static constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }

  std::string_view rest_;
  Celex out_;
};

}  // namespace detail

constexpr std::optional<Celex> Celex::parse(std::string_view text) noexcept {
  return detail::CelexReader(text).run();
}

constexpr ShortText<48> Celex::text() const noexcept {
  ShortText<48> out;
  out.append(sector);
  out.append_number(year, 4);
  out.append(type.view());
  out.append(number.view());
  if (sequence != 0) out.append('('), out.append_number(sequence, 2), out.append(')');
  if (corrigendum != 0) out.append("R("), out.append_number(corrigendum, 2), out.append(')');
  if (consolidated)
    out.append('-'), out.append_number(static_cast<std::size_t>(consolidated.year()), 4),
        out.append_number(static_cast<std::size_t>(consolidated.month()), 2),
        out.append_number(static_cast<std::size_t>(consolidated.day()), 2);
  out.append(tail.view());
  return out;
}

namespace detail {

// The treaties by the letter of their CELEX numbers and the first year of their editions. The EC
// Treaty kept the letter of the EEC Treaty and gave it to the TFEU.
struct TreatyLetter {
  std::string_view work;
  char letter;
  std::uint16_t first, last;  // editions
  std::uint16_t usual;        // the one to cite
};
inline constexpr std::array<TreatyLetter, 7> treaty_letters{{
    {"TFEU", 'E', 2008, 9999, 2016},
    {"TEC", 'E', 1992, 2007, 2006},
    {"EEC", 'E', 1957, 1991, 1957},
    {"TEU", 'M', 2008, 9999, 2016},
    {"TEU-pre2009", 'M', 1992, 2007, 2006},
    {"CFR", 'P', 2007, 9999, 2016},
    {"EAEC", 'A', 1957, 9999, 2016},
}};

constexpr std::optional<Citation> treaty_of(const Celex& celex) noexcept {
  if (celex.type.view().size() != 1) return std::nullopt;
  for (const TreatyLetter& treaty : treaty_letters)
    if (treaty.letter == celex.type.view()[0] && treaty.first <= celex.year &&
        celex.year <= treaty.last)
      return Citation::from_key(treaty.work);
  return std::nullopt;
}

// "067" is 67, "100A" is 100a.
constexpr ShortText<8> plain_article(std::string_view number) noexcept {
  ShortText<8> out;
  while (number.size() > 1 && number[0] == '0') number.remove_prefix(1);
  for (const char c : number) out.append(lower(c));
  return out;
}

// "/PRO/21" inside a treaty; the Treaties in force share their protocols.
constexpr std::optional<Citation> annexed_of(const Citation& work, std::string_view tail) noexcept {
  const bool protocol = tail.substr(0, 5) == "/PRO/";
  const bool declaration = tail.substr(0, 5) == "/DCL/";
  if ((!protocol && !declaration) || tail.size() < 6) return std::nullopt;
  for (const char c : tail.substr(5))
    if (!is_digit(c)) return std::nullopt;
  const Citation base = work.work() == "TEU" ? *Citation::from_key("TFEU") : work;
  const Citation out = base.child(
      {protocol ? Level::protocol : Level::declaration, plain_article(tail.substr(5)).view()});
  return out ? std::optional(out) : std::nullopt;
}

constexpr std::optional<Citation> treaty_place(const Celex& celex) noexcept {
  const auto work = treaty_of(celex);
  if (!work) return std::nullopt;
  const std::string_view tail = celex.tail.view();
  if (celex.number.empty()) {
    const bool whole = tail.empty() || tail == "/TXT";
    return whole ? work : annexed_of(*work, tail);
  }
  if (!tail.empty() || celex.number.view() == "000") return std::nullopt;
  return work->child({Level::article, plain_article(celex.number.view()).view()});
}

}  // namespace detail

// The work, or the treaty article or protocol, that a CELEX number names. A consolidated text and a
// corrigendum are read as the act that they belong to; nothing for a preamble of a treaty, the
// Treaties together ("12016ME/TXT"), series C and national measures.
constexpr std::optional<Citation> citation_of(const Celex& celex) noexcept {
  if (celex.sector == '1') return detail::treaty_place(celex);
  if (celex.sector == 'C' || celex.sector == '7') return std::nullopt;
  Celex act = celex;
  act.consolidated = {};
  act.corrigendum = 0;
  act.tail = {};
  if (act.sector == '0') act.sector = '3';
  return Citation::from_key(act.text().view());
}

namespace detail {

// "067" from 67, "100A" from 100a.
constexpr bool append_article(ShortText<8>& out, std::string_view value) noexcept {
  std::size_t digits = 0;
  while (digits < value.size() && is_digit(value[digits])) ++digits;
  for (std::size_t zeros = digits; zeros < 3; ++zeros) out.append('0');
  for (const char c : value)
    if (!out.append(is_letter(c) ? static_cast<char>(lower(c) - 'a' + 'A') : c)) return false;
  return digits > 0;
}

// "/PRO/03" from protocol 3.
constexpr bool append_annexed(ShortText<16>& out, Segment step) noexcept {
  for (const char c : step.value)
    if (!is_digit(c)) return false;
  out.append(step.level == Level::protocol ? "/PRO/" : "/DCL/");
  if (step.value.size() < 2) out.append('0');
  return out.append(step.value);
}

constexpr bool append_place(Celex& out, const Citation& place) noexcept {
  if (place.is_work()) return out.tail.append("/TXT");
  if (!place.parent().is_work()) return false;
  const Segment step = place.last();
  if (step.level == Level::article) return append_article(out.number, step.value);
  const bool annexed = step.level == Level::protocol || step.level == Level::declaration;
  return annexed && append_annexed(out.tail, step);
}

constexpr std::optional<Celex> treaty_celex(const TreatyLetter& treaty, const Citation& place,
                                            unsigned edition) noexcept {
  Celex out;
  out.sector = '1';
  out.year = edition == 0 ? treaty.usual : static_cast<std::uint16_t>(edition);
  out.type.append(treaty.letter);
  const bool known = edition <= 9999 && treaty.first <= out.year && out.year <= treaty.last;
  if (!known || !append_place(out, place) || treaty_place(out) != place) return std::nullopt;
  return out;
}

}  // namespace detail

// The CELEX number that names exactly this place, treaties in the edition of that year (0: the
// latest that is usually cited). Nothing for what has none: the paragraphs of a treaty, the inside of
// an act, the European Convention on Human Rights.
constexpr std::optional<Celex> celex_of(const Citation& place, unsigned edition = 0) noexcept {
  if (!place) return std::nullopt;
  if (!is_treaty(place.work())) return place.is_work() ? Celex::parse(place.key()) : std::nullopt;
  for (const detail::TreatyLetter& treaty : detail::treaty_letters)
    if (treaty.work == place.work()) return detail::treaty_celex(treaty, place, edition);
  return std::nullopt;
}

// The place and everything around it, inside out, until one has a CELEX number: that of the article
// for a paragraph of a treaty, that of the act for a provision of an act.
constexpr std::optional<Celex> enclosing_celex(const Citation& place,
                                               unsigned edition = 0) noexcept {
  for (Citation at = place; at; at = at.parent())
    if (const auto celex = celex_of(at, edition)) return celex;
  return std::nullopt;
}

}  // namespace v0
}  // namespace acquis
