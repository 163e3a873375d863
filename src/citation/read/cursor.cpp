#include "citation/read/cursor.hpp"

#include "citation/read/lexicon.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr unsigned byte(char c) noexcept { return static_cast<unsigned char>(c); }

bool starts(std::string_view text, std::size_t at, std::string_view wanted) noexcept {
  return text.substr(at < text.size() ? at : text.size(), wanted.size()) == wanted;
}

// The quotation marks, single and double, of the four languages.
constexpr std::array<std::string_view, 12> quotes{"\"",           "'",
                                                  "\xE2\x80\x98", "\xE2\x80\x99",
                                                  "\xE2\x80\x9A", "\xE2\x80\x9C",
                                                  "\xE2\x80\x9D", "\xE2\x80\x9E",
                                                  "\xC2\xAB",     "\xC2\xBB",
                                                  "\xE2\x80\xB9", "\xE2\x80\xBA"};

}  // namespace

std::size_t Cursor::space_size() const noexcept {
  if (done()) return 0;
  const unsigned first = byte(text_[at_]);
  if (first == ' ' || (first >= '\t' && first <= '\r')) return 1;
  if (first < 0xC2) return 0;
  const unsigned second = byte(peek(1)), third = byte(peek(2));
  if (first == 0xC2) return second == 0xA0 || second == 0xAD ? 2 : 0;
  if (first == 0xE2 && second == 0x80)
    return (third >= 0x80 && third <= 0x8B) || third == 0xAF ? 3 : 0;
  return first == 0xEF && second == 0xBB && third == 0xBF ? 3 : 0;
}

bool Cursor::accept_dash() noexcept {
  const std::size_t before = at_;
  skip_space();
  if (peek() == '-') {
    ++at_;
  } else if (byte(peek()) == 0xE2 && byte(peek(1)) == 0x80 && byte(peek(2)) >= 0x90 &&
             byte(peek(2)) <= 0x95) {
    at_ += 3;
  } else {
    at_ = before;
    return false;
  }
  skip_space();
  return true;
}

bool Cursor::accept_quote() noexcept {
  const unsigned first = byte(peek());
  if (first != '"' && first != '\'' && first != 0xC2 && first != 0xE2) return false;
  for (const std::string_view mark : quotes)
    if (starts(text_, at_, mark)) return at_ += mark.size(), true;
  return false;
}

namespace {

// Latin letters: ASCII, those of Latin-1, and the ligatures and carons of Latin Extended-A.
std::size_t letter_size(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return 0;
  if (is_letter(text[at])) return 1;
  const unsigned first = byte(text[at]);
  if (first < 0xC3 || first > 0xC5 || at + 1 >= text.size()) return 0;
  const unsigned second = byte(text[at + 1]);
  if (second < 0x80 || second > 0xBF) return 0;
  return first == 0xC3 && (second == 0x97 || second == 0xB7) ? 0 : 2;
}

constexpr bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }

// The letters that follow are not of ASCII, or a hyphen: one more step of a word, or false.
bool add_other(std::string_view text, std::size_t& at, Word& word, bool& fits) noexcept {
  const char c = text[at];
  const auto add = [&](char each) {
    word.hash = hashed(word.hash, each);
    if (word.size < Word::longest)
      word.letters[word.size++] = each;
    else
      fits = false;
  };
  if (c == '-' && at > word.begin && letter_size(text, at + 1) > 0) {
    add(c);
    word.end = static_cast<std::uint32_t>(++at);
    return true;
  }
  if (byte(c) < 0x80) return false;
  if (letter_size(text, at) == 2) {
    const char second = text[at + 1];
    const bool upper = byte(c) == 0xC3 && byte(second) >= 0x80 && byte(second) <= 0x9E;
    if (upper && word.size == 0) word.capital = true;
    if (!upper) word.capitals = false;
    add(c);
    add(upper ? static_cast<char>(byte(second) + 0x20) : second);
    word.end = static_cast<std::uint32_t>(at += 2);
    return true;
  }
  const bool soft_hyphen =
      at > word.begin && byte(c) == 0xC2 && at + 1 < text.size() && byte(text[at + 1]) == 0xAD;
  if (soft_hyphen) at += 2;
  return soft_hyphen;
}

}  // namespace

void read_word(std::string_view text, std::size_t from, Word& out) noexcept {
  out.size = 0;
  out.begin = out.end = static_cast<std::uint32_t>(from);
  out.hash = hash_basis;
  out.entry = nullptr;
  out.capital = from < text.size() && is_upper(text[from]);
  out.capitals = true;
  bool fits = true;
  for (std::size_t at = from; at < text.size();) {
    const char c = text[at];
    if (!is_letter(c)) {
      if (!add_other(text, at, out, fits)) break;
      continue;
    }
    const bool upper = is_upper(c);
    out.capitals = out.capitals && upper;
    const char small = static_cast<char>(c | 0x20);
    out.hash = hashed(out.hash, small);
    if (out.size < Word::longest)
      out.letters[out.size++] = small;
    else
      fits = false;
    out.end = static_cast<std::uint32_t>(++at);
  }
  if (!fits) out.size = 0;
}

const Word& Tokens::read(std::string_view text, std::size_t at) noexcept {
  Word& word = words_[at & 63u];
  if (begins_[at & 63u] == at) return word;
  begins_[at & 63u] = static_cast<std::uint32_t>(at);
  read_word(text, at, word);
  word.entry = word.size == 0 ? nullptr : lexicon_.find(word.text(), word.hash);
  return word;
}

bool Cursor::digits(std::size_t most, unsigned& value, std::size_t& count) noexcept {
  value = 0;
  for (count = 0; is_digit(peek(count)) && count <= most; ++count)
    value = value * 10 + static_cast<unsigned>(peek(count) - '0');
  if (count == 0 || count > most) return false;
  at_ += count;
  return true;
}

bool Cursor::inside_word() const noexcept {
  if (at_ == 0 || done()) return false;
  return (is_alnum(text_[at_ - 1]) || byte(text_[at_ - 1]) >= 0xC0) && letter_size(text_, at_) > 0;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
