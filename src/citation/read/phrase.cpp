#include "citation/read/phrase.hpp"

#include <algorithm>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr LexWord german_number{"nr", unit, static_cast<std::uint8_t>(Level::point)};
constexpr std::size_t most_items = 4096;

StepText ordinal_text(std::uint8_t ordinal) noexcept {
  StepText out;
  if (ordinal >= 254) {
    for (const char c : std::string_view("last")) out.push(c);
  } else {
    out.push_number(ordinal);
  }
  return out;
}

bool takes_ordinals(Level level) noexcept {
  return level == Level::paragraph || level == Level::subparagraph || level == Level::indent ||
         level == Level::sentence || level == Level::part || level == Level::recital;
}

bool is_roman(std::string_view text) noexcept {
  for (const char c : text)
    if (c != 'i' && c != 'v' && c != 'x') return false;
  return !text.empty();
}

// Whether one may stand beside the other in a list: digits, letters or Roman numerals alike.
bool alike(std::string_view a, std::string_view b) noexcept {
  if (is_digit(a[0]) != is_digit(b[0])) return false;
  if (is_digit(a[0])) return true;
  const bool upper_a = a[0] >= 'A' && a[0] <= 'Z', upper_b = b[0] >= 'A' && b[0] <= 'Z';
  if (upper_a != upper_b) return false;
  if (is_roman(a) && is_roman(b)) return true;
  const bool roman_a = is_roman(a) && a.size() > 1, roman_b = is_roman(b) && b.size() > 1;
  return roman_a == roman_b && (a.size() == 1 || b.size() == 1 || a.size() == b.size());
}

// Whether the value may stand beside step `at`: "i" inside a letter is a numeral, not a letter.
bool may_stand_beside(const Path& path, std::uint8_t at, std::string_view value) noexcept {
  const std::string_view here = path.steps[at].value.view();
  const bool nested = at > 0 && path.steps[at].level == Level::point &&
                      path.steps[at - 1u].level == Level::point && is_roman(here);
  return alike(here, value) && (!nested || is_roman(value));
}

// "a), i)": the first Roman numeral, unless it is the letter's neighbour.
bool nests_under(std::string_view a, std::string_view b) noexcept {
  if (b.size() != 1 || !is_roman(b) || a.size() != 1 || is_digit(a[0]) || is_roman(a)) return false;
  return a[0] + 1 != b[0];
}

}  // namespace

int rank_of(Level level) noexcept {
  switch (level) {
    case Level::protocol:
    case Level::declaration:
      return 0;
    case Level::annex:
    case Level::recital:
    case Level::visa:
      return 1;
    case Level::part:
      return 2;
    case Level::title:
      return 3;
    case Level::chapter:
      return 4;
    case Level::section:
      return 5;
    case Level::subsection:
      return 6;
    case Level::article:
      return 7;
    case Level::paragraph:
      return 8;
    case Level::subparagraph:
      return 9;
    case Level::point:
      return 10;
    case Level::indent:
      return 11;
    case Level::sentence:
      return 12;
  }
  return 0;
}

bool may_descend(Level from, Level to) noexcept {
  if (from == Level::recital || from == Level::visa)
    return rank_of(to) >= rank_of(Level::paragraph);
  if (to == Level::article) return from == Level::protocol;
  if (rank_of(from) >= rank_of(Level::paragraph) && rank_of(to) > rank_of(Level::paragraph))
    return true;  // what lies inside a paragraph nests freely
  return rank_of(to) > rank_of(from);
}

bool may_contain(Level outer, Level inner) noexcept {
  const int inside = rank_of(Level::paragraph);
  if (outer == Level::point && inner == Level::paragraph) return true;
  if (rank_of(outer) > inside && rank_of(inner) > inside)
    return outer != inner || inner == Level::point;
  return rank_of(outer) < rank_of(inner);
}

bool PhraseReader::read(Cursor& at, Phrase& out) {
  at_ = at;
  out_ = &out;
  out.clear();
  out.begin = at.at();
  open_.clear();
  container_ = 0;
  group_ = 0;
  ascended_ = bound_ = loose_part_ = bare_annex_ = false;
  if (!element(Gap::none)) return false;
  while (!bound_ && out.items.size() < most_items) {
    if (attach()) continue;
    const Cursor before = at_;
    if (!element(gap())) {
      at_ = before;
      break;
    }
  }
  close_container();
  if (out.items.empty()) return false;
  if (loose_part_ && !ascended_ && !bound_ && out.items[0].path.size == 1) return false;
  if (bare_annex_ && !bound_ && world_.look(at_.next_word()).is(to) &&
      world_.look(at_.next_word()).is(acquis::detail::range | of) == false && out.items.size() == 1)
    return false;
  out.end = at_.at();
  at.go(at_.at());
  return true;
}

// ---- what stands between two elements

PhraseReader::Gap PhraseReader::gap() {
  const bool comma = at_.accept(',');
  bool conjoined = accept_phrase();
  for (int i = 0; i < 2 && !conjoined; ++i) {
    const Word word = at_.next_word();
    if (!world_.look(word).is(conjunction)) break;
    at_.take(word);
    conjoined = at_.peek() != '/' && at_.peek() != '\0';
    if (at_.peek() == '/') at_.skip();  // "and/or"
    if (i == 1) conjoined = true;
  }
  if (conjoined || comma) accept_phrase();
  skip_opening_words();
  at_.skip_space();
  if (conjoined) return comma ? Gap::comma_word : Gap::word;
  return comma ? Gap::comma : Gap::none;
}

