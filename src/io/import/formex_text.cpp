#include "io/import/formex_text.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "acquis/citation/celex.hpp"
#include "acquis/citation/words.hpp"
#include "io/import/formex.hpp"
#include "io/import/printed_number.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

using Node = pugi::xml_node;

bool is_element(Node node, std::string_view name) {
  return node.type() == pugi::node_element && name_of(node) == name;
}

bool is_words(Node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// What stands in the line.
constexpr std::array inline_names{
    std::string_view("HT"),         std::string_view("DATE"),     std::string_view("FT"),
    std::string_view("IE"),         std::string_view("LINK"),     std::string_view("REF.DOC"),
    std::string_view("REF.DOC.OJ"), std::string_view("TERM"),     std::string_view("EXPR"),
    std::string_view("IND"),        std::string_view("EXPONENT"), std::string_view("FRACTION"),
    std::string_view("DIVIDEND"),   std::string_view("DIVISOR"),  std::string_view("OP.MATH"),
    std::string_view("OP.CMP"),     std::string_view("UNDER"),    std::string_view("OVER"),
    std::string_view("OVERLINE"),   std::string_view("SUM"),      std::string_view("FMT.VALUE"),
    std::string_view("ADDR.S"),     std::string_view("ROOT")};

bool is_inline(std::string_view name) {
  return std::find(inline_names.begin(), inline_names.end(), name) != inline_names.end();
}

std::size_t count(Node node, const char* name) {
  const auto all = node.children(name);
  return static_cast<std::size_t>(std::distance(all.begin(), all.end()));
}

std::uint32_t code_point(std::string_view hex) {
  std::uint32_t value = 0;
  for (const char c : hex) {
    const char low = static_cast<char>(c | 0x20);
    const bool letter = low >= 'a' && low <= 'f';
    if ((!letter && !is_digit(c)) || value > 0xFFFF) return 0;
    value = value * 16 + static_cast<std::uint32_t>(letter ? low - 'a' + 10 : c - '0');
  }
  return value;
}

// "1.2" of "1.2. Scope", "A" of "A. Scope": a title that begins with a number.
std::string leading_number(std::string_view title) {
  const std::string_view word = title.substr(0, title.find(' '));
  const bool digits = !word.empty() && is_digit(word[0]);
  const bool letter = word.size() == 2 && is_letter(word[0]) && word[1] == '.';
  const bool closed = !word.empty() && (word.back() == '.' || word.back() == ')');
  const bool several = digits && word.find('.') != std::string_view::npos;
  return letter || (digits && (closed || several)) ? item_number(word) : std::string();
}

}  // namespace

// ---- the preamble

void FormexText::preamble(Node node) {
  writer_.preamble(true);
  words_ = Words::preamble;
  for (const Node child : node.children()) {
    const std::string_view name = name_of(child);
    if (name == "GR.VISA") {
      for (const Node visa_node : child.children("VISA")) visa(visa_node);
    } else if (name == "GR.CONSID") {
      for (const Node recital_node : child.children("CONSID")) recital(recital_node);
    } else if (name == "VISA") {
      visa(child);
    } else if (name == "CONSID") {
      recital(child);
    }
  }
  words_ = Words::enacting;
  writer_.preamble(false);
}

void FormexText::visa(Node node) {
  act_.has_preamble = true;
  const bool entered = enter(Level::visa, {}, node);
  words_ = Words::visa;
  block(node);
  words_ = Words::preamble;
  leave(entered);
}

void FormexText::recital(Node node) {
  act_.has_preamble = true;
  const Node numbered_text = node.child("NP") ? node.child("NP") : node.child("P").child("NP");
  const bool entered =
      enter(Level::recital, item_number(words_of(numbered_text.child("NO.P")).text()), node);
  if (numbered_text) {
    for (const Node part : numbered_text.children())
      if (!is_element(part, "NO.P") && part.type() == pugi::node_element) block(part);
    for (Node more = numbered_text.next_sibling(); more; more = more.next_sibling())
      if (more.type() == pugi::node_element) element(more, name_of(more));
    flush();
  } else {
    block(node);
  }
  leave(entered);
}

// ---- divisions and articles

