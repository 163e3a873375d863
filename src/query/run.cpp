#include "query/run.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

#include "query/indexed.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::size_t number(std::string_view text) {
  std::size_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Runner::Runner(const Corpus& law, const Plan& plan, const QueryOptions& options)
    : law_(law),
      plan_(plan),
      options_(options),
      meter_(options.max_steps, options.max_milliseconds),
      operators_(law, meter_),
      values_(plan.steps.size()),
      records_(plan.steps.size()) {
  count_uses();
}

Answer Runner::run() {
  for (StepId id = 0; id < plan_.steps.size() && !problem_; ++id) run_step(id);
  Answer answer;
  if (problem_) return answer;
  if (plan_.arrow) {
    answer.kind = Answer::Kind::chain;
    answer.explanation = operators_.explain(*values_[plan_.root], *values_[plan_.to], plan_.policy);
    within(plan_.steps[plan_.root].offset);
    return answer;
  }
  answer.nodes = values_[plan_.root]->nodes();
  present(answer);
  if (answer.nodes.size() > options_.max_results)
    fail(0, absl::StrFormat("the answer has more than %d members", options_.max_results));
  return answer;
}

void Runner::present(Answer& answer) {
  for (const Plan::Presentation& p : plan_.presentations) {
    if (p.function == Function::count) {
      answer.kind = Answer::Kind::count;
      answer.count = answer.nodes.size();
    } else if (p.function == Function::limit) {
      answer.nodes.resize((std::min)(answer.nodes.size(), number(p.word)));
    } else {
      operators_.sort(p.word, options_.language, answer.nodes);
    }
  }
}

// What is held is what a later step still reads.
void Runner::count_uses() {
  uses_.resize(plan_.steps.size());
  for (const PlanStep& step : plan_.steps)
    for (const StepId input : step.inputs) ++uses_[input];
  if (plan_.steps.empty()) return;
  ++uses_[plan_.root];
  if (plan_.arrow) ++uses_[plan_.to];
}

void Runner::run_step(StepId id) {
  using Clock = std::chrono::steady_clock;
  const PlanStep& step = plan_.steps[id];
  const std::size_t steps = meter_.steps();
  const auto start = Clock::now();
  NodeSet value = value_of(step);
  release_inputs(step);
  records_[id] = {value.size(), meter_.steps() - steps,
                  std::chrono::duration<double, std::milli>(Clock::now() - start).count()};
  members_ += value.size();
  values_[id] = std::move(value);
  if (uses_[id] == 0) release(id);
  if (within(step.offset) && members_ > options_.max_members)
    fail(step.offset,
         absl::StrFormat("the query holds sets of more than %d members", options_.max_members));
}

NodeSet Runner::value_of(const PlanStep& step) {
  if (step.kind == PlanStep::Kind::node)
    return operators_.existing({law_, {step.node}}, step.policy);
  if (step.kind == PlanStep::Kind::call) return called(step);
  if (step.kind == PlanStep::Kind::priorities) return priorities(step);
  const NodeSet &left = *values_[step.inputs[0]], &right = *values_[step.inputs[1]];
  if (step.kind == PlanStep::Kind::otherwise) return left.empty() ? right : left;
  meter_.take(left.size() + right.size());
  if (step.kind == PlanStep::Kind::unite) return left | right;
  return step.kind == PlanStep::Kind::intersect ? left & right : left - right;
}

NodeSet Runner::called(const PlanStep& step) {
  Arguments arguments{.function = step.function, .today = options_.today, .node = step.node};
  for (const StepId input : step.inputs) arguments.sets.push_back(&*values_[input]);
  for (const std::string& word : step.words) arguments.words.push_back(word);
  return operators_.apply(arguments, step.policy);
}

NodeSet Runner::priorities(const PlanStep& step) {
  const NodeSet& places = *values_[step.inputs[0]];
  if (auto known = priorities_on(places, step.policy)) return *std::move(known);
  const NodeSet all =
      operators_.apply({.function = Function::rests_on, .sets = {&places}}, step.policy);
  return operators_.apply({.function = Function::kind, .sets = {&all}, .words = {"priority"}},
                          step.policy);
}

void Runner::release_inputs(const PlanStep& step) {
  for (const StepId input : step.inputs)
    if (--uses_[input] == 0) release(input);
}
void Runner::release(StepId id) {
  if (!values_[id]) return;
  members_ -= values_[id]->size();
  values_[id].reset();
}

bool Runner::within(std::uint32_t offset) {
  meter_.read_clock();
  if (meter_.within()) return true;
  fail(offset, meter_.late()
                   ? absl::StrFormat("the query takes longer than %d milliseconds",
                                     options_.max_milliseconds)
                   : absl::StrFormat("the query takes more than %d steps", options_.max_steps));
  return false;
}

void Runner::fail(std::uint32_t offset, std::string message) {
  if (!problem_)
    problem_ =
        PlanProblem{offset, {std::move(message), "ask about fewer nodes, or raise the budget"}};
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
