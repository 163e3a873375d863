// Splits the text of a query into tokens; keeps no copy of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

struct Token {
  enum class Kind : std::uint8_t {
    word,
    quoted,
    open,
    close,
    comma,
    equals,
    arrow,
    unite,
    intersect,
    subtract,
    end,
    bad,
  };
  Kind kind = Kind::end;
  std::uint32_t offset = 0;
  std::string text{};  // of a word, of a quoted text without its marks, or why the token is bad
};

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}
  Token next();

 private:
  Token quoted(char mark);
  Token word();
  Token make(Token::Kind kind, std::size_t width);
  std::size_t word_width() const noexcept;

  std::string_view text_;
  std::size_t at_ = 0;
};

// union, intersect, except, let and in have a meaning of their own; to name a node they are quoted.
bool is_reserved(std::string_view word) noexcept;

// Whether the text can stand in a query without quotation marks.
bool is_word(std::string_view text) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
