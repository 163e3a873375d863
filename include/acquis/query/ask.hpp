// The main questions, asked of a corpus.
//
//   using namespace acquis::literals;
//   for (acquis::NodeId priority : resting_on(law, "Article 67 TFEU"_cite)
//                                      .of(acquis::NodeKind::priority).held_by("BE"))
//     std::puts(to_text(why(law, priority, "Article 67 TFEU"_cite)).c_str());
//
// A place is named by a Citation, a key or a NodeId; one that the corpus does not have gives the
// empty set, or an explanation that says so. The meaning of "rests on" is that of graph/trace.hpp;
// `Policy` says which links count. Each call allocates its own scratch; to ask many questions
// quickly use graph/trace.hpp with a reused one. Results point to the corpus.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/graph/chains.hpp"
#include "acquis/graph/trace.hpp"
#include "acquis/graph/why_not.hpp"
#include "acquis/query/node_set.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// How a question names a node.
class Place {
 public:
  Place(NodeId node) noexcept : node_(node) {}                              // NOLINT: implicit
  Place(const Citation& citation) noexcept : citation_(citation) {}         // NOLINT: implicit
  Place(std::string_view key ACQUIS_LIFETIMEBOUND) noexcept : key_(key) {}  // NOLINT: implicit
  Place(const char* key ACQUIS_LIFETIMEBOUND) noexcept : key_(key) {}       // NOLINT: implicit

  // none if the corpus does not have it.
  NodeId in(const Corpus& law) const noexcept {
    if (citation_) return law.find(citation_);
    return key_.empty() ? node_ : law.find(key_);
  }

 private:
  NodeId node_ = none<NodeId>;
  Citation citation_{};
  std::string_view key_{};
};

// Why something rests on something, or how near it comes.
struct Explanation {
  const Corpus* law = nullptr;
  NodeId from = none<NodeId>;  // none: the corpus does not have it
  NodeId to = none<NodeId>;
  Policy policy{};
  std::optional<Chain> chain{};    // the best one
  std::optional<NearMiss> miss{};  // without a chain: what a wider policy would admit

  explicit operator bool() const noexcept { return chain.has_value(); }
};

// The best reasons why something rests on something, and what they have in common.
struct Reasons {
  const Corpus* law = nullptr;
  NodeId from = none<NodeId>;
  NodeId to = none<NodeId>;
  Policy policy{};
  Chains chains{};
  Passages passages{};  // of all chains, also of those not listed

  explicit operator bool() const noexcept { return !chains.chains.empty(); }
};

// Why something does not rest on something.
struct WhyNot {
  const Corpus* law = nullptr;
  NodeId from = none<NodeId>;
  NodeId to = none<NodeId>;
  Policy policy{};
  bool rests = false;                  // it does, so that nothing follows
  std::vector<NearMiss> misses{};      // what would have to be admitted
  std::optional<NearPlace> nearest{};  // what it rests on instead
};

// What rests on the place, the place itself left out.
NodeSet resting_on(const Corpus& law ACQUIS_LIFETIMEBOUND, const Place& place,
                   const Policy& policy = {});
NodeSet resting_on(const NodeSet& places, const Policy& policy = {});

// What the place rests on, the place itself left out.
NodeSet basis_of(const Corpus& law ACQUIS_LIFETIMEBOUND, const Place& place,
                 const Policy& policy = {});
NodeSet basis_of(const NodeSet& places, const Policy& policy = {});

// The best chain from one place to another.
Explanation why(const Corpus& law ACQUIS_LIFETIMEBOUND, const Place& from, const Place& to,
                const Policy& policy = {});

// The best chains, and what every chain has in common.
Reasons reasons(const Corpus& law ACQUIS_LIFETIMEBOUND, const Place& from, const Place& to,
                const Policy& policy = {}, const ChainLimits& limits = {});

// What comes near to a chain from one place to another.
WhyNot why_not(const Corpus& law ACQUIS_LIFETIMEBOUND, const Place& from, const Place& to,
               const Policy& policy = {});

}  // namespace v0
}  // namespace acquis
