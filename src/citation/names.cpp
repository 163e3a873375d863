#include "acquis/citation/names.hpp"

#include <algorithm>
#include <utility>

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

// The hash of each word, in their order.
std::vector<std::uint32_t> hashes_of(std::string_view words) {
  std::vector<std::uint32_t> out;
  std::uint32_t hash = detail::hash_basis;
  for (const char c : words) {
    if (c == ' ') {
      out.push_back(hash);
      hash = detail::hash_basis;
    } else {
      hash = detail::hashed(hash, c);
    }
  }
  out.push_back(hash);
  return out;
}

// The hash of the part that begins here, which is taken; 0 if none does.
std::uint32_t take_part(Cursor& at) {
  if (const Word word = at.word(); !word.empty()) {
    at.take(word);
    return word.hash;
  }
  std::uint32_t hash = detail::hash_basis;
  for (; detail::is_digit(at.peek()); at.skip()) hash = detail::hashed(hash, at.peek());
  return hash == detail::hash_basis ? 0 : hash;
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
                     [](const Row& a, const Row& b) { return a.hashes < b.hashes; });
    out.index();
    return out;
  }();
  return names;
}

WorkNames::Row WorkNames::make_row(std::string_view name, Language language, const Citation& work,
                                   Interval when) {
  const bool capital = Cursor(name).next_word().capital && language != Language::fr;
  std::string words = normalised(name);
  std::vector<std::uint32_t> hashes = hashes_of(words);
  return {std::move(words), std::move(hashes), language, work, when, capital};
}

void WorkNames::add(std::string_view name, Language language, const Citation& work, Interval when) {
  Row row = make_row(name, language, work, when);
  if (row.words.empty() || !work) return;
  const auto place =
      std::upper_bound(rows_.begin(), rows_.end(), row,
                       [](const Row& a, const Row& b) { return a.hashes < b.hashes; });
  rows_.insert(place, std::move(row));
  index();
}

// Open addressing, at most a quarter full.
void WorkNames::index() {
  std::size_t size = 16;
  while (size < 4 * rows_.size()) size *= 2;
  heads_.assign(size, 0);
  const auto mask = static_cast<std::uint32_t>(size - 1);
  for (std::size_t i = rows_.size(); i-- > 0;) {
    std::uint32_t at = rows_[i].hashes[0] & mask;
    while (heads_[at] != 0 && rows_[heads_[at] - 1].hashes[0] != rows_[i].hashes[0])
      at = (at + 1) & mask;
    heads_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::size_t WorkNames::first_of(std::uint32_t hash) const noexcept {
  if (heads_.empty()) return rows_.size();
  const auto mask = static_cast<std::uint32_t>(heads_.size() - 1);
  std::uint32_t slot = hash & mask;
  while (heads_[slot] != 0 && rows_[heads_[slot] - 1].hashes[0] != hash) slot = (slot + 1) & mask;
  return heads_[slot] == 0 ? rows_.size() : heads_[slot] - 1;
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
  return longest(Cursor(text, at), language, date);
}

std::optional<WorkNames::Found> WorkNames::longest(Cursor cursor, Language language,
                                                   Date date) const {
  const std::size_t at = cursor.at();
  const Word head = cursor.word();
  if (head.size == 0) return std::nullopt;
  std::optional<Found> out;
  auto low = rows_.begin() + static_cast<std::ptrdiff_t>(first_of(head.hash)), high = rows_.end();
  for (std::size_t depth = 0; low != high && next_part(cursor); ++depth) {
    const std::uint32_t part = take_part(cursor);
    if (part == 0) break;
    const auto at_depth = [&](const Row& row) {
      return row.hashes.size() > depth ? row.hashes[depth] : 0;
    };
    low = std::partition_point(low, high, [&](const Row& row) { return at_depth(row) < part; });
    high = std::partition_point(low, high, [&](const Row& row) { return at_depth(row) == part; });
    auto end = low;
    while (end != high && end->hashes.size() == depth + 1) ++end;
    if (end == low) continue;
    if (normalised(cursor.text().substr(at, cursor.at() - at)) != low->words) break;
    const Row* row =
        meaning(static_cast<std::size_t>(low - rows_.begin()),
                static_cast<std::size_t>(end - rows_.begin()), language, date, head.capital);
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
