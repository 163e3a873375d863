// Answers that a corpus' reach indexes give without a search.
#pragma once

#include <optional>

#include "acquis/graph/reach_index.hpp"
#include "acquis/query/node_set.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// An index that leads a search under the policy; null if none does.
inline const ReachIndex* leading_index(const Corpus& law, const Policy& policy) noexcept {
  for (const ReachIndex& index : law.reach_indexes())
    if (narrows(policy, index.policy())) return &index;
  return nullptr;
}

// The priorities that rest on a member of `places`; nothing if no index can tell.
inline std::optional<NodeSet> priorities_on(const NodeSet& places, const Policy& policy) {
  const Corpus& law = places.corpus();
  const ReachIndex* index = law.reach_index(policy);
  if (index == nullptr || places.size() != 1 || !index->covers(*places.begin()))
    return std::nullopt;
  return NodeSet(law, index->askers_on(*places.begin()));
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
