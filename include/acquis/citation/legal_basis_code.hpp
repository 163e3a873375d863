// The codes by which notices of the Publications Office (CELLAR) say where in a treaty or an act the
// legal basis lies.
//
//   acquis::place_of_code("TFEU", "A23P4");          // TFEU/art_23/par_4
//   acquis::place_of_code("32008R1008", "A02P5L2");  // 32008R1008/art_2/par_5/sub_2
//   acquis::code_of(*acquis::Citation::from_key("TFEU/art_77/par_2/pnt_b"))->view();  // "A77P2PTB"
//
// Each step is a code of the Court's column in the authority table "subdivision" (A article, P
// paragraph, L unnumbered paragraph, PT point, T indent, N annex, C recital, CH chapter, S section,
// PART) and a number, padded with zeros or not. L directly under an article whose paragraphs bear
// no number is that paragraph. Written without padding.
//
// Constexpr, no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/treaty_shape.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/config.hpp"
#include "acquis/id/short_text.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {
namespace detail {

struct BasisCode {
  std::string_view code;
  Level level;
};
// Longer codes first.
inline constexpr std::array<BasisCode, 10> basis_codes{{
    {"PART", Level::part},
    {"PT", Level::point},
    {"CH", Level::chapter},
    {"A", Level::article},
    {"P", Level::paragraph},
    {"L", Level::subparagraph},
    {"N", Level::annex},
    {"T", Level::indent},
    {"C", Level::recital},
    {"S", Level::section},
}};

// Roman and capital numbers stay as printed; articles and points are lower case in keys.
constexpr bool is_lower_case(Level level) noexcept { return level >= Level::article; }

// Whether its numbers are digits, letters only added to them.
constexpr bool is_counted(Level level) noexcept {
  return level == Level::recital || (level >= Level::article && level != Level::point);
}

class BasisReader {
 public:
  constexpr BasisReader(const Citation& work, std::string_view text) noexcept
      : place_(work), rest_(text) {}

  constexpr std::optional<Citation> run() noexcept {
    if (rest_.empty()) return std::nullopt;
    while (!rest_.empty())
      if (!step()) return std::nullopt;
    return usual_name(place_);
  }

 private:
  constexpr bool step() noexcept {
    for (const BasisCode& known : basis_codes) {
      if (rest_.substr(0, known.code.size()) != known.code) continue;
      rest_.remove_prefix(known.code.size());
      const ShortText<12> value = read_value(known.level);
      place_ = value.empty() ? Citation() : place_.child({known.level, value.view()});
      return static_cast<bool>(place_);
    }
    return false;
  }
  constexpr ShortText<12> read_value(Level level) noexcept {
    while (rest_.size() > 1 && rest_[0] == '0' && is_digit(rest_[1])) rest_.remove_prefix(1);
    std::size_t size = 0;
    while (size < rest_.size() && is_digit(rest_[size])) ++size;
    if (size == 0 && is_counted(level)) return {};
    size += letters(size);
    ShortText<12> out;
    for (const char c : rest_.substr(0, size))
      if (!out.append(is_lower_case(level) ? lower(c) : c)) return {};
    rest_.remove_prefix(size);
    return out;
  }
  // How many letters after the digits belong to the number: those that begin no further step.
  constexpr std::size_t letters(std::size_t from) const noexcept {
    std::size_t end = from;
    while (end < rest_.size() && is_letter(rest_[end])) ++end;
    for (std::size_t at = from; at < end; ++at)
      if ((at > 0 || from > 0) && begins_step(rest_.substr(at, end - at), end < rest_.size()))
        return at - from;
    return end - from;
  }
  // A code that a digit follows, or "PT" that a letter follows.
  static constexpr bool begins_step(std::string_view run, bool digit_follows) noexcept {
    if (run.size() > 2 && run.substr(0, 2) == "PT") return true;
    for (const BasisCode& known : basis_codes)
      if (digit_follows && run == known.code) return true;
    return false;
  }

  Citation place_;
  std::string_view rest_;
};

constexpr bool append_basis(ShortText<64>& out, Segment step) noexcept {
  for (const BasisCode& known : basis_codes) {
    if (known.level != step.level) continue;
    bool fits = out.append(known.code);
    for (const char c : step.value) {
      const bool lower_case = c >= 'a' && c <= 'z';
      fits = fits && out.append(lower_case ? static_cast<char>(c - 'a' + 'A') : c);
    }
    return fits;
  }
  return false;
}

}  // namespace detail

// The place that a code names inside a work; nothing for an unknown code.
constexpr std::optional<Citation> place_of_code(std::string_view work,
                                                std::string_view code) noexcept {
  const auto whole = Citation::from_key(work);
  if (!whole || !whole->is_work()) return std::nullopt;
  return detail::BasisReader(*whole, code).run();
}

// The code of a place inside its work; nothing where the code would not lead back to it (sentences,
// protocols).
constexpr std::optional<ShortText<64>> code_of(const Citation& place) noexcept {
  if (!place || place.is_work()) return std::nullopt;
  ShortText<64> out;
  for (const Segment step : place)
    if (!detail::append_basis(out, step)) return std::nullopt;
  if (place_of_code(place.work(), out.view()) != place) return std::nullopt;
  return out;
}

}  // namespace v0
}  // namespace acquis
