// European Legislation Identifiers of EU law, read and written.
//
//   constexpr auto eli = *acquis::Eli::parse("/eli/reg/2016/399/art_25/par_1/oj");
//   eli.place.key();                        // "32016R0399/art_25/par_1"
//   eli.text().view();                      // "http://data.europa.eu/eli/reg/2016/399/art_25/par_1/oj"
//   acquis::eli_of(*acquis::Citation::from_key("TFEU/art_67"))->text().view();
//                                           // "http://data.europa.eu/eli/treaty/tfeu_2016/art_67/oj"
//
// {type}/{year}/{number}, then subdivisions, then "oj" (as published), a date (consolidated) or
// "corrigendum/{date}/oj"; treaties are treaty/{name}_{edition}. Source: the URI templates for
// European Union legislation of the Publications Office; subdivision codes are those of the
// authority table "subdivision", which keys use too. Any of the usual hosts is accepted; the
// canonical one is written.
//
// A plain value, constexpr throughout, no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/citation/celex.hpp"
#include "acquis/citation/citation.hpp"
#include "acquis/config.hpp"
#include "acquis/id/date.hpp"
#include "acquis/id/short_text.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Eli {
  enum class Version : std::uint8_t { none, oj, consolidated, corrigendum };

  Citation place;
  ShortText<12> type;         // "reg_impl"; "treaty"
  std::uint16_t edition = 0;  // of a treaty
  Version version = Version::none;
  Date date{};            // of the consolidation or the corrigendum
  ShortText<3> language;  // "eng"; empty when absent

  static constexpr std::optional<Eli> parse(std::string_view uri) noexcept;
  constexpr ShortText<200> text() const noexcept;

  friend constexpr bool operator==(const Eli&, const Eli&) noexcept = default;
};

namespace detail {

struct EliType {
  std::string_view name;
  char letter;  // of the CELEX number
};
// The usual name of a letter comes first.
inline constexpr std::array<EliType, 13> eli_types{{
    {"reg", 'R'},
    {"reg_impl", 'R'},
    {"reg_del", 'R'},
    {"dir", 'L'},
    {"dir_impl", 'L'},
    {"dir_del", 'L'},
    {"dec", 'D'},
    {"dec_impl", 'D'},
    {"dec_del", 'D'},
    {"dec_framw", 'F'},
    {"reco", 'H'},
    {"guideline", 'O'},
    {"opin", 'A'},
}};

struct EliTreaty {
  std::string_view name;
  std::string_view work;
  std::uint16_t first, last, usual;  // editions
};
inline constexpr std::array<EliTreaty, 6> eli_treaties{{
    {"teu", "TEU", 2008, 9999, 2016},
    {"teu", "TEU-pre2009", 1992, 2007, 2006},
    {"tfeu", "TFEU", 2008, 9999, 2016},
    {"char", "CFR", 2007, 9999, 2016},
    {"euratom", "EAEC", 1957, 9999, 2016},
    {"tec", "TEC", 1992, 2007, 2006},
}};

class EliReader {
 public:
  constexpr explicit EliReader(std::string_view uri) noexcept : rest_(uri) {}

  constexpr std::optional<Eli> run() noexcept {
    if (!prefix() || !(part() == "treaty" ? treaty() : act())) return std::nullopt;
    while (!rest_.empty() && !is_end(part())) {
      const auto step = Segment::parse(part());
      if (!step) return std::nullopt;
      out_.place = out_.place.child(*step);
      if (!out_.place) return std::nullopt;
      advance();
    }
    if (!version() || !language() || !rest_.empty()) return std::nullopt;
    return out_;
  }

