// Finds every reference in a legal text: where it stands, what it names, how it was bound.
//
//   const acquis::CiteContext here{.place = *acquis::Citation::from_key("32016R0399/art_5/par_1")};
//   const std::string_view text = "Article 6(1), points (a) to (c), of this Regulation and Article 16 TFEU";
//   for (const acquis::Reference& r : acquis::extract_citations(text, here).references)
//     use(text.substr(r.begin, r.end - r.begin), r.target.key(), r.last.key());
//   // 32016R0399/art_6/par_1/pnt_a .. pnt_c, then TFEU/art_16
//
// The grammar is that of the Interinstitutional Style Guide and of older acts, in English, French,
// Dutch and German: articles to sentences before or after one another, enumerations, ranges, acts by
// every numbering of 1952 to today, treaties by name, abbreviation and date, names of acts, "this",
// "that", "thereof", the formula of legal bases, short names that the text itself introduces, quoted
// text of amended acts.
//
//   * A list names its members and a range all that lies between its ends, whatever was inserted:
//     one reference with `last` set.
//   * "that Regulation", "thereof" are bound only where one antecedent is possible. Otherwise the
//     reference has no target, and its candidates are listed.
//   * Numbers are taken as the text has them. Whether the place exists is for query/resolve.hpp.
//
// Offsets are bytes of the UTF-8 text and fall between characters. Invalid bytes are skipped. One
// pass, linear in the text, no recursion, no regular expressions; memory in proportion to the
// references. Thread-safe: all state is in the arguments.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/citation/names.hpp"
#include "acquis/config.hpp"
#include "acquis/id/date.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// What a text is read against.
struct CiteContext {
  Language language = Language::en;
  // Where the text stands: an act alone for a preamble, else the article, paragraph, subparagraph.
  // Empty for a text outside any act: then relative references stay unresolved.
  Citation place{};
  // Of the citing text: "the Treaty" is the one in force then. Unset: the year of the act.
  Date date{};
  // Names of works; null: WorkNames::shipped().
  const WorkNames* names = nullptr;
};

enum class ReferenceStatus : std::uint8_t {
  named,       // the text names the work
  own,         // relative to where the text stands
  antecedent,  // "that Regulation", "thereof", and only one thing it can mean
  amended,     // of the act that the text amends
  ambiguous,   // more than one antecedent: see candidates
  unresolved,  // relative, and neither context nor text says to what
  foreign,     // of an instrument that has no key: a convention, national law
};

std::string_view to_text(ReferenceStatus status) noexcept;

// The words before a reference that say what it is for.
enum class Connective : std::uint8_t {
  none,
  under,
  pursuant_to,
  in_accordance_with,
  referred_to_in,
  within_the_meaning_of,
  without_prejudice_to,
  by_derogation_from,
  subject_to,
  by_virtue_of,
  laid_down_in,
  on_the_basis_of,
  for_the_purposes_of,
  having_regard_to,
  in_particular,
  amending,
  repealing,
};

std::string_view to_text(Connective connective) noexcept;

struct Reference {
  std::uint32_t begin = 0, end = 0;                // the words with this target's own number
  std::uint32_t phrase_begin = 0, phrase_end = 0;  // the whole expression it is part of
  Citation target;                                 // empty: ambiguous, unresolved or foreign
  Citation last;                                   // the other end of a range
  ReferenceStatus status = ReferenceStatus::named;
  Connective connective = Connective::none;
  std::uint32_t first_candidate = 0, candidate_count = 0;  // in Extraction::candidates
};

struct Extraction {
  std::vector<Reference> references;  // in the order of the text
  std::vector<Citation> candidates;   // of ambiguous references

  std::span<const Citation> candidates_of(const Reference& reference) const ACQUIS_LIFETIMEBOUND {
    return {candidates.data() + reference.first_candidate, reference.candidate_count};
  }
  void clear() noexcept {
    references.clear();
    candidates.clear();
  }
};

// What one paragraph leaves for the next: antecedents, short names, the act being amended. One
// document, one state, paragraph by paragraph in their order.
class ReadingState {
 public:
  struct Antecedent {
    Citation target;        // empty: foreign
    char type = 0;          // of the work
    bool embedded = false;  // named inside the title of another act
    std::size_t at = 0;     // byte of its paragraph
    std::uint32_t paragraph = 0;
    std::uint8_t unsaid = 0;  // characters of the target that the text took for granted
  };

  // Short names that the text has introduced.
  const WorkNames& defined() const noexcept ACQUIS_LIFETIMEBOUND { return defined_; }
  // The act, or the place in it, that is being amended; empty if none is.
  const Citation& amended() const noexcept ACQUIS_LIFETIMEBOUND { return amended_; }

 private:
  friend struct ReadingStateAccess;
  WorkNames defined_;
  std::vector<Antecedent> mentions_;
  std::uint32_t paragraph_ = 0;
  Citation amended_, amended_from_;        // and the article that says so
  std::vector<std::uint64_t> beginnings_;  // of the words that may open a reference
  const WorkNames* beginnings_of_ = nullptr;
  std::size_t beginnings_stamp_ = 0;
  bool quoted_ = false;
};

// The references of one text.
Extraction extract_citations(std::string_view text, const CiteContext& context = {});

// The same for one paragraph of a document: appends to `out`, goes on from and updates `state`.
void extract_citations(std::string_view text, const CiteContext& context, ReadingState& state,
                       Extraction& out);

}  // namespace v0
}  // namespace acquis
