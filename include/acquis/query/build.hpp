// Queries put together in C++, without text: the same syntax tree that the parser gives.
//
//   namespace q = acquis::build;
//   const acquis::Query query =
//       q::kind(acquis::NodeKind::priority, q::rests_on("Article 67 TFEU")) & q::held_by("BE");
//   acquis::format(query);  // kind(priority, rests_on("Article 67 TFEU")) intersect held_by(BE)
//   acquis::evaluate(law, query)->nodes;
//
// The functions are those of the language (schemas/query.ebnf), with types where the language has
// words; | is union, & intersect, - except. A text is a key, a quoted citation or a label. Nothing is
// looked up here. Values; putting two expressions together copies both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/id/date.hpp"
#include "acquis/model/kinds.hpp"
#include "acquis/model/status.hpp"
#include "acquis/query/syntax.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {
namespace build {

class Set {
 public:
  Set(std::string_view name);    // NOLINT: implicit; "TFEU/art_67", "Article 67 TFEU"
  Set(const char* name);         // NOLINT: implicit
  Set(const std::string& name);  // NOLINT: implicit
  Set(const Citation& place);    // NOLINT: implicit
  operator Query() const&;       // NOLINT: implicit
  operator Query() && noexcept;  // NOLINT: implicit

 private:
  friend class Maker;
  Set() = default;
  std::vector<Term> terms_;  // the last one is the root
};

Set operator|(const Set& a, const Set& b);
Set operator&(const Set& a, const Set& b);
Set operator-(const Set& a, const Set& b);

Set all();
Set kind(NodeKind kind, const Set& e);
Set kind(InstrumentType type, const Set& e);
Set kind(Level level, const Set& e);
Set parts(const Set& e);
Set wholes(const Set& e);
Set rests_on(const Set& e);
Set basis_of(const Set& e);
Set in(EdgeKindSet kinds, const Set& e);
Set out(EdgeKindSet kinds, const Set& e);
Set path(std::string_view expression, const Set& e);
Set cites(const Set& e);
Set cited_by(const Set& e);
Set held_by(std::string_view actor);
Set theme(std::string_view theme);
Set status(Status status);
Set label(std::string_view pattern);
Set dated(Date from, Date to);  // no date: open
Set stated(const Set& e);
Set derived(const Set& e);
Set editorial(const Set& e);
Set exact(const Set& e);
Set as_of(Date day, const Set& e);
Set orphans(const Set& e);
Set uncovered(const Set& e);
Set somepath(const Set& a, const Set& b);
Set allpaths(const Set& a, const Set& b);

// Names a set for the body: let("acts", rests_on(x), cites("acts")).
Set let(std::string_view name, const Set& value, const Set& body);

// Outermost only.
enum class SortKey : std::uint8_t { key, label, date, kind };
Set sort(SortKey key, const Set& e);
Set limit(std::uint32_t n, const Set& e);
Set count(const Set& e);
Set chain(const Set& from, const Set& to);  // from -> to

}  // namespace build
}  // namespace v0
}  // namespace acquis
