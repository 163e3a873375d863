// Regular expressions over steps of the graph, compiled to an automaton and run against it.
//
//   alternatives "a | b", sequences "a b", repetition "a*", "a+", "a?", "a{2,5}", groups "( )";
//   a step is an edge kind or a role, "~" before it walks backwards; part_of, has_part climb and
//   descend.
//
// The search goes over pairs of a node and a state, each taken once, so cycles and nested stars
// cost nothing extra: O((nodes + edges) * states), no unrolling. (Mendelzon and Wood, "Finding
// regular simple paths in graph databases", 1995, section 2, for the product construction.)
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "acquis/graph/policy.hpp"
#include "acquis/model/kinds.hpp"
#include "query/meter.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

struct Step {
  enum class Kind : std::uint8_t { nothing, edge, part_of, has_part };
  Kind kind = Kind::nothing;
  EdgeKindSet kinds{};
  bool backward = false;
};

// A nondeterministic automaton with at most two ways out of a state; `nothing` steps are free.
struct Automaton {
  static constexpr std::uint32_t nowhere = 0xFFFF'FFFFu;
  struct State {
    Step step{};
    std::uint32_t next = nowhere;
    std::uint32_t other = nowhere;  // of a free step only
  };
  std::vector<State> states{};
  std::uint32_t start = 0;
  std::uint32_t accept = 0;
};

struct PathError {
  std::size_t offset = 0;
  std::string message{};
  std::string hint{};
};

std::variant<Automaton, PathError> compile_path(std::string_view text);

// Ends of every path from a member of `from` whose steps the automaton accepts; fewer if the meter
// runs out.
std::vector<NodeId> run_path(const Graph& graph, const Policy& policy, const Automaton& automaton,
                             const std::vector<NodeId>& from, Meter& meter);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
