// The key of a work or of a place in it: official, language-neutral, stable.
//
//   constexpr auto limb = *acquis::Citation::from_key("TFEU/art_67/par_2");
//   limb.work();                    // "TFEU"
//   limb.last().value;              // "2"
//   limb.parent().key();            // "TFEU/art_67"
//   for (acquis::Segment s : limb) use(s);  // art 67, par 2
//
// A key is WORK or WORK/code_value/code_value..., outer to inner. WORK is TFEU, TEU, CFR, EAEC,
// ECHR, TEC, EEC, TEU-pre2009 or a CELEX number. Codes are the subdivision codes of the European
// Legislation Identifier (Publications Office authority table "subdivision"); values are as printed
// in English, ordinals as numbers. Human text is read by citation/literal.hpp (at compile time) and
// citation/parse.hpp.
//
// A literal type of fixed size: no allocation, comparison is that of the key's characters (legal
// order is the order of ids in a corpus).
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// The levels of division, in the order in which they usually enclose one another.
enum class Level : std::uint8_t {
  part,
  title,
  chapter,
  section,
  subsection,
  protocol,
  declaration,
  annex,
  recital,
  visa,
  article,
  paragraph,
  subparagraph,
  point,
  indent,
  sentence,
};

inline constexpr std::size_t level_count = 16;

// Three letters: prt tis cpt sct sbs pro dcl anx rct cit art par sub pnt idt snt.
constexpr std::string_view code(Level level) noexcept {
  constexpr std::array<std::string_view, level_count> codes{
      "prt", "tis", "cpt", "sct", "sbs", "pro", "dcl", "anx",
      "rct", "cit", "art", "par", "sub", "pnt", "idt", "snt"};
  return codes[static_cast<std::size_t>(level)];
}

constexpr std::optional<Level> level_from_code(std::string_view text) noexcept {
  for (std::size_t i = 0; i < level_count; ++i)
    if (code(static_cast<Level>(i)) == text) return static_cast<Level>(i);
  return std::nullopt;
}

// Part, title, chapter, section, subsection: they group articles but do not enter their keys,
// since articles are numbered through a work.
constexpr bool is_grouping(Level level) noexcept { return level <= Level::subsection; }

// Protocols, declarations and annexes number their articles anew and enter their keys.
constexpr bool restarts_numbering(Level level) noexcept {
  return level == Level::protocol || level == Level::declaration || level == Level::annex;
}

// One step of a key: "par_2" is {Level::paragraph, "2"}.
struct Segment {
  Level level{};
  std::string_view value;

  static constexpr std::optional<Segment> parse(std::string_view text) noexcept {
    if (text.size() < 5 || text[3] != '_') return std::nullopt;
    const auto level = level_from_code(text.substr(0, 3));
    if (!level || !is_value(text.substr(4))) return std::nullopt;
    return Segment{*level, text.substr(4)};
  }

  friend constexpr bool operator==(const Segment&, const Segment&) noexcept = default;

 private:
  static constexpr bool is_value(std::string_view text) noexcept {
    for (const char c : text) {
      const bool allowed = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
      if (!allowed) return false;
    }
    return true;
  }
};

// The works that have a name of their own, by rank.
inline constexpr std::array<std::string_view, 8> treaty_names{
    "TEU", "TFEU", "EAEC", "CFR", "ECHR", "TEC", "EEC", "TEU-pre2009"};

constexpr bool is_treaty(std::string_view work) noexcept {
  for (const std::string_view name : treaty_names)
    if (name == work) return true;
  return false;
}

// Whether the characters have the shape of a CELEX number (sector, year, type, number). The
// exact grammar, type by type, is in citation/celex.hpp.
constexpr bool has_celex_shape(std::string_view work) noexcept {
  constexpr auto digit = [](char c) { return c >= '0' && c <= '9'; };
  constexpr auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (work.size() < 7 || !(digit(work[0]) || work[0] == 'C' || work[0] == 'E')) return false;
  for (const std::size_t i : {1u, 2u, 3u, 4u})
    if (!digit(work[i])) return false;
  if (!upper(work[5])) return false;
  for (const char c : work.substr(6))
    if (!digit(c) && !upper(c) && c != '(' && c != ')' && c != '-' && c != '_') return false;
  return true;
}

namespace detail {
// string_view::find compares pointers with null, which g++ 12 rejects inside an optional temporary.
constexpr std::size_t find_char(std::string_view text, char wanted) noexcept {
  std::size_t at = 0;
  while (at < text.size() && text[at] != wanted) ++at;
  return at;
}
constexpr std::size_t rfind_char(std::string_view text, char wanted) noexcept {
  std::size_t at = text.size();
  while (at > 0 && text[at - 1] != wanted) --at;
  return at - 1;
}
}  // namespace detail

class Citation {
 public:
  // Longest key, in characters. The deepest place met in real law has fewer than 90.
  static constexpr std::size_t capacity = 119;

  class Iterator;

  constexpr Citation() noexcept = default;  // names nothing; tests false