bool FormexText::enter(Level level, std::string value, Node node, bool alone) {
  flush();
  if (quotes_ > 0) return false;
  const std::size_t depth = writer_.depth();
  writer_.open_loose(level, std::move(value), {number_, file_.offset(node)}, alone);
  for (Change& change : changes_)
    if (change.depth == depth) {
      change.told = true;
      tell(change);
    }
  return true;
}

void FormexText::leave(bool entered) {
  flush();
  if (entered) writer_.close();
}

void FormexText::enacting_terms(Node node) { divisions_and_articles(node); }

void FormexText::divisions_and_articles(Node node) {
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) {
      instruction(child);
    } else if (child.type() == pugi::node_element) {
      element(child, name_of(child));
    } else if (is_words(child)) {
      run_.append_raw(child.value(), file_.text_offset(child));
    }
  }
  flush();
}

void FormexText::heading(Node title) {
  if (quotes_ > 0) return;
  for (const Node child : title.children())
    if (is_element(child, "STI")) writer_.heading(words_of(child).text());
}

void FormexText::division(Node node) {
  const Node title = node.child("TITLE");
  const TextRun words = words_of(title.child("TI"));
  const auto found = division_number(words.text());
  const bool known = found && !found->value.empty() && is_grouping(found->level);
  const bool entered = known && enter(found->level, found->value, node);
  if (entered) {
    writer_.heading(found->rest);
    heading(title);
  }
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) instruction(child);
    if (child.type() == pugi::node_element && child != title) element(child, name_of(child));
  }
  leave(entered);
}

void FormexText::article(Node node) {
  const bool entered =
      enter(Level::article, article_number(words_of(node.child("TI.ART")).text()), node);
  const bool numbered = static_cast<bool>(node.child("PARAG"));
  const std::size_t unnumbered = numbered ? 0 : count(node, "ALINEA");
  for (const Node child : node.children()) article_part(child, unnumbered, numbered);
  leave(entered);
}

// `unnumbered`: how many paragraphs without a number the article has, if it has no others.
void FormexText::article_part(Node node, std::size_t unnumbered, bool numbered) {
  if (node.type() == pugi::node_pi) return instruction(node);
  if (node.type() != pugi::node_element) return;
  const std::string_view name = name_of(node);
  if (name == "TI.ART") {
    for (const Node inside : node.children("NOTE")) notes_.push_back(inside);
  } else if (name == "STI.ART") {
    if (quotes_ == 0) writer_.heading(words_of(node).text());
  } else if (name == "SUBDIV") {
    const bool inner = numbered || node.child("PARAG");
    for (const Node child : node.children())
      if (!is_element(child, "TITLE")) article_part(child, count(node, "ALINEA"), inner);
  } else if (name == "ALINEA" && !node.child("PARAG")) {
    const bool entered = enter(numbered ? Level::subparagraph : Level::paragraph, {}, node,
                               !numbered && unnumbered == 1);
    block(node);
    leave(entered);
  } else if (name == "ALINEA") {
    for (const Node child : node.children()) article_part(child, 0, true);
  } else {
    element(node, name);
  }
}

void FormexText::numbered_paragraph(Node node) {
  const bool entered =
      enter(Level::paragraph, item_number(words_of(node.child("NO.PARAG")).text()), node);
  const bool several = count(node, "ALINEA") > 1;
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) instruction(child);
    if (child.type() != pugi::node_element || is_element(child, "NO.PARAG")) continue;
    const bool inner =
        several && is_element(child, "ALINEA") && enter(Level::subparagraph, {}, child);
    element(child, name_of(child));
    leave(inner);
  }
  leave(entered);
}

void FormexText::annex(Node node) {
  const Node title = node.child("TITLE");
  const TextRun words = words_of(title.child("TI"));
  const auto number = annex_number(words.text());
  const bool entered = enter(Level::annex, number.value_or(std::string()), node);
  if (entered && number) {
    writer_.heading(division_number(words.text())->rest);
    heading(title);
  } else if (entered) {
    writer_.heading(words.text());
  }
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) instruction(child);
    if (is_element(child, "CONTENTS")) content(child);
    if (is_element(child, "CONS.ANNEX")) annex(child);
  }
  leave(entered);
}

