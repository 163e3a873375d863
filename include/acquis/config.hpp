// What every header needs from the compiler, and nothing a consumer can set.
#pragma once

#include <cassert>

#if defined(__clang__)
#define ACQUIS_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define ACQUIS_LIFETIMEBOUND
#endif

// What the shared library lets out. The library is compiled with hidden visibility; the mark is the
// same for those who build it and those who use it, static or shared, so nobody sets a macro.
#if defined(__GNUC__)
#define ACQUIS_EXPORT [[gnu::visibility("default")]]
#else
#define ACQUIS_EXPORT
#endif

// For functions that only prefetch: g++ 12 takes those for functions without effect and drops the
// calls unless they are inlined first.
#if defined(__GNUC__)
#define ACQUIS_ALWAYS_INLINE [[gnu::always_inline]]
#else
#define ACQUIS_ALWAYS_INLINE
#endif

// Misuse by the calling program, never bad input: on in debug builds, absent with NDEBUG.
#define ACQUIS_ASSERT(condition) assert(condition)

namespace acquis {
inline namespace v0 {}
}  // namespace acquis
