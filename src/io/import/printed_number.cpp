#include "io/import/printed_number.hpp"

#include <algorithm>
#include <array>

#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::size_t longest_value = 40;

bool is_wide(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool is_value_char(char c) { return is_alnum(c) || c == '.' || c == '-'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

// Takes the first word off; words end at spaces.
std::string_view take_word(std::string_view& text) {
  text = trimmed(text);
  const std::size_t size = (std::min)(text.find(' '), text.size());
  const std::string_view word = text.substr(0, size);
  text = trimmed(text.substr(size));
  return word;
}

// Without the punctuation about it.
std::string_view bare(std::string_view word) {
  while (!word.empty() && !is_alnum(word.front())) word.remove_prefix(1);
  while (!word.empty() && !is_alnum(word.back()) && !is_wide(word.back())) word.remove_suffix(1);
  return word;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view known) { return same_word(word, known); });
}

// "1er", "Ier": the number of a French first.
std::string without_er(std::string value) {
  const bool first = value.size() > 2 && value.substr(value.size() - 2) == "er";
  return first ? value.substr(0, value.size() - 2) : value;
}

bool is_numeral(std::string_view word) {
  if (word.empty()) return false;
  if (is_digit(word[0])) return true;
  const bool roman = std::all_of(word.begin(), word.end(), [](char c) {
    return std::string_view("IVXLCivxlcabAB").find(c) != std::string_view::npos;
  });
  return roman || word.size() == 1;
}

struct DivisionWord {
  std::string_view word;
  Level level;
};
constexpr std::array<DivisionWord, 24> division_words{{
    {"part", Level::part},
    {"partie", Level::part},
    {"deel", Level::part},
    {"teil", Level::part},
    {"title", Level::title},
    {"titre", Level::title},
    {"titel", Level::title},
    {"chapter", Level::chapter},
    {"chapitre", Level::chapter},
    {"hoofdstuk", Level::chapter},
    {"kapitel", Level::chapter},
    {"section", Level::section},
    {"afdeling", Level::section},
    {"abschnitt", Level::section},
    {"subsection", Level::subsection},
    {"sub-section", Level::subsection},
    {"sous-section", Level::subsection},
    {"onderafdeling", Level::subsection},
    {"unterabschnitt", Level::subsection},
    {"annex", Level::annex},
    {"annexe", Level::annex},
    {"bijlage", Level::annex},
    {"anhang", Level::annex},
    {"anlage", Level::annex},
}};

// A number word or a numeral; empty if the word is neither.
std::string division_value(std::string_view word) {
  if (const auto cardinal = english_cardinal(word)) return std::to_string(*cardinal);
  if (const auto ordinal = english_ordinal(word)) return std::to_string(*ordinal);
  if (one_of(word, {"premier", "premi\xC3\xA8re"})) return "1";
  const std::string value = without_er(std::string(word));
  const bool allowed = std::all_of(value.begin(), value.end(), is_value_char);
  return allowed && value.size() <= longest_value && is_numeral(value) ? value : std::string();
}

}  // namespace

std::string article_number(std::string_view title) {
  const std::string_view first = take_word(title);
  if (one_of(first, {"sole", "single", "only", "enig", "einziger"})) return "1";
  std::string_view word = bare(take_word(title));
  if (one_of(word, {"premier", "unique", "1er"})) return "1";
  std::string out(word);
  while (!title.empty()) {
    word = bare(take_word(title));
    const auto letter = letter_of_latin(word);
    if (letter)
      out += static_cast<char>('a' + *letter - 1);
    else if (word.size() == 1 && is_letter(word[0]))
      out += word[0];
    else
      break;
  }
  out.erase(std::remove_if(out.begin(), out.end(), [](char c) { return !is_value_char(c); }),
            out.end());
  return out.size() <= longest_value ? without_er(out) : std::string();
}

std::string item_number(std::string_view printed) {
  std::string out;
  for (const char c : trimmed(printed)) {
    if (is_wide(c)) return {};
    if (is_value_char(c))
      out += c;
    else if (!out.empty() && out.back() != '.')
      out += '.';
  }
  while (!out.empty() && !is_alnum(out.back())) out.pop_back();
  while (out.size() > 1 && out.front() == '.') out.erase(0, 1);
  return out.size() <= longest_value ? out : std::string();
}

std::optional<Division> division_number(std::string_view title) {
  std::string_view rest = title;
  const std::string_view word = bare(take_word(rest));
  const auto known = std::find_if(division_words.begin(), division_words.end(),
                                  [&](const DivisionWord& d) { return same_word(d.word, word); });
  if (known == division_words.end()) return std::nullopt;
  std::string_view behind = rest;
  const std::string_view number = take_word(behind);
  std::string value = division_value(bare(number));
  if (value.empty()) return Division{known->level, {}, rest};
  if (!number.empty() && number.front() == '-') value.insert(0, "-");
  return Division{known->level, std::move(value), behind};
}

std::optional<std::string> annex_number(std::string_view title) {
  const auto division = division_number(title);
  if (!division || division->level != Level::annex) return std::nullopt;
  return division->value;
}

std::string segment(Level level, std::string_view value) {
  std::string out(code(level));
  out.append("_").append(value);
  return out;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
