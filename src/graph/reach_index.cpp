#include "acquis/graph/reach_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "graph/condense.hpp"
#include "graph/set_pool.hpp"

namespace acquis {
inline namespace v0 {
namespace {

constexpr std::array all_roles{Role::support, Role::reference, Role::history, Role::context};

void set_bit(std::vector<std::uint64_t>& bits, std::size_t at) {
  bits[at / 64] |= std::uint64_t{1} << (at % 64);
}

// Calls `use` with every set bit, ascending.
template <typename Use>
void for_each_bit(std::span<const std::uint64_t> bits, Use use) {
  for (std::size_t word = 0; word < bits.size(); ++word)
    for (std::uint64_t left = bits[word]; left != 0; left &= left - 1)
      use(64 * word + static_cast<std::size_t>(std::countr_zero(left)));
}

}  // namespace

// Three sorts of state. `around(n)`: a link may start at n or at what contains it. `reach(n)`: at
// those or at what is inside n. `end(c)`: a link has ended at column c, and goes on as reach does.
// Nodes at which the same links can start share a state, so most nodes have none of their own.
class ReachIndexBuilder {
 public:
  ReachIndexBuilder(const Graph& graph, const Policy& policy, const ReachIndexOptions& options)
      : graph_(graph), policy_(policy), options_(options) {}

  std::optional<ReachIndex> run() {
    out_.policy_ = policy_;
    merge_works();
    find_columns();
    name_states();
    lead_states();
    if (!spread_sets()) return std::nullopt;
    name_sets();
    list_askers();
    if (out_.bytes() > options_.max_bytes) return std::nullopt;
    return std::move(out_);
  }

 private:
  static constexpr std::uint32_t no_column = ReachIndex::no_column;
  static constexpr std::uint32_t no_set = 0xFFFF'FFFFu;
  static constexpr std::uint32_t nothing = 0;  // the state from which no link starts

  void merge_works() {
    std::vector<NodeId> works(options_.works.begin(), options_.works.end());
    std::sort(works.begin(), works.end());
    std::vector<IdRange<NodeId>> merged;
    for (const NodeId work : works)
      if (merged.empty() || !merged.back().contains(work)) merged.push_back(graph_.subtree(work));
    out_.works_ = std::move(merged);
  }

  template <typename Use>
  void for_each_link(NodeId n, Use use) const {
    for (const Role role : all_roles) {
      if (!policy_.kinds.meets(role)) continue;
      for (const EdgeId e : graph_.out_edges(n, role))
        if (admits(graph_, policy_, e)) use(graph_.target(e));
    }
  }

  bool may_be_column(NodeId end) const {
    const auto after =
        std::upper_bound(out_.works_.begin(), out_.works_.end(), end,
                         [](NodeId n, const IdRange<NodeId>& work) { return n < *work.begin(); });
    if (after != out_.works_.begin() && std::prev(after)->contains(end)) return true;
    return after != out_.works_.end() && graph_.encloses(end, *after->begin());
  }

  void find_columns() {
    starts_link_.assign(graph_.node_count(), false);
    std::vector<bool> is_end(graph_.node_count());
    for (const NodeId n : graph_.nodes())
      for_each_link(n, [&](NodeId end) {
        starts_link_[index(n)] = true;
        is_end[index(end)] = true;
      });
    std::vector<NodeId> columns, column_end;
    std::vector<std::uint32_t> around;
    for (const NodeId n : graph_.nodes()) {
      if (!is_end[index(n)] || !may_be_column(n)) continue;
      std::uint32_t up = static_cast<std::uint32_t>(columns.size()) - 1;
      while (up != no_column && column_end[up] <= n) up = around[up];
      columns.push_back(n);
      column_end.push_back(*graph_.subtree(n).end());
      around.push_back(up);
    }
    out_.words_ = columns.size() / 64 + 1;  // so that a column too many can be looked up
    out_.columns_ = std::move(columns);
    out_.column_end_ = std::move(column_end);
    out_.around_ = std::move(around);
    find_columns_inside();
  }

  std::uint32_t columns_before(NodeId n) const {
    return static_cast<std::uint32_t>(
        std::lower_bound(out_.columns_.begin(), out_.columns_.end(), n) - out_.columns_.begin());
  }

  void find_columns_inside() {
    if (out_.works_.empty()) return;
    std::vector<ReachIndex::Columns> inside;
    std::vector<NodeId> hidden;
    const IdRange<NodeId> span{*out_.works_[0].begin(), *out_.works_.back().end()};
    for (const NodeId n : span) {
      inside.push_back({columns_before(n), columns_before(*graph_.subtree(n).end())});
      if (!admits(graph_, policy_, n)) hidden.push_back(n);
    }
    out_.inside_ = std::move(inside);
    out_.hidden_ = std::move(hidden);
  }

  // State 0 leads nowhere. A node without links of its own is, looking around, as its parent is;
  // one without links inside is, looking everywhere, as it is looking around.
  void name_states() {
    const std::size_t count = graph_.node_count();
    around_.assign(count, nothing);
    reach_.assign(count, nothing);
    std::vector<bool> starts_inside(count);
    for (std::size_t i = count; i-- > 0;) {
      const NodeId parent = graph_.parent(NodeId{static_cast<std::uint32_t>(i)});
      if (parent != none<NodeId> && (starts_link_[i] || starts_inside[i]))
        starts_inside[index(parent)] = true;
    }
    for (const NodeId n : graph_.nodes()) {
      const NodeId parent = graph_.parent(n);
      const std::uint32_t above = parent == none<NodeId> ? nothing : around_[index(parent)];
      around_[index(n)] = starts_link_[index(n)] ? ++state_count_ : above;
      reach_[index(n)] = starts_inside[index(n)] ? ++state_count_ : around_[index(n)];
    }
    first_end_ = state_count_ + 1;
  }

  void lead_states() {
    states_.end_row();
    for (const NodeId n : graph_.nodes()) {
      if (starts_link_[index(n)]) lead_around(n);
      if (reach_[index(n)] != around_[index(n)]) lead_reach(n);
    }
    for (const NodeId column : out_.columns_) {
      lead_to(reach_[index(column)]);
      states_.end_row();
    }
  }

  void lead_to(std::uint32_t state) {
    if (state != nothing) states_.to.push_back(state);
  }
  void lead_around(NodeId n) {
    const NodeId parent = graph_.parent(n);
    if (parent != none<NodeId>) lead_to(around_[index(parent)]);
    for_each_link(n, [&](NodeId end) { lead_to(after_link(end)); });
    states_.end_row();
  }
  void lead_reach(NodeId n) {
    const std::uint32_t around = around_[index(n)];
    lead_to(around);
    const NodeId last = *graph_.subtree(n).end();
    for (NodeId child = next(n); child < last; child = *graph_.subtree(child).end())
      if (reach_[index(child)] != around) lead_to(reach_[index(child)]);
    states_.end_row();
  }
  std::uint32_t after_link(NodeId end) const {
    const bool low = out_.columns_.empty() || end < out_.columns_[0] || out_.columns_.back() < end;
    if (low) return reach_[index(end)];
    const std::uint32_t column = columns_before(end);
    return out_.columns_[column] == end ? first_end_ + column : reach_[index(end)];
  }

  // Sinks first, so every set that a component leads to is known.
  bool spread_sets() {
    detail::SetPool pool(out_.words_);
    set_of_state_.assign(states_.size(), no_set);
    set_of_state_[nothing] = 0;
    std::vector<std::uint64_t> row(out_.words_);
    bool affordable = true;
    detail::Condense condense(states_, [&](std::span<const std::uint32_t> members) {
      affordable = affordable && pool.bytes() <= options_.max_bytes;
      const std::uint32_t set = affordable ? set_of(members, pool, row) : 0;
      for (const std::uint32_t state : members) set_of_state_[state] = set;
    });
    condense.run();
    out_.bits_ = std::move(pool).take_bits();
    return affordable;
  }

  std::uint32_t set_of(std::span<const std::uint32_t> members, detail::SetPool& pool,
                       std::vector<std::uint64_t>& row) {
    met_.clear();
    for (const std::uint32_t state : members)
      for (const std::uint32_t next : states_[state]) {
        const std::uint32_t set = set_of_state_[next];
        if (set != no_set && set != 0 && (met_.empty() || met_.back() != set)) met_.push_back(set);
      }
    std::sort(met_.begin(), met_.end());
    met_.erase(std::unique(met_.begin(), met_.end()), met_.end());
    const bool has_end = std::any_of(members.begin(), members.end(),
                                     [&](std::uint32_t state) { return state >= first_end_; });
    if (!has_end && met_.size() < 2) return met_.empty() ? 0 : met_[0];
    std::fill(row.begin(), row.end(), 0);
    for (const std::uint32_t set : met_)
      for (std::size_t w = 0; w < row.size(); ++w) row[w] |= pool[set][w];
    for (const std::uint32_t state : members)
      if (state >= first_end_) set_bit(row, state - first_end_);
    return pool.intern(row);
  }

  void name_sets() {
    std::vector<std::uint32_t> set_of(graph_.node_count());
    for (const NodeId n : graph_.nodes())
      if (admits(graph_, policy_, n)) set_of[index(n)] = set_of_state_[reach_[index(n)]];
    out_.set_of_ = std::move(set_of);
  }

  void list_askers() {
    std::vector<NodeId> askers;
    for (const NodeId n : options_.askers)
      if (admits(graph_, policy_, n)) askers.push_back(n);
    std::sort(askers.begin(), askers.end());
    askers.erase(std::unique(askers.begin(), askers.end()), askers.end());
    const std::size_t words = (askers.size() + 63) / 64;
    std::vector<std::uint64_t> bits(words * out_.columns_.size());
    for (std::size_t i = 0; i < askers.size(); ++i)
      for_each_bit({out_.row(askers[i]), out_.words_},
                   [&](std::size_t column) { set_bit(bits, 64 * words * column + i); });
    out_.askers_ = std::move(askers);
    out_.by_column_ = std::move(bits);
  }

  const Graph& graph_;
  const Policy& policy_;
  const ReachIndexOptions& options_;
  ReachIndex out_;
  std::vector<bool> starts_link_;
  std::vector<std::uint32_t> around_, reach_;  // state by node
  std::uint32_t state_count_ = 0;
  std::uint32_t first_end_ = 0;  // the state of column 0; those of the others follow
  detail::Rows states_;
  std::vector<std::uint32_t> set_of_state_;
  std::vector<std::uint32_t> met_;
};

std::optional<ReachIndex> ReachIndex::build(const Graph& graph, const Policy& policy,
                                            const ReachIndexOptions& options) {
  return ReachIndexBuilder(graph, policy, options).run();
}

bool ReachIndex::covers(NodeId place) const noexcept {
  const auto after =
      std::upper_bound(works_.begin(), works_.end(), place,
                       [](NodeId n, const IdRange<NodeId>& work) { return n < *work.begin(); });
  return after != works_.begin() && std::prev(after)->contains(place);
}

bool ReachIndex::is_hidden(NodeId place) const noexcept {
  return std::binary_search(hidden_.begin(), hidden_.end(), place);
}

std::vector<std::uint64_t> ReachIndex::asker_bits(const Target& b) const {
  std::vector<std::uint64_t> out((askers_.size() + 63) / 64);
  const auto add = [&](std::uint32_t column) {
    const std::uint64_t* row = by_column_.data() + out.size() * column;
    for (std::size_t w = 0; w < out.size(); ++w) out[w] |= row[w];
  };
  for (std::uint32_t c = b.inside.first; c < b.inside.last; ++c) add(c);
  for (std::uint32_t c = b.around; c != no_column; c = around_[c]) add(c);
  return out;
}

std::vector<NodeId> ReachIndex::askers_on(NodeId place) const {
  std::vector<NodeId> out;
  const auto bits = asker_bits(target(place));
  for_each_bit(bits, [&](std::size_t i) {
    if (askers_[i] != place) out.push_back(askers_[i]);
  });
  return out;
}

std::size_t ReachIndex::count_askers_on(NodeId place) const {
  std::size_t count = 0;
  for (const std::uint64_t word : asker_bits(target(place)))
    count += static_cast<std::size_t>(std::popcount(word));
  const bool itself = std::binary_search(askers_.begin(), askers_.end(), place);
  return count - (itself && rests(place, place) ? 1 : 0);
}

std::vector<NodeId> ReachIndex::resting_on(NodeId place) const {
  const Target b = target(place);
  std::vector<bool> holds(set_count());
  for (std::size_t set = 0; set < holds.size(); ++set)
    holds[set] = meets(bits_.data() + words_ * set, b);
  std::vector<NodeId> out;
  for (std::uint32_t n = 0; n < set_of_.size(); ++n)
    if (words_ != 0 && holds[set_of_[n]] && NodeId{n} != place) out.push_back(NodeId{n});
  return out;
}

std::vector<NodeId> ReachIndex::basis_of(const Graph& graph, NodeId a) const {
  std::vector<NodeId> out;
  const auto add = [&](NodeId n) {
    if (n != a && covers(n) && !is_hidden(n)) out.push_back(n);
  };
  for_each_bit({row(a), words_}, [&](std::size_t column) {
    for (NodeId up = columns_[column]; up != none<NodeId>; up = graph.parent(up)) add(up);
    if (policy_.exact) return;
    for (const NodeId inside : graph.subtree(columns_[column])) add(inside);
  });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::size_t ReachIndex::bytes() const noexcept {
  std::size_t total = sizeof(*this);
  visit_arrays(*this, [&](const auto& array) { total += array.bytes(); });
  return total;
}

}  // namespace v0
}  // namespace acquis
