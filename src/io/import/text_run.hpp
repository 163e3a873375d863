// A paragraph as the eye reads it, and where each of its characters stands in the file. Spaces of
// every kind and lines are one space; soft hyphens are nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acquis {
inline namespace v0 {
namespace detail {

class TextRun {
 public:
  // A piece of the file as it is written, with entities, at that byte of it.
  void append_raw(std::string_view raw, std::size_t offset);
  // A character that markup stands for.
  void append_character(std::uint32_t code, std::size_t offset);
  void append_space(std::size_t offset);

  std::string_view text() const noexcept {
    const std::string_view all = text_;
    return all.empty() || all.back() != ' ' ? all : all.substr(0, all.size() - 1);
  }
  bool empty() const noexcept { return text().empty(); }
  // The byte of the file at which byte `at` of the text stands.
  std::size_t offset(std::size_t at) const noexcept;
  void clear() noexcept {
    text_.clear();
    anchors_.clear();
  }

 private:
  struct Anchor {
    std::uint32_t at;
    std::uint32_t offset;
  };
  std::size_t append_special(std::string_view raw, std::size_t at, std::size_t offset);
  std::size_t append_entity(std::string_view raw, std::size_t at, std::size_t offset);
  void anchor(std::size_t offset);

  std::string text_;
  std::vector<Anchor> anchors_;
};

void append_utf8(std::string& out, std::uint32_t code);

// The number of a text: FNV-1a of 64 bits over its bytes, of several paragraphs one after another.
std::uint64_t fingerprint(std::string_view text, std::uint64_t before = 0) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
