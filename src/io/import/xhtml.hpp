// Reads one document in the XHTML of EUR-Lex.
#pragma once

#include "acquis/io/import.hpp"
#include "io/import/act.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

void read_xhtml(const ImportDocument& document, const ImportOptions& options, Act& act);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
