// Evaluates a query over a corpus.
//
//   auto query = acquis::parse_query("count(kind(instrument, rests_on(TFEU/art_78)))");
//   auto answer = acquis::evaluate(law, *query);
//   answer->count;
//   std::puts(acquis::explain_plan(law, *query)->c_str());   // how it runs, step by step
//
// A query is planned before it runs: words are looked up, functions checked, and equal parts
// evaluated once. A word that names nothing is an error with the closest known words, never an
// empty set. Every function is evaluated under a policy: that of the options, as narrowed by
// stated(), as_of() and the like around it. Budgets make it safe to take a query from a stranger.
// Cost: each rests_on, basis_of or path is one search; set operations are linear.
#pragma once

#include <absl/status/statusor.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/query/ask.hpp"
#include "acquis/query/syntax.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct QueryOptions {
  Policy policy{};
  Date today{};                      // for status() without a date; none: after every date known
  Language language = Language::en;  // of quoted citations whose language the words do not show

  // Budgets. Beyond one of them the query is an error; no answer is ever cut short.
  std::size_t max_steps = 1'000'000'000;           // nodes and edges looked at
  std::uint32_t max_milliseconds = 0;              // of running time; 0: any. Looked at between
                                                   // searches, so a search may overrun it
  std::size_t max_results = 1'000'000'000;         // members of the answer
  std::size_t max_members = std::size_t{1} << 28;  // of all sets held at once; four bytes each
};

struct Answer {
  enum class Kind : std::uint8_t { nodes, count, chain };
  Kind kind = Kind::nodes;
  std::vector<NodeId> nodes{};  // in legal order, or as sort() has put them
  std::size_t count = 0;
  std::optional<Explanation> explanation{};  // of "A -> B"
};

absl::StatusOr<Answer> evaluate(const Corpus& law ACQUIS_LIFETIMEBOUND, const Query& query,
                                const QueryOptions& options = {}, Diagnostics* problems = nullptr);

// Parses and evaluates.
absl::StatusOr<Answer> ask(const Corpus& law ACQUIS_LIFETIMEBOUND, std::string_view text,
                           const QueryOptions& options = {}, Diagnostics* problems = nullptr);

// Runs the query and tells how: a line for each step with what it reads, under which policy, how it
// is done, how many members it found and how many nodes and edges it looked at.
absl::StatusOr<std::string> explain_plan(const Corpus& law, const Query& query,
                                         const QueryOptions& options = {},
                                         Diagnostics* problems = nullptr);

}  // namespace v0
}  // namespace acquis
