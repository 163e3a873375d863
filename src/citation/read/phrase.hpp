// Reads one expression that cites: "Article 77(2), points (b) and (e), and Article 79(2), point (c),
// TFEU". Private to the citation reader.
//
// The expression is taken apart into items, one for each place it names (a range is one), each with
// its path and with what the path hangs on: a work, the citing text itself, something mentioned
// before, or nothing said. Four moves make them:
//
//   value      "Articles 5 and 6"           another item beside the last, with the same beginning
//   descent    "Article 5, point (a)"       more steps for the last item
//   container  "point (a) of Article 5"     more steps before the items that await one
//   new root   "point (a) and Article 6"    an item of its own
//
// One pass; every word is looked at a bounded number of times.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "citation/read/levels.hpp"
#include "citation/read/text_world.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// What the outermost step of an item hangs on.
enum class Base : std::uint8_t {
  open,   // nothing said: the citing text, or what a visa or an amendment is about
  own,    // "of this Article", "of this Regulation"
  that,   // "of that Article", "thereof"
  works,  // the works [first_work, last_work) of the phrase
};

struct Item {
  Path path;
  Path last;  // of a range: its other end
  std::size_t begin = 0, end = 0;
  Base base = Base::open;
  bool of_act = false;      // own, that: an act is meant, not a place
  Level level{};            // own, that: of which level
  char type = 0;            // own, that: of which type of act; 0 any
  bool possessive = false;  // that: said by "its"
  std::uint8_t pick = 0;    // that: 1 the first (the former), 2 the nearest (the same, the latter)
  std::uint8_t taken = 0;   // steps that come from the item before
  std::uint8_t deep = 0;    // where the steps that a comma or a space added begin; 0: none
  std::uint16_t group = 0;
  std::uint16_t first_work = 0, last_work = 0;
};

struct Phrase {
  std::size_t begin = 0, end = 0;
  std::vector<Item> items;
  std::vector<Mention> works;

  void clear() {
    items.clear();
    works.clear();
    begin = end = 0;
  }
};

// No phrase names more places: what a longer list goes on with is not read.
inline constexpr std::size_t most_items = 65536;

class PhraseReader {
 public:
  explicit PhraseReader(const TextWorld& world) noexcept : world_(world), works_(world) {}

  // Reads the phrase that begins at the cursor, which stands on a unit, an ordinal or a pronoun.
  // On false the cursor has not moved.
  bool read(Cursor& at, Phrase& out);

 private:
  enum class Gap : std::uint8_t { none, comma, word, comma_word };
  struct OpenUnit {
    Level level{};
    bool plural = false;
    std::uint8_t step = 0;  // of the items' path
  };
  struct Value {
    StepText text;
    std::size_t begin = 0, end = 0;
    bool bracket = false;
  };

  // Moves. Each takes what it reads, or leaves the cursor where it was and says false.
  bool element(Gap gap);
  bool unit_element(Gap gap, const Word& word, LexWord role);
  bool ordinal_element(Gap gap);
  bool is_ordinal_mark(std::string_view mark) const;
  void skip_numeric_ordinal();
  bool is_german_number(LexWord role) const;
  bool lettered_only(const Word& word) const;
  void skip_plural_mark();
  bool pronoun_element(Gap gap, LexWord role);
  bool possessive_element(Gap gap);
  bool beside(Gap gap);
  bool bracket_beside(Gap gap);
  bool value_beside(Gap gap);
  bool attach();
  void skip_quoted_aside();
  bool attach_after_of(bool weak, bool in_place, bool comma);
  bool attach_pronoun();
  bool comma_before(std::size_t at) const;
  std::size_t current_end() const { return out_->items.back().end; }
  bool bind_to_latest();
  bool attach_unknown_abbreviation();
  void skip_annexed();
  bool annexed_ahead();
  bool read_unknown(bool weak);
  bool holds_of(const Word& word) const;
  bool attach_work(bool said_of);
  void descend_behind_work();
  bool attach_to_earlier();
  bool attach_thereof();

  // Values.
  std::optional<Value> value(Level level);
  std::optional<Value> bracket_value();
  std::optional<Value> number_before(const Word& unit_word) const;
  std::optional<Value> lettered_value();
  LexWord latin_after(Cursor at) const;
  bool number_value(Level level, StepText& out);
  bool roman_or_letter(Level level, StepText& out);
  void latin(StepText& out);
  void annex_letter(StepText& out);
  void brackets();
  void skip_following();
  void nested_letters();
  void range();
  bool accept_range_word();

  // Items.
  void add(Level level, const Value& value, bool plural, Gap gap);
  std::uint8_t step_beside(const Path& path, Level level, const Value& value, Gap gap) const;
  void add_root(Level level, const Value& value, bool plural);
  void push_beside(std::uint8_t kept, Level level, const Value& value, bool same_group);
  void close_container();
  void split_descent(std::size_t from);
  void reorder_waiting(std::size_t from);
  static void strip_outer(Item& item, Level level);
  void bind(Base base, std::size_t from_work);
  std::size_t first_of_group(std::size_t end) const;
  std::size_t first_of_run(std::size_t end, const Item& container) const;

  Gap gap();
  bool accept_phrase();
  void skip_opening_words();
  bool is_counted(Cursor at) const;
  bool goes_on(Cursor at) const;
  void skip_determiner();
  Item& current() { return out_->items.back(); }

  const TextWorld& world_;
  WorkReader works_;
  Cursor at_{{}};
  Phrase* out_ = nullptr;
  std::vector<OpenUnit> open_;
  std::size_t waiting_ = 0;    // the container before the one being read
  std::size_t container_ = 0;  // first item of the container being read; 0: none
  std::uint16_t group_ = 0;
  bool behind_unit_ = false;  // the value follows the name of its unit
  bool reading_container_ = false;
  bool ascended_ = false;  // the last item was given its container
  bool bound_ = false;
  std::optional<Item> before_descent_;  // the last item as it was then
  bool loose_part_ = false;             // "partie 3": a reference only if something contains it
  bool bare_annex_ = false;             // the last unit was "the Annex", which has no number
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
