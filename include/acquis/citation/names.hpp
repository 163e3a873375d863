// The names by which works are called: "Schengen Borders Code", "GDPR", "Treaty on European Union".
//
//   acquis::WorkNames names = acquis::WorkNames::shipped();  // in four languages
//   names.add("Screening Regulation", acquis::Language::en, *acquis::Citation::from_key("32024R1356"));
//   const auto found = names.longest_at("the Schengen Borders Code applies", 4, acquis::Language::en);
//   found->work.key();                                       // "32016R0399"
//   found->end;                                              // 25
//
// A name is its words: case, spaces, apostrophes and quotation marks between them do not count. One
// name may mean different works at different dates: the Financial Regulation was 32012R0966 from
// 2013 and is 32024R2509 since 30 September 2024; the Treaty on European Union before December 2009
// is another text (TEU-pre2009). Names of the law in force win where no date is given.
//
// Cost: a look-up reads the words of the name and makes one binary search for each. Const members
// are safe from any number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/config.hpp"
#include "acquis/id/date.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

namespace detail {
class Cursor;
struct NameReader;
}  // namespace detail

class WorkNames {
 public:
  struct Found {
    Citation work;
    std::size_t end = 0;  // byte behind the name
  };

  WorkNames() = default;

  // Treaties, Charter, Convention, protocols and well-known acts. Immutable, made at first use.
  static const WorkNames& shipped();

  // `when`: the days on which the name means this work. Of two rows for one name and day, the
  // later one counts. Names of no words are ignored.
  void add(std::string_view name, Language language, const Citation& work, Interval when = {});

  // The longest name that begins at byte `at` and ends at the end of a word. Without a date: its
  // meaning today.
  std::optional<Found> longest_at(std::string_view text, std::size_t at, Language language,
                                  Date date = {}) const;

  // Whether a name begins with the word, by its hash: no word of a name is missed, others may pass.
  bool may_begin(std::uint32_t word_hash) const noexcept {
    return first_of(word_hash) != rows_.size();
  }
  std::size_t size() const noexcept { return rows_.size(); }
  // First words, for a search that is to look at few places; in lower case.
  std::vector<std::string_view> first_words(Language language) const;

 private:
  friend struct detail::NameReader;
  struct Row {
    std::string words;                  // in lower case, one space between
    std::vector<std::uint32_t> hashes;  // of each word
    Language language{};
    Citation work;
    Interval when;
    bool capital = false;  // the text must begin with a capital too
  };
  static Row make_row(std::string_view name, Language language, const Citation& work,
                      Interval when);
  const Row* meaning(std::size_t first, std::size_t last, Language language, Date date,
                     bool capital) const;
  [[gnu::visibility("hidden")]] std::optional<Found> longest(detail::Cursor cursor,
                                                             Language language, Date date) const;
  void index();
  std::size_t first_of(std::uint32_t hash) const noexcept;

  std::vector<Row> rows_;             // by words; equal ones in the order of their adding
  std::vector<std::uint32_t> heads_;  // by hash of the first word: the row after its first; 0: none
};

}  // namespace v0
}  // namespace acquis