// "eerste lid, aanhef en onder f": the words before the points are no place of their own.
void PhraseReader::skip_opening_words() {
  if (world_.language != Language::nl) return;
  Cursor here = at_;
  for (const std::string_view wanted : {"aanhef", "en"}) {
    const Word word = here.next_word();
    if (word.text() != wanted) return;
    here.take(word);
  }
  at_ = here;
}

// Conjunctions of several words.
bool PhraseReader::accept_phrase() {
  struct Words {
    Language language;
    std::array<std::string_view, 4> words;
  };
  constexpr std::array<Words, 15> phrases{{
      {Language::en, {"as", "well", "as", ""}},
      {Language::en, {"in", "conjunction", "with", ""}},
      {Language::en, {"read", "in", "conjunction", "with"}},
      {Language::en, {"together", "with", "", ""}},
      {Language::fr, {"ainsi", "que", "", ""}},
      {Language::fr, {"ainsi", "qu", "", ""}},
      {Language::fr, {"en", "liaison", "avec", ""}},
      {Language::fr, {"en", "combinaison", "avec", ""}},
      {Language::fr, {"lu", "en", "combinaison", "avec"}},
      {Language::nl, {"juncto", "", "", ""}},
      {Language::nl, {"alsmede", "", "", ""}},
      {Language::nl, {"in", "samenhang", "met", ""}},
      {Language::de, {"in", "verbindung", "mit", ""}},
      {Language::de, {"i", "v", "m", ""}},
      {Language::de, {"als", "auch", "", ""}},
  }};
  const Word first = at_.next_word();
  for (const Words& row : phrases) {
    if (row.language != world_.language || row.words[0] != first.text()) continue;
    Cursor here = at_;
    bool all = true;
    for (const std::string_view wanted : row.words) {
      if (wanted.empty()) break;
      const Word word = here.next_word();
      all = all && word.text() == wanted;
      here.take(word);
      if (wanted.size() == 1) here.accept('.');
    }
    if (!all) continue;
    at_ = here;
    if (at_.peek() == '\'' || static_cast<unsigned char>(at_.peek()) == 0xE2) at_.accept_quote();
    return true;
  }
  return false;
}

void PhraseReader::skip_determiner() {
  const Word word = at_.next_word();
  const LexWord role = world_.look(word);
  if (!role.is(determiner) || role.is(unit)) return;
  at_.take(word);
  at_.skip_space();
  at_.accept_quote();  // l'
  at_.skip_space();
}

// ---- elements

// "the 10th subparagraph": the unit finds the number before it.
void PhraseReader::skip_numeric_ordinal() {
  Cursor here = at_;
  here.skip_space();
  while (is_digit(here.peek())) here.skip();
  if (here.at() == at_.at() || !is_letter(here.peek())) return;
  const Word mark = here.word();
  if (!is_ordinal_mark(mark.text())) return;
  here.take(mark);
  const LexWord role = world_.look(here.next_word());
  if (role.is(unit) && takes_ordinals(role.level())) at_ = here;
}

bool PhraseReader::element(Gap gap) {
  const Cursor before = at_;
  if (gap != Gap::none && beside(gap)) return true;
  at_ = before;
  // "à l'article 5 et à l'article 6": the preposition is repeated.
  if (gap != Gap::none && !out_->items.empty()) {
    const Word word = at_.next_word();
    if (world_.look(word).is(to | in) && world_.language != Language::en) at_.take(word);
    if (world_.language == Language::fr &&
        (word.text() == "de" || word.text() == "du" || word.text() == "des" || word.text() == "d"))
      at_.take(word);
    at_.skip_space();
    if (word.text() == "d") at_.accept_quote();
  }
  skip_determiner();
  skip_numeric_ordinal();
  const Word word = at_.next_word();
  const LexWord role = world_.look(word);
  const bool done = (role.is(own | that) && pronoun_element(gap, role)) ||
                    (role.is(its) && possessive_element(gap)) ||
                    (role.is(ordinal) && ordinal_element(gap)) ||
                    (role.is(unit) && unit_element(gap, word, role)) ||
                    (is_german_number(role) && unit_element(gap, word, german_number));
  if (!done) at_ = before;
  return done;
}

// "Artikel 2 Nr. 14": a point.
bool PhraseReader::is_german_number(LexWord role) const {
  return role.is(number_sign) && world_.language == Language::de && !out_->items.empty();
}

