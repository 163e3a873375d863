#include "acquis/query/evaluate.hpp"

#include <absl/status/status.h>
#include <absl/strings/str_format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "acquis/query/parse.hpp"
#include "query/functions.hpp"
#include "query/indexed.hpp"
#include "query/operators.hpp"
#include "query/problem.hpp"
#include "query/words.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using detail::Function;
using detail::Param;
using detail::Signature;

// Walks the tree; the first problem stops it. The depth of the tree is bounded by the parser, and
// chains of operators are folded in a loop.
class Evaluator {
 public:
  Evaluator(const Corpus& law, const Query& query, const QueryOptions& options)
      : law_(law), query_(query), options_(options), operators_(law, options.max_steps) {}

  Answer run() { return present(query_.root, options_.policy); }
  const std::optional<std::pair<std::uint32_t, detail::Unknown>>& problem() const noexcept {
    return problem_;
  }

 private:
  // What may stand outermost only: let, ->, sort, limit, count.
  Answer present(TermId id, const Policy& policy) {
    const Term& term = query_[id];
    if (term.kind == Term::Kind::arrow) return chain(term, policy);
    if (term.kind == Term::Kind::let) {
      const Binding binding(*this, term, policy);
      return present(term.args[1], policy);
    }
    const Signature* signature =
        term.kind == Term::Kind::call ? detail::find_signature(term.text) : nullptr;
    if (signature != nullptr && signature->outermost) return presented(*signature, term, policy);
    return {.nodes = set(id, policy).nodes()};
  }

  Answer presented(const Signature& signature, const Term& term, const Policy& policy) {
    Answer answer = present(term.args.back(), policy);
    if (signature.function == Function::count) {
      answer.kind = Answer::Kind::count;
      answer.count = answer.nodes.size();
    } else if (signature.function == Function::limit) {
      answer.nodes.resize((std::min)(answer.nodes.size(), number(term.args[0])));
    } else {
      operators_.sort(query_[term.args[0]].text, options_.language, answer.nodes);
    }
    return answer;
  }

  std::size_t number(TermId id) const {
    const std::string& text = query_[id].text;
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
  }

  Answer chain(const Term& term, const Policy& policy) {
    const NodeSet from = set(term.args[0], policy);
    const NodeSet to = set(term.args[1], policy);
    Answer answer{.kind = Answer::Kind::chain};
    if (!problem_) answer.explanation = operators_.explain(from, to, policy);
    return answer;
  }

  NodeSet set(TermId id, const Policy& policy) {
    if (problem_) return NodeSet(law_);
    const Term& term = query_[id];
    switch (term.kind) {
      case Term::Kind::word:
        return word(term, policy);
      case Term::Kind::quoted:
        return found(term, detail::find_quoted(law_, term.text), policy);
      case Term::Kind::call:
        return call(term, policy);
      case Term::Kind::let: {
        const Binding binding(*this, term, policy);
        return set(term.args[1], policy);
      }
      case Term::Kind::arrow:
        fail(term, {"-> may only stand outermost", "somepath(a, b) is the set of a chain's nodes"});
        return NodeSet(law_);
      default:
        return folded(id, policy);
    }
  }

  // A chain of operators leans to the left and may be as long as the query.
  NodeSet folded(TermId id, const Policy& policy) {
    std::vector<TermId> spine;
    const auto is_operator = [&](TermId t) {
      const Term::Kind kind = query_[t].kind;
      return kind == Term::Kind::unite || kind == Term::Kind::intersect ||
             kind == Term::Kind::subtract;
    };
    for (; is_operator(id); id = query_[id].args[0]) spine.push_back(id);
    NodeSet value = set(id, policy);
    for (; !spine.empty(); spine.pop_back()) {
      const Term& term = query_[spine.back()];
      const NodeSet right = set(term.args[1], policy);
      value = term.kind == Term::Kind::unite       ? value | right
              : term.kind == Term::Kind::intersect ? value & right
                                                   : value - right;
    }
    return value;
  }

