#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
static_assert(sizeof(Citation) == Citation::capacity + 1);
}  // namespace v0
}  // namespace acquis