bool PhraseReader::unit_element(Gap gap, const Word& word, LexWord role) {
  const Cursor before = at_;
  at_.take(word);
  // "Art.", "Abs.": a full stop belongs to an abbreviation only.
  if (word.size <= 7 && at_.peek() == '.') at_.skip();
  const Level level = role.level();
  behind_unit_ = true;
  auto read = value(level);
  behind_unit_ = false;
  if (read && lettered_only(word) && is_digit(read->text.text[0])) read.reset();
  if (!read && (level == Level::recital || takes_ordinals(level))) read = number_before(word);
  if (!read && level == Level::annex && !role.is(plural)) {
    // "the Annex": the only one
    if (!word.capital && world_.language != Language::fr && world_.language != Language::nl)
      return at_ = before, false;
    Value only;
    only.text.push('1');
    only.begin = word.begin;
    only.end = word.end;
    at_.go(word.end);
    read = only;
  }
  if (!read) return at_ = before, false;
  const bool grouping = is_grouping(level);
  const bool needs_capital = grouping && world_.language != Language::fr &&
                             world_.language != Language::nl && out_->items.empty();
  if (needs_capital && !word.capital) return at_ = before, false;
  loose_part_ = level == Level::part && world_.language == Language::fr && !word.capital &&
                out_->items.empty() && is_digit(read->text.text[0]);
  Value with_unit = *read;
  if (out_->items.empty() || !role.is(plural)) with_unit.begin = word.begin;
  if (role.is(plural)) with_unit.begin = read->begin;
  add(level, with_unit, role.is(plural), gap);
  bare_annex_ = level == Level::annex && with_unit.end == word.end;
  brackets();
  nested_letters();
  range();
  return true;
}

// "sous g)", "onder a)": such words have other uses before numbers.
bool PhraseReader::lettered_only(const Word& word) const {
  return word.text() == "sous" || word.text() == "onder" || word.text() == "sub";
}

// "20. Erwägungsgrund"
std::optional<PhraseReader::Value> PhraseReader::number_before(const Word& unit_word) const {
  const std::string_view text = at_.text();
  std::size_t end = unit_word.begin;
  while (end > 0 && text[end - 1] == ' ') --end;
  std::size_t mark = end;
  if (end > 0 && text[end - 1] == '.') --mark;
  while (mark > 0 && is_letter(text[mark - 1]) && end - mark < 4) --mark;
  std::size_t begin = mark;
  while (begin > 0 && is_digit(text[begin - 1]) && mark - begin < 3) --begin;
  if (begin == mark || mark == end || end == unit_word.begin) return std::nullopt;
  if (!is_ordinal_mark(text.substr(mark, end - mark))) return std::nullopt;
  Value out;
  for (std::size_t i = begin; i < mark; ++i) out.text.push(text[i]);
  out.begin = begin;
  out.end = unit_word.end;
  return out;
}

// "10th", "10e", "20."
bool PhraseReader::is_ordinal_mark(std::string_view mark) const {
  if (mark == ".") return world_.language == Language::de;
  for (const std::string_view known : {"th", "st", "nd", "rd", "e", "er", "re", "de", "ste"})
    if (mark == known) return true;
  return mark == "\xC3\xA8me";
}

// "alinea's"
void PhraseReader::skip_plural_mark() {
  Cursor here = at_;
  if (world_.language != Language::nl || !here.accept_quote() || here.peek() != 's') return;
  here.skip();
  at_ = here;
}

// "first and third sentences", "premier alinéa", "erster Unterabsatz"
bool PhraseReader::ordinal_element(Gap gap) {
  const Cursor before = at_;
  std::array<Value, 12> values;
  std::size_t count = 0;
  std::size_t range_at = 12;
  for (;;) {
    skip_determiner();
    const Word word = at_.next_word();
    const LexWord role = world_.look(word);
    if (role.is(unit) && !role.is(ordinal) && count > 0) {
      const bool may = takes_ordinals(role.level()) &&
                       (role.level() != Level::part || world_.language != Language::en);
      if (!may) return at_ = before, false;
      at_.take(word);
      skip_plural_mark();
      values[count - 1].end = word.end;
      const bool many = count > 1;
      for (std::size_t i = 0; i < count; ++i) {
        if (i == 0)
          add(role.level(), values[i], many, gap);
        else if (i == range_at)
          current().last = current().path,
          current().last.steps[current().last.size - 1u].value = values[i].text;
        else
          push_beside(open_.back().step, role.level(), values[i], true);
        if (many) current().end = values[i].end;
      }
      return true;
    }
    if (!role.is(ordinal) || count == values.size()) return at_ = before, false;
    at_.take(word);
    values[count].text = ordinal_text(role.arg);
    values[count].begin = word.begin;
    values[count++].end = word.end;
    const Gap between = this->gap();
    if (between == Gap::none) {
      if (accept_range_word()) range_at = count;
    }
  }
}

// "this Article", "that paragraph" as an item of its own
bool PhraseReader::pronoun_element(Gap gap, LexWord role) {
  const Cursor before = at_;
  const Word pronoun = at_.next_word();
  at_.take(pronoun);
  const Word noun = at_.next_word();
  const LexWord what = world_.look(noun);
  if (!what.is(unit) || what.is(plural)) return at_ = before, false;
  // A place has a number of its own: "this Article 5" is "Article 5".
  at_.take(noun);
  if (value(what.level())) return at_ = before, false;
  at_.go(noun.end);
  if (gap != Gap::none) close_container();
  Item item;
  item.base = role.is(own) ? Base::own : Base::that;
  item.level = what.level();
  item.pick = role.is(that) ? role.arg : std::uint8_t{0};
  item.begin = pronoun.begin;
  item.end = noun.end;
  item.group = ++group_;
  out_->that_at = pronoun.begin;
  out_->items.push_back(item);
  open_.clear();
  ascended_ = true;
  return true;
}

