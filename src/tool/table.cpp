#include "tool/table.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace acquis::tool {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t widest_column = 38;  // of all but the last

std::string styled(std::string_view code, std::string_view text) {
  if (!wants_colour()) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }

// The bytes of the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if (starts_character(text[at]) && count-- == 0) break;
  return at;
}

std::string padded(std::string_view text, std::size_t width) {
  std::string out(text);
  const std::size_t used = display_width(text);
  if (used < width) out.append(width - used, ' ');
  return out;
}

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string csv_line(const std::vector<std::string>& row) {
  std::string out;
  for (const std::string& field : row) out += (out.empty() ? "" : ",") + csv_field(field);
  return out + "\r\n";
}

}  // namespace

std::size_t terminal_width() {
  winsize size{};
  const bool known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40;
  return known ? size.ws_col : 80;
}

bool wants_colour() { return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }
std::string bold(std::string_view text) { return styled("1", text); }
std::string dim(std::string_view text) { return styled("2", text); }

std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_character));
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  while (display_width(text) > width) {
    const std::size_t limit = bytes_of(text, width);
    std::size_t cut = text.rfind(' ', limit);
    if (cut == std::string_view::npos || cut == 0) cut = limit;
    lines.emplace_back(text.substr(0, cut));
    text.remove_prefix(cut);
    text.remove_prefix((std::min)(text.find_first_not_of(' '), text.size()));
  }
  lines.emplace_back(text);
  return lines;
}

std::string wrap_lines(std::string_view text, std::size_t width) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = (std::min)(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix((std::min)(text.size(), end + 1));
    const std::size_t start = (std::min)(line.find_first_not_of(' '), line.size());
    std::string indent(start, ' ');
    for (const std::string& piece : wrapped(line.substr(start), width - start - 2)) {
      out += indent + piece + "\n";
      indent.assign(start + 2, ' ');
    }
  }
  return out;
}

std::string Table::to_text(std::size_t width) const {
  const std::size_t last = head_.size() - 1;
  std::vector<std::size_t> widths;
  for (const std::string& name : head_) widths.push_back(display_width(name));
  for (const auto& row : rows_)
    for (std::size_t i = 0; i < last; ++i)
      widths[i] = (std::max)(widths[i], (std::min)(widest_column, display_width(row[i])));
  std::size_t before = 0;
  for (std::size_t i = 0; i < last; ++i) before += widths[i] + gap;
  const std::size_t room = (std::max<std::size_t>)(20, width > before ? width - before : 0);

  std::string out;
  const auto print = [&](const std::vector<std::string>& row, bool heading) {
    std::string line;
    std::size_t column = 0;
    for (std::size_t i = 0; i < last; ++i) {
      const bool wide = display_width(row[i]) > widths[i];
      const std::string cell = wide ? row[i] : padded(row[i], widths[i] + gap);
      line += heading || i == 0 ? bold(cell) : cell;
      column += widths[i] + gap;
      if (wide) line += "\n" + std::string(column, ' ');
    }
    bool first = true;
    for (const std::string& piece : wrapped(row[last], room)) {
      out += (first ? line : std::string(before, ' ')) + (heading ? bold(piece) : piece) + "\n";
      first = false;
    }
  };
  print(head_, true);
  for (const auto& row : rows_) print(row, false);
  return out;
}

std::string Table::to_csv() const {
  std::string out = csv_line(head_);
  for (const auto& row : rows_) out += csv_line(row);
  return out;
}

}  // namespace acquis::tool
