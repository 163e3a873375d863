// Regular expressions over labels, through RE2: linear in the text whatever the expression, with a
// bound on its memory.
#pragma once

#include <memory>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class LabelPattern;
struct DeletePattern {
  void operator()(LabelPattern* pattern) const noexcept;
};
using LabelPatternPtr = std::unique_ptr<LabelPattern, DeletePattern>;

// Null if the text is no regular expression, or too large a one.
LabelPatternPtr compile_label_pattern(std::string_view text);

// Whether the expression matches somewhere in the label.
bool finds(const LabelPattern& pattern, std::string_view label);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
