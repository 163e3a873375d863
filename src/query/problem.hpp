// Diagnostics about the text of a query.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "acquis/id/diagnostic.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

Diagnostic query_problem(std::string_view text, std::uint32_t offset, std::string_view code,
                         std::string message, std::string hint);

// "1:7: ACQ0501: expected ..., did you mean ...?"
std::string as_line(const Diagnostic& problem);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
