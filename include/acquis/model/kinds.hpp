// The typed vocabulary of the graph: kinds of node and edge, types of instrument, evidence.
//
//   acquis::to_text(acquis::EdgeKind::legal_basis);                  // "legal_basis"
//   acquis::parse_edge_kind("legal_basis");                          // EdgeKind::legal_basis
//   acquis::role(acquis::EdgeKind::cites);                           // Role::reference
//   acquis::support_kinds.contains(acquis::EdgeKind::cites);         // false
//
// Constexpr tables; no allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class NodeKind : std::uint8_t {
  actor,
  theme,
  objective,
  priority,
  event,
  instrument,
  provision,
};
inline constexpr std::array<std::string_view, 7> node_kind_names{
    "actor", "theme", "objective", "priority", "event", "instrument", "provision"};

enum class InstrumentType : std::uint8_t {
  treaty,
  protocol,
  charter,
  regulation,
  directive,
  decision,
  framework_decision,
  convention,
  communication,
  strategy,
  agenda,
  report,
  package,
};
inline constexpr std::array<std::string_view, 13> instrument_type_names{"treaty",
                                                                        "protocol",
                                                                        "charter",
                                                                        "regulation",
                                                                        "directive",
                                                                        "decision",
                                                                        "framework_decision",
                                                                        "convention",
                                                                        "communication",
                                                                        "strategy",
                                                                        "agenda",
                                                                        "report",
                                                                        "package"};

// What an edge is for. Only support edges carry "rests on".
enum class Role : std::uint8_t { support, reference, history, context };
inline constexpr std::size_t role_count = 4;

// In the order of their roles.
enum class EdgeKind : std::uint8_t {
  pursues,
  relies_on,
  laid_down_in,
  legal_basis,
  implements,
  grounded_in,
  cites,
  amends,
  repeals,
  replaces,
  corrects,
  renumbers,
  held_by,
  responds_to,
  proposed_by,
  addressed_to,
};
inline constexpr std::size_t edge_kind_count = 16;
inline constexpr std::array<std::string_view, edge_kind_count> edge_kind_names{
    "pursues", "relies_on",   "laid_down_in", "legal_basis", "implements", "grounded_in",
    "cites",   "amends",      "repeals",      "replaces",    "corrects",   "renumbers",
    "held_by", "responds_to", "proposed_by",  "addressed_to"};

// From the weakest to the strongest, so that the strength of a chain is its minimum.
enum class Evidence : std::uint8_t {
  editorial,  // a judgement of the corpus' editor, with a note why
  derived,    // read by a rule from a text, such as a legal basis from a preamble
  stated,     // the source says so
};
inline constexpr std::array<std::string_view, 3> evidence_names{"editorial", "derived", "stated"};

constexpr std::string_view to_text(NodeKind kind) noexcept {
  return node_kind_names[static_cast<std::size_t>(kind)];
}
constexpr std::string_view to_text(InstrumentType type) noexcept {
  return instrument_type_names[static_cast<std::size_t>(type)];
}
constexpr std::string_view to_text(EdgeKind kind) noexcept {
  return edge_kind_names[static_cast<std::size_t>(kind)];
}
constexpr std::string_view to_text(Evidence evidence) noexcept {
  return evidence_names[static_cast<std::size_t>(evidence)];
}

namespace detail {
template <typename Enum, std::size_t N>
constexpr std::optional<Enum> parse_name(const std::array<std::string_view, N>& names,
                                         std::string_view text) noexcept {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}
}  // namespace detail

constexpr std::optional<NodeKind> parse_node_kind(std::string_view text) noexcept {
  return detail::parse_name<NodeKind>(node_kind_names, text);
}
constexpr std::optional<InstrumentType> parse_instrument_type(std::string_view text) noexcept {
  return detail::parse_name<InstrumentType>(instrument_type_names, text);
}
constexpr std::optional<EdgeKind> parse_edge_kind(std::string_view text) noexcept {
  return detail::parse_name<EdgeKind>(edge_kind_names, text);
}
constexpr std::optional<Evidence> parse_evidence(std::string_view text) noexcept {
  return detail::parse_name<Evidence>(evidence_names, text);
}

