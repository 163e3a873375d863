// One file of a document: its bytes checked and read as XML, names of elements apart from values.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "acquis/id/diagnostic.hpp"
#include "acquis/io/import.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class ParsedFile {
 public:
  // The file must outlive the result. False, and a problem, if it cannot be read.
  bool read(const ImportFile& file, const ImportOptions& options, Diagnostics& problems);

  pugi::xml_node root() const { return document_.document_element(); }
  // The byte of the file at which a node stands.
  std::uint32_t offset(pugi::xml_node node) const;
  // The same for the text of a node.
  std::uint32_t text_offset(pugi::xml_node node) const;

 private:
  bool fail(std::size_t offset, const char* code, std::string message, std::string hint = {});
  bool check_bytes(const ImportOptions& options);
  bool check_depth(const ImportOptions& options);

  const ImportFile* file_ = nullptr;
  Diagnostics* problems_ = nullptr;
  std::string buffer_;
  pugi::xml_document document_;
};

// The first byte that is not UTF-8 or no character of XML; the size of the text if all is well.
std::size_t first_flaw_of_utf8(std::string_view text) noexcept;

std::string_view name_of(pugi::xml_node node);
std::string_view attribute_of(pugi::xml_node node, const char* name);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
