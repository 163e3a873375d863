// Tables for a terminal: columns as wide as they need, the last one wrapped to the width.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace acquis::tool {

// Columns of the terminal; 80 when standard output is none.
std::size_t terminal_width();
// Whether standard output is a terminal that wants colour (NO_COLOR is respected).
bool wants_colour();
std::string bold(std::string_view text);
std::string dim(std::string_view text);

// Characters, not bytes, of a UTF-8 text.
std::size_t display_width(std::string_view text);

// Breaks at spaces into lines of at most `width` characters.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);
// The text with every line of it wrapped; continuation lines keep the indentation and two more.
std::string wrap_lines(std::string_view text, std::size_t width);

class Table {
 public:
  explicit Table(std::vector<std::string> head) : head_(std::move(head)) {}
  void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
  bool empty() const noexcept { return rows_.empty(); }
  std::string to_text(std::size_t width) const;
  std::string to_csv() const;  // RFC 4180

 private:
  std::vector<std::string> head_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace acquis::tool