constexpr Role role(EdgeKind kind) noexcept {
  if (kind <= EdgeKind::grounded_in) return Role::support;
  if (kind == EdgeKind::cites) return Role::reference;
  return kind <= EdgeKind::renumbers ? Role::history : Role::context;
}

// A set of edge kinds; four bytes.
class EdgeKindSet {
 public:
  constexpr EdgeKindSet() noexcept = default;
  constexpr EdgeKindSet(std::initializer_list<EdgeKind> kinds) noexcept {
    for (const EdgeKind kind : kinds) bits_ = bits_ | bit(kind);
  }

  constexpr bool contains(EdgeKind kind) const noexcept { return (bits_ & bit(kind)) != 0; }
  constexpr bool includes(EdgeKindSet other) const noexcept { return (other.bits_ & ~bits_) == 0; }
  constexpr bool meets(Role role) const noexcept;  // has a kind of this role
  constexpr bool empty() const noexcept { return bits_ == 0; }
  constexpr EdgeKindSet with(EdgeKindSet other) const noexcept {
    other.bits_ |= bits_;
    return other;
  }
  constexpr EdgeKindSet& insert(EdgeKind kind) noexcept {
    bits_ = bits_ | bit(kind);
    return *this;
  }
  friend constexpr bool operator==(EdgeKindSet, EdgeKindSet) noexcept = default;

 private:
  static constexpr std::uint32_t bit(EdgeKind kind) noexcept {
    return 1u << static_cast<unsigned>(kind);
  }
  std::uint32_t bits_ = 0;
};

constexpr bool EdgeKindSet::meets(Role wanted) const noexcept {
  for (std::size_t i = 0; i < edge_kind_count; ++i)
    if (contains(static_cast<EdgeKind>(i)) && role(static_cast<EdgeKind>(i)) == wanted) return true;
  return false;
}

inline constexpr EdgeKindSet support_kinds{EdgeKind::pursues,      EdgeKind::relies_on,
                                           EdgeKind::laid_down_in, EdgeKind::legal_basis,
                                           EdgeKind::implements,   EdgeKind::grounded_in};

// Whether a node of one kind may contain a node of the other.
constexpr bool may_enclose(NodeKind outer, NodeKind inner) noexcept {
  if (outer == NodeKind::theme && inner == NodeKind::priority) return true;
  if (outer == NodeKind::instrument)
    return inner == NodeKind::instrument || inner == NodeKind::provision ||
           inner == NodeKind::objective;
  return outer == inner;
}

// Whether an edge of this kind may run between nodes of these kinds. History edges run from a later
// to an earlier act or provision; `grounded_in` from anything to a provision.
constexpr bool may_connect(NodeKind from, EdgeKind kind, NodeKind to) noexcept {
  constexpr auto law = [](NodeKind k) {
    return k == NodeKind::instrument || k == NodeKind::provision;
  };
  switch (kind) {
    case EdgeKind::pursues:
      return from == NodeKind::priority && to == NodeKind::objective;
    case EdgeKind::relies_on:
      return from == NodeKind::priority && law(to);
    case EdgeKind::laid_down_in:
      return from == NodeKind::objective && to == NodeKind::provision;
    case EdgeKind::legal_basis:
      return law(from) && to == NodeKind::provision;
    case EdgeKind::implements:
      return law(from) && (to == NodeKind::objective || to == NodeKind::instrument);
    case EdgeKind::grounded_in:
      return to == NodeKind::provision;
    case EdgeKind::cites:
      return law(from) && law(to);
    case EdgeKind::amends:
    case EdgeKind::repeals:
    case EdgeKind::replaces:
    case EdgeKind::corrects:
    case EdgeKind::renumbers:
      return law(from) && law(to);
    case EdgeKind::held_by:
    case EdgeKind::proposed_by:
    case EdgeKind::addressed_to:
      return to == NodeKind::actor;
    case EdgeKind::responds_to:
      return to == NodeKind::event || to == NodeKind::instrument;
  }
  return false;
}

}  // namespace v0
}  // namespace acquis
