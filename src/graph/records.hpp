// Reachability between any two nodes of a plain adjacency: one record of 64 bytes, a cache line, for
// each component, which answers most questions alone; a search that the records prune answers the
// rest.
//
//   number  begin end  up down   ahead      behind      hubs ahead  hubs behind
//   position in topological order; interval in a spanning tree of the order of finishing; longest
//   paths from a source and to a sink; two filters of hashed descendants and ancestors; the exact
//   bits of 64 hubs, the nodes of the highest degree
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "acquis/graph/rows.hpp"
#include "graph/condense.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Records {
 public:
  explicit Records(const Rows& rows) : component_(rows.size()) {
    condense(rows);
    back_ = reversed();
    number_trees();
    choose_hubs();
    fill();
  }

  struct alignas(64) Record {
    std::uint32_t tree_first = 0;  // the subtree of a spanning forest is [tree_first, tree_last)
    std::uint32_t tree_last = 0;
    std::uint32_t from_source = 0;  // the most arcs from a source, to a sink
    std::uint32_t to_sink = 0;
    std::array<std::uint64_t, 2> ahead{},
        behind{};  // Bloom filters of what is reached, of what reaches
    std::uint64_t hubs_ahead = 0, hubs_behind = 0;  // hubs that are reached, that reach; exact
  };
  static_assert(sizeof(Record) == 64);

  // What a search keeps between questions.
  struct Memory {
    std::vector<std::uint32_t> seen_in{};  // the question, and side, from which it was last met
    std::vector<std::uint32_t> ahead{}, behind{};
    std::uint32_t question = 0;
  };

  // Whether a path leads from u to v; a node reaches itself.
  bool reaches(std::uint32_t u, std::uint32_t v, Memory& memory) const {
    const std::uint32_t from = component_[u], to = component_[v];
    const int known = judge(from, to);
    return known >= 0 ? known != 0 : search(from, to, memory);
  }
  // 1 yes, 0 no, -1 the records do not tell; without a branch, for what comes out is as good as
  // random. Components are numbered sinks first.
  int judge(std::uint32_t from, std::uint32_t to) const {
    const Record &a = records_[from], &b = records_[to];
    const bool yes = static_cast<int>(from == to) |
                     (static_cast<int>(a.tree_first <= b.tree_first) &
                      static_cast<int>(b.tree_first < a.tree_last)) |
                     static_cast<int>((a.hubs_ahead & b.hubs_behind) != 0);
    const std::uint64_t missing = (b.ahead[0] & ~a.ahead[0]) | (b.ahead[1] & ~a.ahead[1]) |
                                  (a.behind[0] & ~b.behind[0]) | (a.behind[1] & ~b.behind[1]) |
                                  (b.hubs_ahead & ~a.hubs_ahead) | (a.hubs_behind & ~b.hubs_behind);
    const bool no = static_cast<int>(from < to) | static_cast<int>(missing != 0) |
                    static_cast<int>(a.to_sink <= b.to_sink) |
                    static_cast<int>(a.from_source >= b.from_source);
    return static_cast<int>(yes) - static_cast<int>(!yes & !no);
  }
  int judge_nodes(std::uint32_t u, std::uint32_t v) const {
    return judge(component_[u], component_[v]);
  }

  std::size_t component_count() const noexcept { return records_.size(); }
  std::size_t bytes() const noexcept { return records_.size() * sizeof(Record); }

 private:
  static constexpr std::uint32_t none = 0xFFFF'FFFFu;

  // From both ends, on the side where less waits; what the records rule out is left out.
  bool search(std::uint32_t from, std::uint32_t to, Memory& memory) const {
    memory.seen_in.resize((std::max)(memory.seen_in.size(), records_.size()), 0);
    memory.question += 2;
    memory.ahead.assign(1, from);
    memory.behind.assign(1, to);
    while (!memory.ahead.empty() && !memory.behind.empty()) {
      const bool forward = memory.ahead.size() <= memory.behind.size();
      auto& waiting = forward ? memory.ahead : memory.behind;
      const std::uint32_t at = waiting.back();
      waiting.pop_back();
      for (const std::uint32_t next : (forward ? dag_ : back_)[at]) {
        const std::uint32_t mine = memory.question + forward, others = memory.question + !forward;
        if (memory.seen_in[next] == mine) continue;
        if (memory.seen_in[next] == others) return true;
        memory.seen_in[next] = mine;
        const int known = forward ? judge(next, to) : judge(from, next);
        if (known > 0) return true;
        if (known < 0) waiting.push_back(next);
      }
    }
    return false;
  }

  void condense(const Rows& rows) {
    std::uint32_t count = 0;
    Condense condense(rows, [&](std::span<const std::uint32_t> members) {
      for (const std::uint32_t row : members) component_[row] = count;
      const auto first = static_cast<std::ptrdiff_t>(dag_.to.size());
      for (const std::uint32_t row : members)
        for (const std::uint32_t next : rows[row])
          if (component_[next] != count) dag_.to.push_back(component_[next]);
      std::sort(dag_.to.begin() + first, dag_.to.end(), std::greater<>());
      dag_.to.erase(std::unique(dag_.to.begin() + first, dag_.to.end()), dag_.to.end());
      dag_.end_row();
      ++count;
    });
    condense.run();
    records_.resize(count);
  }

  Rows reversed() const {
    Rows out;
    out.first.assign(records_.size() + 1, 0);
    for (const std::uint32_t to : dag_.to) ++out.first[to + 1];
    std::partial_sum(out.first.begin(), out.first.end(), out.first.begin());
    std::vector<std::uint32_t> free(out.first.begin(), out.first.end() - 1);
    out.to.resize(dag_.to.size());
    for (std::uint32_t c = 0; c < records_.size(); ++c)
      for (const std::uint32_t to : dag_[c]) out.to[free[to]++] = c;
    return out;
  }

  // Each component hangs below the last one that leads to it; subtrees are intervals of a preorder.
  void number_trees() {
    const auto count = static_cast<std::uint32_t>(records_.size());
    std::vector<std::uint32_t> parent(count, none), size(count, 1), next(count, 0);
    for (std::uint32_t c = 0; c < count; ++c)
      for (const std::uint32_t to : dag_[c]) parent[to] = c;
    std::uint32_t roots = 0;
    for (std::uint32_t c = 0; c < count; ++c)
      if (parent[c] != none) size[parent[c]] += size[c];
    for (std::uint32_t c = count; c-- > 0;) {  // parents have the higher numbers
      std::uint32_t& free = parent[c] == none ? roots : next[parent[c]];
      records_[c].tree_first = free;
      free += size[c];
      records_[c].tree_last = free;
      next[c] = records_[c].tree_first + 1;
    }
  }

  // By greed: each next hub is the component through which the most go of a sample of pairs that no
  // hub before it joins. Bit i of a sample's row stands for its pair i.
  void choose_hubs() {
    const auto count = static_cast<std::uint32_t>(records_.size());
    std::vector<Sample> ahead(count), behind(count);
    Sample left = take_sample(ahead, behind);
    for (std::uint32_t c = 0; c < count; ++c)
      for (const std::uint32_t to : dag_[c]) join(ahead[c], ahead[to]);
    for (std::uint32_t c = count; c-- > 0;)
      for (const std::uint32_t to : dag_[c]) join(behind[to], behind[c]);
    for (std::uint32_t c = 0; c < count; ++c)
      for (std::size_t w = 0; w < left.size(); ++w) ahead[c][w] &= behind[c][w];
    for (std::size_t i = 0; i < 64; ++i) {
      const std::uint32_t hub = passed_by_most(ahead, left);
      if (hub == none) return;
      for (std::size_t w = 0; w < left.size(); ++w) left[w] &= ~ahead[hub][w];
      records_[hub].hubs_ahead |= std::uint64_t{1} << i;
      records_[hub].hubs_behind |= std::uint64_t{1} << i;
    }
  }

  using Sample = std::array<std::uint64_t, 16>;
  static void join(Sample& a, const Sample& b) {
    for (std::size_t w = 0; w < a.size(); ++w) a[w] |= b[w];
  }

  // Ends of random walks.
  Sample take_sample(std::vector<Sample>& ahead, std::vector<Sample>& behind) const {
    Sample taken{};
    const auto count = static_cast<std::uint32_t>(records_.size());
    std::uint32_t dice = 1;
    const auto below = [&](std::uint32_t bound) {
      return static_cast<std::uint32_t>(hash(dice++) >> 32) % bound;
    };
    for (std::size_t i = 0; count != 0 && i < 64 * taken.size(); ++i) {
      const std::uint32_t from = below(count);
      std::uint32_t at = from;
      for (std::uint32_t steps = 1 + below(8); steps != 0 && !dag_[at].empty(); --steps)
        at = dag_[at][below(static_cast<std::uint32_t>(dag_[at].size()))];
      if (at == from) continue;
      const std::uint64_t bit = std::uint64_t{1} << (i % 64);
      behind[from][i / 64] |= bit;
      ahead[at][i / 64] |= bit;
      taken[i / 64] |= bit;
    }
    return taken;
  }

  std::uint32_t passed_by_most(const std::vector<Sample>& through, const Sample& left) const {
    std::uint32_t best = none;
    std::uint32_t most = 0;
    for (std::uint32_t c = 0; c < through.size(); ++c) {
      std::uint32_t passing = 0;
      for (std::size_t w = 0; w < left.size(); ++w) passing += count_ones(through[c][w] & left[w]);
      if (passing <= most) continue;
      most = passing;
      best = c;
    }
    return best;
  }

  static std::uint64_t hash(std::uint32_t c) {
    std::uint64_t z = (c + 1) * 0x9E37'79B9'7F4A'7C15u;
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9u;
    return z ^ (z >> 31);
  }

  void fill() {
    const auto count = static_cast<std::uint32_t>(records_.size());
    for (std::uint32_t c = 0; c < count; ++c) {
      const std::uint64_t bit = hash(c);
      records_[c].ahead[bit >> 63] |= std::uint64_t{1} << (bit & 63);
      records_[c].behind[bit >> 62 & 1] |= std::uint64_t{1} << (bit >> 8 & 63);
    }
    for (std::uint32_t c = 0; c < count; ++c)
      for (const std::uint32_t to : dag_[c]) add_ahead(records_[c], records_[to]);
    for (std::uint32_t c = count; c-- > 0;)
      for (const std::uint32_t to : dag_[c]) add_behind(records_[to], records_[c]);
  }
  static void add_ahead(Record& a, const Record& to) {
    for (std::size_t i = 0; i < 2; ++i) a.ahead[i] |= to.ahead[i];
    a.hubs_ahead |= to.hubs_ahead;
    a.to_sink = (std::max)(a.to_sink, to.to_sink + 1);
  }
  static void add_behind(Record& b, const Record& from) {
    for (std::size_t i = 0; i < 2; ++i) b.behind[i] |= from.behind[i];
    b.hubs_behind |= from.hubs_behind;
    b.from_source = (std::max)(b.from_source, from.from_source + 1);
  }

  std::vector<std::uint32_t> component_;  // by node
  Rows dag_, back_;                       // components, sinks first
  std::vector<Record> records_;           // by component
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
