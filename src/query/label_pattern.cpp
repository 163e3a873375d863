#include "query/label_pattern.hpp"

#include <re2/re2.h>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

re2::RE2::Options quiet() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::int64_t{1} << 20);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

class LabelPattern {
 public:
  explicit LabelPattern(std::string_view text) : expression(piece(text), quiet()) {}
  re2::RE2 expression;
};

void DeletePattern::operator()(LabelPattern* pattern) const noexcept { delete pattern; }

LabelPatternPtr compile_label_pattern(std::string_view text) {
  LabelPatternPtr pattern(new LabelPattern(text));
  if (!pattern->expression.ok()) pattern.reset();
  return pattern;
}

bool finds(const LabelPattern& pattern, std::string_view label) {
  return re2::RE2::PartialMatch(piece(label), pattern.expression);
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
