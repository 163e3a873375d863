// A query made ready to run: names looked up, arguments checked, equal parts merged.
//
//   kind(priority, rests_on(TFEU/art_67)) intersect rests_on(TFEU/art_67)
//
//     0  TFEU/art_67
//     1  rests_on(0)
//     2  kind(priority, 1)
//     3  2 intersect 1              rests_on runs once
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/query/evaluate.hpp"
#include "acquis/query/syntax.hpp"
#include "query/functions.hpp"
#include "query/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

using StepId = std::uint32_t;

struct PlanStep {
  // otherwise: the first input, or the second where the first is empty
  // priorities: those that rest on the input, from a reach index of the corpus
  enum class Kind : std::uint8_t { node, unite, intersect, subtract, otherwise, priorities, call };
  Kind kind{};
  Function function{};  // of a call
  Policy policy{};
  std::uint32_t offset = 0;    // in the text of the query
  NodeId node = none<NodeId>;  // itself; of a call: the actor or theme it is about
  std::vector<std::string> words{};
  std::vector<StepId> inputs{};  // smaller than its own id
};

struct Plan {
  // sort, limit and count around the set, the innermost first.
  struct Presentation {
    Function function{};
    std::string word{};
  };
  std::vector<PlanStep> steps{};
  StepId root = 0;
  std::vector<Presentation> presentations{};
  bool arrow = false;  // then the answer is the chain from `root` to `to`
  StepId to = 0;
  Policy policy{};  // of the arrow
};

// What is wrong, and where in the text of the query.
struct PlanProblem {
  std::uint32_t offset = 0;
  Unknown why{};
};

std::variant<Plan, PlanProblem> make_plan(const Corpus& law, const Query& query,
                                          const QueryOptions& options);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
