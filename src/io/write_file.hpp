// Writes a file whole or not at all.
#pragma once

#include <absl/status/status.h>

#include <span>
#include <string>
#include <string_view>

namespace acquis {
inline namespace v0 {
namespace detail {

using Pieces = std::span<const std::string_view>;

// The pieces one after another, into a new file beside the target that then takes its name: whatever
// fails, the old file stays as it was. A device or a pipe is written to as it is.
absl::Status write_file(const std::string& path, Pieces pieces);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