// "son article 2", "its Annex I": of the work mentioned before
bool PhraseReader::possessive_element(Gap gap) {
  const Cursor before = at_;
  const Word pronoun = at_.next_word();
  at_.take(pronoun);
  const Word noun = at_.next_word();
  const LexWord what = world_.look(noun);
  if (!what.is(unit)) return at_ = before, false;
  const bool of_act = rank_of(what.level()) <= rank_of(Level::article);
  const std::size_t from = out_->items.size();
  if (gap == Gap::comma) gap = Gap::comma_word;
  if (!unit_element(gap, noun, what)) return at_ = before, false;
  for (std::size_t i = from; i < out_->items.size(); ++i) {
    out_->items[i].base = Base::that;
    out_->items[i].of_act = of_act;
    out_->items[i].possessive = true;
    out_->items[i].level = Level::article;
  }
  out_->that_at = pronoun.begin;
  return true;
}

// ---- beside the last item

bool PhraseReader::beside(Gap gap) {
  if (out_->items.empty() || current().path.size == 0) return false;
  if (at_.peek() == '(') return bracket_beside(gap);
  return value_beside(gap);
}

// "(b) and (e)", "4(1) and (2)", "Article 50 and (g)"
bool PhraseReader::bracket_beside(Gap gap) {
  const Cursor before = at_;
  const auto read = bracket_value();
  if (!read) return at_ = before, false;
  if (gap != Gap::word && !goes_on(at_)) return at_ = before, false;
  const Path path = current().path;
  for (std::uint8_t i = path.size; i-- > 0;) {
    const Level level = path.steps[i].level;
    if (rank_of(level) < rank_of(Level::paragraph) && level != Level::recital) break;
    if (level == Level::indent || level == Level::sentence || level == Level::subparagraph)
      continue;
    if (!may_stand_beside(path, i, read->text.view())) continue;
    push_beside(i, level, *read, true);
    brackets();
    range();
    return true;
  }
  if (gap != Gap::word || path.last().level != Level::article) return at_ = before, false;
  if (!goes_on(at_)) return at_ = before, false;
  push_beside(path.size, is_digit(read->text.text[0]) ? Level::paragraph : Level::point, *read,
              true);
  return true;
}

bool PhraseReader::value_beside(Gap gap) {
  if (open_.empty()) return false;
  const Cursor before = at_;
  // The innermost plural is the list; a lone singular may be one too.
  std::size_t chosen = open_.size() - 1;
  for (std::size_t i = open_.size(); i-- > 0;)
    if (open_[i].plural && open_[i].level != Level::sentence && open_[i].level != Level::indent) {
      chosen = i;
      break;
    }
  const OpenUnit list = open_[chosen];
  if (list.level == Level::indent || list.level == Level::sentence) {
    if (world_.language != Language::de) return false;
  }
  const auto read = value(list.level);
  if (!read) return at_ = before, false;
  if (is_counted(at_)) return at_ = before, false;
  // "In Article 5, 2 years", "Article 7, 10 of which": a singular begins no list of its own.
  const bool closed = gap == Gap::comma && (!list.plural || read->bracket);
  if (closed && !goes_on(at_)) return at_ = before, false;
  if (read->bracket && gap == Gap::comma_word && !goes_on(at_)) return at_ = before, false;
  // Points are told apart by their kind: "points a) i) et b)".
  if (list.level == Level::point) {
    const Path path = current().path;
    for (std::uint8_t i = path.size; i-- > 0;) {
      if (path.steps[i].level != Level::point) break;
      if (!may_stand_beside(path, i, read->text.view())) continue;
      if (gap == Gap::comma && nests_under(path.steps[i].value.view(), read->text.view())) break;
      push_beside(i, Level::point, *read, true);
      brackets();
      nested_letters();
      range();
      return true;
    }
    const bool roman = is_roman(read->text.view());
    if (gap != Gap::comma || !roman || !current().path.push(Level::point, read->text))
      return at_ = before, false;
    current().end = read->end;  // "a), ii),"
    range();
    return true;
  }
  open_.resize(chosen + 1);
  open_.back().plural = true;
  push_beside(list.step, list.level, *read, true);
  brackets();
  range();
  return true;
}

// What a number before it counts, so that it is no provision.
bool PhraseReader::is_counted(Cursor at) const {
  at.skip_space();
  if (at.peek() == '%') return true;
  const Word word = at.word();
  return world_.look(word).is(measure);
}

// Whether the expression goes on, or the clause ends.
bool PhraseReader::goes_on(Cursor at) const {
  at.skip_space();
  while (at.peek() == '(') {  // "(5)(b) and (6)"
    const std::size_t close = at.text().substr(0, at.at() + 7).find(')', at.at());
    if (close == std::string_view::npos) return false;
    at.go(close + 1);
    at.skip_space();
  }
  const char c = at.peek();
  if (c == '\0' || c == ',' || c == ';' || c == '.' || c == ')' || c == ':') return true;
  const Word word = at.word();
  if (word.empty()) return false;
  const LexWord role = world_.look(word);
  return role.is(conjunction | acquis::detail::range | of | to | unit | thereof | abbreviation |
                 ordinal | own | that);
}

// ---- containers and works

// "Part B1 ("visa not required") of Annex III"
void PhraseReader::skip_quoted_aside() {
  Cursor here = at_;
  if (!here.accept('(') || !here.accept_quote()) return;
  const std::size_t close = here.text().substr(0, here.at() + 80).find(')', here.at());
  if (close == std::string_view::npos) return;
  here.go(close + 1);
  if (world_.look(here.next_word()).is(of)) at_ = here;
}

