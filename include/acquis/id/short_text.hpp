// A few characters held by value, for identifiers that are composed at compile time.
//
//   constexpr auto text = [] { acquis::ShortText<8> out; out.append_number(7, 3); return out; }();
//   text.view();                     // "007"; dies with `text`
//
// What does not fit is not appended, and append says so. No allocation.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

template <std::size_t capacity_>
class ShortText {
 public:
  constexpr ShortText() noexcept = default;

  constexpr bool append(std::string_view text) noexcept {
    if (size_ + text.size() > capacity_) return false;
    for (const char c : text) text_[size_++] = c;
    return true;
  }
  constexpr bool append(char c) noexcept { return append(std::string_view(&c, 1)); }
  // Decimal, padded with zeros to `width`.
  constexpr bool append_number(std::size_t value, std::size_t width = 1) noexcept {
    std::array<char, 20> digits{};
    std::size_t at = digits.size();
    for (; value > 0 || digits.size() - at < width; value /= 10)
      digits[--at] = static_cast<char>('0' + value % 10);
    return append(std::string_view(digits.data() + at, digits.size() - at));
  }
  constexpr std::string_view view() const noexcept ACQUIS_LIFETIMEBOUND {
    return {text_.data(), size_};
  }
  constexpr bool empty() const noexcept { return size_ == 0; }
  friend constexpr bool operator==(const ShortText& a, const ShortText& b) noexcept {
    return a.view() == b.view();
  }

 private:
  std::array<char, capacity_> text_{};
  std::uint8_t size_ = 0;
};

}  // namespace v0
}  // namespace acquis
