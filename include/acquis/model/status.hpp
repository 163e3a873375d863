// The life of an instrument: its dates, and the status that follows from them at a date.
//
//   constexpr auto day = acquis::Date::from_ymd;
//   acquis::Life pact{.proposed = day(2020, 9, 23), .document = day(2024, 5, 14),
//                     .in_force = day(2024, 6, 11), .applicable = day(2026, 6, 12)};
//   acquis::status_at(pact, *acquis::Date::parse("2021-06-01"));   // Status::proposed
//
// Application may lawfully precede entry into force (retroactive application). Constexpr.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/id/date.hpp"
#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Status : std::uint8_t { proposed, adopted, in_force, applicable, expired, repealed };
inline constexpr std::array<std::string_view, 6> status_names{"proposed",   "adopted", "in_force",
                                                              "applicable", "expired", "repealed"};

constexpr std::string_view to_text(Status status) noexcept {
  return status_names[static_cast<std::size_t>(status)];
}
constexpr std::optional<Status> parse_status(std::string_view text) noexcept {
  return detail::parse_name<Status>(status_names, text);
}

struct Life {
  Date proposed{};        // of the proposal
  Date document{};        // of the act itself: signature or adoption
  Date in_force{};        // entry into force
  Date applicable{};      // general date of application, or transposition deadline
  Date end{};             // last day in force
  bool repealed = false;  // ended by a later act, not by its own terms

  // From the day the instrument, or its proposal, first exists to its last.
  constexpr Interval existence() const noexcept {
    return {proposed ? proposed : document ? document : in_force, end};
  }
  friend constexpr bool operator==(const Life&, const Life&) noexcept = default;
};

// The status on a day; nothing before the instrument exists, or if no date is known at all. An act
// that applies before it enters into force is applicable only once it is in force.
constexpr std::optional<Status> status_at(const Life& life, Date day) noexcept {
  if (life.end && life.end < day) return life.repealed ? Status::repealed : Status::expired;
  const bool in_force = life.in_force && life.in_force <= day;
  if (in_force && life.applicable && life.applicable <= day) return Status::applicable;
  if (in_force) return Status::in_force;
  if (life.document && life.document <= day) return Status::adopted;
  if (life.proposed && life.proposed <= day) return Status::proposed;
  return std::nullopt;
}

}  // namespace v0
}  // namespace acquis
