#include "detail/nearest.hpp"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::size_t longest_word = 64;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      now[j] = (std::min)({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) now[j] = (std::min)(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return (std::min)(last[b.size()], limit + 1);
}

bool Nearest::Match::operator<(const Match& other) const {
  return std::tie(distance, text) < std::tie(other.distance, other.text);
}

Nearest::Nearest(std::string_view word, std::size_t keep)
    : word_(word.substr(0, longest_word)),
      keep_(keep),
      limit_((std::max<std::size_t>)(2, word_.size() / 3)) {}

void Nearest::offer(std::string_view candidate) {
  if (candidate.empty() || candidate.size() > 2 * longest_word) return;
  const std::size_t distance = edit_distance(word_, candidate, limit_);
  if (distance > limit_) return;
  const Match match{distance, std::string(candidate)};
  const auto place = std::lower_bound(found_.begin(), found_.end(), match);
  if (place != found_.end() && place->text == match.text) return;
  found_.insert(place, match);
  if (found_.size() > keep_) found_.pop_back();
  if (found_.size() == keep_) limit_ = found_.back().distance;
}

std::string_view Nearest::best() const noexcept {
  return found_.empty() ? std::string_view() : std::string_view(found_.front().text);
}

std::string Nearest::hint() const {
  if (found_.empty()) return {};
  std::size_t close = 1;  // as close as the best, or nearly
  while (close < found_.size() && found_[close].distance <= found_[0].distance + 1) ++close;
  std::string out = "did you mean ";
  for (std::size_t i = 0; i < close; ++i) {
    if (i != 0) out += i + 1 == close ? " or " : ", ";
    out += found_[i].text;
  }
  return out + "?";
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
