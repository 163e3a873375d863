// The structure of acts in XHTML: classes with and without "oj-", lists as tables of two columns.
#include "io/import/xhtml.hpp"

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "acquis/citation/celex.hpp"
#include "acquis/citation/words.hpp"
#include "io/import/act_writer.hpp"
#include "io/import/parsed_file.hpp"
#include "io/import/printed_number.hpp"
#include "io/import/xhtml_text.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::optional<Citation> work_of_name(std::string_view file) {
  file = file.substr(file.rfind('/') + 1);
  std::string stem(file.substr(0, file.rfind('.')));
  for (char& c : stem)
    if (is_letter(c)) c = static_cast<char>(c & ~0x20);
  const auto celex = Celex::parse(stem);
  return celex && celex->sector == '3' ? Citation::from_key(stem) : std::nullopt;
}

std::optional<Language> language_of(std::string_view code) {
  for (const Language language : languages)
    if (same_word(to_text(language), code)) return language;
  return std::nullopt;
}

bool begins_preamble(std::string_view text) {
  for (const std::string_view opening :
       {"Having regard", "HAVING REGARD", "Vu ", "vu ", "Gelet op", "Gezien", "gest\xC3\xBCtzt auf",
        "Acting in accordance", "After "})
    if (text.substr(0, opening.size()) == opening) return true;
  return false;
}

bool begins_recital(std::string_view text) {
  for (const std::string_view opening :
       {"Whereas ", "consid\xC3\xA9rant ", "Overwegende ", "in Erw"})
    if (text.substr(0, opening.size()) == opening) return true;
  return false;
}

// "1." of "1.   Words": the number of a paragraph, and where its words begin.
std::string paragraph_number(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == 0 || at > 3) return {};
  while (at < text.size() && at < 5 && text[at] >= 'a' && text[at] <= 'z') ++at;
  if (at + 1 >= text.size() || text[at] != '.' || text[at + 1] != ' ') return {};
  return std::string(text.substr(0, at));
}

class XhtmlReader {
 public:
  XhtmlReader(const ImportDocument& document, const ImportOptions& options, Act& act)
      : document_(document), options_(options), act_(act), writer_(act, options), text_(file_) {}

  void run() {
    if (!file_.read(document_.files.front(), options_, act_.problems)) {
      act_.failed = true;
      return;
    }
    blocks_ = text_.blocks(file_.root().child("body"));
    if (!identify()) return;
    while (at_ < blocks_.size()) step();
    close_to(1);
    read_notes();
    writer_.finish();
  }

 private:
  using Block = XhtmlText::Block;
  using Kind = XhtmlText::Kind;

  bool fail(const char* code, std::string message) {
    act_.problems.push_back(
        {Severity::error, code, document_.files.front().name, 0, 0, {}, std::move(message), {}});
    act_.failed = true;
    return false;
  }

  bool identify() {
    const auto language = language_of(text_.language());
    if (!language || (options_.language && language != options_.language)) {
      act_.left_out = true;
      return false;
    }
    act_.language = *language;
    while (at_ < blocks_.size() && blocks_[at_].kind != Kind::title) ++at_;
    TextRun title;
    const std::size_t first = at_;
    for (; at_ < blocks_.size() && blocks_[at_].kind == Kind::title; ++at_)
      text_.append_words(blocks_[at_].node, title);
    if (title.empty()) return fail("ACQ0601", "no title: there is no act to import");
    auto work = work_of_name(document_.files.front().name);
    if (!work) work = work_of_title(title.text());
    if (!work) return fail("ACQ0601", "neither the file's name nor the title tells the act");
    writer_.begin(*work, title, spot(blocks_[first]));
    read_correction();
    return true;
  }
  std::optional<Citation> work_of_title(std::string_view title) const {
    CiteContext context;
    context.language = act_.language;
    for (const Reference& reference : extract_citations(title, context).references)
      if (reference.target && reference.target.is_work()) return reference.target;
    return std::nullopt;
  }
  // The number of a corrigendum tells what it corrects.
  void read_correction() {
    const auto celex = Celex::parse(act_.work.key());
    const auto act = celex ? citation_of(*celex) : std::nullopt;
    if (act && *act != act_.work) writer_.stated(act_.work, EdgeKind::corrects, *act, {});
  }

