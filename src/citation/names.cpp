#include "acquis/citation/names.hpp"

#include <algorithm>

#include "citation/read/cursor.hpp"
#include "citation/read/named_works.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using detail::Cursor;
using detail::Word;

// What may stand between two words of a name: spaces, apostrophes, hyphens that end a line.
bool next_part(Cursor& at) {
  at.skip_space();
  at.accept_quote();
  if (at.peek() == '-') at.skip();
  at.skip_space();
  return !at.word().empty() || detail::is_digit(at.peek());
}

// A word or a number of a name.
std::string part_text(Cursor& at) {
  if (const Word word = at.word(); !word.empty()) {
    at.take(word);
    return std::string(word.text());
  }
  std::string digits;
  for (; detail::is_digit(at.peek()); at.skip()) digits += at.peek();
  return digits;
}

std::string normalised(std::string_view name) {
  std::string out;
  for (Cursor at(name); next_part(at);) {
    const std::string part = part_text(at);
    if (part.empty()) break;
    if (!out.empty()) out += ' ';
    out += part;
  }
  return out;
}

std::optional<Date> day(std::string_view text) {
  return text.empty() ? std::optional<Date>(Date()) : Date::parse(text);
}

}  // namespace

const WorkNames& WorkNames::shipped() {
  static const WorkNames names = [] {
    WorkNames out;
    out.rows_.reserve(detail::named_works().size());
    for (const detail::NamedWork& row : detail::named_works())
      out.add(row.name, row.language, *Citation::from_key(row.work),
              {*day(row.from), *day(row.to)});
    return out;
  }();
  return names;
}

void WorkNames::add(std::string_view name, Language language, const Citation& work, Interval when) {
  Row row{normalised(name), language, work, when, false};
  if (row.words.empty() || !work) return;
  row.capital = Cursor(name).next_word().capital && language != Language::fr;
  const auto place = std::upper_bound(
      rows_.begin(), rows_.end(), row.words,
      [](const std::string& words, const Row& other) { return words < other.words; });
  rows_.insert(place, std::move(row));
}

const WorkNames::Row* WorkNames::meaning(std::size_t first, std::size_t last, Language language,
                                         Date date, bool capital) const {
  const Row* found = nullptr;
  for (std::size_t i = first; i < last; ++i) {
    const Row& row = rows_[i];
    if (row.language != language || (row.capital && !capital)) continue;
    if (date ? row.when.contains(date) : !row.when.to) found = &row;
  }
  return found;
}

std::optional<WorkNames::Found> WorkNames::longest_at(std::string_view text, std::size_t at,
                                                      Language language, Date date) const {
  Cursor cursor(text, at);
  const bool capital = cursor.word().capital;
  std::optional<Found> out;
  std::string words;
  auto low = rows_.begin(), high = rows_.end();
  const auto begins = [&](const Row& row) { return row.words.compare(0, words.size(), words); };
  while (low != high && next_part(cursor)) {
    const std::string part = part_text(cursor);
    if (part.empty()) break;
    if (!words.empty()) words += ' ';
    words += part;
    low = std::partition_point(low, high, [&](const Row& row) { return begins(row) < 0; });
    high = std::partition_point(low, high, [&](const Row& row) { return begins(row) == 0; });
    auto end = low;
    while (end != high && end->words.size() == words.size()) ++end;
    const Row* row =
        meaning(static_cast<std::size_t>(low - rows_.begin()),
                static_cast<std::size_t>(end - rows_.begin()), language, date, capital);
    if (row) out = Found{row->work, cursor.at()};
  }
  return out;
}

std::vector<std::string_view> WorkNames::first_words(Language language) const {
  std::vector<std::string_view> out;
  for (const Row& row : rows_) {
    if (row.language != language) continue;
    const std::string_view first = std::string_view(row.words).substr(0, row.words.find(' '));
    if (out.empty() || out.back() != first) out.push_back(first);
  }
  return out;
}

}  // namespace v0
}  // namespace acquis
