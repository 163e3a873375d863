#include "query/plan_text.hpp"

#include <absl/strings/str_format.h>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::string_view name_of(Function function) {
  for (const Signature& signature : signatures())
    if (signature.function == function) return signature.name;
  return {};
}

// How a function is carried out.
std::string_view method(Function function) {
  switch (function) {
    case Function::rests_on:
    case Function::basis_of:
      return "one search over links";
    case Function::in:
    case Function::out:
    case Function::cites:
    case Function::cited_by:
      return "links of the members";
    case Function::orphans:
    case Function::uncovered:
      return "links around each member";
    case Function::path:
      return "search over pairs of node and state";
    case Function::somepath:
      return "best chain";
    case Function::allpaths:
      return "a search from each end";
    case Function::parts:
    case Function::wholes:
      return "containment";
    case Function::kind:
      return "filter";
    default:
      return "all nodes, filtered";
  }
}

std::string call_text(const Corpus& law, const PlanStep& step) {
  std::string out(name_of(step.function));
  out += "(";
  const char* comma = "";
  const auto add = [&](const std::string& text) {
    out += comma + text;
    comma = ", ";
  };
  if (step.node != none<NodeId>) add(law.key(step.node));
  for (const std::string& word : step.words) add(word);
  for (const StepId input : step.inputs) add(absl::StrFormat("#%d", input));
  return out + ")";
}

std::string_view method(const PlanStep& step) {
  if (step.kind == PlanStep::Kind::call) return method(step.function);
  if (step.kind == PlanStep::Kind::node) return "found by name";
  if (step.kind == PlanStep::Kind::priorities)
    return "reach index of a single place, else one search over links";
  return step.kind == PlanStep::Kind::otherwise ? "on that day, or on any" : "merge of two sets";
}

std::string operation(const Corpus& law, const PlanStep& step) {
  switch (step.kind) {
    case PlanStep::Kind::node:
      return law.key(step.node);
    case PlanStep::Kind::call:
      return call_text(law, step);
    case PlanStep::Kind::priorities:
      return absl::StrFormat("kind(priority, rests_on(#%d))", step.inputs[0]);
    default:
      break;
  }
  const char* symbol = step.kind == PlanStep::Kind::unite       ? "union"
                       : step.kind == PlanStep::Kind::intersect ? "intersect"
                       : step.kind == PlanStep::Kind::subtract  ? "except"
                                                                : "or if empty";
  return absl::StrFormat("#%d %s #%d", step.inputs[0], symbol, step.inputs[1]);
}

std::string policy_text(const Policy& policy) {
  std::string out;
  if (policy.least != Evidence::editorial)
    out += absl::StrFormat(", at least %s", to_text(policy.least));
  if (policy.exact) out += ", exact";
  const auto day = policy.as_of.iso();
  if (policy.as_of) out += ", as of " + std::string(day.data(), day.size());
  return out;
}

}  // namespace

std::string to_text(const Corpus& law, const Plan& plan, const std::vector<StepRecord>& records) {
  std::string out;
  for (StepId id = 0; id < plan.steps.size(); ++id) {
    const PlanStep& step = plan.steps[id];
    absl::StrAppendFormat(&out, "  #%d %s: %s%s; %d members, %d steps, %.3f ms\n", id,
                          operation(law, step), method(step), policy_text(step.policy),
                          records[id].members, records[id].steps, records[id].milliseconds);
  }
  if (plan.arrow)
    absl::StrAppendFormat(&out, "  best chain from #%d to #%d%s\n", plan.root, plan.to,
                          policy_text(plan.policy));
  for (const auto& presentation : plan.presentations)
    absl::StrAppendFormat(&out, "  %s %s\n", name_of(presentation.function), presentation.word);
  return out;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
