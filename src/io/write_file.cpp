#include "io/write_file.hpp"

#include <absl/strings/str_format.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

absl::Status system_error(std::string_view what, const std::string& path) {
  return absl::UnavailableError(absl::StrFormat("%s %s: %s", what, path, std::strerror(errno)));
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool write_all(int file, Pieces pieces) {
  return std::all_of(pieces.begin(), pieces.end(),
                     [&](std::string_view piece) { return write_all(file, piece); });
}

// Closes the file; what was not written is removed again.
absl::Status write_and_close(int file, Pieces pieces, const std::string& path) {
  const bool written = write_all(file, pieces) && (::fsync(file) == 0 || errno == EINVAL);
  const absl::Status status = written ? absl::OkStatus() : system_error("cannot write", path);
  if (::close(file) == 0 || !written) return status;
  return system_error("cannot write", path);
}

// A device or a pipe: there is no old content to keep.
absl::Status write_special(const std::string& path, Pieces pieces) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  return file < 0 ? system_error("cannot write", path) : write_and_close(file, pieces, path);
}

// A name that is not taken, beside the target.
int open_beside(const std::string& target, std::string& name, mode_t mode) {
  constexpr int most_tries = 100;
  int file = -1;
  for (int i = 0; file < 0 && i < most_tries; ++i) {
    name = absl::StrFormat("%s.new%d", target, i);
    file = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (file < 0 && errno != EEXIST) break;
  }
  return file;
}

// The file that a chain of symbolic links ends at.
std::string resolved(const std::string& path) {
  char* const real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out(real);
  std::free(real);
  return out;
}

}  // namespace

absl::Status write_file(const std::string& path, Pieces pieces) {
  struct stat old {};
  const std::string target = resolved(path);
  const bool exists = ::stat(target.c_str(), &old) == 0;
  if (exists && !S_ISREG(old.st_mode)) return write_special(target, pieces);
  std::string temporary;
  const int file = open_beside(target, temporary, exists ? old.st_mode & 0777u : 0666u);
  if (file < 0) return system_error("cannot write", temporary);
  absl::Status status = write_and_close(file, pieces, temporary);
  if (status.ok() && std::rename(temporary.c_str(), target.c_str()) != 0)
    status = system_error("cannot rename to", target);
  if (!status.ok()) ::unlink(temporary.c_str());
  return status;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
