// Reads one English citation or key, at compile time or at run time.
//
//   constexpr auto place = acquis::scan_citation("Article 77(2), point (b), TFEU");
//   place->key();                                      // "TFEU/art_77/par_2/pnt_b"
//   acquis::examine_citation("Artcle 67 TFEU").fault;  // ScanFault::unknown_word
//
// It accepts exactly one place or work, spelled as English drafters spell it: before or after its
// article ("point (b) of Article 77(2)"), with the treaty or act anywhere. Lists, ranges, other
// languages and running text are read by citation/parse.hpp and citation/extract.hpp.
//
// Linear in the text, no allocation, no state, never fails other than by saying so. Whether the
// place exists is for a corpus to say.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class ScanFault : std::uint8_t {
  none,
  empty,
  malformed_key,   // "TFEU/artikel_67"
  unknown_word,    // "Artcle 67 TFEU"
  missing_number,  // "Article TFEU"
  bad_number,      // "Regulation (EU) 2016"
  no_work,         // "Article 67": of what?
  two_works,       // "Article 67 TFEU TEU"
  several_places,  // "Articles 67 and 68 TFEU"
  wrong_order,     // "paragraph 2 TFEU", "Article 67 of Article 68 TFEU"
  too_long,
};

struct ScanResult {
  Citation citation;  // empty when there is a fault
  ScanFault fault = ScanFault::none;
  std::size_t at = 0;  // where the fault is, in bytes
};

constexpr ScanResult examine_citation(std::string_view text) noexcept;

// The place that the text names; nothing if it names none or more than one.
constexpr std::optional<Citation> scan_citation(std::string_view text) noexcept {
  const ScanResult result = examine_citation(text);
  if (result.fault != ScanFault::none) return std::nullopt;
  return result.citation;
}

namespace detail {

struct Named {
  std::string_view words;
  std::string_view value;
};

// Longer names first where one begins another.
inline constexpr std::array<Named, 26> treaty_words{{
    {"treaty on the functioning of the european union", "TFEU"},
    {"treaty on european union", "TEU"},
    {"treaty establishing the european economic community", "EEC"},
    {"treaty establishing the european atomic energy community", "EAEC"},
    {"treaty establishing the european community", "TEC"},
    {"charter of fundamental rights of the european union", "CFR"},
    {"charter of fundamental rights", "CFR"},
    {"convention for the protection of human rights and fundamental freedoms", "ECHR"},
    {"european convention for the protection of human rights and fundamental freedoms", "ECHR"},
    {"european convention on human rights", "ECHR"},
    {"euratom treaty", "EAEC"},
    {"eaec treaty", "EAEC"},
    {"eec treaty", "EEC"},
    {"ec treaty", "TEC"},
    {"eu charter", "CFR"},
    {"charter", "CFR"},
    {"tfeu", "TFEU"},
    {"teu-pre2009", "TEU-pre2009"},
    {"teu", "TEU"},
    {"cfr", "CFR"},
    {"eaec", "EAEC"},
    {"euratom", "EAEC"},
    {"echr", "ECHR"},
    {"tec", "TEC"},
    {"eec", "EEC"},
    {"ec", "TEC"},
}};

inline constexpr std::array<Named, 8> act_words{{
    {"framework decision", "F"},
    {"regulation", "R"},
    {"directive", "L"},
    {"decision", "D"},
    {"recommendation", "H"},
    {"joint action", "J"},
    {"common position", "E"},
    {"guideline", "O"},
}};

inline constexpr std::array<Named, 4> preparatory_words{
    {{"com", "DC"}, {"join", "JC"}, {"swd", "SC"}, {"sec", "SC"}}};

inline constexpr std::array<std::string_view, 19> unit_words{
    "article", "art",      "paragraph", "para",        "par",     "subparagraph", "point",
    "indent",  "sentence", "part",      "title",       "chapter", "section",      "subsection",
    "annex",   "recital",  "citation",  "declaration", "protocol"};
inline constexpr std::array<Level, 19> unit_levels{
    Level::article,      Level::article, Level::paragraph,   Level::paragraph,  Level::paragraph,
    Level::subparagraph, Level::point,   Level::indent,      Level::sentence,   Level::part,
    Level::title,        Level::chapter, Level::section,     Level::subsection, Level::annex,
    Level::recital,      Level::visa,    Level::declaration, Level::protocol};

// How deep a level lies; steps of a key never rise. What lies inside a paragraph nests freely.
constexpr int depth(Level level) noexcept {
  if (is_grouping(level)) return 2;
  if (level == Level::article) return 3;
  if (level == Level::paragraph) return 4;
  return level > Level::paragraph ? 5 : 1;
}

// The printed value of one step, held by value because it may be composed (7 bis is "7a").
struct StepText {
  std::array<char, 15> text{};
  std::uint8_t size = 0;

