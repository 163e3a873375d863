#include "io/source_text.hpp"

#include <algorithm>
#include <cstring>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t widest_excerpt = 300;
constexpr std::size_t widest_value = 60;

// The first `width` bytes or a little less: no character is cut.
std::string_view cut(std::string_view text, std::size_t width) {
  if (text.size() <= width) return text;
  while (width > 0 && (static_cast<unsigned char>(text[width]) & 0xC0u) == 0x80u) --width;
  return text.substr(0, width);
}

// Calls visit(offset of the name, name) for every attribute of the tag that begins at `at`.
template <typename Visit>
void each_attribute(std::string_view text, std::size_t at, Visit visit) {
  while (at < text.size() && !is_space(text[at]) && text[at] != '>') ++at;
  while (at < text.size()) {
    while (at < text.size() && is_space(text[at])) ++at;
    if (at == text.size() || text[at] == '>' || text[at] == '/') return;
    const std::size_t name = at;
    while (at < text.size() && !is_space(text[at]) && text[at] != '=' && text[at] != '>') ++at;
    const std::size_t name_end = at;
    const std::size_t quote = text.find_first_of("\"'", at);
    if (quote == npos) return;
    visit(name, text.substr(name, name_end - name));
    const std::size_t close = text.find(text[quote], quote + 1);
    if (close == npos) return;
    at = close + 1;
  }
}

std::string on_one_line(std::string_view line) {
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  std::string out(line);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return out;
}

}  // namespace

bool is_space(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string shortened(std::string_view text) {
  return text.size() <= widest_value ? std::string(text)
                                     : std::string(cut(text, widest_value)) + "...";
}

const std::vector<std::size_t>& SourceText::line_starts() const {
  if (!line_starts_.empty()) return line_starts_;
  line_starts_.push_back(0);
  for (std::size_t at = 0; at < text_.size();) {
    const void* found = std::memchr(text_.data() + at, '\n', text_.size() - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) + 1;
    line_starts_.push_back(at);
  }
  return line_starts_;
}

Position SourceText::position(std::size_t offset) const {
  const auto& starts = line_starts();
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::size_t line = static_cast<std::size_t>(after - starts.begin());
  return {static_cast<std::uint32_t>(line),
          static_cast<std::uint32_t>(offset - starts[line - 1] + 1)};
}

std::string SourceText::excerpt(Position position) const {
  const auto& starts = line_starts();
  if (position.line == 0 || position.line > starts.size()) return {};
  const std::size_t start = starts[position.line - 1];
  if (position.column > text_.size() - start + 1) return {};  // not a place of this text
  if (position.column > widest_excerpt) return around(start + position.column - 1);
  std::string_view line = text_.substr(start, widest_excerpt + 4);
  line = cut(line.substr(0, line.find('\n')), widest_excerpt);
  return on_one_line(line);
}

// Of a line too long to show: what stands about the place.
std::string SourceText::around(std::size_t offset) const {
  constexpr std::size_t before = 60, after = 120;
  std::size_t start = offset - before;
  while (start < offset && (static_cast<unsigned char>(text_[start]) & 0xC0u) == 0x80u) ++start;
  std::string_view line = text_.substr(start, before + after);
  line = cut(line.substr(0, line.find('\n')), before + after - 4);
  return "..." + on_one_line(line);
}

const std::vector<SourceText::Attribute>& SourceText::attributes(std::size_t element) const {
  if (element == element_) return attributes_;
  element_ = element;
  attributes_.clear();
  each_attribute(text_, element, [&](std::size_t at, std::string_view name) {
    attributes_.push_back({at, name});
  });
  return attributes_;
}

std::size_t SourceText::content(std::size_t element) const {
  const auto& all = attributes(element);
  std::size_t at = all.empty() ? element : all.back().offset;
  if (!all.empty()) {
    at = text_.find_first_of("\"'", at);
    at = text_.find(text_[at], at + 1);
  }
  at = text_.find('>', at);
  return at == npos || text_[at - 1] == '/' ? text_.size() : at + 1;
}

std::size_t SourceText::attribute(std::size_t element, std::size_t k) const {
  const auto& all = attributes(element);
  return k < all.size() ? all[k].offset : element;
}

std::size_t SourceText::attribute(std::size_t element, std::string_view name) const {
  for (const Attribute& attribute : attributes(element))
    if (attribute.name == name) return attribute.offset;
  return element;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
