// Which places of a scope are rested on, by whom, how directly and how well supported.
//
//   const auto rows = acquis::coverage(scope, priorities);          // one row a place
//   for (const acquis::Coverage& row : rows)
//     if (row.askers.empty()) std::puts(law.key(row.place).c_str());  // nobody rests on it
//   std::puts(acquis::matrix_csv(law, rows).c_str());
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
  std::uint32_t direct = 0;     // askers with a link that ends exactly here
  std::uint32_t part = 0;       // ... inside
  std::uint32_t broad = 0;      // ... at something that contains it
  std::vector<Asker> askers{};  // all that rest on it, in legal order
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// A row for every member of the scope, in legal order.
std::vector<Coverage> coverage(const NodeSet& scope, const NodeSet& askers,
                               const Policy& policy = {});

// The traceability matrix as CSV: a line for each place, a column for each asker that rests on any,
// the strength in the cell.
std::string matrix_csv(const Corpus& law, const std::vector<Coverage>& rows);

}  // namespace v0
}  // namespace acquis
