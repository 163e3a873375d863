#include "query/problem.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>

namespace acquis {
inline namespace v0 {
namespace detail {

Diagnostic query_problem(std::string_view text, std::uint32_t offset, std::string_view code,
                         std::string message, std::string hint) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const std::size_t end = (std::min)(text.find('\n', offset), text.size());
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  return {Severity::error,
          std::string(code),
          {},
          static_cast<std::uint32_t>(line),
          static_cast<std::uint32_t>(offset - start + 1),
          std::string(text.substr(start, end - start)),
          std::move(message),
          std::move(hint)};
}

std::string as_line(const Diagnostic& problem) {
  std::string out =
      absl::StrFormat("%d:%d: %s: %s", problem.line, problem.column, problem.code, problem.message);
  if (!problem.hint.empty()) out += "; " + problem.hint;
  return out;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