  // Reads a key. Nothing if it is malformed or longer than `capacity`.
  static constexpr std::optional<Citation> from_key(std::string_view text) noexcept;

  constexpr explicit operator bool() const noexcept { return size_ != 0; }
  constexpr std::string_view key() const noexcept ACQUIS_LIFETIMEBOUND {
    return {text_.data(), size_};
  }
  constexpr std::string_view work() const noexcept ACQUIS_LIFETIMEBOUND {
    return key().substr(0, detail::find_char(key(), '/'));
  }
  constexpr bool is_work() const noexcept { return work().size() == size_; }

  // The work that the place is in; empty for the empty citation.
  constexpr Citation whole() const noexcept { return prefix(work().size()); }

  // The innermost step; only for a place inside a work.
  constexpr Segment last() const noexcept ACQUIS_LIFETIMEBOUND {
    ACQUIS_ASSERT(!is_work());
    return *Segment::parse(key().substr(detail::rfind_char(key(), '/') + 1));
  }
  // The enclosing place or work; the empty citation for a work.
  constexpr Citation parent() const noexcept {
    return is_work() ? Citation() : prefix(detail::rfind_char(key(), '/'));
  }
  // The outermost place of that level around this one, itself included; empty if there is none.
  constexpr Citation up_to(Level level) const noexcept {
    for (std::size_t at = work().size(); at < size_;) {
      const std::size_t begin = at + 1;
      at = begin;
      while (at < size_ && text_[at] != '/') ++at;
      if (key().substr(begin, 3) == code(level)) return prefix(at);
    }
    return {};
  }
  // The place `step` inside this one; empty if it would be too long.
  constexpr Citation child(Segment step) const noexcept;

  // Whether `other` is this place or named inside it. Grouping divisions do not enter the keys of
  // their articles: only a corpus knows that Article 78 TFEU lies in Title V.
  constexpr bool encloses(const Citation& other) const noexcept {
    return other.key().substr(0, size_) == key() &&
           (other.size_ == size_ || other.text_[size_] == '/');
  }

  constexpr Iterator begin() const noexcept ACQUIS_LIFETIMEBOUND;
  constexpr Iterator end() const noexcept ACQUIS_LIFETIMEBOUND;

  friend constexpr bool operator==(const Citation& a, const Citation& b) noexcept {
    return a.key() == b.key();
  }
  friend constexpr auto operator<=>(const Citation& a, const Citation& b) noexcept {
    return a.key() <=> b.key();
  }

 private:
  constexpr Citation prefix(std::size_t length) const noexcept {
    Citation out = *this;
    out.size_ = static_cast<std::uint8_t>(length);
    return out;
  }
  constexpr bool append(std::string_view text) noexcept {
    if (size_ + text.size() > capacity) return false;
    for (const char c : text) text_[size_++] = c;
    return true;
  }

  std::array<char, capacity> text_{};
  std::uint8_t size_ = 0;
};

// Visits the segments of a citation, outer to inner.
class Citation::Iterator {
 public:
  using value_type = Segment;
  using difference_type = std::ptrdiff_t;

  constexpr Iterator() noexcept = default;
  constexpr explicit Iterator(std::string_view rest) noexcept : rest_(rest) {}

  constexpr Segment operator*() const noexcept { return *Segment::parse(rest_.substr(0, width())); }
  constexpr Iterator& operator++() noexcept {
    rest_.remove_prefix(width() == rest_.size() ? width() : width() + 1);
    return *this;
  }
  constexpr Iterator operator++(int) noexcept {
    Iterator before = *this;
    ++*this;
    return before;
  }
  friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
    return a.rest_.size() == b.rest_.size();
  }

 private:
  constexpr std::size_t width() const noexcept { return detail::find_char(rest_, '/'); }
  std::string_view rest_;
};

constexpr Citation::Iterator Citation::begin() const noexcept {
  std::string_view rest = key();
  rest.remove_prefix(is_work() ? size_ : work().size() + 1);
  return Iterator{rest};
}
constexpr Citation::Iterator Citation::end() const noexcept { return Iterator{}; }

constexpr std::optional<Citation> Citation::from_key(std::string_view text) noexcept {
  Citation out;
  if (text.empty() || !out.append(text)) return std::nullopt;
  if (!is_treaty(out.work()) && !has_celex_shape(out.work())) return std::nullopt;
  if (out.is_work()) return out;
  if (text.back() == '/') return std::nullopt;
  for (std::string_view rest = text.substr(out.work().size() + 1); !rest.empty();) {
    const std::size_t width = detail::find_char(rest, '/');
    if (!Segment::parse(rest.substr(0, width))) return std::nullopt;
    rest = width == rest.size() ? std::string_view{} : rest.substr(width + 1);
  }
  return out;
}

constexpr Citation Citation::child(Segment step) const noexcept {
  Citation out = *this;
  const bool fits = *this && out.append("/") && out.append(code(step.level)) && out.append("_") &&
                    out.append(step.value);
  return fits && !step.value.empty() ? out : Citation();
}

}  // namespace v0
}  // namespace acquis
