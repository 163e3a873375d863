// The text of one Formex file: divisions, articles, paragraphs, lists, annexes, to the last indent.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "io/import/act_writer.hpp"
#include "io/import/parsed_file.hpp"
#include "io/import/text_run.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class FormexText {
 public:
  FormexText(const ParsedFile& file, std::uint32_t number, Act& act, ActWriter& writer)
      : file_(file), number_(number), act_(act), writer_(writer) {}

  void preamble(pugi::xml_node node);
  void enacting_terms(pugi::xml_node node);
  void annex(pugi::xml_node node);
  void instruction(pugi::xml_node node);

  // The words of an element on one line, without notes.
  TextRun words_of(pugi::xml_node node) const;

 private:
  // A change that the editors of a consolidated text have marked, not yet closed.
  struct Change {
    std::string_view id;
    pugi::xml_node mark;
    std::size_t depth = 0;
    bool told = false;
  };

  bool enter(Level level, std::string value, pugi::xml_node node, bool alone = false);
  void leave(bool entered);

  void division(pugi::xml_node node);
  void divisions_and_articles(pugi::xml_node node);
  void article(pugi::xml_node node);
  void article_part(pugi::xml_node node, std::size_t unnumbered, bool numbered);
  void numbered_paragraph(pugi::xml_node node);
  void visa(pugi::xml_node node);
  void recital(pugi::xml_node node);
  void heading(pugi::xml_node title);

  void content(pugi::xml_node node);
  void element(pugi::xml_node node, std::string_view name);
  void block(pugi::xml_node node);
  void list(pugi::xml_node node);
  void item(pugi::xml_node item);
  void numbered(pugi::xml_node node);
  void definition(pugi::xml_node node);
  void sequence(pugi::xml_node node);
  void apart(pugi::xml_node node);
  void quoted(pugi::xml_node node);
  void quotation_mark(pugi::xml_node node);
  void flush();
  void note(pugi::xml_node node);

  void change_begins(pugi::xml_node mark);
  void change_ends(pugi::xml_node mark);
  void tell(const Change& change);
  void collect(pugi::xml_node node, TextRun& run) const;

  const ParsedFile& file_;
  std::uint32_t number_;
  Act& act_;
  ActWriter& writer_;
  TextRun run_;
  std::vector<pugi::xml_node> notes_;
  std::vector<Change> changes_;
  Words words_ = Words::enacting;
  unsigned quotes_ = 0;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
