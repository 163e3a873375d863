// Any text as a query: never a crash, a hang or an answer beyond the budget; and what is parsed is
// formatted and parsed back to the same tree.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acquis/io/embedded.hpp"
#include "acquis/query/evaluate.hpp"
#include "acquis/query/parse.hpp"
#include "acquis/report/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const acquis::Corpus law = acquis::load_embedded();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  acquis::Diagnostics problems;
  const auto query = acquis::parse_query(text, &problems);
  if (!query.ok()) {
    if (problems.size() != 1 || problems[0].line == 0) std::abort();
    return 0;
  }
  const auto again = acquis::parse_query(acquis::format(*query));
  if (!again.ok() || !(*again == *query)) std::abort();
  const acquis::QueryOptions small{
      .max_steps = 200'000, .max_results = 10'000, .max_members = 1'000'000};
  const auto answer = acquis::evaluate(law, *query, small);
  if (acquis::explain_plan(law, *query, small).ok() < answer.ok()) std::abort();
  if (answer.ok()) acquis::to_json(law, answer->nodes);
  return 0;
}
