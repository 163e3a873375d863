// European Case Law Identifiers, read and written.
//
//   constexpr auto schrems = *acquis::Ecli::parse("ECLI:EU:C:2020:559");
//   schrems.court.view();                   // "C"
//   schrems.text().view();                  // "ECLI:EU:C:2020:559"
//
// ECLI, country or EU, court (one to seven letters and digits, a letter first), year, ordinal (at
// most 25 letters, digits and full stops). Source: Council conclusions inviting the introduction of
// the European Case Law Identifier (2011/C 127/01), annex. Letters are read in either case and
// written as capitals. A judgment has an ECLI and a CELEX number, neither of which follows from the
// other.
//
// A plain value, constexpr, no allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/config.hpp"
#include "acquis/id/short_text.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Ecli {
  ShortText<2> country;  // "EU", "BE"
  ShortText<7> court;
  std::uint16_t year = 0;
  ShortText<25> ordinal;

  static constexpr std::optional<Ecli> parse(std::string_view text) noexcept;
  constexpr ShortText<48> text() const noexcept {
    ShortText<48> out;
    out.append("ECLI:"), out.append(country.view()), out.append(':'), out.append(court.view());
    out.append(':'), out.append_number(year, 4), out.append(':'), out.append(ordinal.view());
    return out;
  }

  friend constexpr bool operator==(const Ecli&, const Ecli&) noexcept = default;
};

namespace detail {

constexpr char upper(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

class EcliReader {
 public:
  constexpr explicit EcliReader(std::string_view text) noexcept : rest_(text) {}

  constexpr std::optional<Ecli> run() noexcept {
    Ecli out;
    if (!same_word(next(), "ECLI") || !letters(next(), out.country)) return std::nullopt;
    if (!token(next(), out.court) || !is_letter(out.court.view()[0])) return std::nullopt;
    if (!year(next(), out.year) || !ordinal(out.ordinal)) return std::nullopt;
    return out;
  }

 private:
  // Up to the next colon, which must be there.
  constexpr std::string_view next() noexcept {
    const std::size_t size = find_char(rest_, ':');
    if (size == rest_.size()) return {};
    const std::string_view part = rest_.substr(0, size);
    rest_.remove_prefix(size + 1);
    return part;
  }
  static constexpr bool letters(std::string_view part, ShortText<2>& out) noexcept {
    for (const char c : part)
      if (!is_letter(c) || !out.append(upper(c))) return false;
    return part.size() == 2;
  }
  static constexpr bool token(std::string_view part, ShortText<7>& out) noexcept {
    for (const char c : part)
      if (!is_alnum(c) || !out.append(upper(c))) return false;
    return !part.empty();
  }
  static constexpr bool year(std::string_view part, std::uint16_t& out) noexcept {
    for (const char c : part) {
      if (!is_digit(c)) return false;
      out = static_cast<std::uint16_t>(out * 10 + (c - '0'));
    }
    return part.size() == 4;
  }
  constexpr bool ordinal(ShortText<25>& out) noexcept {
    for (const char c : rest_)
      if (!(is_alnum(c) || c == '.') || !out.append(upper(c))) return false;
    return !rest_.empty();
  }

  std::string_view rest_;
};

}  // namespace detail

constexpr std::optional<Ecli> Ecli::parse(std::string_view text) noexcept {
  return detail::EcliReader(text).run();
}

}  // namespace v0
}  // namespace acquis
