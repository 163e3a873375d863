// Which places of a scope are rested on, by whom, how directly and how well supported.
//
//   const auto rows = acquis::coverage(scope, priorities);          // one row a place
//   for (const acquis::Coverage& row : rows)
//     if (row.askers.empty()) std::puts(law.key(row.place).c_str());  // nobody rests on it
//   std::puts(acquis::matrix_csv(law, rows).c_str());
//   const acquis::Audit audit = acquis::audit(scope, priorities, {}, today);
//   use(audit.uncovered, audit.orphaned, audit.obsolete);
//
// After the terms of requirements tracing: a place is covered shallowly when an asker links to it
// or into it, deeply when one rests on it through any chain. Cost: one search for each asker and
// grade of evidence.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/graph/policy.hpp"
#include "acquis/query/node_set.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Coverage {
  struct Asker {
    NodeId node{};
    Evidence strength{};  // the strictest evidence under which it still rests on the place
    friend bool operator==(const Asker&, const Asker&) = default;
  };
  NodeId place{};
  std::uint32_t direct = 0;      // askers with a link that ends exactly here
  std::uint32_t part = 0;        // ... inside
  std::uint32_t broad = 0;       // ... at something that contains it
  std::uint32_t transitive = 0;  // askers that rest on it, but through other links only
  std::vector<Asker> askers{};   // all that rest on it, in legal order
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// A row for every member of the scope, in legal order.
std::vector<Coverage> coverage(const NodeSet& scope, const NodeSet& askers,
                               const Policy& policy = {});

// A scope and its askers in the terms of requirements tracing; every list in legal order.
struct Audit {
  std::vector<Coverage> rows{};
  std::vector<NodeId> shallow{};    // places to which, or into which, an asker links
  std::vector<NodeId> deep{};       // places on which an asker rests by any chain; the shallow too
  std::vector<NodeId> uncovered{};  // places on which no asker rests
  std::vector<NodeId> orphaned{};   // askers that rest on nothing at all
  std::vector<NodeId> unwanted{};   // askers that rest on something, but on nothing in the scope
  std::vector<NodeId> obsolete{};  // askers that rest on something that has ended by the day, legal
                                   // bases aside: an act keeps the one it was adopted on
  std::vector<NodeId> ambiguous{};  // places and askers with a label that another of their kind
                                    // bears too; two nodes of one key do not load
};

// `day`: of what is obsolete; none: nothing is.
Audit audit(const NodeSet& scope, const NodeSet& askers, const Policy& policy = {}, Date day = {});

// The traceability matrix as CSV: a line for each place, a column for each asker that rests on any,
// the strength in the cell.
std::string matrix_csv(const Corpus& law, const std::vector<Coverage>& rows);

}  // namespace v0
}  // namespace acquis
