// A position in UTF-8 text, and the small things that citations are made of. Private to the
// citation reader.
//
// Legal text comes with no-break and thin spaces, soft hyphens inside words, three kinds of dashes
// and eight kinds of quotation marks; invalid bytes are nothing in particular. Nothing here
// allocates, and a read costs the bytes it looks at.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Lexicon;
struct LexWord;

inline constexpr std::uint32_t hash_basis = 2166136261u;
constexpr std::uint32_t hashed(std::uint32_t hash, char c) noexcept {
  return (hash ^ static_cast<unsigned char>(c)) * 16777619u;
}

// A word in lower case, soft hyphens left out. Longer words are nobody's: `text` is then empty.
struct Word {
  static constexpr std::size_t longest = 31;

  std::array<char, longest> letters;
  std::uint8_t size;
  bool capital;   // begins with one
  bool capitals;  // has nothing else
  std::uint32_t begin, end;
  std::uint32_t hash;
  const LexWord* entry;  // of the lexicon, where the cursor has one

  std::string_view text() const noexcept { return {letters.data(), size}; }
  bool empty() const noexcept { return begin == end; }
};

// The word that begins at the byte; without its entry.
void read_word(std::string_view text, std::size_t at, Word& out) noexcept;

// The words read last: a reader that tries one rule after another meets each many times.
class Tokens {
 public:
  explicit Tokens(const Lexicon& lexicon) noexcept : lexicon_(lexicon) { begins_.fill(nowhere); }
  const Word& read(std::string_view text, std::size_t at) noexcept;

 private:
  static constexpr std::uint32_t nowhere = 0xFFFFFFFFu;

  const Lexicon& lexicon_;
  std::array<std::uint32_t, 64> begins_;  // by its low bits
  std::array<Word, 64> words_;            // the word that begins there
};

class Cursor {
 public:
  explicit Cursor(std::string_view text, std::size_t at = 0, Tokens* tokens = nullptr) noexcept
      : text_(text), at_(at), tokens_(tokens) {}

  // Another place in the same text.
  Cursor elsewhere(std::size_t at) const noexcept { return Cursor(text_, at, tokens_); }

  std::string_view text() const noexcept { return text_; }
  std::size_t at() const noexcept { return at_; }
  void go(std::size_t at) noexcept { at_ = at; }
  bool done() const noexcept { return at_ >= text_.size(); }

  // The byte here, or NUL at the end.
  char peek(std::size_t ahead = 0) const noexcept {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void skip(std::size_t bytes = 1) noexcept { at_ += bytes; }

  void skip_space() noexcept {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    const auto here = static_cast<unsigned char>(peek());
    if (here > ' ' && here < 0xC2) return;
    while (const std::size_t size = space_size()) at_ += size;
  }
  // Takes the character, after any space.
  bool accept(char wanted) noexcept {
    const std::size_t before = at_;
    skip_space();
    if (peek() == wanted) return ++at_, true;
    at_ = before;
    return false;
  }
  // A hyphen, en dash, em dash or minus, with space around it.
  bool accept_dash() noexcept;
  // An opening or closing quotation mark of any sort (apostrophes too).
  bool accept_quote() noexcept;

  // The word that begins here, hyphens inside it included; empty if none does.
  Word word() const noexcept {
    if (tokens_) return tokens_->read(text_, at_);
    Word out;
    read_word(text_, at_, out);
    return out;
  }
  // The same, after any space; a read word is taken with take().
  Word next_word() noexcept {
    skip_space();
    return word();
  }
  void take(const Word& word) noexcept { at_ = word.end; }

  // Up to `most` digits, no more may follow; 0 digits or too many: false and nothing taken.
  bool digits(std::size_t most, unsigned& value, std::size_t& count) noexcept;

  // Whether a letter, digit or part of a word stands right before, right here.
  bool inside_word() const noexcept;

 private:
  std::size_t space_size() const noexcept;

  std::string_view text_;
  std::size_t at_;
  Tokens* tokens_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
