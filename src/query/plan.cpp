#include "query/plan.hpp"

#include <absl/container/flat_hash_map.h>
#include <absl/strings/str_format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "acquis/query/parse.hpp"
#include "query/label_pattern.hpp"
#include "query/path.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

bool is_operator(Term::Kind kind) {
  return kind == Term::Kind::unite || kind == Term::Kind::intersect || kind == Term::Kind::subtract;
}

bool compiles_as_path(std::string_view text) {
  return std::holds_alternative<Automaton>(compile_path(text));
}

// Walks the tree; the first problem stops it.
class Planner {
 public:
  Planner(const Corpus& law, const Query& query, const QueryOptions& options)
      : law_(law), query_(query), options_(options) {}

  std::variant<Plan, PlanProblem> run() {
    if (const auto flaw = flaw_of_tree()) return PlanProblem{0, *flaw};
    present(query_.root, options_.policy);
    if (problem_) return *problem_;
    std::reverse(plan_.presentations.begin(), plan_.presentations.end());
    return std::move(plan_);
  }

 private:
  // A tree need not come from the parser: what the parser sees to is looked at again.
  std::optional<Unknown> flaw_of_tree() const {
    if (query_.root >= query_.terms.size()) return Unknown{"the query is empty", {}};
    for (TermId id = 0; id < query_.terms.size(); ++id) {
      const Term& term = query_[id];
      const auto is_later = [&](TermId arg) { return arg >= id; };
      if (std::any_of(term.args.begin(), term.args.end(), is_later))
        return Unknown{"a term comes before its arguments", {}};
      if (auto flaw = flaw_of_term(term)) return flaw;
    }
    return std::nullopt;
  }
  std::optional<Unknown> flaw_of_term(const Term& term) const {
    if (term.kind == Term::Kind::word || term.kind == Term::Kind::quoted) return std::nullopt;
    const Signature* signature = nullptr;
    if (term.kind == Term::Kind::call) {
      signature = find_signature(term.text);
      if (signature == nullptr)
        return Unknown{absl::StrFormat("no function is named %s", term.text), {}};
    }
    const std::size_t arity = signature != nullptr ? signature->arity() : 2;
    if (term.args.size() != arity)
      return Unknown{absl::StrFormat("%s takes %d arguments", term.text, arity), {}};
    for (std::size_t i = 0; signature != nullptr && i < arity; ++i)
      if (auto flaw = flaw_of_argument(signature->params[i], query_[term.args[i]])) return flaw;
    return std::nullopt;
  }
  static std::optional<Unknown> flaw_of_argument(Param param, const Term& argument) {
    if (param == Param::set) return std::nullopt;
    const bool words = argument.kind == Term::Kind::word || argument.kind == Term::Kind::quoted;
    const bool compiles = (param != Param::path || compiles_as_path(argument.text)) &&
                          (param != Param::pattern || compile_label_pattern(argument.text));
    if (words && compiles && accepts(param, argument.text)) return std::nullopt;
    return Unknown{absl::StrFormat("expected %s, found \"%s\"", describe(param), argument.text),
                   {}};
  }

  // What may stand outermost only: let, ->, sort, limit, count.
  void present(TermId id, const Policy& policy) {
    const Deeper deeper(*this, query_[id]);
    if (problem_) return;
    const Term& term = query_[id];
    const Signature* signature =
        term.kind == Term::Kind::call ? find_signature(term.text) : nullptr;
    if (term.kind == Term::Kind::let) {
      const Binding binding(*this, term, policy);
      present(term.args[1], policy);
    } else if (signature != nullptr && signature->outermost) {
      const bool parameter = signature->arity() == 2;
      plan_.presentations.push_back(
          {signature->function, parameter ? query_[term.args[0]].text : std::string()});
      present(term.args.back(), policy);
    } else if (term.kind == Term::Kind::arrow) {
      arrow(term, policy);
    } else {
      plan_.root = set(id, policy);
    }
  }

  void arrow(const Term& term, const Policy& policy) {
    if (!plan_.presentations.empty())
      return fail(term.offset, {"-> gives a chain, which cannot be sorted, limited or counted",
                                "somepath(a, b) is the set of a chain's nodes"});
    plan_.arrow = true;
    plan_.policy = policy;
    plan_.root = end_of_chain(term.args[0], policy);
    plan_.to = end_of_chain(term.args[1], policy);
  }