// ---- what stands in a paragraph

void FormexText::block(Node node) {
  flush();
  content(node);
  flush();
}

void FormexText::content(Node node) {
  for (const Node child : node.children()) {
    if (is_words(child))
      run_.append_raw(child.value(), file_.text_offset(child));
    else if (child.type() == pugi::node_pi)
      instruction(child);
    else if (child.type() == pugi::node_element)
      element(child, name_of(child));
  }
}

void FormexText::element(Node node, std::string_view name) {
  if (name == "NOTE") {
    notes_.push_back(node);
  } else if (name == "QUOT.START" || name == "QUOT.END") {
    quotation_mark(node);
  } else if (is_inline(name)) {
    content(node);
  } else if (name == "LIST") {
    list(node);
  } else if (name == "NP") {
    numbered(node);
  } else if (name == "ARTICLE") {
    article(node);
  } else if (name == "PARAG") {
    numbered_paragraph(node);
  } else if (name == "DIVISION") {
    division(node);
  } else if (name == "QUOT.S") {
    quoted(node);
  } else if (name == "GR.SEQ") {
    sequence(node);
  } else if (name == "DLIST.ITEM") {
    definition(node);
  } else if (name == "TBL") {
    apart(node);
  } else if (name != "TOC" && name != "INCL.ELEMENT" && name != "IMG.CNT") {
    block(node);
  }
}

void FormexText::quotation_mark(Node node) {
  const std::uint32_t code = code_point(attribute_of(node, "CODE"));
  run_.append_character(code == 0 ? '"' : code, file_.offset(node));
}

void FormexText::list(Node node) {
  flush();
  const bool marked = attribute_of(node, "TYPE") != "NONE";
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) instruction(child);
    if (child.type() != pugi::node_element) continue;
    if (is_element(child, "ITEM") && (marked || child.child("NP")))
      item(child);
    else
      element(child, name_of(child));
  }
  flush();
}

void FormexText::item(Node item) {
  if (item.child("NP")) return block(item);
  const bool entered = enter(Level::indent, {}, item);
  block(item);
  leave(entered);
}

void FormexText::numbered(Node node) {
  const TextRun printed = words_of(node.child("NO.P"));
  const auto division = division_number(printed.text());
  const bool named = division && !division->value.empty() && is_grouping(division->level);
  std::string value = named ? division->value : item_number(printed.text());
  const Level level = named ? division->level : value.empty() ? Level::indent : Level::point;
  const bool entered = enter(level, std::move(value), node);
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) instruction(child);
    if (is_element(child, "NO.P"))
      for (const Node inside : child.children("NOTE")) notes_.push_back(inside);
    else if (child.type() == pugi::node_element)
      block(child);
  }
  leave(entered);
}

void FormexText::definition(Node node) {
  const std::string value = item_number(words_of(node.child("PREFIX")).text());
  const bool entered = !value.empty() && enter(Level::point, value, node);
  flush();
  for (const Node child : node.children())
    if (child.type() == pugi::node_element && !is_element(child, "PREFIX")) {
      content(child);
      run_.append_space(file_.offset(child));
    }
  flush();
  leave(entered);
}

// A part of an annex: "Part A", "1.2. Scope", or a title without a number.
void FormexText::sequence(Node node) {
  flush();
  const Node title = node.child("TITLE");
  const TextRun printed = words_of(node.child("NO.GR.SEQ"));
  const TextRun words = words_of(title.child("TI"));
  const std::string_view first = printed.empty() ? words.text() : printed.text();
  const auto division = division_number(first);
  const bool named = division && !division->value.empty() && is_grouping(division->level);
  std::string value = named              ? division->value
                      : !printed.empty() ? item_number(printed.text())
                                         : leading_number(first);
  const bool entered =
      !value.empty() && enter(named ? division->level : Level::point, std::move(value), node);
  if (entered) {
    writer_.heading(named && printed.empty() ? division->rest : words.text());
    heading(title);
  }
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pi) instruction(child);
    const bool skipped = is_element(child, "NO.GR.SEQ") || (entered && child == title);
    if (child.type() == pugi::node_element && !skipped) element(child, name_of(child));
  }
  leave(entered);
}

