// The functions of the query language: names, parameters, and what each parameter must be.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "acquis/model/kinds.hpp"
#include "acquis/query/syntax.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

enum class Function : std::uint8_t {
  all,
  kind,
  parts,
  wholes,
  rests_on,
  basis_of,
  in,
  out,
  cites,
  cited_by,
  held_by,
  theme,
  status,
  label,
  dated,
  stated,
  derived,
  editorial,
  as_of,
  exact,
  orphans,
  uncovered,
  path,
  somepath,
  allpaths,
  sort,
  limit,
  count,
};

enum class Param : std::uint8_t {
  none,
  set,
  node_class,  // a node kind, an instrument type or a level of provision
  edge_kinds,  // legal_basis|cites, or a role such as support, or any
  actor,
  theme,
  status,
  date,
  open_date,  // a date or *
  number,
  sort_key,
  path,     // a regular expression over steps
  pattern,  // a regular expression over labels
};

struct Signature {
  std::string_view name;
  Function function;
  std::array<Param, 2> params;
  bool outermost = false;  // presentation: may not stand inside another expression

  std::size_t arity() const noexcept {
    return params[0] == Param::none ? 0u : params[1] == Param::none ? 1u : 2u;
  }
};

std::span<const Signature> signatures() noexcept;
const Signature* find_signature(std::string_view name) noexcept;

// "a set", "a date (YYYY-MM-DD)" ...: what a message says was expected.
std::string_view describe(Param param) noexcept;
// The words that a parameter admits, where it admits only words of a list.
std::span<const std::string_view> words_of(Param param) noexcept;
bool accepts(Param param, std::string_view word) noexcept;

// "legal_basis|cites", "support", "any".
std::optional<EdgeKindSet> parse_edge_kinds(std::string_view text) noexcept;

// The name of a level of provision, "article"; a citation of a preamble is "citation".
std::span<const std::string_view> level_names() noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