bool PhraseReader::attach() {
  const Cursor before = at_;
  if (attach_thereof()) return true;
  at_ = before;
  skip_quoted_aside();
  const bool comma = at_.accept(',');
  Word word = at_.next_word();
  LexWord role = world_.look(word);
  if (role.is(of | to | in)) {
    at_.take(word);
    at_.skip_space();
    if (word.text() == "d") at_.accept_quote();
    if (attach_after_of(!role.is(of), role.is(in) && !role.is(of), comma)) return true;
    // "Article 1(2) of, and Annex I to, Regulation X"
    if (!comma && at_.peek() == ',') {
      const Gap between = gap();
      if (between == Gap::comma_word && element(between)) return true;
    }
    if (!comma && role.is(of) && world_.language == Language::en) {
      const Gap between = gap();
      if (between == Gap::word && element(between)) return true;
    }
  } else if (role.is(own | that) && holds_of(word) && attach_pronoun()) {
    return true;
  } else if (attach_work(false)) {
    return true;
  } else if (!comma && attach_unknown_abbreviation()) {
    return true;
  }
  at_ = before;
  return false;
}

// "Artikel 17 IVBPR", "Artikel 16a GG": the initials of an instrument without a key.
bool PhraseReader::attach_unknown_abbreviation() {
  if (world_.language != Language::nl && world_.language != Language::de) return false;
  const Word word = at_.next_word();
  const bool initials = word.capitals && word.size >= 2 && word.size <= 7 && !word.entry;
  const bool known = world_.look(word).is(foreign) && word.capitals && word.size >= 2;
  if (!initials && !known) return false;
  const std::size_t from = out_->works.size();
  at_.take(word);
  out_->works.push_back({{}, 'X', word.begin, word.end});
  bind(Base::works, from);
  return true;
}

// "Section 78(1) of Canada's Budget Implementation Act": in English a capital opens a name, and this
// one is of nothing that has a key.
bool PhraseReader::read_unknown(bool weak) {
  if (weak || world_.language != Language::en) return false;
  const Word word = at_.next_word();
  if (!word.capital || word.entry != nullptr || world_.may_name(word)) return false;
  at_.take(word);
  out_->works.push_back({{}, 'X', word.begin, word.end});
  return true;
}

// German genitives and French contractions say "of" themselves: "dieses Artikels", "dudit article".
bool PhraseReader::holds_of(const Word& word) const {
  return world_.language == Language::de ||
         (world_.language == Language::fr &&
          (word.text().starts_with("dudit") || word.text().starts_with("desdit")));
}

// `weak`: a preposition that leads elsewhere too ("to", "in"), so only a work or a larger division
// may follow.
bool PhraseReader::attach_after_of(bool weak, bool in_place, bool comma) {
  const Cursor before = at_;
  if (at_.peek() == ',') at_.accept(',');
  if (attach_pronoun()) return true;
  at_ = before;
  if (at_.peek() == ',') at_.accept(',');
  if (!annexed_ahead() && attach_work(true)) return true;
  at_ = before;
  skip_determiner();
  skip_annexed();
  const Word word = at_.next_word();
  const LexWord role = world_.look(word);
  const bool place = role.is(unit | ordinal);
  const bool larger = role.is(unit) && rank_of(role.level()) < rank_of(Level::article);
  const bool of_protocol = role.is(unit) && role.level() == Level::protocol;
  if (place && (!weak || (in_place && larger) || of_protocol)) {
    waiting_ = container_;
    if (current().deep == 0) close_container(), waiting_ = 0;
    const std::size_t from = out_->items.size();
    const Item last = current();
    const std::vector<OpenUnit> open = open_;
    container_ = from;
    reading_container_ = true;
    const bool done =
        role.is(ordinal) ? ordinal_element(Gap::word) : unit_element(Gap::word, word, role);
    reading_container_ = false;
    const Item& head = out_->items[first_of_group(from)];
    const Level inner = head.path.size > 0 ? head.path.steps[head.taken].level : head.level;
    const Level outer = done ? out_->items[from].path.steps[0].level : Level::sentence;
    if (done && may_contain(outer, inner)) {
      if (waiting_ != 0) reorder_waiting(from);
      return true;
    }
    if (done && !comma && last.deep > 0 && may_contain(outer, last.path.steps[last.deep].level)) {
      split_descent(from);
      return true;
    }
    container_ = waiting_;
    open_ = open;
    out_->items.resize(from);
  }
  at_ = before;
  const bool of_annex =
      !in_place && current().path.size > 0 && current().path.steps[0].level == Level::annex;
  if (!weak || of_annex) {
    skip_determiner();
    if (role.is(its)) at_.take(at_.next_word());
    const std::size_t from = out_->works.size();
    if (!role.is(act) && (works_.read_foreign(at_, out_->works) || read_unknown(weak)))
      return bind(Base::works, from), true;
  }
  at_ = before;
  return false;
}

// "of this Article", "of that Regulation", "de ladite directive"
// "l'article 8 de celle-ci"
bool PhraseReader::bind_to_latest(const Word& pronoun) {
  close_container();
  out_->that_at = pronoun.begin;
  for (Item& item : out_->items) {
    if (item.base != Base::open) continue;
    item.base = Base::that;
    item.of_act = true;
    item.pick = 2;
  }
  return bound_ = true;
}

