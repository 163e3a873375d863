#include "io/import/parsed_file.hpp"

#include <absl/strings/str_format.h>

#include <algorithm>
#include <cstring>

#include "io/source_text.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// Entities stay as they are written, so that every character has its place in the file.
constexpr unsigned parse_flags =
    pugi::parse_cdata | pugi::parse_pi | pugi::parse_ws_pcdata | pugi::parse_doctype;

// Bytes of the character that begins with this one; 0 for none.
std::size_t width_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

bool is_character(std::string_view text, std::size_t at, std::size_t width) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  for (std::size_t i = 1; i < width; ++i)
    if ((byte(i) & 0xC0u) != 0x80u) return false;
  if (width == 3)
    return !(byte(0) == 0xE0 && byte(1) < 0xA0) && !(byte(0) == 0xED && byte(1) > 0x9F);
  if (width == 4)
    return !(byte(0) == 0xF0 && byte(1) < 0x90) && !(byte(0) == 0xF4 && byte(1) > 0x8F);
  return true;
}

// U+FFFE and U+FFFF are no characters of XML, nor are most control characters.
bool is_forbidden(std::string_view text, std::size_t at, std::size_t width) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (width == 1) return byte(0) < ' ' && byte(0) != '\t' && byte(0) != '\n' && byte(0) != '\r';
  return width == 3 && byte(0) == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
}

// Whether one of eight bytes is no ASCII or a control character.
bool needs_a_look(std::uint64_t eight) {
  constexpr std::uint64_t high = 0x8080808080808080u, ones = 0x0101010101010101u;
  return ((eight | (eight - ones * ' ')) & high) != 0;
}

bool starts_with(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

}  // namespace

std::size_t first_flaw_of_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    std::uint64_t eight = 0;
    while (at + 8 <= text.size()) {
      std::memcpy(&eight, text.data() + at, 8);
      if (needs_a_look(eight)) break;
      at += 8;
    }
    if (at == text.size()) break;
    const std::size_t width = width_of(static_cast<unsigned char>(text[at]));
    if (width == 0 || at + width > text.size() || !is_character(text, at, width) ||
        is_forbidden(text, at, width))
      return at;
    at += width;
  }
  return text.size();
}

std::string_view name_of(pugi::xml_node node) { return node.name(); }
std::string_view attribute_of(pugi::xml_node node, const char* name) {
  return node.attribute(name).value();
}

bool ParsedFile::fail(std::size_t offset, const char* code, std::string message, std::string hint) {
  const SourceText source(file_->bytes);
  const Position at = source.position((std::min)(offset, file_->bytes.size()));
  problems_->push_back({Severity::error, code, file_->name, at.line, at.column, source.excerpt(at),
                        std::move(message), std::move(hint)});
  return false;
}

bool ParsedFile::read(const ImportFile& file, const ImportOptions& options, Diagnostics& problems) {
  file_ = &file;
  problems_ = &problems;
  if (!check_bytes(options)) return false;
  buffer_ = file.bytes;
  const auto result = document_.load_buffer_inplace(buffer_.data(), buffer_.size(), parse_flags,
                                                    pugi::encoding_utf8);
  if (!result)
    return fail(static_cast<std::size_t>(result.offset), "ACQ0101",
                absl::StrFormat("not well-formed XML: %s", result.description()));
  for (const pugi::xml_node node : document_.children())
    if (node.type() == pugi::node_doctype && std::strchr(node.value(), '[') != nullptr)
      return fail(offset(node), "ACQ0110", "a document type with declarations is refused",
                  "remove what stands in [ ] of the <!DOCTYPE ...>");
  return check_depth(options);
}

bool ParsedFile::check_bytes(const ImportOptions& options) {
  const std::string_view bytes = file_->bytes;
  if (bytes.size() > options.max_bytes)
    return fail(0, "ACQ0301", absl::StrFormat("larger than %d bytes", options.max_bytes));
  const std::string_view head = bytes.substr(0, 200);
  const bool wide = starts_with(head, "\xFF\xFE") || starts_with(head, "\xFE\xFF");
  const std::size_t flaw = wide ? 0 : first_flaw_of_utf8(bytes);
  if (flaw != bytes.size())
    return fail(flaw, "ACQ0101", "not UTF-8, or a character that XML does not have",
                "convert the file to UTF-8");
  return true;
}

bool ParsedFile::check_depth(const ImportOptions& options) {
  std::size_t depth = 1;
  for (pugi::xml_node node = root(); node && depth > 0;) {
    if (depth > options.max_depth)
      return fail(offset(node), "ACQ0304",
                  absl::StrFormat("nested deeper than %d", options.max_depth));
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node && !node.next_sibling() && depth > 0) {
      node = node.parent();
      --depth;
    }
    if (depth > 0) node = node.next_sibling();
    if (depth <= 1) break;
  }
  return true;
}

std::uint32_t ParsedFile::offset(pugi::xml_node node) const {
  const std::ptrdiff_t at = node.offset_debug();
  if (at < 0) return 0;
  // pugixml gives the place of the name.
  const std::size_t before = node.type() == pugi::node_element && at > 0 ? 1 : 0;
  return static_cast<std::uint32_t>(at) - static_cast<std::uint32_t>(before);
}

std::uint32_t ParsedFile::text_offset(pugi::xml_node node) const {
  const std::ptrdiff_t at = node.value() - buffer_.data();
  const bool inside = at >= 0 && static_cast<std::size_t>(at) <= buffer_.size();
  return inside ? static_cast<std::uint32_t>(at) : offset(node);
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
