#include "io/import/xhtml.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
void read_xhtml(const ImportDocument&, const ImportOptions&, Act& act) { act.failed = true; }
}  // namespace detail
}  // namespace v0
}  // namespace acquis