bool PhraseReader::attach_pronoun() {
  const Cursor before = at_;
  skip_determiner();
  const Word pronoun = at_.next_word();
  LexWord role = world_.look(pronoun);
  const bool bare =
      !role.is(own | that) && role.is(act) && !role.is(plural) &&
      (pronoun.capital || world_.language == Language::fr || world_.language == Language::nl);
  if (!role.is(own | that) && !bare) return at_ = before, false;
  if (bare)
    role = {"", that, 0};  // "Articles 3(2) and 4(2) of the Regulation"
  else
    at_.take(pronoun);
  if (role.is(that) && role.is(thereof)) return bind_to_latest(pronoun);
  Word noun = at_.next_word();
  LexWord what = world_.look(noun);
  for (int i = 0; i < 3 && what.is(adjective | act_prefix) && !what.is(act); ++i) {
    at_.take(noun);
    noun = at_.next_word();
    what = world_.look(noun);
  }
  const bool charter = noun.text() == "charter" || noun.text() == "charte" ||
                       noun.text() == "handvest" || noun.text() == "charta";
  if (!what.is(unit | act | treaty | foreign) && !charter && noun.text() != "act" &&
      noun.text() != "acte")
    return at_ = before, false;
  const std::size_t from = out_->works.size();
  // "of that Regulation (EU) No 648/2012": the number says which.
  Cursor with_number = at_.elsewhere(noun.begin);
  if (works_.read(with_number, out_->works, false) && what.is(act)) {
    at_ = with_number;
    return bind(Base::works, from), true;
  }
  out_->works.resize(from);
  at_.take(noun);
  out_->that_at = pronoun.begin;
  close_container();
  Item base;
  base.level = what.is(unit) ? what.level() : Level::article;
  base.of_act = !what.is(unit);
  base.type = what.is(act) ? static_cast<char>(what.arg) : what.is(treaty) ? 'T' : 0;
  if (charter) base.type = 'C';
  const Base kind = role.is(own) ? Base::own : Base::that;
  for (std::size_t i = first_of_run(out_->items.size(), base); i < out_->items.size(); ++i) {
    Item& item = out_->items[i];
    if (item.base != Base::open) continue;
    item.base = kind;
    item.of_act = base.of_act;
    item.level = base.level;
    item.type = base.type;
    item.pick = role.is(that) && !role.is(abbreviation) ? role.arg : std::uint8_t{0};
    if (!base.of_act) strip_outer(item, base.level);
  }
  bound_ = true;
  return true;
}

// "the paragraphs 1 and 1a of this Article" behind "Article 5(2)": they are not of Article 5.
void PhraseReader::strip_outer(Item& item, Level level) {
  if (item.taken == 0 || rank_of(item.path.steps[0].level) > rank_of(level)) return;
  const auto drop = [&](Path& path) {
    if (path.size <= item.taken) return;
    std::move(path.steps.begin() + item.taken, path.steps.begin() + path.size, path.steps.begin());
    path.size = static_cast<std::uint8_t>(path.size - item.taken);
  };
  drop(item.path);
  drop(item.last);
  item.taken = 0;
}

// "des dem EUV und dem AEUV beigefuegten Protokolls Nr. 22"
void PhraseReader::skip_annexed() {
  if (world_.language != Language::de && world_.language != Language::nl) return;
  Cursor here = at_;
  for (int i = 0; i < 24; ++i) {
    const Word word = here.next_word();
    if (word.empty()) return;
    here.take(word);
    if (!world_.look(word).is(annexed)) continue;
    const LexWord next = world_.look(here.next_word());
    if (next.is(unit) && next.level() == Level::protocol) at_ = here;
    return;
  }
}

bool PhraseReader::annexed_ahead() {
  const Cursor before = at_;
  skip_determiner();
  const std::size_t from = at_.at();
  skip_annexed();
  const bool moved = at_.at() != from;
  at_ = before;
  return moved;
}

bool PhraseReader::attach_work(bool said_of) {
  const Cursor before = at_;
  const std::size_t from = out_->works.size();
  if (said_of) skip_determiner();
  const bool bracket = !said_of && at_.accept('(');  // "Article 67 (TFEU)"
  const Word word = at_.next_word();
  const bool plain = said_of || world_.look(word).is(abbreviation) ||
                     (world_.look(word).is(act) && word.capital) || (said_of && word.empty()) ||
                     world_.may_name(word);
  if (!plain || !works_.read(at_, out_->works, true)) {
    out_->works.resize(from);
    return at_ = before, false;
  }
  if (bracket && !at_.accept(')')) {
    out_->works.resize(from);
    return at_ = before, false;
  }
  bind(Base::works, from);
  if (!said_of) descend_behind_work();
  return true;
}

// "Article 263 TFEU, fourth paragraph"
void PhraseReader::descend_behind_work() {
  const Cursor before = at_;
  const Item kept = current();
  const std::size_t count = out_->items.size();
  const Gap between = gap();
  skip_determiner();
  const Word word = at_.next_word();
  const LexWord role = world_.look(word);
  const bool inner =
      role.is(ordinal) || (role.is(unit) && rank_of(role.level()) > rank_of(Level::article));
  if (between == Gap::comma && inner && kept.path.size > 0 && !ascended_ &&
      (role.is(ordinal) ? ordinal_element(between) : unit_element(between, word, role))) {
    Cursor after = at_;
    const LexWord next = world_.look(after.next_word());
    if (!next.is(of) && current().path.size > kept.path.size) return;
  }
  at_ = before;
  out_->items.resize(count);
  out_->items.back() = kept;
}