  Spot spot(const Block& block) const { return {0, file_.offset(block.node)}; }
  void close_to(std::size_t depth) {
    while (writer_.depth() > depth) writer_.close();
  }
  void write(const Block& block, Words words) {
    const TextRun run = text_.words(block.node);
    writer_.paragraph(run, block.quoted ? Words::quoted : words, 0);
    for (const std::string_view anchor : text_.note_anchors(block.node))
      notes_.emplace(std::string(anchor), writer_.current());
  }

  void step() {
    const Block& block = blocks_[at_];
    if (block.quoted && block.kind != Kind::list) return write_here(block);
    switch (block.kind) {
      case Kind::title:
        return annex();
      case Kind::section:
        return division();
      case Kind::article:
        return article();
      case Kind::sequence:
        return sequence();
      default:
        return body_ == Body::preamble ? preamble() : write_here(block);
    }
  }
  void write_here(const Block& block) {
    ++at_;
    if (body_ == Body::preamble) return;
    block.kind == Kind::list ? items(block) : write(block, words_of(block));
  }
  Words words_of(const Block& block) const {
    return block.kind == Kind::table ? Words::apart : Words::enacting;
  }

  // ---- the preamble

  void preamble() {
    const Block& block = blocks_[at_++];
    const TextRun words = text_.words(block.node);
    if (block.kind == Kind::list) return recitals(block);
    if (block.kind != Kind::words) return;
    writer_.preamble(true);
    if (begins_preamble(words.text())) {
      single(block, Level::visa, Words::visa);
    } else if (begins_recital(words.text()) && words.text().back() != ':') {
      single(block, Level::recital, Words::preamble);
    }
    writer_.preamble(false);
  }
  void single(const Block& block, Level level, Words words) {
    act_.has_preamble = true;
    writer_.open(level, {}, spot(block));
    write(block, words);
    writer_.close();
  }
  void recitals(const Block& block) {
    act_.has_preamble = true;
    writer_.preamble(true);
    for (const XhtmlText::Item& item : text_.items(block.node)) {
      writer_.open(Level::recital, item_number(item.number), {0, file_.offset(item.content)});
      for (const Block& inside : text_.blocks(item.content)) write(inside, Words::preamble);
      writer_.close();
    }
    writer_.preamble(false);
  }

  // ---- divisions, annexes

  void division() {
    const Block& block = blocks_[at_++];
    const TextRun words = text_.words(block.node);
    const auto found = division_number(words.text());
    if (!found || found->value.empty() || !is_grouping(found->level)) return write_heading(words);
    body_ = Body::terms;
    while (writer_.depth() > 1 && !(is_grouping(writer_.level()) && writer_.level() < found->level))
      writer_.close();
    writer_.open(found->level, found->value, spot(block));
    writer_.heading(found->rest);
  }
  void write_heading(const TextRun& words) {
    if (writer_.depth() > 1 && is_grouping(writer_.level())) writer_.heading(words.text());
  }

  void annex() {
    const Block& block = blocks_[at_++];
    const TextRun words = text_.words(block.node);
    const auto number = annex_number(words.text());
    if (!number) {
      if (body_ == Body::annex) writer_.heading(words.text());
      return;
    }
    body_ = Body::annex;
    close_to(1);
    writer_.open(Level::annex, *number, spot(block));
    writer_.heading(division_number(words.text())->rest);
  }

  void sequence() {
    const Block& block = blocks_[at_];
    const TextRun words = text_.words(block.node);
    const auto found = division_number(words.text());
    if (body_ != Body::annex || !found || found->value.empty() || !is_grouping(found->level))
      return write_here(block);
    ++at_;
    while (writer_.depth() > 2 && !(is_grouping(writer_.level()) && writer_.level() < found->level))
      writer_.close();
    writer_.open(found->level, found->value, spot(block));
    writer_.heading(found->rest);
  }

  // ---- articles

