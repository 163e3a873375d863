#include "corpus/aliases.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

Citation with_unnumbered_paragraphs(const Citation& place) noexcept {
  Citation out = place.whole();
  Level before = Level::part;
  for (Segment step : place) {
    if (step.level == Level::subparagraph && before == Level::article)
      step.level = Level::paragraph;
    before = step.level;
    out = out.child(step);
  }
  return out;
}

Citation with_points_of_paragraphs(const Citation& place) noexcept {
  Citation out = place.whole();
  Citation whole = out;  // `out` without the subparagraph that it ends with, if it does
  Level before = Level::part;
  for (const Segment step : place) {
    const bool listed = step.level == Level::point || step.level == Level::indent;
    const bool drop = before == Level::subparagraph && listed;
    const Citation parent = drop ? whole : out;
    if (step.level == Level::subparagraph && before == Level::paragraph)
      whole = out;
    else
      whole = parent.child(step);
    out = parent.child(step);
    before = step.level;
  }
  return out;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