void FormexText::apart(Node node) {
  flush();
  const Words before = std::exchange(words_, words_ == Words::quoted ? words_ : Words::apart);
  ++quotes_;
  content(node);
  flush();
  --quotes_;
  words_ = before;
}

void FormexText::quoted(Node node) {
  flush();
  const Words before = std::exchange(words_, Words::quoted);
  ++quotes_;
  content(node);
  flush();
  --quotes_;
  words_ = before;
}

void FormexText::flush() {
  if (!run_.empty()) writer_.paragraph(run_, words_, number_);
  run_.clear();
  if (notes_.empty()) return;
  const std::vector<Node> notes = std::exchange(notes_, {});
  if (words_ == Words::quoted) return;
  for (const Node each : notes) note(each);
}

void FormexText::note(Node node) {
  TextRun words;
  collect(node, words);
  writer_.paragraph(words, Words::note, number_);
}

TextRun FormexText::words_of(Node node) const {
  TextRun run;
  collect(node, run);
  return run;
}

void FormexText::collect(Node node, TextRun& run) const {
  for (const Node child : node.children()) {
    const std::string_view name = name_of(child);
    if (is_words(child)) {
      run.append_raw(child.value(), file_.text_offset(child));
    } else if (name == "QUOT.START" || name == "QUOT.END") {
      const std::uint32_t code = code_point(attribute_of(child, "CODE"));
      run.append_character(code, file_.offset(child));
    } else if (child.type() == pugi::node_element && name != "NOTE") {
      collect(child, run);
      if (!is_inline(name)) run.append_space(file_.offset(child));
    }
  }
}

// ---- what the editors of a consolidated text have marked

void FormexText::instruction(Node node) {
  if (name_of(node) == "CLG.MDFO") change_begins(node);
  if (name_of(node) == "CLG.MDFC") change_ends(node);
}

namespace {

// ID of ID="O001" in the text of a processing instruction.
std::string_view value_in(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos;
       at = text.find(name, at + 1)) {
    const bool whole = at == 0 || static_cast<unsigned char>(text[at - 1]) <= ' ';
    const std::size_t quote = at + name.size() + 1;
    if (!whole || quote >= text.size() || text[quote - 1] != '=') continue;
    const std::size_t end = text.find(text[quote], quote + 1);
    if (end == std::string_view::npos) return {};
    return text.substr(quote + 1, end - quote - 1);
  }
  return {};
}

}  // namespace

void FormexText::change_begins(Node mark) {
  constexpr std::size_t most_open = 100;
  if (writer_.depth() == 0 || changes_.size() == most_open) return;
  changes_.push_back({value_in(mark.value(), "ID"), mark, writer_.depth(), false});
}

void FormexText::change_ends(Node mark) {
  const std::string_view id = value_in(mark.value(), "IDREF");
  const auto at = std::find_if(changes_.begin(), changes_.end(),
                               [&](const Change& change) { return change.id == id; });
  if (at == changes_.end()) return;
  if (!at->told) tell(*at);
  changes_.erase(at);
}

// The place that is open now is what was changed.
void FormexText::tell(const Change& change) {
  const std::string_view text = change.mark.value();
  const std::string_view action = value_in(text, "ACTION");
  const auto act = Citation::from_key(value_in(text, "ACTIVE.DOC"));
  if (!act || !act->is_work()) return;
  std::string note(action);
  std::transform(note.begin(), note.end(), note.begin(), [](char c) { return lower(c); });
  std::string_view rest = value_in(text, "ACTIVE.LOC");
  constexpr std::string_view and_word = " .AND. ";
  for (bool more = true; more;) {
    const std::size_t width = (std::min)(rest.find(and_word), rest.size());
    more = width != rest.size();
    writer_.amended_by(place_of_location(*act, rest.substr(0, width)),
                       action == "REPEALED" ? EdgeKind::repeals : EdgeKind::amends,
                       writer_.current(), {number_, file_.offset(change.mark)}, note);
    if (more) rest.remove_prefix(width + and_word.size());
  }
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
