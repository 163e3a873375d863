// The syntax tree of a query, as plain values.
//
//   auto query = acquis::parse_query("rests_on(TFEU/art_67) intersect held_by(BE)");
//   query->terms[query->root].kind;      // Term::Kind::intersect
//   acquis::format(*query);              // the same query in canonical spelling
//
// Terms lie in one array and name one another by index; children precede their parents. Depth and
// size are bounded by the parser. Reading the language: query/parse.hpp; grammar:
// schemas/query.ebnf.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

using TermId = std::uint32_t;

struct Term {
  enum class Kind : std::uint8_t {
    word,       // text: a key, an id, a name bound by let, a number or a date
    quoted,     // text: what stood between the quotation marks
    call,       // text: the function; args: its arguments
    unite,      // args: left, right
    intersect,  // args: left, right
    subtract,   // args: left, right
    let,        // text: the name; args: its value, the expression it is known in
    arrow,      // args: from, to
  };
  Kind kind{};
  std::uint32_t offset = 0;  // of the first character in the text of the query
  std::string text{};
  std::vector<TermId> args{};

  // Offsets do not count: two terms are equal when they mean the same.
  friend bool operator==(const Term& a, const Term& b) noexcept {
    return a.kind == b.kind && a.text == b.text && a.args == b.args;
  }
};

struct Query {
  std::vector<Term> terms{};
  TermId root = 0;

  const Term& operator[](TermId id) const noexcept ACQUIS_LIFETIMEBOUND { return terms[id]; }
  friend bool operator==(const Query&, const Query&) noexcept = default;
};

// The query in canonical spelling: one space around operators, parentheses only where needed,
// quotation marks where a text is not a word. parse_query(format(q)) == q.
std::string format(const Query& query);

}  // namespace v0
}  // namespace acquis