  // What is not in being on that day still has a name, and an explanation tells its days.
  StepId end_of_chain(TermId id, const Policy& policy) {
    const StepId then = set(id, policy);
    Policy any_day = policy;
    any_day.as_of = {};
    const StepId whenever = policy.as_of ? set(id, any_day) : then;
    if (then == whenever) return then;
    PlanStep step;
    step.kind = PlanStep::Kind::otherwise;
    step.offset = query_[id].offset;
    step.inputs = {then, whenever};
    return add(std::move(step));
  }

  StepId set(TermId id, const Policy& policy) {
    const Term& term = query_[id];
    const Deeper deeper(*this, term);
    if (problem_) return 0;
    switch (term.kind) {
      case Term::Kind::word:
        return word(term, policy);
      case Term::Kind::quoted:
        return found(term, find_quoted(law_, term.text, options_.language), policy);
      case Term::Kind::call:
        return call(term, policy);
      case Term::Kind::let: {
        const Binding binding(*this, term, policy);
        return set(term.args[1], policy);
      }
      case Term::Kind::arrow:
        fail(term.offset,
             {"-> may only stand outermost", "somepath(a, b) is the set of a chain's nodes"});
        return 0;
      default:
        return folded(id, policy);
    }
  }

  // A chain of operators leans to the left and may be as long as the query.
  StepId folded(TermId id, const Policy& policy) {
    std::vector<TermId> spine;
    for (; is_operator(query_[id].kind); id = query_[id].args[0]) spine.push_back(id);
    StepId left = set(id, policy);
    for (; !spine.empty() && !problem_; spine.pop_back()) {
      const Term& term = query_[spine.back()];
      const StepId right = set(term.args[1], policy);
      PlanStep step;
      step.kind = term.kind == Term::Kind::unite       ? PlanStep::Kind::unite
                  : term.kind == Term::Kind::intersect ? PlanStep::Kind::intersect
                                                       : PlanStep::Kind::subtract;
      step.offset = term.offset;
      step.inputs = {left, right};
      left = add(std::move(step));
    }
    return left;
  }

