#include "acquis/query/ask.hpp"

#include <array>

#include "query/indexed.hpp"

namespace acquis {
inline namespace v0 {
namespace {

NodeSet just(const Corpus& law, const Place& place) {
  const NodeId n = place.in(law);
  return n == none<NodeId> ? NodeSet(law) : NodeSet(law, {n});
}

}  // namespace

NodeSet resting_on(const NodeSet& places, const Policy& policy) {
  Scratch scratch;
  const Corpus& law = places.corpus();
  return {law, resting_on(law.graph(), policy, places.nodes(), scratch)};
}
NodeSet resting_on(const Corpus& law, const Place& place, const Policy& policy) {
  return resting_on(just(law, place), policy);
}

NodeSet basis_of(const NodeSet& places, const Policy& policy) {
  Scratch scratch;
  const Corpus& law = places.corpus();
  return {law, basis_of(law.graph(), policy, places.nodes(), scratch)};
}
NodeSet basis_of(const Corpus& law, const Place& place, const Policy& policy) {
  return basis_of(just(law, place), policy);
}

Explanation why(const Corpus& law, const Place& from, const Place& to, const Policy& policy) {
  Explanation out{.law = &law, .from = from.in(law), .to = to.in(law), .policy = policy};
  if (out.from == none<NodeId> || out.to == none<NodeId>) return out;
  Scratch scratch;
  const std::array a{out.from}, b{out.to};
  out.chain = best_chain(law.graph(), policy, a, b, scratch, detail::leading_index(law, policy));
  if (!out.chain) out.miss = near_miss(law.graph(), policy, a, b, scratch);
  return out;
}

Reasons reasons(const Corpus& law, const Place& from, const Place& to, const Policy& policy,
                const ChainLimits& limits) {
  Reasons out{.law = &law, .from = from.in(law), .to = to.in(law), .policy = policy};
  if (out.from == none<NodeId> || out.to == none<NodeId>) return out;
  Scratch scratch;
  const std::array a{out.from}, b{out.to};
  out.chains = best_chains(law.graph(), policy, a, b, limits, scratch);
  out.passages = passages(law.graph(), policy, a, b);
  return out;
}

WhyNot why_not(const Corpus& law, const Place& from, const Place& to, const Policy& policy) {
  WhyNot out{.law = &law, .from = from.in(law), .to = to.in(law), .policy = policy};
  if (out.from == none<NodeId> || out.to == none<NodeId>) return out;
  Scratch scratch;
  const std::array a{out.from}, b{out.to};
  out.rests = rests(law.graph(), policy, out.from, out.to, scratch);
  if (out.rests) return out;
  out.misses = near_misses(law.graph(), policy, a, b, scratch);
  out.nearest = nearest_place(law.graph(), policy, a, b, scratch);
  return out;
}

}  // namespace v0
}  // namespace acquis