  constexpr bool push(char c) noexcept {
    if (size == text.size()) return false;
    text[size++] = c;
    return true;
  }
  constexpr void push_number(std::size_t number) noexcept {
    if (number >= 10) push(static_cast<char>('0' + number / 10 % 10));
    push(static_cast<char>('0' + number % 10));
  }
  constexpr std::string_view view() const noexcept { return {text.data(), size}; }
};

struct Step {
  Level level{};
  StepText value;
  std::uint8_t clause = 0;  // "of" starts another one; the later clause encloses the earlier
};

class CitationScanner {
 public:
  constexpr explicit CitationScanner(std::string_view text) noexcept : text_(text), rest_(text) {}

  constexpr ScanResult run() noexcept {
    for (skip_space(); !rest_.empty() && fault_ == ScanFault::none; skip_space()) read_next();
    const std::size_t at = text_.size() - rest_.size();
    Citation out = fault_ == ScanFault::none ? assemble() : Citation();
    if (fault_ != ScanFault::none) return {Citation(), fault_, at};
    return {out, ScanFault::none, 0};
  }

 private:
  constexpr void read_next() noexcept {
    if (accept(',')) return;
    if (accept_word("the")) return;
    if (accept_word("ex") || accept_word("former")) return void(former_ = true);
    if (accept_word("of") || accept_word("in") || accept_word("to")) return next_clause();
    if (!(read_treaty() || read_act() || read_preparatory() || read_ordinal() || read_unit() ||
          read_bare_article()))
      fail(unreadable());
  }

  // ---- characters and words

