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

class SourceText {
 public:
  explicit SourceText(std::string_view text) : text_(text) {}

  std::string_view text() const noexcept { return text_; }
  Position position(std::size_t offset) const;
  // The line, shortened around the column to what a terminal shows.
  std::string excerpt(Position position) const;
  // Where an attribute of the element at `element` stands; the element's own place if it does not.
  std::size_t attribute(std::size_t element, std::string_view name) const noexcept;
  // The second mention of an attribute in the element's tag that repeats one; npos if none does.
  std::size_t repeated_attribute(std::size_t element) const;

 private:
  const std::vector<std::size_t>& line_starts() const;

  std::string_view text_;
  mutable std::vector<std::size_t> line_starts_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
