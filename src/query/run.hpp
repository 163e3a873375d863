// Runs a plan, step by step, within budgets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "query/meter.hpp"
#include "query/operators.hpp"
#include "query/plan.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// What one step did.
struct StepRecord {
  std::size_t members = 0;
  std::size_t steps = 0;
  double milliseconds = 0;
};

class Runner {
 public:
  Runner(const Corpus& law, const Plan& plan, const QueryOptions& options);

  Answer run();
  const std::optional<PlanProblem>& problem() const noexcept { return problem_; }
  const std::vector<StepRecord>& records() const noexcept { return records_; }

 private:
  void run_step(StepId id);
  NodeSet value_of(const PlanStep& step);
  NodeSet called(const PlanStep& step);
  NodeSet priorities(const PlanStep& step);
  void release_inputs(const PlanStep& step);
  void release(StepId id);
  void count_uses();
  void present(Answer& answer);
  bool within(std::uint32_t offset);
  void fail(std::uint32_t offset, std::string message);

  const Corpus& law_;
  const Plan& plan_;
  const QueryOptions& options_;
  Meter meter_;
  Operators operators_;
  std::vector<std::optional<NodeSet>> values_;
  std::vector<std::uint32_t> uses_;
  std::vector<StepRecord> records_;
  std::size_t members_ = 0;  // of all values held
  std::optional<PlanProblem> problem_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
