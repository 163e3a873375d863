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

std::string_view first_word(std::string_view words) { return words.substr(0, words.find(' ')); }

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = Word().hash;
  for (const char c : word) hash = detail::hashed(hash, c);
  return hash;
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
      out.rows_.push_back(make_row(row.name, row.language, *Citation::from_key(row.work),
                                   {*day(row.from), *day(row.to)}));
    std::stable_sort(out.rows_.begin(), out.rows_.end(),
                     [](const Row& a, const Row& b) { return a.words < b.words; });
    out.index();
    return out;
  }();
  return names;
}

WorkNames::Row WorkNames::make_row(std::string_view name, Language language, const Citation& work,
                                   Interval when) {
  const bool capital = Cursor(name).next_word().capital && language != Language::fr;
  return {normalised(name), language, work, when, capital};
}

void WorkNames::add(std::string_view name, Language language, const Citation& work, Interval when) {
  Row row = make_row(name, language, work, when);
  if (row.words.empty() || !work) return;
  const auto place = std::upper_bound(
      rows_.begin(), rows_.end(), row.words,
      [](const std::string& words, const Row& other) { return words < other.words; });
  rows_.insert(place, std::move(row));
  index();
}

// Open addressing, at most half full.
void WorkNames::index() {
  std::size_t size = 16;
  while (size < 4 * rows_.size()) size *= 2;
  heads_.assign(size, 0);
  for (std::size_t i = rows_.size(); i-- > 0;) {
    const std::string_view head = first_word(rows_[i].words);
    std::uint32_t at = hash_of(head) & static_cast<std::uint32_t>(size - 1);
    while (heads_[at] != 0 && first_word(rows_[heads_[at] - 1].words) != head)
      at = (at + 1) & static_cast<std::uint32_t>(size - 1);
    heads_[at] = static_cast<std::uint32_t>(i + 1);
  }
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
  const Word first = cursor.word();
  if (first.size == 0 || heads_.empty()) return std::nullopt;
  const auto mask = static_cast<std::uint32_t>(heads_.size() - 1);
  std::uint32_t slot = first.hash & mask;
  while (heads_[slot] != 0 && first_word(rows_[heads_[slot] - 1].words) != first.text())
    slot = (slot + 1) & mask;
  if (heads_[slot] == 0) return std::nullopt;
  std::optional<Found> out;
  std::string words;
  auto low = rows_.begin() + heads_[slot] - 1, high = rows_.end();
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
                static_cast<std::size_t>(end - rows_.begin()), language, date, first.capital);
    if (row) out = Found{row->work, cursor.at()};
  }
  return out;
}

std::vector<std::string_view> WorkNames::first_words(Language language) const {
  std::vector<std::string_view> out;
  for (const Row& row : rows_) {
    if (row.language != language) continue;
    const std::string_view first = first_word(row.words);
    if (out.empty() || out.back() != first) out.push_back(first);
  }
  return out;
}

}  // namespace v0
}  // namespace acquis
