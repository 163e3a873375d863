// Reads the query language.
//
//   acquis::Diagnostics problems;
//   auto query = acquis::parse_query("rests_on(\"Article 67 TFEU\")", &problems);
//   if (!query.ok()) std::puts(acquis::to_text(problems.front()).c_str());
//
// One pass, linear time; nesting is bounded by `max_depth`. Errors carry line and column, what was
// expected and the closest known word. Names of nodes are not looked up here: that takes a corpus
// (query/evaluate.hpp).
#pragma once

#include <absl/status/statusor.h>

#include <cstddef>
#include <string_view>

#include "acquis/id/diagnostic.hpp"
#include "acquis/query/syntax.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

inline constexpr std::size_t max_query_depth = 100;
inline constexpr std::size_t max_query_size = std::size_t{64} * 1024;  // characters

absl::StatusOr<Query> parse_query(std::string_view text, Diagnostics* problems = nullptr);

}  // namespace v0
}  // namespace acquis
