#include "io/source_text.hpp"

#include <algorithm>
#include <cstring>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t widest_excerpt = 300;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Calls visit(name offset, name) for every attribute of the tag that begins at `at`, "<" or name;
// stops when it returns false.
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
    if (quote == npos || !visit(name, text.substr(name, name_end - name))) return;
    const std::size_t close = text.find(text[quote], quote + 1);
    if (close == npos) return;
    at = close + 1;
  }
}

}  // namespace

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
  const std::size_t end = (std::min)(text_.find('\n', start), text_.size());
  std::string_view line = text_.substr(start, end - start);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  std::string out(line.substr(0, widest_excerpt));
  std::replace(out.begin(), out.end(), '\t', ' ');
  return out;
}

std::size_t SourceText::attribute(std::size_t element, std::string_view name) const noexcept {
  std::size_t found = element;
  each_attribute(text_, element, [&](std::size_t at, std::string_view other) {
    if (other != name) return true;
    found = at;
    return false;
  });
  return found;
}

std::size_t SourceText::repeated_attribute(std::size_t element) const {
  std::vector<std::string_view> names;
  std::size_t found = npos;
  each_attribute(text_, element, [&](std::size_t at, std::string_view name) {
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      found = at;
      return false;
    }
    names.push_back(name);
    return true;
  });
  return found;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
