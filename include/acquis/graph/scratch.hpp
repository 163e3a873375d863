// The working memory of a search, reused from query to query so that none allocates after the
// first.
//
//   acquis::Scratch scratch;
//   acquis::resting_on(law.graph(), {}, places, scratch);
//
// One byte a node, cleared in time proportional to what the last search touched. One scratch
// belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "acquis/graph/graph.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// What a search did: for tests of its cost, and for `explain plan`.
struct Effort {
  std::size_t places = 0;  // nodes entered
  std::size_t edges = 0;   // edges looked at
};

class Scratch {
 public:
  // What is known of a node during one search.
  enum Mark : std::uint8_t {
    start_whole = 1,  // inside a start
    start_part = 2,   // contains a start
    whole = 4,        // inside the far end of a link
    part = 8,         // contains the far end of a link
    end = 16,         // is the far end of a link
  };

  void begin(std::size_t node_count) {
    for (const NodeId n : touched_) marks_[index(n)] = 0;
    touched_.clear();
    frontier.clear();
    effort = {};
    if (marks_.size() < node_count) marks_.resize(node_count, 0);
  }
  bool has(NodeId n, std::uint8_t marks) const noexcept { return (marks_[index(n)] & marks) != 0; }
  void add(NodeId n, Mark mark) {
    std::uint8_t& marks = marks_[index(n)];
    if (marks == 0) touched_.push_back(n);
    marks = static_cast<std::uint8_t>(marks | mark);
  }
  // Every node with a mark, in the order in which they were met.
  const std::vector<NodeId>& touched() const noexcept { return touched_; }

  std::vector<NodeId> frontier{};         // far ends in the order in which they were reached
  std::vector<std::uint32_t> distance{};  // for best_chain: links to the end
  Effort effort{};

 private:
  std::vector<std::uint8_t> marks_{};
  std::vector<NodeId> touched_{};
};

}  // namespace v0
}  // namespace acquis
