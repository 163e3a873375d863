// Builds an Act from what a reader of any format meets in the order of the document: places that
// open and close, headings, paragraphs. All that formats have in common is decided here: keys,
// positions of what bears no number, references and what becomes of them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/citation/extract.hpp"
#include "acquis/io/import.hpp"
#include "io/import/act.hpp"
#include "io/import/settle.hpp"
#include "io/import/text_run.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// What a paragraph is, for its references.
enum class Words : std::uint8_t {
  enacting,  // relative references are those of the act
  preamble,  // of a recital or another part of the preamble
  visa,      // may name a legal basis
  apart,     // a cell of a table: only what it names in full counts
  note,      // the same; its words are not those of the place
  quoted,    // of an amended act: not looked into
};

class ActWriter {
 public:
  ActWriter(Act& act, const ImportOptions& options) : act_(act), options_(options) {}

  // The work is known: everything else may follow. `title` names it.
  void begin(const Citation& work, const TextRun& title, Spot spot);

  // A place inside the innermost one that is open. Without a value: its position among those of
  // its level.
  std::uint32_t open(Level level, std::string value, Spot spot);
  // The only paragraph of an article, a subparagraph: its points are listed under its parent.
  std::uint32_t open_loose(Level level, std::string value, Spot spot, bool alone);
  void close();
  std::size_t depth() const noexcept { return frames_.size(); }
  std::uint32_t current() const noexcept { return frames_.back().place; }
  Level level() const noexcept { return frames_.back().level; }
  const Citation& place() const noexcept { return frames_.back().context; }
  bool is_article_level() const noexcept;

  void heading(std::string_view text);
  void paragraph(const TextRun& run, Words words, std::uint32_t file);

  // A note that belongs to a place that has been closed already.
  void note_of(std::uint32_t place, const TextRun& run, std::uint32_t file);

  // A link that the markup states; `from` may be of another work.
  void stated(const Citation& from, EdgeKind kind, const Citation& to, Spot spot,
              std::string_view note = {});
  void amended_by(const Citation& from, EdgeKind kind, std::uint32_t place, Spot spot,
                  std::string_view note);

  // After the last paragraph: references inside the act find their places.
  void finish();

  void preamble(bool inside) noexcept { in_preamble_ = inside; }

 private:
  struct Frame {
    std::uint32_t place = 0;
    std::string key;
    Citation context;  // for references: where the text stands
    Level level{};
    bool loose = false;
    bool decided = false;     // where the points of a loose place are listed
    bool own_points = false;  // inside it after all, since their parent has others of the number
    std::array<std::uint16_t, level_count> counts{};
  };

  std::string free_key(const std::string& parent, std::string& segment);
  std::size_t parent_frame(Level level, const std::string& segment);
  const std::string& anchor_key(std::size_t frame, Level level) const;
  void keep(std::string_view text);
  void refer(std::string_view text, const TextRun& run, Words words, std::uint32_t file);
  void refer_title(const TextRun& title, Spot spot);
  void link(const Reference& reference, EdgeKind kind, Spot spot);
  EdgeKind kind_of(const Reference& reference, std::string_view text, Words words,
                   bool basis) const;

  Act& act_;
  const ImportOptions& options_;
  std::vector<Frame> frames_;
  PlaceKeys keys_;
  std::vector<RangeEnd> ranges_;
  ReadingState state_;
  Extraction found_;
  bool in_preamble_ = false;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
