// What an XHTML document of EUR-Lex shows, as a row of blocks: titles, headings, words, lists.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "io/import/parsed_file.hpp"
#include "io/import/text_run.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class XhtmlText {
 public:
  enum class Kind : std::uint8_t {
    title,
    section,
    article,
    article_title,
    sequence,
    words,
    list,   // a table whose first column has a number or a dash
    table,  // any other
    aside,  // headers, signatures
  };
  struct Block {
    pugi::xml_node node;
    Kind kind = Kind::words;
    bool quoted = false;  // text of an amended act
  };
  struct Item {
    std::string number;
    pugi::xml_node content;
  };
  struct Note {
    std::string_view anchor;
    pugi::xml_node node;
  };

  explicit XhtmlText(const ParsedFile& file) : file_(file) {}

  // The blocks below a node; what lists hold is theirs. Notes are kept apart.
  std::vector<Block> blocks(pugi::xml_node node);
  std::vector<Item> items(pugi::xml_node table) const;
  const std::vector<Note>& notes() const { return notes_; }
  // "EN" of the head of the page, or of the document.
  std::string_view language() const;

  TextRun words(pugi::xml_node node) const;
  void append_words(pugi::xml_node node, TextRun& run) const;
  std::vector<std::string_view> note_anchors(pugi::xml_node node) const;

 private:
  void walk(pugi::xml_node node, bool quoted, std::vector<Block>& out);
  void element(pugi::xml_node node, bool quoted, std::vector<Block>& out);
  void paragraph(pugi::xml_node node, bool quoted, std::vector<Block>& out);
  bool is_list(pugi::xml_node table) const;

  const ParsedFile& file_;
  std::vector<Note> notes_;
  bool in_quotes_ = false;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
