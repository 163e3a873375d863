// What a citation is read against: the language, the names, the date. Private to the citation
// reader.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/citation/names.hpp"
#include "acquis/id/date.hpp"
#include "citation/read/cursor.hpp"
#include "citation/read/lexicon.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Looks names up with the words that a cursor has read already.
struct NameReader {
  static std::optional<WorkNames::Found> longest(const WorkNames& names, const Cursor& at,
                                                 Language language, Date date = {}) {
    return names.longest(at, language, date);
  }
};

struct TextWorld {
  Language language;
  const Lexicon& words;
  const WorkNames& names;    // known before the text
  const WorkNames& defined;  // by the text itself
  Date date;                 // of the citing text; unset if unknown

  bool may_name(const Word& word) const noexcept {
    return names.may_begin(word.hash) || defined.may_begin(word.hash);
  }
  // The roles of a word that a cursor with tokens has read: none if it is not of the lexicon.
  const LexWord& look(const Word& word) const noexcept {
    static constexpr LexWord none;
    return word.entry ? *word.entry : none;
  }
};

// A work as mentioned. Without a key it is an instrument that acquis does not key: a convention, a
// national law.
struct Mention {
  Citation work;
  char type = 0;  // CELEX letter of an act; T treaty, C charter, P protocol, X anything foreign
  std::size_t begin = 0, end = 0;

  bool foreign() const noexcept { return !work; }
};

// "the Treaty" of an act of that day: the EEC, the EC or the present one (Article 1 of the Treaty
// of Maastricht, in force 1 November 1993; of Lisbon, 1 December 2009).
std::string_view treaty_of(Date date) noexcept;

bool is_charter(std::string_view word) noexcept;

// The noun of a work behind a pronoun: "that Council Framework Decision".
struct WorkNoun {
  Word word;
  LexWord role;
  char prefix = 0;  // of "framework", "joint": the letter of the whole
};

class WorkReader {
 public:
  explicit WorkReader(const TextWorld& world) noexcept : world_(world) {}

  // Reads the work, or the list of works of one type, that begins here. `bound`: a provision
  // stands before it, so that bare abbreviations ("67 EC") and nouns count. On false the cursor
  // has not moved.
  bool read(Cursor& at, std::vector<Mention>& out, bool bound) const;

  // The noun that begins here, behind the adjectives of acts; the cursor is left before it.
  WorkNoun noun(Cursor& at) const;

  // The noun of a foreign instrument within the next few words ("of the 1951 Refugee Convention").
  bool read_foreign(Cursor& at, std::vector<Mention>& out) const;

 private:
  bool read_celex(Cursor& at, std::vector<Mention>& out) const;
  bool read_named(Cursor& at, std::vector<Mention>& out, bool bound) const;
  bool is_other_charter(const Cursor& at, const Word& word, bool bound) const;
  void skip_own_abbreviation(Cursor& at) const;
  bool read_act(Cursor& at, std::vector<Mention>& out, bool bound) const;
  bool read_numbers(Cursor& at, char type, std::size_t begin, std::vector<Mention>& out) const;
  bool read_number(Cursor& at, char type, Mention& out) const;
  bool read_abbreviation(Cursor& at, std::vector<Mention>& out, bool bound) const;
  bool read_treaty(Cursor& at, std::vector<Mention>& out, bool bound) const;
  bool is_other_treaty(std::string_view next) const;
  bool is_foreign_compound(const Word& word) const;
  bool ends_clause(const Cursor& at, const Word& word) const;
  bool read_series(Cursor& at, std::vector<Mention>& out) const;
  bool read_community(Cursor& at, bool& old) const;
  bool accept_sign(Cursor& at) const;
  bool next_in_list(Cursor& at) const;
  bool is_of_other_body(Cursor at) const;

  const TextWorld& world_;
};

// The letter that "that Regulation" and its kind are matched by.
char type_of(const Citation& work) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
