#include "acquis/query/evaluate.hpp"

#include <absl/status/status.h>

#include <utility>

#include "acquis/query/parse.hpp"
#include "query/plan.hpp"
#include "query/plan_text.hpp"
#include "query/problem.hpp"
#include "query/run.hpp"

namespace acquis {
inline namespace v0 {
namespace {

absl::Status failed(std::string_view text, const detail::PlanProblem& problem,
                    Diagnostics* problems) {
  Diagnostic diagnostic =
      detail::query_problem(text, problem.offset, "ACQ0502", problem.why.message, problem.why.hint);
  absl::Status status = absl::InvalidArgumentError(detail::as_line(diagnostic));
  if (problems != nullptr) problems->push_back(std::move(diagnostic));
  return status;
}

absl::StatusOr<Answer> evaluate_text(const Corpus& law, const Query& query, std::string_view text,
                                     const QueryOptions& options, Diagnostics* problems) {
  const auto made = detail::make_plan(law, query, options);
  if (const auto* problem = std::get_if<detail::PlanProblem>(&made))
    return failed(text, *problem, problems);
  detail::Runner runner(law, std::get<detail::Plan>(made), options);
  Answer answer = runner.run();
  if (runner.problem()) return failed(text, *runner.problem(), problems);
  return answer;
}

// The offsets of a tree are those of the text it was parsed from, which is not here; the canonical
// spelling is shown instead, and the terms read from it know their places in it.
Query placed(const Query& query, std::string_view canonical) {
  auto read = parse_query(canonical);
  return read.ok() ? *std::move(read) : query;
}

}  // namespace

absl::StatusOr<Answer> evaluate(const Corpus& law, const Query& query, const QueryOptions& options,
                                Diagnostics* problems) {
  const std::string text = format(query);
  return evaluate_text(law, placed(query, text), text, options, problems);
}

absl::StatusOr<Answer> ask(const Corpus& law, std::string_view text, const QueryOptions& options,
                           Diagnostics* problems) {
  const auto query = parse_query(text, problems);
  if (!query.ok()) return query.status();
  return evaluate_text(law, *query, text, options, problems);
}

absl::StatusOr<std::string> explain_plan(const Corpus& law, const Query& query,
                                         const QueryOptions& options, Diagnostics* problems) {
  const std::string text = format(query);
  const auto made = detail::make_plan(law, placed(query, text), options);
  if (const auto* problem = std::get_if<detail::PlanProblem>(&made))
    return failed(text, *problem, problems);
  const auto& plan = std::get<detail::Plan>(made);
  detail::Runner runner(law, plan, options);
  runner.run();
  if (runner.problem()) return failed(text, *runner.problem(), problems);
  return text + "\n" + detail::to_text(law, plan, runner.records());
}

}  // namespace v0
}  // namespace acquis
