// The operators of the query language over sets of nodes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "acquis/query/ask.hpp"
#include "query/functions.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// The evaluated arguments of one call.
struct Arguments {
  Function function{};
  Date today{};
  std::vector<NodeSet> sets{};
  std::vector<std::string_view> words{};
  NodeId node = none<NodeId>;  // an actor or a theme
};

class Operators {
 public:
  Operators(const Corpus& law, std::size_t max_steps)
      : law_(law), graph_(law.graph()), max_steps_(max_steps) {}

  NodeSet apply(const Arguments& arguments, const Policy& policy);
  NodeSet existing(const NodeSet& set, const Policy& policy) const;
  Explanation explain(const NodeSet& from, const NodeSet& to, const Policy& policy);
  void sort(std::string_view key, Language language, std::vector<NodeId>& nodes) const;

  // Nodes and edges looked at so far.
  std::size_t steps() const noexcept { return steps_; }

 private:
  NodeSet all() const;
  NodeSet of_class(std::string_view name, const NodeSet& set) const;
  NodeSet parts(const NodeSet& set);
  NodeSet wholes(const NodeSet& set);
  NodeSet neighbours(const NodeSet& set, const Policy& policy, Direction direction);
  NodeSet held_by(NodeId actor) const;
  NodeSet inside(NodeId theme) const;
  NodeSet dated(std::string_view from, std::string_view to) const;
  NodeSet unlinked(const NodeSet& set, const Policy& policy, Direction direction);
  NodeSet path_nodes(const NodeSet& from, const NodeSet& to, const Policy& policy);
  NodeSet all_path_nodes(const NodeSet& from, const NodeSet& to, const Policy& policy);
  NodeSet path_ends(std::string_view path, const NodeSet& from, const Policy& policy);
  NodeSet searched(const NodeSet& set, const Policy& policy, Direction direction);

  const Corpus& law_;
  const Graph& graph_;
  Scratch scratch_;
  std::size_t max_steps_;
  std::size_t steps_ = 0;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