 private:
  constexpr bool prefix() noexcept {
    for (const std::string_view known : {std::string_view("http://data.europa.eu/eli/"),
                                         std::string_view("https://data.europa.eu/eli/"),
                                         std::string_view("http://eur-lex.europa.eu/eli/"),
                                         std::string_view("https://eur-lex.europa.eu/eli/"),
                                         std::string_view("/eli/"), std::string_view("eli/")})
      if (rest_.substr(0, known.size()) == known) {
        rest_.remove_prefix(known.size());
        return true;
      }
    return false;
  }
  constexpr std::string_view part() const noexcept {
    return rest_.substr(0, find_char(rest_, '/'));
  }
  constexpr void advance() noexcept {
    const std::size_t size = part().size();
    rest_.remove_prefix(size == rest_.size() ? size : size + 1);
  }
  constexpr bool treaty() noexcept {
    out_.type.append("treaty");
    advance();
    const std::size_t mark = find_char(part(), '_');
    if (mark + 5 != part().size()) return false;
    const auto year = number(part().substr(mark + 1), 4);
    if (!year) return false;
    for (const EliTreaty& known : eli_treaties) {
      if (known.name != part().substr(0, mark) || *year < known.first || known.last < *year)
        continue;
      out_.place = *Citation::from_key(known.work);
      out_.edition = static_cast<std::uint16_t>(*year);
      advance();
      return true;
    }
    return false;
  }
  constexpr bool act() noexcept {
    for (const EliType& known : eli_types) {
      if (known.name != part()) continue;
      out_.type.append(known.name);
      advance();
      const auto year = number(part(), 4);
      if (!year || part().size() != 4) return false;
      advance();
      return numbered(known.letter, *year);
    }
    return false;
  }
  // "399", or "214(01)" for the first act of that number.
  constexpr bool numbered(char letter, std::size_t year) noexcept {
    const std::size_t bracket = find_char(part(), '(');
    const auto value = number(part().substr(0, bracket), 5);
    if (!value || *value == 0 || part()[0] == '0') return false;
    ShortText<24> celex;
    celex.append('3');
    celex.append_number(year, 4);
    celex.append(letter);
    celex.append_number(*value, 4);
    celex.append(part().substr(bracket));
    const auto read = Celex::parse(celex.view());
    if (!read || read->corrigendum != 0) return false;
    out_.place = *Citation::from_key(celex.view());
    advance();
    return true;
  }
  static constexpr std::optional<std::size_t> number(std::string_view text,
                                                     std::size_t most) noexcept {
    std::size_t value = 0;
    for (const char c : text) {
      if (!is_digit(c)) return std::nullopt;
      value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    if (text.empty() || text.size() > most) return std::nullopt;
    return value;
  }
  static constexpr bool is_end(std::string_view text) noexcept {
    return text == "oj" || text == "corrigendum" || Date::parse(text);
  }
  constexpr bool version() noexcept {
    if (rest_.empty()) return true;
    if (part() == "oj") {
      out_.version = Eli::Version::oj;
      advance();
      return true;
    }
    const bool corrigendum = part() == "corrigendum";
    if (corrigendum) advance();
    const auto date = Date::parse(part());
    if (!date) return false;
    out_.date = *date;
    out_.version = corrigendum ? Eli::Version::corrigendum : Eli::Version::consolidated;
    advance();
    if (corrigendum && part() != "oj") return false;
    if (corrigendum) advance();
    return true;
  }
  constexpr bool language() noexcept {
    if (part().size() != 3 || out_.version == Eli::Version::none) return true;
    for (const char c : part())
      if (c < 'a' || c > 'z') return false;
    out_.language.append(part());
    advance();
    return true;
  }

  std::string_view rest_;
  Eli out_;
};

// "1215" from "32012R1215", "214(01)" from "32020Q0214(01)".
constexpr bool append_eli_number(ShortText<200>& out, const Celex& act) noexcept {
  std::string_view number = act.number.view();
  while (number.size() > 1 && number[0] == '0') number.remove_prefix(1);
  bool fits = out.append(number);
  if (act.sequence != 0)
    fits = out.append('(') && out.append_number(act.sequence, 2) && out.append(')');
  return fits;
}

constexpr bool append_eli_work(ShortText<200>& out, const Eli& eli) noexcept {
  if (eli.type.view() == "treaty") {
    for (const EliTreaty& known : eli_treaties)
      if (known.work == eli.place.work() && known.first <= eli.edition && eli.edition <= known.last)
        return out.append("treaty/") && out.append(known.name) && out.append('_') &&
               out.append_number(eli.edition, 4);
    return false;
  }
  const auto act = Celex::parse(eli.place.work());
  return act && out.append(eli.type.view()) && out.append('/') && out.append_number(act->year, 4) &&
         out.append('/') && append_eli_number(out, *act);
}

constexpr void append_eli_version(ShortText<200>& out, const Eli& eli) noexcept {
  const auto iso = eli.date.iso();
  const std::string_view date(iso.data(), iso.size());
  switch (eli.version) {
    case Eli::Version::none:
      return;
    case Eli::Version::oj:
      out.append("/oj");
      break;
    case Eli::Version::consolidated:
      out.append('/'), out.append(date);
      break;
    case Eli::Version::corrigendum:
      out.append("/corrigendum/"), out.append(date), out.append("/oj");
      break;
  }
  if (!eli.language.empty()) out.append('/'), out.append(eli.language.view());
}

}  // namespace detail

constexpr std::optional<Eli> Eli::parse(std::string_view uri) noexcept {
  return detail::EliReader(uri).run();
}

// Empty when the place has no such identifier.
constexpr ShortText<200> Eli::text() const noexcept {
  ShortText<200> out;
  out.append("http://data.europa.eu/eli/");
  if (!place || !detail::append_eli_work(out, *this)) return {};
  out.append(place.key().substr(place.work().size()));
  detail::append_eli_version(out, *this);
  return out;
}

// The identifier of a place as published. A key does not tell an implementing or delegated act from
// its basic form, whose type is an alias for them. Nothing for works without one.
constexpr std::optional<Eli> eli_of(const Citation& place) noexcept {
  if (!place) return std::nullopt;
  Eli out;
  out.place = place;
  out.version = Eli::Version::oj;
  for (const detail::EliTreaty& known : detail::eli_treaties) {
    if (known.work != place.work()) continue;
    out.type.append("treaty");
    out.edition = known.usual;
    return out;
  }
  const auto act = Celex::parse(place.work());
  if (!act || act->sector != '3') return std::nullopt;
  for (const detail::EliType& known : detail::eli_types) {
    if (act->type.view() != std::string_view(&known.letter, 1)) continue;
    out.type.append(known.name);
    return out;
  }
  return std::nullopt;
}

// The CELEX number of what the identifier names, if it names a whole work: a consolidated text has
// sector 0 and its date. Corrigenda are numbered in CELEX and dated here, so that they have none.
constexpr std::optional<Celex> celex_of(const Eli& eli) noexcept {
  if (eli.version == Eli::Version::corrigendum) return std::nullopt;
  auto out = celex_of(eli.place, eli.edition);
  if (out && eli.version == Eli::Version::consolidated && out->sector == '3') {
    out->sector = '0';
    out->consolidated = eli.date;
  }
  return out;
}

}  // namespace v0
}  // namespace acquis
