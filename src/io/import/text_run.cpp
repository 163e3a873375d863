#include "io/import/text_run.hpp"

#include <algorithm>
#include <array>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// Bytes that are copied as they are: neither a space, nor the beginning of an entity or of a
// character that may be a space or nothing.
constexpr std::array<bool, 256> plain_bytes = [] {
  std::array<bool, 256> out{};
  for (std::size_t i = '!'; i < out.size(); ++i) out[i] = i != '&' && i != 0xC2 && i != 0xE2;
  return out;
}();

struct Entity {
  std::string_view name;
  std::uint32_t code;
};
constexpr std::array<Entity, 12> entities{{{"amp", '&'},
                                           {"lt", '<'},
                                           {"gt", '>'},
                                           {"quot", '"'},
                                           {"apos", '\''},
                                           {"nbsp", 0xA0},
                                           {"lsquo", 0x2018},
                                           {"rsquo", 0x2019},
                                           {"ldquo", 0x201C},
                                           {"rdquo", 0x201D},
                                           {"ndash", 0x2013},
                                           {"mdash", 0x2014}}};

std::uint32_t number_of(std::string_view digits) {
  const bool hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  for (const char c : digits) {
    const char low = static_cast<char>(c | 0x20);
    const bool letter = hex && low >= 'a' && low <= 'f';
    if ((c < '0' || c > '9') && !letter) return 0;
    const int digit = letter ? low - 'a' + 10 : c - '0';
    value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    if (value > 0x10FFFF) return 0;
  }
  return value;
}

std::uint32_t code_of(std::string_view name) {
  if (!name.empty() && name[0] == '#') return number_of(name.substr(1));
  for (const Entity& entity : entities)
    if (entity.name == name) return entity.code;
  return 0;
}

bool is_space_code(std::uint32_t code) {
  return code <= ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200B) || code == 0x202F ||
         code == 0x3000;
}

}  // namespace

void append_utf8(std::string& out, std::uint32_t code) {
  const auto more = [&](unsigned shift) {
    out += static_cast<char>(0x80u | ((code >> shift) & 0x3Fu));
  };
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0u | (code >> 6));
    more(0);
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0u | (code >> 12));
    more(6), more(0);
  } else {
    out += static_cast<char>(0xF0u | (code >> 18));
    more(12), more(6), more(0);
  }
}

void TextRun::anchor(std::size_t offset) {
  anchors_.push_back(
      {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(offset)});
}

void TextRun::append_raw(std::string_view raw, std::size_t offset) {
  std::size_t at = 0;
  while (at < raw.size()) {
    std::size_t end = at;
    while (end < raw.size() && plain_bytes[static_cast<unsigned char>(raw[end])]) ++end;
    if (end > at) {
      if (at == 0) anchor(offset);
      text_.append(raw, at, end - at);
      at = end;
    } else {
      at = append_special(raw, at, offset);
      // Single spaces keep step with the file; anything else needs a new anchor.
      if (at != end + 1 || text_.empty() || text_.back() != ' ') anchor(offset + at);
    }
  }
}

std::size_t TextRun::append_special(std::string_view raw, std::size_t at, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return i < raw.size() ? static_cast<unsigned char>(raw[i]) : 0u;
  };
  if (raw[at] == '&') return append_entity(raw, at, offset);
  if (byte(at) <= ' ') {
    std::size_t end = at + 1;
    while (end < raw.size() && byte(end) <= ' ') ++end;
    append_space(offset + at);
    return end;
  }
  if (byte(at) == 0xC2 && (byte(at + 1) == 0xA0 || byte(at + 1) == 0xAD)) {
    if (byte(at + 1) == 0xA0) append_space(offset + at);
    return at + 2;
  }
  const bool thin = byte(at) == 0xE2 && byte(at + 1) == 0x80 &&
                    ((byte(at + 2) >= 0x80 && byte(at + 2) <= 0x8B) || byte(at + 2) == 0xAF);
  if (thin) {
    append_space(offset + at);
    return at + 3;
  }
  anchor(offset + at);
  text_ += raw[at];
  return at + 1;
}

std::size_t TextRun::append_entity(std::string_view raw, std::size_t at, std::size_t offset) {
  constexpr std::size_t longest = 10;
  const std::size_t end = raw.substr(at, longest).find(';');
  const std::uint32_t code =
      end == std::string_view::npos ? 0 : code_of(raw.substr(at + 1, end - 1));
  append_character(code == 0 ? '&' : code, offset + at);
  return code == 0 ? at + 1 : at + end + 1;
}

void TextRun::append_character(std::uint32_t code, std::size_t offset) {
  if (is_space_code(code)) return append_space(offset);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  if (code == 0xAD || surrogate || code == 0xFFFE || code == 0xFFFF) return;
  anchor(offset);
  append_utf8(text_, code);
}

void TextRun::append_space(std::size_t offset) {
  if (text_.empty() || text_.back() == ' ') return;
  anchor(offset);
  text_ += ' ';
}

std::size_t TextRun::offset(std::size_t at) const noexcept {
  const auto after =
      std::upper_bound(anchors_.begin(), anchors_.end(), at,
                       [](std::size_t wanted, const Anchor& a) { return wanted < a.at; });
  if (after == anchors_.begin()) return 0;
  const Anchor& found = *(after - 1);
  return found.offset + (at - found.at);
}

std::uint64_t fingerprint(std::string_view text, std::uint64_t before) noexcept {
  constexpr std::uint64_t basis = 0xCBF29CE484222325u, prime = 0x100000001B3u;
  std::uint64_t hash = before == 0 ? basis : before;
  if (before != 0) hash = (hash ^ static_cast<std::uint64_t>('\n')) * prime;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  return hash;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
