// What every header needs from the compiler, and nothing a consumer can set.
#pragma once

#include <cassert>

#if defined(__clang__)
#define ACQUIS_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define ACQUIS_LIFETIMEBOUND
#endif

#if defined(ACQUIS_SHARED) && defined(__GNUC__)
#define ACQUIS_EXPORT __attribute__((visibility("default")))
#else
#define ACQUIS_EXPORT
#endif

// Misuse by the calling program, never bad input: on in debug builds, absent with NDEBUG.
#define ACQUIS_ASSERT(condition) assert(condition)

namespace acquis {
inline namespace v0 {}
}  // namespace acquis