// "the first subparagraph of paragraph 1 and the second subparagraph thereof"
bool PhraseReader::attach_to_earlier() {
  auto& items = out_->items;
  std::size_t first = items.size() - 1;
  while (first > 0 && items[first - 1].group == items.back().group) --first;
  if (first == 0 || items[first - 1].path.size == 0) return false;
  const Item earlier = items[first - 1];
  Path outer;
  for (std::uint8_t i = 0; i < earlier.path.size; ++i)
    if (rank_of(earlier.path.steps[i].level) < rank_of(items[first].path.steps[0].level))
      outer.push(earlier.path.steps[i].level, earlier.path.steps[i].value);
  if (outer.size == 0) return false;
  for (std::size_t i = first; i < items.size(); ++i) {
    Path path = outer;
    for (std::uint8_t k = 0; k < items[i].path.size; ++k)
      path.push(items[i].path.steps[k].level, items[i].path.steps[k].value);
    items[i].path = path;
  }
  return bound_ = true;
}

bool PhraseReader::attach_thereof() {
  at_.accept(',');
  const Word word = at_.next_word();
  if (!world_.look(word).is(thereof) || world_.look(word).is(that)) return false;
  at_.take(word);
  out_->that_at = word.begin;
  close_container();
  Item& item = current();
  const bool of_place =
      item.path.size > 0 && rank_of(item.path.steps[0].level) > rank_of(Level::article);
  if (of_place && attach_to_earlier()) return true;
  for (Item& each : out_->items) {
    if (each.base != Base::open) continue;
    each.base = Base::that;
    each.of_act = !of_place;
    each.level = Level::article;
    each.type = 0;
  }
  bound_ = true;
  return true;
}

// ---- items

void PhraseReader::bind(Base base, std::size_t from_work) {
  close_container();
  bool any_root = false;
  for (const Item& item : out_->items)
    any_root = any_root || (item.base == Base::open && item.path.size > 0 &&
                            rank_of(item.path.steps[0].level) <= rank_of(Level::article));
  for (Item& item : out_->items) {
    if (item.base != Base::open) continue;
    if (any_root && rank_of(item.path.steps[0].level) > rank_of(Level::article)) continue;
    const bool protocol = item.path.steps[0].level == Level::protocol;
    if (protocol && item.group != out_->items.back().group) continue;
    item.base = base;
    item.first_work = static_cast<std::uint16_t>(from_work);
    item.last_work = static_cast<std::uint16_t>(out_->works.size());
  }
  bound_ = true;
}

void PhraseReader::add(Level level, const Value& value, bool plural, Gap gap) {
  auto& items = out_->items;
  if (items.empty() || reading_container_) return add_root(level, value, plural);
  Item& item = current();
  const bool close = gap == Gap::none || gap == Gap::comma;
  if (item.path.size == 0) {
    // "this paragraph, first subparagraph"
    if (!close || item.of_act || !may_descend(item.level, level))
      return add_root(level, value, plural);
    item.path.push(level, value.text);
    item.end = value.end;
    open_.push_back({level, plural, 0});
    return;
  }
  const std::uint8_t same = step_beside(item.path, level, value, gap);
  const bool repeats = same < item.path.size;
  if (repeats && !ascended_) {
    if (container_ != 0 && same == 0) return add_root(level, value, plural);
    push_beside(same, level, value, false);
    while (!open_.empty() && open_.back().step >= same) open_.pop_back();
    open_.push_back({level, plural, same});
    return;
  }
  const Item shallow = item;
  if (!repeats && close && may_descend(item.path.last().level, level) &&
      item.path.push(level, value.text)) {
    if (gap == Gap::comma && item.deep == 0) {
      before_descent_ = shallow;
      item.deep = shallow.path.size;
    }
    if (item.last.size > 0) item.last = {};
    item.end = value.end;
    if (plural) item.begin = value.begin;
    open_.push_back({level, plural, static_cast<std::uint8_t>(item.path.size - 1)});
    return;
  }
  add_root(level, value, plural);
}

// The step of the same level that the value stands beside, or the size of the path. Points nest, so
// "point 4, under b" goes inward and "(a)(ii) and (b)" outward.
std::uint8_t PhraseReader::step_beside(const Path& path, Level level, const Value& value,
                                       Gap gap) const {
  if (level != Level::point) return path.find(level);
  if (gap == Gap::none) return path.size;
  for (std::uint8_t i = path.size; i-- > 0 && path.steps[i].level == Level::point;)
    if (may_stand_beside(path, i, value.text.view())) return i;
  return path.size;
}

void PhraseReader::add_root(Level level, const Value& value, bool plural) {
  if (!reading_container_) close_container();
  Item item;
  item.path.push(level, value.text);
  item.begin = value.begin;
  item.end = value.end;
  item.group = ++group_;
  out_->items.push_back(item);
  open_.clear();
  open_.push_back({level, plural, 0});
  ascended_ = false;
}

