#include "corpus/aliases.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

std::optional<Citation> unnumbered_paragraph(std::string_view key) noexcept {
  const auto citation = Citation::from_key(key);
  if (!citation) return std::nullopt;
  auto out = Citation::from_key(citation->work());
  bool renamed = false;
  Level before = Level::part;
  for (Segment step : *citation) {
    if (step.level == Level::subparagraph && before == Level::article) {
      step.level = Level::paragraph;
      renamed = true;
    }
    before = step.level;
    out = out->child(step);
  }
  return renamed ? out : std::nullopt;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
