// The shipped corpora, compiled into the library by src/cmake/Embed.cmake.
#pragma once

#include <cstddef>
#include <span>

namespace acquis {
inline namespace v0 {
namespace detail {

struct EmbeddedFile {
  const char* name;  // of the corpus, "treaties"
  const char* data;  // a NUL follows the last byte
  std::size_t size;
};

std::span<const EmbeddedFile> embedded_files() noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
