#include "query/lexer.hpp"

#include <algorithm>
#include <iterator>

#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_word_char(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         c == '/' || c == ':' || c == '.' || c == '-' || c == '*' || c == '|' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The "(01)" or "R(02)" by which a CELEX number may end, directly behind a word that begins with a
// digit.
std::size_t celex_suffix(std::string_view rest) {
  const bool suffix = rest.size() >= 4 && rest[0] == '(' && is_digit(rest[1]) &&
                      is_digit(rest[2]) && rest[3] == ')';
  return suffix ? 4 : 0;
}

}  // namespace

Token Lexer::make(Token::Kind kind, std::size_t width) {
  Token token{kind, static_cast<std::uint32_t>(at_), std::string(text_.substr(at_, width))};
  at_ += width;
  return token;
}

Token Lexer::next() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  if (at_ == text_.size()) return make(Token::Kind::end, 0);
  switch (text_[at_]) {
    case '(':
      return make(Token::Kind::open, 1);
    case ')':
      return make(Token::Kind::close, 1);
    case ',':
      return make(Token::Kind::comma, 1);
    case '=':
      return make(Token::Kind::equals, 1);
    case '+':
      return make(Token::Kind::unite, 1);
    case '^':
      return make(Token::Kind::intersect, 1);
    case '"':
    case '\'':
      return quoted(text_[at_]);
    default:
      return word();
  }
}

Token Lexer::word() {
  if (text_.substr(at_, 2) == "->") return make(Token::Kind::arrow, 2);
  const std::size_t width = word_width();
  if (width == 0) {
    Token token = make(Token::Kind::bad, 1);
    token.text = "this character has no meaning here";
    return token;
  }
  if (text_.substr(at_, width) == "-") return make(Token::Kind::subtract, 1);
  return make(Token::Kind::word, width);
}

std::size_t Lexer::word_width() const noexcept {
  std::size_t width = 0;
  const std::string_view rest = text_.substr(at_);
  while (width < rest.size() && rest.substr(width, 2) != "->") {
    if (is_word_char(rest[width])) {
      ++width;
      continue;
    }
    const std::size_t suffix =
        width >= 7 && is_digit(rest[0]) ? celex_suffix(rest.substr(width)) : 0;
    if (suffix == 0) break;
    width += suffix;
  }
  return width;
}

Token Lexer::quoted(char mark) {
  Token token{Token::Kind::quoted, static_cast<std::uint32_t>(at_), {}};
  for (++at_; at_ < text_.size(); ++at_) {
    char c = text_[at_];
    if (c == mark) {
      ++at_;
      return token;
    }
    if (c == '\\' && at_ + 1 < text_.size()) c = text_[++at_];
    token.text += c;
  }
  token.kind = Token::Kind::bad;
  token.text = "the quotation mark is never closed";
  return token;
}

bool is_reserved(std::string_view word) noexcept {
  constexpr std::string_view reserved[]{"union", "intersect", "except", "let", "in"};
  return std::find(std::begin(reserved), std::end(reserved), word) != std::end(reserved);
}

bool is_word(std::string_view text) noexcept {
  if (is_reserved(text)) return false;
  Lexer lexer(text);
  const Token token = lexer.next();
  return token.kind == Token::Kind::word && token.text.size() == text.size();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
