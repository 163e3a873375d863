#include "acquis/graph/chains.hpp"

#include <algorithm>

#include "acquis/graph/spread.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using Places = std::span<const NodeId>;

template <typename Range, typename Holds>
bool any(const Range& range, Holds holds) {
  return std::any_of(range.begin(), range.end(), holds);
}

// Lists the chains of one length and one strength after another.
class Lister {
 public:
  Lister(const Graph& graph, const Policy& policy, Places from, Places to,
         const ChainLimits& limits, Scratch& scratch)
      : graph_(graph), policy_(policy), limits_(limits), scratch_(scratch) {
    for (const NodeId n : from)
      if (admits(graph, policy, n)) from_.push_back(n);
    for (const NodeId n : to)
      if (admits(graph, policy, n)) to_.push_back(n);
  }

  Chains run() {
    std::vector<Grade> grades;
    for (const Evidence least : {Evidence::stated, Evidence::derived, Evidence::editorial})
      if (least >= policy_.least) grades.push_back(grade(least));
    for (std::size_t links = 1; links <= limits_.max_links && !full(); ++links)
      for (Grade& each : grades) {
        add_layer(each);
        list(each, links);
      }
    return std::move(out_);
  }

 private:
  // The links that can be on a chain whose links all have that evidence, and of those, layer by
  // layer, the ones from which the end is exactly so many links away.
  struct Grade {
    Evidence least{};
    std::vector<EdgeId> links;
    std::vector<std::vector<bool>> layers;
  };

  bool full() const { return out_.chains.size() >= limits_.count || !out_.complete; }

  Grade grade(Evidence least) {
    Policy policy = policy_;
    policy.least = least;
    const auto ahead = marked(policy, from_, Direction::forward);
    const auto behind = marked(policy, to_, Direction::backward);
    Grade out{least, {}, {}};
    for (const NodeId n : scratch_.touched())
      for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
        for (const EdgeId e : graph_.in_edges(n, role))
          if (behind[index(n)] && ahead[index(graph_.source(e))] && admits(graph_, policy, e))
            out.links.push_back(e);
    std::sort(out.links.begin(), out.links.end());
    return out;
  }

  std::vector<bool> marked(const Policy& policy, Places places, Direction direction) {
    const bool inside = policy.exact && direction == Direction::backward;
    Spread search(graph_, direction, policy, scratch_);
    for (const NodeId n : places) search.start(n, inside ? Reach::inside : Reach::overlap);
    search.run();
    std::vector<bool> marks(graph_.node_count());
    for (const NodeId n : scratch_.touched())
      marks[index(n)] = scratch_.has(
          n, Scratch::start_whole | Scratch::start_part | Scratch::whole | Scratch::part);
    return marks;
  }

  bool ends_at_goal(EdgeId e) const {
    const NodeId end = graph_.target(e);
    return any(to_, [&](NodeId n) {
      return graph_.encloses(n, end) || (!policy_.exact && graph_.encloses(end, n));
    });
  }

  // The next layer: links after which some link of the last layer can follow.
  void add_layer(Grade& grade) const {
    std::vector<bool> layer(grade.links.size());
    if (grade.layers.empty()) {
      for (std::size_t i = 0; i < layer.size(); ++i) layer[i] = ends_at_goal(grade.links[i]);
    } else {
      std::vector<NodeId> sources;
      for (std::size_t i = 0; i < layer.size(); ++i)
        if (grade.layers.back()[i]) sources.push_back(graph_.source(grade.links[i]));
      std::sort(sources.begin(), sources.end());
      for (std::size_t i = 0; i < layer.size(); ++i)
        layer[i] = meets(graph_.target(grade.links[i]), sources);
    }
    grade.layers.push_back(std::move(layer));
  }

  bool meets(NodeId place, const std::vector<NodeId>& sorted) const {
    const auto inside = std::lower_bound(sorted.begin(), sorted.end(), place);
    if (inside != sorted.end() && *inside < *graph_.subtree(place).end()) return true;
    for (NodeId n = graph_.parent(place); n != none<NodeId>; n = graph_.parent(n))
      if (std::binary_search(sorted.begin(), sorted.end(), n)) return true;
    return false;
  }

  // Depth first in document order, without recursion: `next_[d]` is the link to try at depth d.
  void list(const Grade& grade, std::size_t length) {
    std::vector<std::size_t> next{0};
    std::vector<EdgeId> chain;
    while (!next.empty() && !full()) {
      const std::size_t i = next.back()++;
      if (i >= grade.links.size()) {
        next.pop_back();
        if (!chain.empty()) chain.pop_back();
        continue;
      }
      if (++steps_ > limits_.max_steps) out_.complete = false;
      if (!fits(grade, i, length, chain)) continue;
      chain.push_back(grade.links[i]);
      if (chain.size() < length) {
        next.push_back(0);
        continue;
      }
      keep(grade, chain);
      chain.pop_back();
    }
  }

  bool fits(const Grade& grade, std::size_t i, std::size_t length,
            const std::vector<EdgeId>& chain) const {
    const EdgeId e = grade.links[i];
    if (!grade.layers[length - chain.size() - 1][i]) return false;
    if (std::find(chain.begin(), chain.end(), e) != chain.end()) return false;
    const NodeId source = graph_.source(e);
    if (!chain.empty()) return graph_.overlap(graph_.target(chain.back()), source);
    return any(from_, [&](NodeId n) { return graph_.overlap(n, source); });
  }

  // Stronger chains were listed with a stricter grade.
  void keep(const Grade& grade, const std::vector<EdgeId>& links) {
    Chain chain;
    for (const EdgeId e : links) chain.strength = (std::min)(chain.strength, graph_.evidence(e));
    if (chain.strength != grade.least) return;
    const NodeId start = graph_.source(links.front());
    const NodeId end = graph_.target(links.back());
    chain.links = links;
    chain.from = *std::find_if(from_.begin(), from_.end(),
                               [&](NodeId n) { return graph_.overlap(n, start); });
    chain.to = *std::find_if(to_.begin(), to_.end(), [&](NodeId n) {
      return graph_.encloses(n, end) || (!policy_.exact && graph_.encloses(end, n));
    });
    chain.fit = end == chain.to                  ? Fit::exact
                : graph_.encloses(chain.to, end) ? Fit::part
                                                 : Fit::broad;
    out_.chains.push_back(std::move(chain));
  }

  const Graph& graph_;
  Policy policy_;
  ChainLimits limits_;
  Scratch& scratch_;
  std::vector<NodeId> from_, to_;
  std::size_t steps_ = 0;
  Chains out_;
};

}  // namespace

Chains best_chains(const Graph& graph, const Policy& policy, std::span<const NodeId> from,
                   std::span<const NodeId> to, const ChainLimits& limits, Scratch& scratch) {
  return Lister(graph, policy, from, to, limits, scratch).run();
}

}  // namespace v0
}  // namespace acquis
