// The shipped names of works: data. Private to the citation reader.
#pragma once

#include <span>
#include <string_view>

#include "acquis/citation/language.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// From and to: the days on which the name has this meaning, "YYYY-MM-DD" or empty.
struct NamedWork {
  std::string_view name;
  Language language;
  std::string_view work;
  std::string_view from{};
  std::string_view to{};
};

std::span<const NamedWork> named_works() noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
