// Calendar dates of the law and the intervals between them.
//
//   constexpr auto lisbon = acquis::Date::from_ymd(2009, 12, 1);
//   acquis::Date::parse("2026-06-12");              // nullopt for "2026-02-30"
//   acquis::Interval in_force{lisbon, {}};          // from that day on, no end
//   in_force.contains(*acquis::Date::parse("2021-06-01"));
//
// Proleptic Gregorian, years 1 to 9999, four bytes. Both ends of an interval belong to it: the
// last day in force is in force (the convention of EUR-Lex). No allocation.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

class Date {
 public:
  constexpr Date() noexcept = default;  // no date; tests false

  // The named day, or no date if there is no such day.
  static constexpr Date from_ymd(int year, int month, int day) noexcept {
    const bool valid = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
                       day <= days_in_month(year, month);
    return valid ? Date(static_cast<std::uint32_t>(year * 10000 + month * 100 + day)) : Date();
  }

  // Reads exactly "YYYY-MM-DD".
  static constexpr std::optional<Date> parse(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const int year = number(text.substr(0, 4));
    const int month = number(text.substr(5, 2));
    const int day = number(text.substr(8, 2));
    const Date date = from_ymd(year, month, day);
    return date ? std::optional(date) : std::nullopt;
  }

  constexpr explicit operator bool() const noexcept { return packed_ != 0; }
  constexpr int year() const noexcept { return static_cast<int>(packed_ / 10000); }
  constexpr int month() const noexcept { return static_cast<int>(packed_ / 100 % 100); }
  constexpr int day() const noexcept { return static_cast<int>(packed_ % 100); }

  // The ten characters of the ISO form, without a terminator; "0000-00-00" for no date.
  constexpr std::array<char, 10> iso() const noexcept {
    std::array<char, 10> out{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'};
    std::uint32_t rest = packed_;
    for (const int at : {9, 8, 6, 5, 3, 2, 1, 0}) {
      out[static_cast<std::size_t>(at)] = static_cast<char>('0' + rest % 10);
      rest /= 10;
    }
    return out;
  }

  friend constexpr bool operator==(Date, Date) noexcept = default;
  friend constexpr auto operator<=>(Date, Date) noexcept = default;

 private:
  constexpr explicit Date(std::uint32_t packed) noexcept : packed_(packed) {}

  static constexpr int number(std::string_view digits) noexcept {
    int value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  }
  static constexpr int days_in_month(int year, int month) noexcept {
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month == 2) return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }

  std::uint32_t packed_ = 0;  // yyyymmdd
};

// A span of days; an end without a date is open.
struct Interval {
  Date from{};
  Date to{};

  constexpr bool contains(Date day) const noexcept {
    return (!from || from <= day) && (!to || day <= to);
  }
  constexpr bool empty() const noexcept { return from && to && to < from; }
  constexpr bool unbounded() const noexcept { return !from && !to; }

  friend constexpr bool operator==(const Interval&, const Interval&) noexcept = default;
};

// The days that belong to both.
constexpr Interval intersection(const Interval& a, const Interval& b) noexcept {
  const Date from = a.from < b.from ? b.from : a.from;
  const bool a_ends_first = a.to && (!b.to || a.to < b.to);
  return {from, a_ends_first ? a.to : b.to};
}

}  // namespace v0
}  // namespace acquis
