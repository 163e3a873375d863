#include "citation/lint_tokens.hpp"

#include <optional>

#include "citation/read/cursor.hpp"
#include "citation/read/lexicon.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

using Kind = LintToken::Kind;

bool is_numeral(std::string_view text) noexcept {
  for (const char c : text)
    if (std::string_view("ivxlcIVXLC").find(c) == std::string_view::npos) return false;
  return !text.empty();
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, Language language)
      : at_(text), words_(lexicon(language)), language_(language) {}

  std::vector<LintToken> run() {
    while (step()) {
    }
    while (!out_.empty() && !ends(out_.back())) out_.pop_back();
    return std::move(out_);
  }

 private:
  static bool ends(const LintToken& token) {
    return token.is(Kind::unit) || token.is(Kind::ordinal) || token.is(Kind::value);
  }
  bool after(Kind kind) const { return !out_.empty() && out_.back().is(kind); }
  bool awaits_value() const {
    return after(Kind::unit) || after(Kind::joint) || after(Kind::until) || after(Kind::comma) ||
           after(Kind::value);
  }
  void push(Kind kind, std::size_t begin, bool spaced, std::string text = {}) {
    LintToken token;
    token.kind = kind;
    token.begin = begin;
    token.end = at_.at();
    token.spaced = spaced;
    token.text = std::move(text);
    out_.push_back(std::move(token));
  }

  bool step() {
    const std::size_t before = at_.at();
    at_.skip_space();
    const std::size_t begin = at_.at();
    const bool spaced = begin != before;
    if (at_.done()) return false;
    if (at_.peek() == ',') {
      at_.skip();
      push(Kind::comma, begin, spaced);
      return true;
    }
    if (after(Kind::value) && dash(begin, spaced)) return true;
    if (value(begin, spaced)) return true;
    return word(begin, spaced);
  }
  bool dash(std::size_t begin, bool spaced) {
    if (!at_.accept_dash()) return false;
    push(Kind::until, begin, spaced, "-");
    out_.back().dashed = true;
    return true;
  }

  // "2", "(2)", "a)", "9a", "9 bis", "V": after a unit, in a list, in brackets.
  bool value(std::size_t begin, bool spaced) {
    Cursor here = at_;
    const bool opened = here.peek() == '(';
    if (opened) here.skip();
    const std::size_t from = here.at();
    while (is_alnum(here.peek())) here.skip();
    const std::string_view text = here.text().substr(from, here.at() - from);
    const bool closed = here.peek() == ')';
    if (text.empty() || text.size() > 6 || (opened && !closed) || !is_value(text, closed))
      return false;
    if (here.at() < here.text().size() && !closed && here.inside_word()) return false;
    if (closed) here.skip();
    at_ = here;
    push(Kind::value, begin, spaced, std::string(text));
    out_.back().opened = opened;
    out_.back().closed = closed;
    if (!closed && !capital_suffix()) latin_suffix();
    return true;
  }
  bool is_value(std::string_view text, bool closed) const {
    if (closed) return true;
    if (is_digit(text[0])) return true;
    if (!awaits_value()) return false;
    return text.size() == 1 || is_numeral(text);
  }
  // "Article 100 A" of the older treaties.
  bool capital_suffix() {
    Cursor here = at_;
    here.skip_space();
    const char letter = here.peek();
    const bool alone = letter >= 'A' && letter <= 'Z' && !is_alnum(here.peek(1)) &&
                       here.peek(1) != ')' && is_digit(out_.back().text.back());
    if (!alone) return false;
    here.skip();
    at_ = here;
    out_.back().text += letter;
    out_.back().end = at_.at();
    return true;
  }
  void latin_suffix() {
    Cursor here = at_;
    const Word word = here.next_word();
    const LexWord* role = word.size == 0 ? nullptr : words_.find(word.text());
    if (role == nullptr || !role->is(latin)) return;
    if (language_ == Language::de && role->is(range)) return;  // "9 bis 12"
    at_.take(word);
    out_.back().text += ' ';
    out_.back().text += word.text();
    out_.back().end = at_.at();
    out_.back().latin = true;
  }

  bool word(std::size_t begin, bool spaced) {
    const Word word = at_.word();
    const LexWord* role = word.size == 0 ? nullptr : words_.find(word.text());
    if (role == nullptr) return apostrophe(spaced);
    const auto kind = kind_of(*role);
    if (!kind) return false;
    at_.take(word);
    if (*kind == Kind::unit && at_.peek() == '.') at_.skip();
    push(*kind, begin, spaced, std::string(word.text()));
    if (*kind == Kind::ordinal) out_.back().text = "#" + std::to_string(role->arg);
    out_.back().level = role->is(unit) ? role->level() : Level{};
    out_.back().plural = role->is(plural);
    return true;
  }
  // "l'article": the apostrophe behind an article of one letter.
  bool apostrophe(bool spaced) {
    const std::size_t begin = at_.at();
    if (!after(Kind::determiner) && !after(Kind::inside)) return false;
    if (!at_.accept_quote()) return false;
    push(Kind::determiner, begin, spaced, "'");
    return true;
  }
  std::optional<Kind> kind_of(const LexWord& role) const {
    if (role.is(unit)) return Kind::unit;
    if (role.is(ordinal)) return Kind::ordinal;
    if (role.is(conjunction)) return Kind::joint;
    if (role.is(range) && (after(Kind::value) || after(Kind::ordinal) || after(Kind::unit)))
      return Kind::until;
    if (after(Kind::until) && (role.is(range) || role.is(of) || role.is(in)))
      return Kind::until;  // "tot en met"
    if (role.is(of)) return Kind::inside;
    if (role.is(determiner)) return Kind::determiner;
    return std::nullopt;
  }

  Cursor at_;
  const Lexicon& words_;
  Language language_;
  std::vector<LintToken> out_;
};

}  // namespace

std::vector<LintToken> lint_tokens(std::string_view text, Language language) {
  return Tokenizer(text, language).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
