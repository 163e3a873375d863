// acquis query
#include "acquis/query/parse.hpp"
#include "tool/options.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

// "explain plan EXPR" asks how EXPR runs.
constexpr std::string_view explain = "explain plan ";

int print_plan(const Corpus& law, const std::string& expression, const QueryOptions& asked) {
  Diagnostics problems;
  const auto query = parse_query(expression, &problems);
  const auto text = query.ok() ? explain_plan(law, *query, asked, &problems)
                               : absl::StatusOr<std::string>(query.status());
  print_problems(problems, true);
  if (!text.ok()) return bad_input;
  print(*text);
  return answered;
}

}  // namespace

int run_query(const Options& options, const std::string& expression, bool plan) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const bool explained = expression.rfind(explain, 0) == 0;
  if (plan || explained)
    return print_plan(session->law, explained ? expression.substr(explain.size()) : expression,
                      session->asked);
  Diagnostics problems;
  const auto answer = ask(session->law, expression, session->asked, &problems);
  print_problems(problems, true);
  return answer.ok() ? print_answer(options, session->law, *answer) : bad_input;
}

}  // namespace acquis::tool
