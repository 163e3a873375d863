// When an answer changed, and because of what.
//
//   auto query = acquis::parse_query("kind(priority, rests_on(\"Article 78 TFEU\"))");
//   auto turns = acquis::timeline(law, *query, acquis::Date::from_ymd(2020, 1, 1), today);
//   for (const acquis::Turn& turn : *turns) use(turn.day, turn.gained, turn.lost, turn.causes);
//
// The query is asked as of every day on which something in the corpus begins, ends, enters into force
// or becomes applicable; between two such days no answer can change. A cause is what happens on the
// day to a member that came or went, to what it rests on or to what rests on it. Cost: the query once
// for each of those days, each within the budgets of the options.
#pragma once

#include <absl/status/statusor.h>

#include <cstdint>
#include <vector>

#include "acquis/query/evaluate.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Cause {
  enum class What : std::uint8_t {
    begins,   // exists from that day on: proposed, adopted, taken up
    ends,     // the day before was its last: repealed, expired, given up
    adopted,  // the date of the document
    enters_into_force,
    applies,  // from that day on
    link_begins,
    link_ends,
  };
  What what{};
  NodeId node = none<NodeId>;  // of all but links
  EdgeId edge = none<EdgeId>;
  friend bool operator==(const Cause&, const Cause&) = default;
};

struct Turn {
  Date day{};  // the first with the new answer
  std::vector<NodeId> gained{};
  std::vector<NodeId> lost{};
  std::vector<Cause> causes{};
};

// The changes after `from`, up to and including `to`, in order. Of sort() and limit() the members
// count, of count() what is counted; "A -> B" is an error.
absl::StatusOr<std::vector<Turn>> timeline(const Corpus& law ACQUIS_LIFETIMEBOUND,
                                           const Query& query, Date from, Date to,
                                           const QueryOptions& options = {},
                                           Diagnostics* problems = nullptr);

}  // namespace v0
}  // namespace acquis
