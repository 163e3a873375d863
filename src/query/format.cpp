#include <algorithm>
#include <utility>

#include "acquis/query/syntax.hpp"
#include "query/lexer.hpp"

namespace acquis {
inline namespace v0 {
namespace {

bool is_operator(Term::Kind kind) {
  return kind == Term::Kind::unite || kind == Term::Kind::intersect || kind == Term::Kind::subtract;
}

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string_view symbol(Term::Kind kind) {
  if (kind == Term::Kind::unite) return " union ";
  if (kind == Term::Kind::intersect) return " intersect ";
  return kind == Term::Kind::subtract ? " except " : " -> ";
}

// Formats children first, so that no recursion is needed.
class Formatter {
 public:
  explicit Formatter(const Query& query) : query_(query), texts_(query.terms.size()) {}

  std::string run() {
    if (query_.terms.empty()) return {};
    for (TermId id = 0; id < query_.terms.size(); ++id) texts_[id] = text_of(query_[id]);
    return std::move(texts_[query_.root]);
  }

 private:
  std::string text_of(const Term& term) {
    switch (term.kind) {
      case Term::Kind::word:
        return term.text;
      case Term::Kind::quoted:
        return quote(term.text);
      case Term::Kind::call:
        return call(term);
      case Term::Kind::let:
        return "let " + term.text + " = " + texts_[term.args[0]] + " in " + texts_[term.args[1]];
      default:
        return binary(term);
    }
  }
  std::string call(const Term& term) {
    std::string out = term.text + "(";
    for (std::size_t i = 0; i < term.args.size(); ++i) {
      if (i != 0) out += ", ";
      out += texts_[term.args[i]];
    }
    return out + ")";
  }
  std::string binary(const Term& term) {
    return operand(term.args[0], term.kind, false) + std::string(symbol(term.kind)) +
           operand(term.args[1], term.kind, true);
  }
  // Operators associate to the left; let and -> bind weaker than any operator.
  std::string operand(TermId id, Term::Kind outer, bool right) {
    const Term::Kind inner = query_[id].kind;
    const bool bare = inner == Term::Kind::word || inner == Term::Kind::quoted ||
                      inner == Term::Kind::call ||
                      (is_operator(inner) && (outer == Term::Kind::arrow || !right));
    return bare ? texts_[id] : "(" + texts_[id] + ")";
  }

  const Query& query_;
  std::vector<std::string> texts_;
};

}  // namespace

std::string format(const Query& query) { return Formatter(query).run(); }

}  // namespace v0
}  // namespace acquis