  NodeSet word(const Term& term, const Policy& policy) {
    const auto bound = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                    [&](const auto& b) { return b.first == term.text; });
    if (bound != bindings_.rend()) return bound->second;
    return found(term, detail::find_word(law_, term.text), policy);
  }

  NodeSet found(const Term& term, const detail::Meaning& named, const Policy& policy) {
    if (const auto* unknown = std::get_if<detail::Unknown>(&named)) {
      fail(term, *unknown);
      return NodeSet(law_);
    }
    return operators_.existing({law_, {std::get<NodeId>(named)}}, policy);
  }

  NodeSet call(const Term& term, const Policy& policy) {
    const Signature& signature = *detail::find_signature(term.text);
    if (signature.outermost) {
      fail(term, {absl::StrFormat("%s() may only stand outermost", term.text), {}});
      return NodeSet(law_);
    }
    Policy inner = policy;
    switch (signature.function) {
      case Function::stated:
        inner.least = Evidence::stated;
        break;
      case Function::derived:
        inner.least = Evidence::derived;
        break;
      case Function::editorial:
        inner.least = Evidence::editorial;
        break;
      case Function::exact:
        inner.exact = true;
        break;
      case Function::as_of:
        inner.as_of = *Date::parse(query_[term.args[0]].text);
        break;
      default:
        return apply(signature, term, policy);
    }
    return set(term.args.back(), inner);
  }

  // kind(priority, rests_on(e)), the question that an index is for.
  std::optional<NodeSet> indexed(const Signature& signature, const Term& term,
                                 const Policy& policy) {
    if (signature.function != Function::kind || query_[term.args[0]].text != "priority" ||
        law_.reach_index(policy) == nullptr)
      return std::nullopt;
    const Term& inner = query_[term.args[1]];
    const Signature* of =
        inner.kind == Term::Kind::call ? detail::find_signature(inner.text) : nullptr;
    if (of == nullptr || of->function != Function::rests_on) return std::nullopt;
    const NodeSet places = set(inner.args[0], policy);
    if (problem_) return std::nullopt;
    return detail::priorities_on(places, policy);
  }

  NodeSet apply(const Signature& signature, const Term& term, const Policy& policy) {
    if (auto known = indexed(signature, term, policy)) return *std::move(known);
    if (problem_) return NodeSet(law_);
    detail::Arguments arguments{.function = signature.function, .today = options_.today};
    for (std::size_t i = 0; i < signature.arity() && !problem_; ++i)
      add_argument(arguments, signature.params[i], term.args[i], policy);
    if (problem_) return NodeSet(law_);
    NodeSet result = operators_.apply(arguments, policy);
    if (operators_.steps() > options_.max_steps)
      fail(term, {absl::StrFormat("the query takes more than %d steps", options_.max_steps),
                  "ask about fewer nodes, or raise the budget"});
    return result;
  }

  void add_argument(detail::Arguments& arguments, Param param, TermId id, const Policy& policy) {
    const Term& term = query_[id];
    if (param == Param::set) {
      arguments.sets.push_back(set(id, policy));
    } else if (param == Param::actor || param == Param::theme) {
      const NodeKind kind = param == Param::actor ? NodeKind::actor : NodeKind::theme;
      const detail::Meaning named = detail::find_of_kind(law_, term.text, kind);
      if (const auto* unknown = std::get_if<detail::Unknown>(&named)) return fail(term, *unknown);
      arguments.node = std::get<NodeId>(named);
    } else {
      arguments.words.push_back(term.text);
    }
  }

  void fail(const Term& term, const detail::Unknown& why) {
    if (!problem_) problem_.emplace(term.offset, why);
  }

  // Makes a name known while the body of its let is evaluated.
  struct Binding {
    Binding(Evaluator& e, const Term& term, const Policy& policy) : evaluator(e) {
      NodeSet value = e.set(term.args[0], policy);
      e.bindings_.emplace_back(term.text, std::move(value));
    }
    ~Binding() { evaluator.bindings_.pop_back(); }
    Binding(const Binding&) = delete;
    Binding& operator=(const Binding&) = delete;
    Evaluator& evaluator;
  };

  const Corpus& law_;
  const Query& query_;
  const QueryOptions& options_;
  detail::Operators operators_;
  std::vector<std::pair<std::string, NodeSet>> bindings_;
  std::optional<std::pair<std::uint32_t, detail::Unknown>> problem_;
};

absl::StatusOr<Answer> evaluate_text(const Corpus& law, const Query& query, std::string_view text,
                                     const QueryOptions& options, Diagnostics* problems) {
  Evaluator evaluator(law, query, options);
  Answer answer = evaluator.run();
  if (!evaluator.problem()) return answer;
  const auto& [offset, why] = *evaluator.problem();
  const Diagnostic problem = detail::query_problem(text, offset, "ACQ0502", why.message, why.hint);
  if (problems != nullptr) problems->push_back(problem);
  return absl::InvalidArgumentError(detail::as_line(problem));
}

}  // namespace

absl::StatusOr<Answer> evaluate(const Corpus& law, const Query& query, const QueryOptions& options,
                                Diagnostics* problems) {
  if (query.terms.empty()) return absl::InvalidArgumentError("the query is empty");
  return evaluate_text(law, query, format(query), options, problems);
}

absl::StatusOr<Answer> ask(const Corpus& law, std::string_view text, const QueryOptions& options,
                           Diagnostics* problems) {
  const auto query = parse_query(text, problems);
  if (!query.ok()) return query.status();
  return evaluate_text(law, *query, text, options, problems);
}

}  // namespace v0
}  // namespace acquis
