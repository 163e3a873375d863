// The operators of the query language over sets of nodes.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "acquis/query/ask.hpp"
#include "query/functions.hpp"
#include "query/meter.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// The evaluated arguments of one call.
struct Arguments {
  Function function{};
  Date today{};
  std::vector<const NodeSet*> sets{};
  std::vector<std::string_view> words{};
  NodeId node = none<NodeId>;  // an actor or a theme
};

class Operators {
 public:
  Operators(const Corpus& law, Meter& meter) : law_(law), graph_(law.graph()), meter_(meter) {}

  NodeSet apply(const Arguments& arguments, const Policy& policy);
  NodeSet existing(const NodeSet& set, const Policy& policy) const;
  Explanation explain(const NodeSet& from, const NodeSet& to, const Policy& policy);
  void sort(std::string_view key, Language language, std::vector<NodeId>& nodes) const;

 private:
  NodeSet all();
  NodeSet of_class(std::string_view name, const NodeSet& set) const;
  NodeSet parts(const NodeSet& set);
  NodeSet wholes(const NodeSet& set);
  NodeSet neighbours(const NodeSet& set, const Policy& policy, Direction direction);
  NodeSet held_by(NodeId actor);
  NodeSet inside(NodeId theme);
  NodeSet dated(std::string_view from, std::string_view to);
  NodeSet labelled(std::string_view pattern);
  NodeSet unlinked(const NodeSet& set, const Policy& policy, Direction direction);
  bool is_linked(NodeId member, const Policy& policy, Direction direction);
  NodeSet path_nodes(const NodeSet& from, const NodeSet& to, const Policy& policy);
  NodeSet all_path_nodes(const NodeSet& from, const NodeSet& to, const Policy& policy);
  NodeSet path_ends(std::string_view path, const NodeSet& from, const Policy& policy);
  NodeSet searched(const NodeSet& set, const Policy& policy, Direction direction);

  const Corpus& law_;
  const Graph& graph_;
  Scratch scratch_;
  Meter& meter_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
