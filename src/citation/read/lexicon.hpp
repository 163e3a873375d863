// The words by which legal text cites, in four languages. Private to the citation reader.
//
// A word has roles (a set: English "to" opens both a range and the act of an annex) and one
// argument, whose meaning its roles give. Words are in lower case; German and French inflections of
// ordinals are taken off before the second look-up. Sources: the labels of the authority table
// "subdivision" (Publications Office), the Interinstitutional Style Guide in each language.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

enum Role : std::uint32_t {
  unit = 1u << 0,           // arg: level
  plural = 1u << 1,         //
  ordinal = 1u << 2,        // arg: 1 to 20, or last_ordinal
  cardinal = 1u << 3,       // arg: number
  conjunction = 1u << 4,    // and, or
  range = 1u << 5,          // to, bis
  of = 1u << 6,             // of, van, des
  to = 1u << 7,             // opens the act of an annex: to, bij, zu
  in = 1u << 8,             // in Annex I
  determiner = 1u << 9,     // the
  own = 1u << 10,           // this
  that = 1u << 11,          // that, said, same
  its = 1u << 12,           // its, son
  act = 1u << 13,           // arg: letter of the CELEX type
  act_prefix = 1u << 14,    // framework, joint, common; arg: letter of the whole
  adjective = 1u << 15,     // council, implementing: skipped before an act
  abbreviation = 1u << 16,  // of a treaty, in capitals; arg: index into `abbreviated`
  treaty = 1u << 17,        // the bare noun, whose meaning the date gives
  thereof = 1u << 18,       //
  former = 1u << 19,        // ex
  series = 1u << 20,        // COM, JOIN; arg: index into `series_types`
  number_sign = 1u << 21,   // No, nr, n
  latin = 1u << 22,         // bis; arg: ordinal of the letter
  visa = 1u << 23,          // having (regard to)
  particular = 1u << 24,    // in particular
  annexed = 1u << 25,       // annexed (to the Treaties)
  foreign = 1u << 26,       // the noun of an instrument that acquis does not key
  measure = 1u << 27,       // a unit of time or money, a month: what a number before it counts
  amending = 1u << 28,      // amending, repealing: inside a title
  amended = 1u << 29,       // replaced, inserted, deleted
  proposal = 1u << 30,      //
  hereinafter = 1u << 31,   //
};

inline constexpr std::uint8_t last_ordinal = 255;
inline constexpr std::array<std::string_view, 8> abbreviated{"TFEU", "TEU", "CFR", "EAEC",
                                                             "ECHR", "TEC", "EEC", "TEU-pre2009"};
inline constexpr std::array<std::string_view, 4> series_types{"DC", "JC", "SC", "SC"};

struct LexWord {
  std::string_view text;
  std::uint32_t roles = 0;
  std::uint8_t arg = 0;

  constexpr bool is(std::uint32_t any) const noexcept { return (roles & any) != 0; }
  constexpr Level level() const noexcept { return static_cast<Level>(arg); }
};

// The hash of a word's beginning: its first eight bytes at most, letters in lower case.
constexpr std::uint32_t beginning_hash(std::uint64_t eight_bytes) noexcept {
  return static_cast<std::uint32_t>(((eight_bytes | 0x2020202020202020u) * 0x9E3779B97F4A7C15u) >>
                                    50);
}

// Which beginnings may open a citation: 16,384 bits.
struct Beginnings {
  std::array<std::uint64_t, 256> bits{};

  constexpr void add(std::uint32_t hash) noexcept { bits[hash >> 6] |= 1ull << (hash & 63); }
  constexpr void add_all(const Beginnings& other) noexcept {
    for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
  }
};

// The beginning of a lower-case word, as the prefilter computes it from text.
constexpr std::uint32_t beginning_of(std::string_view word) noexcept {
  std::uint64_t eight = 0;
  for (std::size_t i = 0; i < 8 && i < word.size() && word[i] != '-'; ++i)
    eight |= static_cast<std::uint64_t>(static_cast<unsigned char>(word[i])) << (8 * i);
  return beginning_hash(eight);
}

class Lexicon {
 public:
  explicit Lexicon(Language language);

  // The word, or null. `word` is in lower case.
  const LexWord* find(std::string_view word) const noexcept;
  const LexWord* find(std::string_view word, std::uint32_t hash) const noexcept;
  std::span<const LexWord> words() const noexcept { return words_; }
  const Beginnings& beginnings() const noexcept { return beginnings_; }

 private:
  const LexWord* look_up(std::string_view word, std::uint32_t hash) const noexcept;
  void add_inflections(std::string_view stem);
  const LexWord* look_up_stem(std::string_view word, std::size_t ending) const noexcept;

  std::vector<LexWord> words_;
  std::array<std::uint16_t, 1024> slots_{};  // index + 1; 0: empty
  Beginnings beginnings_{};
  Language language_;
};

// The lexicon of a language; made once, immutable.
const Lexicon& lexicon(Language language);

std::span<const LexWord> english_words() noexcept;
std::span<const LexWord> french_words() noexcept;
std::span<const LexWord> dutch_words() noexcept;
std::span<const LexWord> german_words() noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
