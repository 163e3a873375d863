// After a document has been read: references become links to places that exist, ranges become links
// to each of their members, what is said twice of one place is said once.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <string>
#include <vector>

#include "io/import/act.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Index of a place by its key without the work: "/art_5/par_1".
using PlaceKeys = absl::flat_hash_map<std::string, std::uint32_t>;

struct RangeEnd {
  std::uint32_t edge = 0;
  Citation last;
};

void settle_references(Act& act, const PlaceKeys& keys, const std::vector<RangeEnd>& ranges);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
