// The elements of a phrase: units, ordinals, pronouns, and what stands beside the last.
#include "citation/read/phrase.hpp"

#include <algorithm>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr LexWord german_number{"nr", unit, static_cast<std::uint8_t>(Level::point)};

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

}  // namespace

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
  if (first.empty() || world_.look(first).is(unit)) return false;
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
  const bool label = read->bracket || list.level == Level::point;
  if (label && gap == Gap::comma_word && !goes_on(at_)) return at_ = before, false;
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

}  // namespace detail
}  // namespace v0
}  // namespace acquis
