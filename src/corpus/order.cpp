#include "corpus/order.hpp"

#include <algorithm>
#include <tuple>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The digits at the start without leading zeros.
std::string_view number_at(std::string_view text) {
  while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return text.substr(0, size);
}

std::size_t rank_of(std::string_view key) {
  const auto work = key.substr(0, key.find('/'));
  for (std::size_t i = 0; i < treaty_names.size(); ++i)
    if (treaty_names[i] == work) return i;
  return has_celex_shape(work) ? treaty_names.size() : treaty_names.size() + 1;
}

}  // namespace

std::strong_ordering natural_order(std::string_view a, std::string_view b) noexcept {
  while (!a.empty() && !b.empty()) {
    if (is_digit(a[0]) && is_digit(b[0])) {
      const std::string_view x = number_at(a), y = number_at(b);
      if (const auto order = std::tuple(x.size(), x) <=> std::tuple(y.size(), y); order != 0)
        return order;
      a = a.substr(static_cast<std::size_t>(x.data() + x.size() - a.data()));
      b = b.substr(static_cast<std::size_t>(y.data() + y.size() - b.data()));
      continue;
    }
    if (a[0] != b[0]) return a[0] <=> b[0];
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  return a.size() <=> b.size();
}

bool instrument_precedes(std::string_view a, std::string_view b) noexcept {
  const std::size_t x = rank_of(a), y = rank_of(b);
  if (x != y) return x < y;
  const auto order = natural_order(a, b);
  return order != 0 ? order < 0 : a < b;
}

bool segment_precedes(std::string_view a, std::string_view b) noexcept {
  const auto key = [](std::string_view text) {
    const auto segment = Segment::parse(text);
    return std::pair(segment ? segment->level : Level::sentence,
                     segment && segment->value == "last");
  };
  const auto x = key(a), y = key(b);
  return x != y ? x < y : natural_order(a, b) < 0;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