  StepId word(const Term& term, const Policy& policy) {
    const auto bound = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                    [&](const auto& b) { return b.first == term.text; });
    if (bound != bindings_.rend()) return bound->second;
    if (term.text == "all") return all(term, policy);
    return found(term, find_word(law_, term.text), policy);
  }

  // all() without its brackets.
  StepId all(const Term& term, const Policy& policy) {
    PlanStep step;
    step.kind = PlanStep::Kind::call;
    step.function = Function::all;
    step.policy = policy;
    step.offset = term.offset;
    return add(std::move(step));
  }

  StepId found(const Term& term, const Meaning& named, const Policy& policy) {
    if (const auto* unknown = std::get_if<Unknown>(&named)) {
      fail(term.offset, *unknown);
      return 0;
    }
    PlanStep step;
    step.kind = PlanStep::Kind::node;
    step.policy.as_of = policy.as_of;
    step.offset = term.offset;
    step.node = std::get<NodeId>(named);
    return add(std::move(step));
  }

  StepId call(const Term& term, const Policy& policy) {
    const Signature& signature = *find_signature(term.text);
    if (signature.outermost) {
      fail(term.offset, {absl::StrFormat("%s() may only stand outermost", term.text), {}});
      return 0;
    }
    if (const auto inner = narrowed(signature.function, term, policy))
      return set(term.args.back(), *inner);
    PlanStep step;
    step.kind = PlanStep::Kind::call;
    step.function = signature.function;
    step.policy = policy;
    step.offset = term.offset;
    if (signature.function == Function::kind && is_indexed(term, policy)) {
      step.kind = PlanStep::Kind::priorities;
      step.inputs = {set(query_[term.args[1]].args[0], policy)};
      return problem_ ? 0 : add(std::move(step));
    }
    for (std::size_t i = 0; i < signature.arity() && !problem_; ++i)
      add_argument(step, signature.params[i], query_[term.args[i]], term.args[i]);
    return problem_ ? 0 : add(std::move(step));
  }

  // kind(priority, rests_on(e)), the question that a reach index is for.
  bool is_indexed(const Term& kind, const Policy& policy) const {
    if (query_[kind.args[0]].text != "priority" || law_.reach_index(policy) == nullptr)
      return false;
    const Term& inner = query_[kind.args[1]];
    return inner.kind == Term::Kind::call &&
           find_signature(inner.text)->function == Function::rests_on;
  }

  // The policy inside stated(), as_of() and the like; nothing of the other functions.
  std::optional<Policy> narrowed(Function function, const Term& term, Policy policy) const {
    switch (function) {
      case Function::stated:
        policy.least = Evidence::stated;
        return policy;
      case Function::derived:
        policy.least = Evidence::derived;
        return policy;
      case Function::editorial:
        policy.least = Evidence::editorial;
        return policy;
      case Function::exact:
        policy.exact = true;
        return policy;
      case Function::as_of:
        policy.as_of = *Date::parse(query_[term.args[0]].text);
        return policy;
      default:
        return std::nullopt;
    }
  }

  void add_argument(PlanStep& step, Param param, const Term& term, TermId id) {
    if (param == Param::set) {
      step.inputs.push_back(set(id, step.policy));
    } else if (param == Param::actor || param == Param::theme) {
      const NodeKind kind = param == Param::actor ? NodeKind::actor : NodeKind::theme;
      const Meaning named = find_of_kind(law_, term.text, kind);
      if (const auto* unknown = std::get_if<Unknown>(&named)) return fail(term.offset, *unknown);
      step.node = std::get<NodeId>(named);
    } else {
      step.words.push_back(term.text);
    }
  }

  // The step, or the equal one that is there already.
  StepId add(PlanStep step) {
    const auto [at, fresh] =
        known_.try_emplace(signature_of(step), static_cast<StepId>(plan_.steps.size()));
    if (fresh) plan_.steps.push_back(std::move(step));
    return at->second;
  }
  static std::string signature_of(const PlanStep& step) {
    const auto day = step.policy.as_of.iso();
    std::string out = absl::StrFormat(
        "%d %d %d %d %s %d %d", static_cast<int>(step.kind), static_cast<int>(step.function),
        static_cast<int>(step.policy.least), step.policy.exact ? 1 : 0,
        std::string(day.data(), day.size()), index(step.node), step.words.size());
    for (const std::string& word : step.words)
      absl::StrAppendFormat(&out, " %d:%s", word.size(), word);
    for (const StepId input : step.inputs) absl::StrAppendFormat(&out, " #%d", input);
    return out;
  }

  void fail(std::uint32_t offset, const Unknown& why) {
    if (!problem_) problem_ = PlanProblem{offset, why};
  }

  // Makes a name known while the body of its let is planned.
  struct Binding {
    Binding(Planner& p, const Term& term, const Policy& policy) : planner(p) {
      const StepId value = p.set(term.args[0], policy);
      p.bindings_.emplace_back(term.text, value);
    }
    ~Binding() { planner.bindings_.pop_back(); }
    Binding(const Binding&) = delete;
    Binding& operator=(const Binding&) = delete;
    Planner& planner;
  };

  // Bounds the nesting of trees that the parser has not seen. The parser counts an expression and
  // its operand apart, so what it lets through is not as deep as this.
  struct Deeper {
    Deeper(Planner& p, const Term& term) : planner(p) {
      if (++p.depth_ > 2 * max_query_depth)
        p.fail(term.offset, {absl::StrFormat("nested deeper than %d", max_query_depth), {}});
    }
    ~Deeper() { --planner.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Planner& planner;
  };

  const Corpus& law_;
  const Query& query_;
  const QueryOptions& options_;
  Plan plan_;
  absl::flat_hash_map<std::string, StepId> known_;
  std::vector<std::pair<std::string, StepId>> bindings_;
  std::size_t depth_ = 0;
  std::optional<PlanProblem> problem_;
};

}  // namespace

std::variant<Plan, PlanProblem> make_plan(const Corpus& law, const Query& query,
                                          const QueryOptions& options) {
  return Planner(law, query, options).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
