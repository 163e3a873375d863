#include "citation/read/lexicon.hpp"

#include <string>

#include "acquis/citation/words.hpp"
#include "citation/read/cursor.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::span<const LexWord> words_of(Language language) noexcept {
  switch (language) {
    case Language::en:
      return english_words();
    case Language::nl:
      return dutch_words();
    case Language::fr:
      return french_words();
    case Language::de:
      return german_words();
  }
  return {};
}

constexpr std::uint32_t slot_of(std::uint32_t hash) noexcept {
  return (hash ^ (hash >> 15)) & 1023u;
}

std::uint32_t hash_of(std::string_view word) noexcept {
  std::uint32_t hash = hash_basis;
  for (const char c : word) hash = hashed(hash, c);
  return hash;
}

// What may open a citation; the others are read only inside one.
constexpr std::uint32_t openers = unit | ordinal | own | that | its | act | act_prefix |
                                  abbreviation | treaty | series | visa | particular | foreign |
                                  amending | amended | annexed;

constexpr std::array<std::string_view, 5> german_endings{"en", "er", "es", "em", "e"};
constexpr std::array<std::string_view, 1> french_endings{"s"};

// Of ordinals, longer ones first.
std::span<const std::string_view> endings_of(Language language) noexcept {
  if (language == Language::de) return german_endings;
  if (language == Language::fr) return french_endings;
  return {};
}

}  // namespace

Lexicon::Lexicon(Language language) : language_(language) {
  const std::span<const LexWord> own_words = words_of(language);
  words_.assign(own_words.begin(), own_words.end());
  // German "bis" opens a range.
  for (std::size_t letter = 1; letter <= latin_ordinals.size(); ++letter)
    if (language != Language::de || letter > 1)
      words_.push_back({latin_ordinal(letter), latin, static_cast<std::uint8_t>(letter)});
  for (std::size_t i = 0; i < words_.size(); ++i) {
    std::uint32_t at = slot_of(hash_of(words_[i].text));
    while (slots_[at] != 0) at = (at + 1) & 1023u;
    slots_[at] = static_cast<std::uint16_t>(i + 1);
    if (!words_[i].is(openers)) continue;
    beginnings_.add(beginning_of(words_[i].text));
    if (words_[i].is(ordinal)) add_inflections(words_[i].text);
  }
}

// What find() takes off again.
void Lexicon::add_inflections(std::string_view stem) {
  for (const std::string_view ending : endings_of(language_))
    beginnings_.add(beginning_of(std::string(stem).append(ending)));
}

const LexWord* Lexicon::look_up(std::string_view word, std::uint32_t hash) const noexcept {
  for (std::uint32_t at = slot_of(hash); slots_[at] != 0; at = (at + 1) & 1023u)
    if (words_[slots_[at] - 1u].text == word) return &words_[slots_[at] - 1u];
  return nullptr;
}

const LexWord* Lexicon::look_up_stem(std::string_view word, std::size_t ending) const noexcept {
  word.remove_suffix(ending);
  return look_up(word, hash_of(word));
}

const LexWord* Lexicon::find(std::string_view word) const noexcept {
  return find(word, hash_of(word));
}

const LexWord* Lexicon::find(std::string_view word, std::uint32_t hash) const noexcept {
  if (const LexWord* found = look_up(word, hash)) return found;
  if (word.size() < 4) return nullptr;
  for (const std::string_view ending : endings_of(language_)) {
    if (!word.ends_with(ending)) continue;
    const LexWord* stem = look_up_stem(word, ending.size());
    if (stem && stem->is(ordinal)) return stem;
  }
  return nullptr;
}

const Lexicon& lexicon(Language language) {
  static const std::array<Lexicon, 4> all{Lexicon(Language::en), Lexicon(Language::nl),
                                          Lexicon(Language::fr), Lexicon(Language::de)};
  return all[static_cast<std::size_t>(language)];
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
