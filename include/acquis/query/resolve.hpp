// Whether what a citation names exists, and which place it is.
//
//   const acquis::Corpus law = acquis::load_embedded();
//   acquis::resolve(law, *acquis::Citation::from_key("TEU/art_10a")).reason;
//   // "the TEU has Articles 1 to 55"; suggestions: Article 10 TEU
//   acquis::resolve(law, *acquis::Citation::from_key("TFEU/tis_V")).outcome;   // Outcome::ambiguous
//   acquis::resolve_range(law, *acquis::Citation::from_key("TFEU/art_67"),
//                         *acquis::Citation::from_key("TFEU/art_76")).members.size();  // 10
//
// Absence is claimed only where it is known: the enclosing place is loaded whole, or the Treaty's
// numbers say so (citation/treaty_shape.hpp). Of an act of which only some articles are loaded the
// answer is `unknown`.
//
// Cost: O(length of the key); suggestions and ranges O(places inside the enclosing place). A corpus
// is only read: any number of threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/config.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/id/date.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Outcome : std::uint8_t {
  exists,      // loaded, and in being at the date
  not_then,    // loaded, but not in being at the date
  not_loaded,  // exists by the Treaty's numbers or is referred to, but its content is not loaded
  unknown,     // what encloses it is not loaded whole, so nobody can tell
  absent,      // there is no such place
  ambiguous,   // more than one place bears the name: see candidates
};

struct Resolution {
  Outcome outcome = Outcome::unknown;
  Citation place;                     // the one place, under its usual name
  NodeId node = none<NodeId>;         // its node; none if not loaded
  std::vector<Citation> candidates;   // of an ambiguous name, in legal order
  std::vector<Citation> suggestions;  // existing places close to an absent one, the closest first
  std::string reason;                 // one clause in English, for all but `exists`
};

// With a date, what is not in being on that day is `not_then`.
Resolution resolve(const Corpus& law, const Citation& place, Date at = {});

// As above for a citation as written: a form that the place does not have is absent too
// ("Article 263(4) TFEU": its paragraphs bear no number; suggestion "Article 263, fourth paragraph").
Resolution resolve(const Corpus& law, const Citation& place, std::string_view written,
                   Date at = {});

struct RangeResolution {
  std::vector<Citation> members;  // in document order, both ends and what was inserted between
  std::vector<NodeId> nodes;      // of the members; none for those not loaded
  bool complete = false;          // whether every member is known
};

// The places from one to another at a date (none: ever): siblings of the first of its level. An
// empty answer where neither end is known.
RangeResolution resolve_range(const Corpus& law, const Citation& first, const Citation& last,
                              Date at = {});

// References that led nowhere yet, tried again when more law is loaded.
class PendingReferences {
 public:
  struct Entry {
    Citation place;
    std::string origin;  // where the reference stands, in the caller's words
  };

  // Keeps a reference unless it resolves now.
  Resolution add(const Corpus& law, const Citation& place, std::string origin);
  // Forgets those that resolve in this corpus and gives them back, in the order of their adding.
  std::vector<Entry> retry(const Corpus& law);

  const std::vector<Entry>& entries() const noexcept ACQUIS_LIFETIMEBOUND { return entries_; }

 private:
  std::vector<Entry> entries_;
};

}  // namespace v0
}  // namespace acquis
