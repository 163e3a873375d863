#include "acquis/query/parse.hpp"

#include <absl/status/status.h>
#include <absl/strings/str_format.h>

#include <optional>

#include "detail/nearest.hpp"
#include "query/functions.hpp"
#include "query/label_pattern.hpp"
#include "query/lexer.hpp"
#include "query/path.hpp"
#include "query/problem.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using detail::Lexer;
using detail::Param;
using detail::Signature;
using detail::Token;

// Recursive descent; `failed_` stops it at the first problem, since what follows would be noise.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text), lexer_(text) { advance(); }

  Query run() {
    query_.root = expression();
    if (!failed_ && token_.kind != Token::Kind::end) expected("an operator or the end");
    return std::move(query_);
  }
  const std::optional<Diagnostic>& problem() const noexcept { return problem_; }

 private:
  // expression = "let" name "=" expression "in" expression | set [ "->" set ]
  TermId expression() {
    const Deeper deeper(*this);
    if (is_word("let")) return let();
    const TermId from = set();
    if (failed_ || token_.kind != Token::Kind::arrow) return from;
    const std::uint32_t offset = token_.offset;
    advance();
    const TermId to = set();
    return add({Term::Kind::arrow, offset, {}, {from, to}});
  }

  TermId let() {
    const std::uint32_t offset = token_.offset;
    advance();
    if (token_.kind != Token::Kind::word || detail::is_reserved(token_.text))
      return expected("a name");
    std::string name = std::move(token_.text);
    advance();
    if (!take(Token::Kind::equals)) return expected("=");
    const TermId value = expression();
    if (!failed_ && !is_word("in")) return expected("in");
    advance();
    const TermId body = expression();
    return add({Term::Kind::let, offset, std::move(name), {value, body}});
  }

  // set = operand { ("union" | "+" | "intersect" | "^" | "except" | "-") operand }
  TermId set() {
    TermId left = operand();
    for (auto kind = operator_kind(); kind && !failed_; kind = operator_kind()) {
      const std::uint32_t offset = token_.offset;
      advance();
      const TermId right = operand();
      left = add({*kind, offset, {}, {left, right}});
    }
    return left;
  }

  std::optional<Term::Kind> operator_kind() const {
    if (token_.kind == Token::Kind::unite || is_word("union")) return Term::Kind::unite;
    if (token_.kind == Token::Kind::intersect || is_word("intersect")) return Term::Kind::intersect;
    if (token_.kind == Token::Kind::subtract || is_word("except")) return Term::Kind::subtract;
    return std::nullopt;
  }

  // operand = "(" expression ")" | word | quoted | name "(" [ argument { "," argument } ] ")"
  TermId operand() {
    const Deeper deeper(*this);
    if (failed_) return 0;
    if (take(Token::Kind::open)) {
      const TermId inner = expression();
      if (!failed_ && !take(Token::Kind::close)) return expected(")");
      return inner;
    }
    if (token_.kind == Token::Kind::quoted) {
      Token quoted = taken();
      return add({Term::Kind::quoted, quoted.offset, std::move(quoted.text), {}});
    }
    constexpr std::string_view wanted = "a word, a quoted citation or (";
    if (token_.kind != Token::Kind::word) return expected(wanted);
    Token word = taken();
    if (token_.kind == Token::Kind::open) return call(std::move(word));
    if (detail::is_reserved(word.text)) {
      token_ = std::move(word);
      return expected(wanted);
    }
    return add({Term::Kind::word, word.offset, std::move(word.text), {}});
  }

  TermId call(Token name) {
    const Signature* signature = detail::find_signature(name.text);
    if (signature == nullptr) return unknown_function(name);
    advance();
    std::vector<TermId> args;
    while (!failed_ && token_.kind != Token::Kind::close && args.size() < signature->arity()) {
      args.push_back(argument(signature->params[args.size()]));
      if (failed_ || args.size() == signature->arity() || !take(Token::Kind::comma)) break;
    }
    if (failed_) return 0;
    if (args.size() < signature->arity()) return expected(describe(signature->params[args.size()]));
    if (!take(Token::Kind::close)) return expected(")");
    return add({Term::Kind::call, name.offset, std::move(name.text), std::move(args)});
  }

  TermId argument(Param param) {
    if (param == Param::set) return expression();
    if (token_.kind != Token::Kind::word && token_.kind != Token::Kind::quoted)
      return expected(describe(param));
    if (!accepts(param, token_.text)) return wrong_word(param);
    if (param == Param::path && !check_path()) return 0;
    if (param == Param::pattern && !check_pattern()) return 0;
    Token word = taken();
    const bool quoted = word.kind == Token::Kind::quoted && !detail::is_word(word.text);
    return add(
        {quoted ? Term::Kind::quoted : Term::Kind::word, word.offset, std::move(word.text), {}});
  }

  bool check_path() {
    const auto compiled = detail::compile_path(token_.text);
    const auto* error = std::get_if<detail::PathError>(&compiled);
    if (error == nullptr) return true;
    const auto inside = static_cast<std::uint32_t>(error->offset);
    const std::uint32_t mark = token_.kind == Token::Kind::quoted ? 1 : 0;
    fail(token_.offset + mark + inside, error->message, error->hint);
    return false;
  }

  bool check_pattern() {
    const auto compiled = detail::compile_label_pattern(token_.text);
    if (compiled) return true;
    fail(token_.offset, absl::StrFormat("\"%s\" is no regular expression", token_.text),
         "the syntax is that of RE2; (?i) ignores case");
    return false;
  }

  TermId add(Term term) {
    query_.terms.push_back(std::move(term));
    return static_cast<TermId>(query_.terms.size() - 1);
  }

  bool is_word(std::string_view text) const {
    return token_.kind == Token::Kind::word && token_.text == text;
  }
  void advance() { token_ = lexer_.next(); }
  bool take(Token::Kind kind) {
    if (token_.kind != kind) return false;
    advance();
    return true;
  }
  Token taken() {
    Token token = std::move(token_);
    advance();
    return token;
  }

  TermId fail(std::uint32_t offset, std::string message, std::string hint = {}) {
    if (!failed_)
      problem_ =
          detail::query_problem(text_, offset, "ACQ0501", std::move(message), std::move(hint));
    failed_ = true;
    return 0;
  }
  TermId expected(std::string_view what) {
    if (token_.kind == Token::Kind::bad) return fail(token_.offset, token_.text);
    const std::string found = token_.kind == Token::Kind::end
                                  ? std::string("the end")
                                  : absl::StrFormat("\"%s\"", token_.text);
    return fail(token_.offset, absl::StrFormat("expected %s, found %s", what, found));
  }
  TermId unknown_function(const Token& name) {
    detail::Nearest nearest(name.text);
    for (const Signature& signature : detail::signatures()) nearest.offer(signature.name);
    return fail(name.offset, absl::StrFormat("no function is named %s", name.text), nearest.hint());
  }
  TermId wrong_word(Param param) {
    detail::Nearest nearest(token_.text);
    for (const std::string_view word : words_of(param)) nearest.offer(word);
    return fail(token_.offset,
                absl::StrFormat("expected %s, found \"%s\"", describe(param), token_.text),
                nearest.hint());
  }

  // Bounds the nesting, and so the stack.
  struct Deeper {
    explicit Deeper(Parser& in) : parser(in) {
      if (++parser.depth_ > max_query_depth)
        parser.fail(parser.token_.offset,
                    absl::StrFormat("nested deeper than %d", max_query_depth));
    }
    ~Deeper() { --parser.depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Parser& parser;
  };

  std::string_view text_;
  Lexer lexer_;
  Token token_;
  Query query_;
  std::size_t depth_ = 0;
  bool failed_ = false;
  std::optional<Diagnostic> problem_;
};

}  // namespace

absl::StatusOr<Query> parse_query(std::string_view text, Diagnostics* problems) {
  std::optional<Diagnostic> problem;
  Query query;
  if (text.size() > max_query_size) {
    problem = detail::query_problem(
        text.substr(0, 40), 0, "ACQ0501",
        absl::StrFormat("a query may have %d characters at most", max_query_size), {});
  } else {
    Parser parser(text);
    query = parser.run();
    problem = parser.problem();
  }
  if (!problem) return query;
  if (problems != nullptr) problems->push_back(*problem);
  return absl::InvalidArgumentError(detail::as_line(*problem));
}

}  // namespace v0
}  // namespace acquis
