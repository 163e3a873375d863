// The corpus format as tables: which elements there are, what may stand in them, what their
// attributes must be. It says what schemas/acquis-corpus-1.xsd says; a test holds the two together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "acquis/id/date.hpp"
#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

enum class Element : std::uint8_t {
  corpus,
  uses,
  source,
  waive,
  label,
  actor,
  theme,
  objective,
  priority,
  event,
  instrument,
  provision,
  about,
  edge,
  unknown,
};

enum class Value : std::uint8_t {
  id,
  ids,
  text,
  day,
  truth,
  ending,
  evidence,
  instrument_type,
  segment,
  fingerprint,
  instrument_key,
  ref,
  rule,
};

struct AttributeRule {
  std::string_view name;
  Value value;
  bool required = false;
};

// Element::edge stands for all sixteen kinds of edge.
Element element_named(std::string_view name) noexcept;
std::span<const AttributeRule> attributes_of(Element element) noexcept;
bool is_node(Element element) noexcept;
// Nothing stands inside it, not even a space.
bool is_bare(Element element) noexcept;
// Of an element that is a node.
NodeKind kind_of(Element element) noexcept;
bool may_contain(Element outer, Element inner) noexcept;
// Elements of one parent must not go down in stage: uses, source, waive, then nodes; label, then the rest.
int stage(Element inner) noexcept;

// With the spaces around it that an xs:date may have.
std::optional<Date> read_day(std::string_view text) noexcept;
// Sixteen hexadecimal digits in lower case, not all of them 0.
std::optional<std::uint64_t> read_fingerprint(std::string_view text) noexcept;
bool is_valid(Value value, std::string_view text) noexcept;
// "a date (YYYY-MM-DD)": what was expected.
std::string_view describe(Value value) noexcept;
// The words a value may be, where it is one of a list.
std::span<const std::string_view> words_of(Value value) noexcept;
std::span<const std::string_view> element_names() noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
