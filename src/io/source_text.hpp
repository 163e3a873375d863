// The text of a file with its lines, for positions and excerpts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/records.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

bool is_space(char c) noexcept;
// At most some sixty bytes of a text from the input, for a message.
std::string shortened(std::string_view text);

class SourceText {
 public:
  explicit SourceText(std::string_view text) : text_(text) {}

  std::string_view text() const noexcept { return text_; }
  Position position(std::size_t offset) const;
  // The line, shortened around the column to what a terminal shows.
  std::string excerpt(Position position) const;
  // Where the k-th attribute of the element at `element` stands, in the order of the text; the
  // element's own place if it has no such attribute.
  std::size_t attribute(std::size_t element, std::size_t k) const;
  std::size_t attribute(std::size_t element, std::string_view name) const;
  // Where the content of the element at `element` begins; the end of the text if it ends with "/>".
  std::size_t content(std::size_t element) const;

 private:
  struct Attribute {
    std::size_t offset;
    std::string_view name;
  };
  std::string around(std::size_t offset) const;
  const std::vector<std::size_t>& line_starts() const;
  const std::vector<Attribute>& attributes(std::size_t element) const;

  std::string_view text_;
  mutable std::vector<std::size_t> line_starts_;
  mutable std::size_t element_ = static_cast<std::size_t>(-1);  // of the attributes kept
  mutable std::vector<Attribute> attributes_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