  void article() {
    const Block& block = blocks_[at_++];
    if (body_ == Body::preamble) body_ = Body::terms;
    while (writer_.depth() > 1 && !is_grouping(writer_.level()) && writer_.level() != Level::annex)
      writer_.close();
    writer_.open(Level::article, article_number(text_.words(block.node).text()), spot(block));
    for (const std::string_view anchor : text_.note_anchors(block.node))
      notes_.emplace(std::string(anchor), writer_.current());
    if (at_ < blocks_.size() && blocks_[at_].kind == Kind::article_title)
      writer_.heading(text_.words(blocks_[at_++].node).text());
    std::vector<Block> inside;
    while (at_ < blocks_.size() && is_inside_article(blocks_[at_]))
      inside.push_back(blocks_[at_++]);
    paragraphs(inside);
    writer_.close();
  }
  static bool is_inside_article(const Block& block) {
    const bool text = block.kind == Kind::words || block.kind == Kind::list ||
                      block.kind == Kind::table || block.kind == Kind::sequence;
    return block.quoted || text;
  }

  // Words that go on after a list begin in lower case.
  bool begins_unit(const std::vector<Block>& blocks, std::size_t i) const {
    if (blocks[i].quoted || blocks[i].kind != Kind::words) return i == 0;
    const TextRun run = text_.words(blocks[i].node);
    const std::string_view words = run.text();
    return i == 0 || (!words.empty() && !(words[0] >= 'a' && words[0] <= 'z'));
  }

  void paragraphs(const std::vector<Block>& blocks) {
    std::vector<std::size_t> starts;
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].quoted || blocks[i].kind != Kind::words) continue;
      std::string number = paragraph_number(text_.words(blocks[i].node).text());
      if (number.empty()) continue;
      starts.push_back(i);
      numbers.push_back(std::move(number));
    }
    const bool numbered = !starts.empty();
    if (!numbered || starts.front() > 0)
      units(blocks, 0, numbered ? starts.front() : blocks.size(),
            numbered ? Level::subparagraph : Level::paragraph, !numbered, true);
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : blocks.size();
      writer_.open(Level::paragraph, numbers[k], spot(blocks[starts[k]]));
      units(blocks, starts[k], end, Level::subparagraph, false, false);
      writer_.close();
    }
  }

  // Subparagraphs, or paragraphs without a number. A single one stands for the whole, unless it is
  // to be named even so.
  void units(const std::vector<Block>& blocks, std::size_t first, std::size_t last, Level level,
             bool leave_points, bool named) {
    std::vector<std::size_t> starts;
    for (std::size_t i = first; i < last; ++i)
      if (i == first || begins_unit(blocks, i)) starts.push_back(i);
    const bool alone = starts.size() == 1;
    for (std::size_t k = 0; k < starts.size(); ++k) {
      const std::size_t end = k + 1 < starts.size() ? starts[k + 1] : last;
      const bool open = named || !alone;
      if (open) writer_.open_loose(level, {}, spot(blocks[starts[k]]), leave_points && alone);
      for (std::size_t i = starts[k]; i < end; ++i)
        blocks[i].kind == Kind::list ? items(blocks[i]) : write(blocks[i], words_of(blocks[i]));
      if (open) writer_.close();
    }
  }

  void items(const Block& block) {
    for (const XhtmlText::Item& item : text_.items(block.node)) {
      const std::string value = item_number(item.number);
      const bool open = !block.quoted;
      if (open)
        writer_.open(value.empty() ? Level::indent : Level::point, value,
                     {0, file_.offset(item.content)});
      for (Block inside : text_.blocks(item.content)) {
        inside.quoted = inside.quoted || block.quoted;
        inside.kind == Kind::list ? items(inside) : write(inside, words_of(inside));
      }
      if (open) writer_.close();
    }
  }

  // ---- notes stand at the end and belong where their anchors are

  void read_notes() {
    for (const XhtmlText::Note& note : text_.notes()) {
      const auto place = notes_.find(std::string(note.anchor));
      if (place == notes_.end()) continue;
      const TextRun run = text_.words(note.node);
      writer_.note_of(place->second, run, 0);
    }
  }

  enum class Body : std::uint8_t { preamble, terms, annex };

  const ImportDocument& document_;
  const ImportOptions& options_;
  Act& act_;
  ParsedFile file_;
  ActWriter writer_;
  XhtmlText text_;
  std::vector<Block> blocks_;
  std::size_t at_ = 0;
  Body body_ = Body::preamble;
  absl::flat_hash_map<std::string, std::uint32_t> notes_;
};

}  // namespace

void read_xhtml(const ImportDocument& document, const ImportOptions& options, Act& act) {
  XhtmlReader(document, options, act).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
