// A set of nodes of one corpus, in legal order, to be narrowed and combined.
//
//   using namespace acquis::literals;
//   for (acquis::NodeId act : resting_on(law, "Article 78 TFEU"_cite)
//                                 .of(acquis::InstrumentType::regulation)
//                                 .with_status(acquis::Status::applicable, today))
//     std::puts(law.key(act).c_str());
//   const auto both = resting_on(law, a) & resting_on(law, b);     // also | and -
//
// A value that points to its corpus, which must outlive it. Iteration is deterministic: treaties by
// rank, acts by CELEX number, provisions in document order. Narrowing and combining are linear.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/graph/policy.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Said outside the class too, or the shared library would keep them to itself.
class NodeSet;
NodeSet operator|(const NodeSet& a, const NodeSet& b);
NodeSet operator&(const NodeSet& a, const NodeSet& b);
NodeSet operator-(const NodeSet& a, const NodeSet& b);

class NodeSet {
 public:
  using const_iterator = std::vector<NodeId>::const_iterator;

  explicit NodeSet(const Corpus& law ACQUIS_LIFETIMEBOUND) : law_(&law) {}
  explicit NodeSet(Corpus&&) = delete;
  // In any order, repetitions allowed.
  NodeSet(const Corpus& law ACQUIS_LIFETIMEBOUND, std::vector<NodeId> nodes);
  NodeSet(Corpus&&, std::vector<NodeId>) = delete;

  const_iterator begin() const noexcept { return nodes_.begin(); }
  const_iterator end() const noexcept { return nodes_.end(); }
  std::size_t size() const noexcept { return nodes_.size(); }
  bool empty() const noexcept { return nodes_.empty(); }
  bool contains(NodeId n) const noexcept;
  const std::vector<NodeId>& nodes() const noexcept ACQUIS_LIFETIMEBOUND { return nodes_; }
  const Corpus& corpus() const noexcept { return *law_; }

  NodeSet of(NodeKind kind) const;
  NodeSet of(InstrumentType type) const;
  NodeSet of(Level level) const;
  // Those with a link of that kind to the actor ("BE"), such as the priorities it holds.
  NodeSet held_by(std::string_view actor) const;
  // Instruments, and places in them, with that status on that day.
  NodeSet with_status(Status status, Date day) const;
  // Those that exist on that day.
  NodeSet as_of(Date day) const;
  // Those for which `keep(NodeId)` holds.
  template <typename Predicate>
  NodeSet where(Predicate keep) const;

  friend NodeSet operator|(const NodeSet& a, const NodeSet& b);
  friend NodeSet operator&(const NodeSet& a, const NodeSet& b);
  friend NodeSet operator-(const NodeSet& a, const NodeSet& b);
  friend bool operator==(const NodeSet& a, const NodeSet& b) noexcept {
    return a.nodes_ == b.nodes_;
  }

 private:
  const Corpus* law_;
  std::vector<NodeId> nodes_;  // by rank, without repetition
};

template <typename Predicate>
NodeSet NodeSet::where(Predicate keep) const {
  NodeSet out(*law_);
  for (const NodeId n : nodes_)
    if (keep(n)) out.nodes_.push_back(n);
  return out;
}

}  // namespace v0
}  // namespace acquis
