#include "io/import/xhtml_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "acquis/citation/words.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

using Node = pugi::xml_node;
using Kind = XhtmlText::Kind;

constexpr std::size_t widest_number = 16;

// The first class, without the prefix of the newer generation.
std::string_view class_of(Node node) {
  std::string_view name = attribute_of(node, "class");
  name = name.substr(0, name.find(' '));
  return name.substr(0, 3) == "oj-" ? name.substr(3) : name;
}

bool starts_with(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

constexpr std::array<std::pair<std::string_view, Kind>, 12> kinds{{
    {"doc-ti", Kind::title},
    {"ti-section-1", Kind::section},
    {"ti-section-2", Kind::section},
    {"ti-art", Kind::article},
    {"sti-art", Kind::article_title},
    {"ti-grseq-1", Kind::sequence},
    {"signatory", Kind::aside},
    {"hd-ti", Kind::aside},
    {"hd-lg", Kind::aside},
    {"hd-date", Kind::aside},
    {"hd-oj", Kind::aside},
    {"hd-coll", Kind::aside},
}};

Kind kind_of(std::string_view name) {
  for (const auto& [known, kind] : kinds)
    if (known == name) return kind;
  return Kind::words;
}

std::string_view opening_quote(std::string_view text) {
  for (const std::string_view mark : {"\xE2\x80\x98", "\xE2\x80\x9C", "\xC2\xAB", "\xE2\x80\x9E"})
    if (starts_with(text, mark)) return mark;
  return {};
}

// "...'" or "...';" at the end.
bool closes_quote(std::string_view text) {
  while (!text.empty() && std::string_view(";.,) ").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  for (const std::string_view mark : {"\xE2\x80\x99", "\xE2\x80\x9D", "\xC2\xBB", "\xE2\x80\x9C"})
    if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) return true;
  return false;
}

// A mark inside that may be the closing one, not an apostrophe.
bool has_closing(std::string_view text) {
  for (const std::string_view mark : {"\xE2\x80\x99", "\xE2\x80\x9D", "\xC2\xBB"})
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + 1))
      if (at + mark.size() == text.size() || !is_letter(text[at + mark.size()])) return true;
  return false;
}

bool is_note_anchor(Node node) {
  return name_of(node) == "a" && starts_with(attribute_of(node, "id"), "ntc");
}

}  // namespace

std::vector<XhtmlText::Block> XhtmlText::blocks(Node node) {
  std::vector<Block> out;
  const bool before = std::exchange(in_quotes_, false);
  walk(node, false, out);
  in_quotes_ = before;
  return out;
}

void XhtmlText::walk(Node node, bool quoted, std::vector<Block>& out) {
  for (const Node child : node.children())
    if (child.type() == pugi::node_element) element(child, quoted, out);
}

void XhtmlText::element(Node node, bool quoted, std::vector<Block>& out) {
  const std::string_view name = name_of(node);
  if (name == "p") return paragraph(node, quoted, out);
  if (name == "table") {
    const bool list = class_of(node).empty() && is_list(node);
    out.push_back({node, list ? Kind::list : Kind::table, quoted || in_quotes_});
    return;
  }
  const bool plain = name == "div" && attribute_of(node, "id").empty() && class_of(node).empty();
  if (class_of(node) != "signatory" && class_of(node) != "final") walk(node, quoted || plain, out);
}

void XhtmlText::paragraph(Node node, bool quoted, std::vector<Block>& out) {
  const std::string_view name = class_of(node);
  if (name == "note") {
    for (const Node child : node.children("a")) {
      const std::string_view target = attribute_of(child, "href");
      if (target.find("#ntc") == std::string_view::npos) continue;
      notes_.push_back({target.substr(target.find('#') + 1), node});
      break;
    }
    return;
  }
  const Kind kind = kind_of(name);
  if (kind == Kind::aside) return;
  const TextRun run = words(node);
  const std::string_view text = run.text();
  if (text.empty()) return;
  const bool opens = !opening_quote(text).empty() && (closes_quote(text) || !has_closing(text));
  in_quotes_ = in_quotes_ || opens;
  out.push_back({node, kind, quoted || in_quotes_});
  if (in_quotes_ && closes_quote(text)) in_quotes_ = false;
}

bool XhtmlText::is_list(Node table) const {
  const auto rows = items(table);
  return !rows.empty() && std::all_of(rows.begin(), rows.end(), [](const Item& item) {
    return item.content && !item.number.empty() && item.number.size() <= widest_number &&
           item.number.find(' ') == std::string::npos;
  });
}

std::vector<XhtmlText::Item> XhtmlText::items(Node table) const {
  std::vector<Item> out;
  const Node body = table.child("tbody") ? table.child("tbody") : table;
  for (const Node row : body.children("tr")) {
    const Node first = row.child("td");
    const Node second = first.next_sibling("td");
    const bool two = second && !second.next_sibling("td");
    out.push_back({std::string(words(first).text()), two ? second : Node()});
  }
  return out;
}

std::string_view XhtmlText::language() const {
  for (Node node = file_.root(); node;) {
    if (name_of(node) == "p" && class_of(node) == "hd-lg") return node.child_value();
    Node next = node.first_child();
    while (node && !next) {
      next = node.next_sibling();
      if (!next) node = node.parent();
    }
    node = next;
  }
  return attribute_of(file_.root(), "lang");
}

TextRun XhtmlText::words(Node node) const {
  TextRun run;
  append_words(node, run);
  return run;
}

void XhtmlText::append_words(Node node, TextRun& run) const {
  for (const Node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      run.append_raw(child.value(), file_.text_offset(child));
    } else if (child.type() == pugi::node_element && !is_note_anchor(child)) {
      append_words(child, run);
      const std::string_view name = name_of(child);
      if (name == "p" || name == "td" || name == "br") run.append_space(file_.offset(child));
    }
  }
  if (name_of(node) == "p") run.append_space(file_.offset(node));
}

std::vector<std::string_view> XhtmlText::note_anchors(Node node) const {
  std::vector<std::string_view> out;
  if (is_note_anchor(node)) out.push_back(attribute_of(node, "id"));
  for (const Node child : node.children()) {
    const auto inside = note_anchors(child);
    out.insert(out.end(), inside.begin(), inside.end());
  }
  return out;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
