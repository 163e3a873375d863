// Reads one document in Formex 4.
#pragma once

#include "acquis/io/import.hpp"
#include "io/import/act.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

void read_formex(const ImportDocument& document, const ImportOptions& options, Act& act);

// The place that a locator of the Publications Office names: "AR:52;AL:1", "AX:III;PT:7". What it
// cannot say ends it: the place around that.
Citation place_of_location(const Citation& work, std::string_view location);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