  constexpr void skip_space() noexcept {
    for (;;) {
      if (!rest_.empty() && (rest_[0] == ' ' || rest_[0] == '\t' || rest_[0] == '\n')) {
        rest_.remove_prefix(1);
      } else if (rest_.size() > 1 && rest_[0] == '\xC2' && rest_[1] == '\xA0') {
        rest_.remove_prefix(2);
      } else {
        return;
      }
    }
  }
  constexpr bool accept(char wanted) noexcept {
    skip_space();
    if (rest_.empty() || rest_[0] != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  constexpr std::string_view word() const noexcept {
    std::size_t size = 0;
    while (size < rest_.size() && is_letter(rest_[size])) ++size;
    return rest_.substr(0, size);
  }
  constexpr bool accept_word(std::string_view wanted) noexcept {
    skip_space();
    if (!same_word(word(), wanted)) return false;
    rest_.remove_prefix(wanted.size());
    return true;
  }
  // Words apart by any space; the phrase ends at a word boundary.
  constexpr bool accept_phrase(std::string_view phrase) noexcept {
    const std::string_view before = rest_;
    skip_space();
    for (const char c : phrase) {
      if (c == ' ' && !rest_.empty() && !is_alnum(rest_[0])) {
        skip_space();
      } else if (!rest_.empty() && lower(rest_[0]) == lower(c)) {
        rest_.remove_prefix(1);
      } else {
        rest_ = before;
        return false;
      }
    }
    if (rest_.empty() || !(is_alnum(rest_[0]) || rest_[0] == '_' || rest_[0] == '-')) return true;
    rest_ = before;
    return false;
  }
  constexpr std::optional<std::size_t> read_digits(std::size_t most) noexcept {
    skip_space();
    std::size_t size = 0;
    std::size_t value = 0;
    for (; size < rest_.size() && is_digit(rest_[size]) && size <= most; ++size)
      value = value * 10 + static_cast<std::size_t>(rest_[size] - '0');
    if (size == 0 || size > most) return std::nullopt;
    rest_.remove_prefix(size);
    return value;
  }

  // ---- faults

  constexpr void fail(ScanFault fault) noexcept {
    if (fault_ == ScanFault::none) fault_ = fault;
  }
  constexpr ScanFault unreadable() const noexcept {
    const std::string_view next = word();
    if (same_word(next, "and") || same_word(next, "or") || rest_[0] == '-')
      return ScanFault::several_places;
    const bool plural = next.size() > 1 && lower(next.back()) == 's' &&
                        index_of(unit_words, next.substr(0, next.size() - 1)) < unit_words.size();
    return plural ? ScanFault::several_places : ScanFault::unknown_word;
  }

  // ---- works

  constexpr void set_work(Citation work) noexcept {
    if (work_ && work_ != work) return fail(ScanFault::two_works);
    work_ = work;
  }
  constexpr bool read_treaty() noexcept {
    for (const Named& treaty : treaty_words) {
      if (!accept_phrase(treaty.words)) continue;
      set_work(*Citation::from_key(treaty.value));
      const std::string_view before = rest_;
      if (accept('(') && accept_phrase(treaty.value) && accept(')')) return true;
      rest_ = before;
      return true;
    }
    return false;
  }
  constexpr bool read_act() noexcept {
    const std::string_view before = rest_;
    while (accept_phrase("european parliament and council") || accept_word("council") ||
           accept_word("commission") || accept_word("implementing") || accept_word("delegated")) {
    }
    for (const Named& act : act_words)
      if (accept_phrase(act.words)) return read_act_number(act.value[0]);
    rest_ = before;
    return false;
  }
  constexpr bool read_act_number(char type) noexcept {
    skip_bracket();
    const bool numbered = accept_word("no") && (accept('.') || true);
    const auto first = read_digits(4);
    if (!first || !accept('/')) return fail_true(ScanFault::bad_number);
    const auto second = read_digits(4);
    if (!second) return fail_true(ScanFault::bad_number);
    const bool justice = accept('/') && accept_community();
    if (type == 'J') type = justice ? 'F' : 'E';
    const bool number_first = is_number_first(type, numbered, *first, *second);
    store_act(type, full_year(number_first ? *second : *first), number_first ? *first : *second);
    skip_institutions();
    return true;
  }
  // What has "No" is number/year, as is a regulation before 2015; all else is year/number. A number
  // that cannot be a year decides where the drafter slipped.
  static constexpr bool is_number_first(char type, bool numbered, std::size_t first,
                                        std::size_t second) noexcept {
    if (numbered) return is_year(full_year(second));
    if (type == 'R') return !is_year(first);
    return !is_year(full_year(first));
  }
  static constexpr bool is_year(std::size_t value) noexcept {
    return value >= 1951 && value <= 2099;
  }
  static constexpr std::size_t full_year(std::size_t value) noexcept {
    return value < 100 ? 1900 + value : value;
  }
  constexpr bool fail_true(ScanFault fault) noexcept {
    fail(fault);
    return true;
  }
  constexpr void skip_bracket() noexcept {
    if (!accept('(')) return;
    while (!rest_.empty() && rest_[0] != ')') rest_.remove_prefix(1);
    accept(')');
  }
  // The community after a number, as in 2008/615/JHA; true for JHA.
  constexpr bool accept_community() noexcept {
    const bool justice = same_word(word(), "JHA");
    if (word().empty()) fail(ScanFault::bad_number);
    rest_.remove_prefix(word().size());
    return justice;
  }
  constexpr void skip_institutions() noexcept {
    if (accept_phrase("of the european parliament and of the council")) return;
    if (!accept_phrase("of the council")) accept_phrase("of the commission");
  }
  constexpr void store_act(char type, std::size_t year, std::size_t number) noexcept {
    const std::array<char, 10> celex{
        '3',  digit(year, 1000),   digit(year, 100),   digit(year, 10),   digit(year, 1),
        type, digit(number, 1000), digit(number, 100), digit(number, 10), digit(number, 1)};
    if (!is_year(year) || number == 0) return fail(ScanFault::bad_number);
    set_work(*Citation::from_key({celex.data(), celex.size()}));
  }
  // COM(2020) 605 final, COM/2020/605, proposal COM(2020) 610, JOIN(2020) 5, SWD(2020) 1.
  constexpr bool read_preparatory() noexcept {
    const std::string_view before = rest_;
    const bool proposal = accept_word("proposal");
    for (const Named& series : preparatory_words) {
      if (!accept_word(series.words)) continue;
      const bool bracket = accept('(');
      if (!bracket && !accept('/')) break;
      const auto year = read_digits(4);
      if (!year || !accept(bracket ? ')' : '/')) return fail_true(ScanFault::bad_number);
      const auto number = read_digits(4);
      if (!number || *year < 1958) return fail_true(ScanFault::bad_number);
      store_preparatory(proposal ? "PC" : series.value, *year, *number);
      return accept_word("final") || true;
    }
    rest_ = before;
    return false;
  }
  constexpr void store_preparatory(std::string_view type, std::size_t year,
                                   std::size_t number) noexcept {
    const std::array<char, 11> celex{'5',
                                     digit(year, 1000),
                                     digit(year, 100),
                                     digit(year, 10),
                                     digit(year, 1),
                                     type[0],
                                     type[1],
                                     digit(number, 1000),
                                     digit(number, 100),
                                     digit(number, 10),
                                     digit(number, 1)};
    set_work(*Citation::from_key({celex.data(), celex.size()}));
  }
  static constexpr char digit(std::size_t value, std::size_t unit) noexcept {
    return static_cast<char>('0' + value / unit % 10);
  }

  // ---- places

  constexpr void next_clause() noexcept {
    skip_space();
    if (!rest_.empty() && (is_digit(rest_[0]) || rest_[0] == '('))
      return fail(ScanFault::several_places);
    ++clause_;
  }
  constexpr void add(Level level, const StepText& value) noexcept {
    if (value.size == 0) return fail(ScanFault::missing_number);
    if (count_ == steps_.size()) return fail(ScanFault::too_long);
    steps_[count_].level = level;
    steps_[count_].value = value;
    steps_[count_++].clause = clause_;
  }
  // "fourth paragraph", "last subparagraph"
  constexpr bool read_ordinal() noexcept {
    const std::string_view before = rest_;
    StepText value;
    if (const auto ordinal = english_ordinal(word())) {
      value.push_number(*ordinal);
    } else if (same_word(word(), "last")) {
      for (const char c : std::string_view("last")) value.push(c);
    } else {
      return false;
    }
    rest_.remove_prefix(word().size());
    skip_space();
    const std::size_t unit = index_of(unit_words, word());
    if (unit == unit_words.size()) {
      if (!same_word(word(), "and")) rest_ = before;
      return fail_true(unreadable());
    }
    rest_.remove_prefix(word().size());
    add(unit_levels[unit], value);
    return true;
  }
  constexpr bool read_unit() noexcept {
    const std::size_t unit = index_of(unit_words, word());
    if (unit == unit_words.size()) return false;
    rest_.remove_prefix(word().size());
    accept('.');
    const Level level = unit_levels[unit];
    if (restarts_numbering(level))
      read_restarting(level);
    else
      add(level, read_value(level));
    if (level >= Level::article) read_brackets(level);
    return true;
  }
  // "Protocol (No 21) on the position of ...", "the Annex", "Declaration No 4"
  constexpr void read_restarting(Level level) noexcept {
    const bool bracket = accept('(');
    if (accept_word("no")) accept('.');
    StepText value = read_value(level);
    if (bracket && !accept(')')) fail(ScanFault::missing_number);
    if (value.size == 0 && level == Level::annex) value.push('1');
    add(level, value);
    if (level != Level::annex && (accept_word("on") || accept_word("annexed"))) rest_ = {};
  }
  constexpr bool read_bare_article() noexcept {  // "TFEU 67(2)"
    if (!work_ || count_ != 0 || !is_digit(rest_[0])) return false;
    add(Level::article, read_value(Level::article));
    read_brackets(Level::article);
    return true;
  }
  // The number of a unit as printed, brackets dropped, number words as digits.
  constexpr StepText read_value(Level level) noexcept {
    skip_space();
    StepText value;
    const bool bracket = !rest_.empty() && rest_[0] == '(' && !is_grouping(level);
    if (bracket) return read_bracket();
    if (const auto number = english_cardinal(word()); number && is_grouping(level)) {
      value.push_number(*number);
      rest_.remove_prefix(word().size());
      return value;
    }
    if (!starts_value(level)) return value;
    while (!rest_.empty() && (is_alnum(rest_[0]) || (rest_[0] == '.' && continues_number()))) {
      if (!value.push(rest_[0])) fail(ScanFault::too_long);
      rest_.remove_prefix(1);
    }
    read_latin(value);
    return value;
  }
  // A letter is a value only when it stands alone ("point b") or is Roman ("Annex II").
  constexpr bool starts_value(Level level) const noexcept {
    if (rest_.empty()) return false;
    if (is_digit(rest_[0])) return true;
    if (level == Level::article || level == Level::paragraph) return false;
    const std::string_view next = word();
    if (next.empty() || next.size() > 5) return false;
    for (const char c : next)
      if (!is_numeral(c) && next.size() > 1) return false;
    return true;
  }
  static constexpr bool is_numeral(char c) noexcept { return find_char("ivxlcdmab", lower(c)) < 9; }
  constexpr bool continues_number() const noexcept {
    return rest_.size() > 1 && is_alnum(rest_[1]);
  }
  constexpr void read_latin(StepText& value) noexcept {
    const std::string_view before = rest_;
    skip_space();
    const auto letter = letter_of_latin(word());
    if (!letter || value.size == 0 || !is_digit(value.view().back())) {
      rest_ = before;
      return;
    }
    value.push(static_cast<char>('a' + *letter - 1));
    rest_.remove_prefix(word().size());
  }
  constexpr StepText read_bracket() noexcept {
    StepText value;
    accept('(');
    skip_space();
    while (!rest_.empty() && (is_alnum(rest_[0]) || rest_[0] == '.')) {
      if (!value.push(rest_[0])) fail(ScanFault::too_long);
      rest_.remove_prefix(1);
    }
    if (!accept(')') || value.size == 0) fail(ScanFault::missing_number);
    return value;
  }
  // "(2)(b)(i)": the first number after an article is a paragraph, the rest are points.
  constexpr void read_brackets(Level level) noexcept {
    for (skip_space(); !rest_.empty() && rest_[0] == '(' && fault_ == ScanFault::none;
         skip_space()) {
      const StepText value = read_bracket();
      if (value.size == 0) return;
      const bool paragraph = level == Level::article && is_digit(value.text[0]);
      level = paragraph ? Level::paragraph : Level::point;
      add(level, value);
    }
  }

  // ---- assembly

  constexpr Citation assemble() noexcept {
    if (count_ == 0 && !work_) {
      fail(text_.empty() || rest_.size() == text_.size() ? ScanFault::empty : ScanFault::no_work);
      return {};
    }
    Citation out = outermost();
    int reached = 0;
    for (int clause = clause_; clause >= 0; --clause)
      for (std::size_t i = 0; i < count_; ++i)
        if (steps_[i].clause == clause) out = enter(out, steps_[i], reached);
    return fault_ == ScanFault::none ? out : Citation();
  }
  // Protocols are annexed to both Treaties; their place is the TFEU.
  constexpr Citation outermost() noexcept {
    bool protocol = false;
    for (std::size_t i = 0; i < count_; ++i)
      protocol =
          protocol || steps_[i].level == Level::protocol || steps_[i].level == Level::declaration;
    if (protocol && (!work_ || work_.work() == "TEU")) return *Citation::from_key("TFEU");
    if (!work_) fail(ScanFault::no_work);
    // The name of the Treaty stayed, its articles were renumbered in December 2009.
    return former_ && work_.work() == "TEU" ? *Citation::from_key("TEU-pre2009") : work_;
  }
  constexpr Citation enter(const Citation& outer, const Step& step, int& reached) noexcept {
    if (fault_ != ScanFault::none) return {};
    const int now = depth(step.level);
    const bool again = now == reached && (now == 3 || now == 4);
    const bool homeless = now > 3 && reached == 0;
    if (now < reached || again || homeless) {
      fail(ScanFault::wrong_order);
      return {};
    }
    Citation base = outer;
    while (step.level == Level::article && !base.is_work() && is_grouping(base.last().level))
      base = base.parent();
    reached = now;
    const Citation out = base.child({step.level, step.value.view()});
    if (!out) fail(ScanFault::too_long);
    return out;
  }

  std::string_view text_;
  std::string_view rest_;
  Citation work_;
  std::array<Step, 12> steps_{};
  std::size_t count_ = 0;
  std::uint8_t clause_ = 0;
  bool former_ = false;  // "ex Article 29 TEU"
  ScanFault fault_ = ScanFault::none;
};

constexpr std::string_view trimmed(std::string_view text) noexcept {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace detail

constexpr ScanResult examine_citation(std::string_view text) noexcept {
  text = detail::trimmed(text);
  if (text.empty()) return {Citation(), ScanFault::empty, 0};
  if (const auto key = Citation::from_key(text)) return {*key, ScanFault::none, 0};
  const std::size_t mark = detail::find_char(text, '_');
  if (mark < text.size()) return {Citation(), ScanFault::malformed_key, 0};
  return detail::CitationScanner(text).run();
}

}  // namespace v0
}  // namespace acquis