// Another item that shares the first `kept` steps of the last one.
void PhraseReader::push_beside(std::uint8_t kept, Level level, const Value& value,
                               bool same_group) {
  if (out_->items.size() >= most_items) return;
  Item item;
  item.path = current().path;
  item.path.size = kept;
  item.path.push(level, value.text);
  item.taken = kept;
  item.begin = value.begin;
  item.end = value.end;
  item.base = current().base;
  item.of_act = current().of_act;
  item.level = current().level;
  item.type = current().type;
  item.group = same_group ? group_ : ++group_;
  item.deep = same_group && current().deep <= kept ? current().deep : std::uint8_t{0};
  out_->items.push_back(item);
}

// The first item of the list that ends before `end`.
std::size_t PhraseReader::first_of_group(std::size_t end) const {
  std::size_t first = end - 1;
  while (first > 0 && out_->items[first - 1].group == out_->items[end - 1].group) --first;
  return first;
}

// The items before `end` that a container holds: the last one, those of its list, and those that
// lie deeper than the container.
std::size_t PhraseReader::first_of_run(std::size_t end, const Item& container) const {
  const auto& items = out_->items;
  std::size_t first = end;
  while (first > 0) {
    const Item& item = items[first - 1];
    if (item.base != Base::open || item.path.size == 0) break;
    const Level outer = container.path.size > 0 ? container.path.steps[0].level : container.level;
    const int rank = rank_of(item.path.steps[0].level);
    const Level own_root = item.path.steps[0].level;
    const bool kin = own_root == items[end - 1].path.steps[0].level || outer == Level::protocol ||
                     (is_grouping(own_root) && (is_grouping(outer) || outer == Level::annex)) ||
                     (!is_grouping(outer) && rank > rank_of(Level::article));
    const bool deeper = (rank > rank_of(outer) && kin) || container.of_act;
    const bool of_list = first < end && item.group == items[end - 1].group;
    if (first != end && !deeper && !of_list) break;
    --first;
  }
  return first;
}

// The container that was being read has one itself: "point (a) of paragraph 1, first subparagraph, of
// Article 5".
void PhraseReader::reorder_waiting(std::size_t from) {
  auto& items = out_->items;
  const std::vector<Item> container(items.begin() + static_cast<std::ptrdiff_t>(from), items.end());
  items.resize(from);
  const std::vector<OpenUnit> open = open_;
  container_ = waiting_;
  close_container();
  open_ = open;
  container_ = items.size();
  items.insert(items.end(), container.begin(), container.end());
}

// "Article 4, the first subparagraph of Article 5(1)": what looked like more steps of Article 4 has a
// container of its own. The items before `from` are taken apart again; the container goes on.
void PhraseReader::split_descent(std::size_t from) {
  auto& items = out_->items;
  const std::vector<Item> container(items.begin() + static_cast<std::ptrdiff_t>(from), items.end());
  std::size_t first = from;
  const std::uint16_t group = items[from - 1].group;
  while (first > 0 && items[first - 1].group == group && items[first - 1].deep > 0) --first;
  std::vector<Item> inner(items.begin() + static_cast<std::ptrdiff_t>(first),
                          items.begin() + static_cast<std::ptrdiff_t>(from));
  items.resize(first);
  items.push_back(before_descent_);
  container_ = waiting_;
  close_container();
  ++group_;
  for (Item& item : inner) {
    const std::uint8_t deep = item.deep;
    const auto drop = [deep](Path& path) {
      if (path.size <= deep) return;
      std::move(path.steps.begin() + deep, path.steps.begin() + path.size, path.steps.begin());
      path.size = static_cast<std::uint8_t>(path.size - deep);
    };
    drop(item.path);
    drop(item.last);
    item.taken = item.taken > deep ? static_cast<std::uint8_t>(item.taken - deep) : std::uint8_t{0};
    item.deep = 0;
    item.group = group_;
    items.push_back(item);
  }
  container_ = items.size();
  for (Item item : container) {
    item.group = static_cast<std::uint16_t>(group_ + 1);
    items.push_back(item);
  }
  ++group_;
}

// Puts the container's steps before those of the items that await it; two containers make two of
// each.
void PhraseReader::close_container() {
  if (container_ == 0) return;
  auto& items = out_->items;
  const std::size_t end = container_;
  container_ = 0;
  const std::vector<Item> containers(items.begin() + static_cast<std::ptrdiff_t>(end), items.end());
  items.resize(end);
  if (containers.empty()) return;
  const std::size_t first = first_of_run(end, containers.front());
  const std::vector<Item> inner(items.begin() + static_cast<std::ptrdiff_t>(first), items.end());
  items.resize(first);
  for (const Item& item : inner)
    for (const Item& outer : containers) {
      if (items.size() >= most_items) break;
      Item made = item;
      const bool strip =
          item.taken > 0 && rank_of(item.path.steps[0].level) <= rank_of(outer.path.steps[0].level);
      const std::uint8_t from = strip ? item.taken : std::uint8_t{0};
      made.path = outer.path;
      for (std::uint8_t i = from; i < item.path.size; ++i)
        made.path.push(item.path.steps[i].level, item.path.steps[i].value);
      if (item.last.size > 0) {
        made.last = outer.path;
        for (std::uint8_t i = from; i < item.last.size; ++i)
          made.last.push(item.last.steps[i].level, item.last.steps[i].value);
      }
      made.taken = 0;
      items.push_back(made);
    }
  open_.clear();
  ascended_ = true;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
