#include "acquis/query/node_set.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace acquis {
inline namespace v0 {
namespace {

auto by_rank(const Corpus& law) {
  return [&law](NodeId a, NodeId b) { return law.precedes(a, b); };
}

}  // namespace

NodeSet::NodeSet(const Corpus& law, std::vector<NodeId> nodes)
    : law_(&law), nodes_(std::move(nodes)) {
  std::sort(nodes_.begin(), nodes_.end(), by_rank(law));
  nodes_.erase(std::unique(nodes_.begin(), nodes_.end()), nodes_.end());
}

bool NodeSet::contains(NodeId n) const noexcept {
  return std::binary_search(nodes_.begin(), nodes_.end(), n, by_rank(*law_));
}

NodeSet NodeSet::of(NodeKind kind) const {
  return where([&](NodeId n) { return law_->kind(n) == kind; });
}

NodeSet NodeSet::of(InstrumentType type) const {
  return where([&](NodeId n) {
    const InstrumentFacts* facts = law_->instrument(n);
    return facts != nullptr && facts->type == type;
  });
}

NodeSet NodeSet::of(Level level) const {
  return where([&](NodeId n) { return law_->level(n) == level; });
}

NodeSet NodeSet::held_by(std::string_view actor) const {
  std::string key("actor:");
  const NodeId holder = law_->find(key.append(actor));
  const Graph& graph = law_->graph();
  return where([&](NodeId n) {
    const auto links = graph.out_edges(n, Role::context);
    return std::any_of(links.begin(), links.end(), [&](EdgeId e) {
      return graph.kind(e) == EdgeKind::held_by && graph.target(e) == holder;
    });
  });
}

NodeSet NodeSet::with_status(Status status, Date day) const {
  return where([&](NodeId n) {
    const NodeId work = law_->work(n);
    if (work == none<NodeId>) return false;
    const InstrumentFacts* facts = law_->instrument(work);
    return facts != nullptr && status_at(facts->life, day) == status;
  });
}

NodeSet NodeSet::as_of(Date day) const {
  return where([&](NodeId n) { return admits(law_->graph(), Policy{.as_of = day}, n); });
}

NodeSet operator|(const NodeSet& a, const NodeSet& b) {
  NodeSet out(*a.law_);
  std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out.nodes_),
                 by_rank(*a.law_));
  return out;
}
NodeSet operator&(const NodeSet& a, const NodeSet& b) {
  NodeSet out(*a.law_);
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out.nodes_),
                        by_rank(*a.law_));
  return out;
}
NodeSet operator-(const NodeSet& a, const NodeSet& b) {
  NodeSet out(*a.law_);
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out.nodes_),
                      by_rank(*a.law_));
  return out;
}

}  // namespace v0
}  // namespace acquis
