#include "citation/read/cursor.hpp"

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
  for (const std::string_view mark : quotes)
    if (starts(text_, at_, mark)) return at_ += mark.size(), true;
  return false;
}

// Latin letters: ASCII, those of Latin-1, and the ligatures and carons of Latin Extended-A.
std::size_t Cursor::letter_size(std::size_t at) const noexcept {
  if (at >= text_.size()) return 0;
  if (is_letter(text_[at])) return 1;
  const unsigned first = byte(text_[at]);
  if (first < 0xC3 || first > 0xC5 || at + 1 >= text_.size()) return 0;
  const unsigned second = byte(text_[at + 1]);
  if (second < 0x80 || second > 0xBF) return 0;
  return first == 0xC3 && (second == 0x97 || second == 0xB7) ? 0 : 2;
}

Word Cursor::word() const noexcept {
  Word out;
  out.begin = out.end = at_;
  out.capitals = true;
  bool fits = true;
  for (std::size_t at = at_; at < text_.size();) {
    if (starts(text_, at, "\xC2\xAD") && at > at_) {
      at += 2;
      continue;
    }
    std::size_t size = letter_size(at);
    const bool hyphen = size == 0 && text_[at] == '-' && at > at_ && letter_size(at + 1) > 0;
    if (size == 0 && !hyphen) break;
    if (hyphen) size = 1;
    for (std::size_t i = 0; i < size; ++i) {
      char c = text_[at + i];
      const bool upper =
          size == 1 ? c >= 'A' && c <= 'Z'
                    : i == 1 && byte(text_[at]) == 0xC3 && byte(c) >= 0x80 && byte(c) <= 0x9E;
      if (upper && at == at_) out.capital = true;
      if (!upper && i + 1 == size && !hyphen) out.capitals = false;
      if (upper) c = static_cast<char>(byte(c) + 0x20);
      if (out.size < Word::longest)
        out.letters[out.size++] = c;
      else
        fits = false;
    }
    at += size;
    out.end = at;
  }
  if (!fits) out.size = 0;
  return out;
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
  return (is_alnum(text_[at_ - 1]) || byte(text_[at_ - 1]) >= 0xC0) && letter_size(at_) > 0;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
