// The numbers and letters of provisions.
#include "acquis/citation/words.hpp"
#include "citation/read/phrase.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::string_view glued_word(const Cursor& at) noexcept {
  const Word word = at.word();
  return word.empty() ? std::string_view() : at.text().substr(word.begin, word.end - word.begin);
}

bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_roman_digit(char c) noexcept {
  return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C';
}

// What a bracket may hold: "2", "1a", "a", "aa", "iii", "A"; not a word.
bool is_label(std::string_view text) noexcept {
  if (text.empty() || text.size() > 6) return false;
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at > 4) return false;
  const std::string_view letters = text.substr(at);
  if (letters.empty()) return true;
  if (at > 0) return letters.size() <= 2;
  if (letters.size() == 1) return true;
  bool roman = true, same = true;
  for (const char c : letters) {
    if (!is_lower(c)) return false;
    roman = roman && (c == 'i' || c == 'v' || c == 'x');
    same = same && c == letters[0];
  }
  return roman || same ||
         (letters.size() == 2 && letters != "or" && letters != "as" && letters != "eg" &&
          letters != "ex" && letters != "of");
}

}  // namespace

std::optional<PhraseReader::Value> PhraseReader::bracket_value() {
  Cursor here = at_;
  if (!here.accept('(')) return std::nullopt;
  here.skip_space();
  Value out;
  out.begin = here.at() - 1;
  out.bracket = true;
  while (is_alnum(here.peek()))
    if (!out.text.push(here.peek()))
      return std::nullopt;
    else
      here.skip();
  if (!is_label(out.text.view()) || !here.accept(')')) return std::nullopt;
  out.begin = here.text().rfind('(', here.at() - 1);
  out.end = here.at();
  at_ = here;
  return out;
}

// The Latin ordinal that stands between a letter and its bracket.
LexWord PhraseReader::latin_after(Cursor at) const {
  const Word word = at.next_word();
  const LexWord role = world_.look(word);
  at.take(word);
  return role.is(acquis::detail::latin) && at.peek() == ')' ? role : LexWord{};
}

// "a)", "ii)", or a bare letter where a list or the end of the clause follows: "point b and c".
std::optional<PhraseReader::Value> PhraseReader::lettered_value() {
  Cursor here = at_;
  here.skip_space();
  Value out;
  out.begin = here.at();
  while (is_lower(here.peek()) && out.text.size < 5) {
    out.text.push(here.peek());
    here.skip();
  }
  if (!is_label(out.text.view()) || is_alnum(here.peek())) return std::nullopt;
  if (static_cast<unsigned char>(here.peek()) >= 0xC3 &&
      static_cast<unsigned char>(here.peek()) < 0xC6)
    return std::nullopt;
  if (const LexWord next = latin_after(here); next.roles != 0 && out.text.size == 1) {
    out.text.push(static_cast<char>('a' + next.arg - 1));  // "a bis)" is aa
    here.take(here.next_word());
  }
  if (here.peek() == ')') {
    here.skip();
  } else {
    const bool german = world_.language == Language::de;
    const std::string_view text = out.text.view();
    if (text.size() > 1 && !german) return std::nullopt;
    if (!german && (text == "a" || text == "y" || text == "s") && !goes_on(here))
      return std::nullopt;
    Cursor elided = here;
    if (elided.accept_quote()) return std::nullopt;
  }
  out.end = here.at();
  at_ = here;
  return out;
}

std::optional<PhraseReader::Value> PhraseReader::value(Level level) {
  const Cursor before = at_;
  at_.skip_space();
  // "Protocol (No 21)", "declaration No 4"
  if (level == Level::protocol || level == Level::declaration) {
    const bool bracket = at_.accept('(');
    const Word sign = at_.next_word();
    if (world_.look(sign).is(number_sign)) {
      at_.take(sign);
      if (static_cast<unsigned char>(at_.peek()) == 0xC2)
        at_.skip(2);
      else if (sign.text() == "n")
        at_.accept('o');
      at_.accept('.');
    }
    at_.skip_space();
    Value out;
    out.begin = at_.at();
    if (!number_value(level, out.text) || (bracket && !at_.accept(')')))
      return at_ = before, std::nullopt;
    out.end = at_.at();
    return out;
  }
  if (at_.peek() == '(') {
    if (is_grouping(level) || level == Level::annex || level == Level::article)
      return at_ = before, std::nullopt;
    auto out = bracket_value();
    if (!out) at_ = before;
    return out;
  }
  Value out;
  out.begin = at_.at();
  if (number_value(level, out.text) || roman_or_letter(level, out.text)) {
    out.end = at_.at();
    if (level == Level::point && at_.peek() == ')') at_.skip();
    return out;
  }
  if (level == Level::point) {
    if (auto letter = lettered_value()) return letter;
  }
  at_ = before;
  return std::nullopt;
}

// "67", "9a", "325be", "2.1", "7 bis", "100 A", "1er"
bool PhraseReader::number_value(Level level, StepText& out) {
  Cursor here = at_;
  if (here.peek() == '\xC2' && here.peek(1) == '\xA7') here.skip(2), here.skip_space();
  if (!is_digit(here.peek())) return false;
  while (is_digit(here.peek()) && out.size < 5) out.push(here.peek()), here.skip();
  if (is_digit(here.peek()) || (level == Level::article && out.size > 3)) return out = {}, false;
  // A year or an act's number is none: "Article 2016/399".
  if (here.peek() == '/' && is_digit(here.peek(1))) return out = {}, false;
  if (is_lower(here.peek())) {
    std::size_t letters = 0;
    while (is_lower(here.peek(letters)) && letters < 5) ++letters;
    const auto after = static_cast<unsigned char>(here.peek(letters));
    if (const LexWord* glued = world_.words.find(glued_word(here));
        glued && glued->is(acquis::detail::latin)) {
      out.push(static_cast<char>('a' + glued->arg - 1));  // "18bis"
      here.take(here.word());
      at_ = here;
      return true;
    }
    const std::string_view tail = here.text().substr(here.at(), letters);
    const bool french = world_.language == Language::fr && (tail == "er" || tail == "re");
    const bool ordinal_mark = tail == "st" || tail == "nd" || tail == "rd" || tail == "th" ||
                              tail == "ste" || tail == "de";
    if (letters > 3 || is_alnum(static_cast<char>(after)) || after >= 0xC3) return out = {}, false;
    if (ordinal_mark && !french) return out = {}, false;
    if (!french)
      for (const char c : tail) out.push(c);
    here.skip(letters);
  } else if (is_upper(here.peek()) && !is_alnum(here.peek(1))) {
    out.push(here.peek());
    here.skip();
  }
  // "34.1", "2.1.3"; a full stop that ends the sentence is followed by no digit.
  const bool dotted = level == Level::point || level == Level::article || level == Level::section ||
                      level == Level::subsection || level == Level::paragraph;
  while (dotted && here.peek() == '.' && is_digit(here.peek(1)) && out.size < 12) {
    out.push('.');
    here.skip();
    while (is_digit(here.peek()) && out.size < 14) out.push(here.peek()), here.skip();
  }
  at_ = here;
  if (level == Level::article || level == Level::paragraph || level == Level::annex) latin(out);
  // Articles inserted by a capital letter: "Article 100 A" of the EC Treaty.
  if (level == Level::article && is_digit(out.view().back())) {
    Cursor letter = at_;
    letter.skip_space();
    const char c = letter.peek();
    if (letter.at() > at_.at() && is_upper(c) && !is_alnum(letter.peek(1)) && c != 'I' &&
        letter.peek(1) != '\'' && static_cast<unsigned char>(letter.peek(1)) < 0x80) {
      out.push(c);
      letter.skip();
      at_ = letter;
    }
  }
  return out.size > 0;
}

// 7 bis is 7a; where letters run out of the table, the word stays unread.
void PhraseReader::latin(StepText& out) {
  Cursor here = at_;
  const Word word = here.next_word();
  const LexWord role = world_.look(word);
  if (!role.is(acquis::detail::latin) || out.size == 0 || role.arg > 25) return;
  // German "bis" opens a range.
  here.take(word);
  out.push(static_cast<char>('a' + role.arg - 1));
  at_ = here;
}

bool PhraseReader::roman_or_letter(Level level, StepText& out) {
  const bool may = is_grouping(level) || level == Level::annex || level == Level::point ||
                   level == Level::article;
  const bool letter = level == Level::paragraph || level == Level::subparagraph;
  if (!may && !(letter && at_.peek(1) != '.' && !is_alnum(at_.peek(1)) && !is_upper(at_.peek(1))))
    return false;
  const Word word = at_.next_word();
  const LexWord role = world_.look(word);
  if (is_grouping(level) && role.is(cardinal) && level == Level::part) {
    at_.take(word);
    out.push_number(role.arg);
    return true;
  }
  // "article premier", "chapitre premier"
  if (role.is(ordinal) && role.arg == 1 && world_.language == Language::fr && behind_unit_ &&
      (level == Level::article || is_grouping(level))) {
    at_.take(word);
    out.push_number(1);
    return true;
  }
  Cursor here = at_;
  std::size_t size = 0;
  while (is_upper(here.peek(size))) ++size;
  if (size == 0 || size > 7) return false;
  bool roman = true;
  for (std::size_t i = 0; i < size; ++i) roman = roman && is_roman_digit(here.peek(i));
  if (!roman && size > 1) return false;
  std::size_t tail = 0;
  while (is_lower(here.peek(size + tail)) && tail < 3) ++tail;
  const std::string_view letters = here.text().substr(here.at() + size, tail);
  const bool french_first = letters == "er" && world_.language == Language::fr;
  const auto after = static_cast<unsigned char>(here.peek(size + tail));
  const bool numbered = size == 1 && tail == 0 && is_grouping(level) && is_digit(here.peek(1));
  if (!numbered && (is_alnum(static_cast<char>(after)) || after >= 0xC3)) {
    // "I-2": fine; "Im": a word
    if (after != 0xE2) return false;
  }
  if (size == 1 && tail == 0 && is_digit(here.peek(1)) && is_grouping(level)) {  // "Part B1"
    out.push(here.peek());
    here.skip();
    while (is_digit(here.peek()) && out.size < 4) out.push(here.peek()), here.skip();
    at_ = here;
    return true;
  }
  if (tail > 1 && !french_first) return false;
  if (tail == 1 && !roman) return false;
  // "Article A" was numbered so in the Treaty of Maastricht only: "Article K.3".
  if (level == Level::article && (size > 1 || here.peek(1) != '.' || !is_digit(here.peek(2))))
    return false;
  for (std::size_t i = 0; i < size; ++i) out.push(here.peek(i));
  if (!french_first)
    for (const char c : letters) out.push(c);
  here.skip(size + tail);
  if (level == Level::article || level == Level::point || level == Level::section)
    while (here.peek() == '.' && is_digit(here.peek(1)) && out.size < 12) {
      out.push('.');
      here.skip();
      while (is_digit(here.peek()) && out.size < 14) out.push(here.peek()), here.skip();
    }
  at_ = here;
  if (roman) latin(out);
  if (level == Level::annex && roman) annex_letter(out);
  return true;
}

// "annexe I A": the letter is part of the number where the clause then goes on.
void PhraseReader::annex_letter(StepText& out) {
  Cursor here = at_;
  here.skip_space();
  const char c = here.peek();
  if (here.at() == at_.at() || c < 'A' || c > 'H' || is_alnum(here.peek(1))) return;
  here.skip();
  Cursor quote = here;
  if (quote.accept_quote()) return;
  if (world_.language == Language::en && !goes_on(here)) return;
  out.push(c);
  at_ = here;
}

// "38 et seq.", "38 ff.", "38 en volgende": only the first is named.
void PhraseReader::skip_following() {
  const Level level = current().path.last().level;
  if (level != Level::article && level != Level::paragraph && level != Level::recital) return;
  Cursor here = at_;
  here.accept(',');
  const Word first = here.next_word();
  const std::string_view text = first.text();
  here.take(first);
  const Word second = here.next_word();
  const std::string_view then = second.text();
  const bool two = (text == "et" && (then == "seq" || then == "suivants" || then == "suivantes")) ||
                   (text == "en" && then == "volgende") || (text == "und" && then == "folgende");
  const bool one = world_.language == Language::de && (text == "ff" || text == "f");
  if (!two && !one) return;
  if (two) here.take(second);
  here.accept('.');
  at_ = here;
}

// "(2)(b)(i)": the first number after an article is a paragraph, the rest are points.
void PhraseReader::brackets() {
  for (;;) {
    const Cursor before = at_;
    const auto read = bracket_value();
    if (!read) return;
    Item& item = current();
    const Level outer = item.path.last().level;
    if (outer == Level::recital || outer == Level::protocol || outer == Level::indent ||
        outer == Level::sentence) {
      at_ = before;
      return;
    }
    const bool paragraph = outer == Level::article && is_digit(read->text.text[0]);
    if (!item.path.push(paragraph ? Level::paragraph : Level::point, read->text)) return;
    item.end = read->end;
  }
}

// "a) i)", "Buchstabe b Ziffer ii": letters nest without a bracket on the left.
void PhraseReader::nested_letters() {
  while (current().path.last().level == Level::point) {
    const Cursor before = at_;
    at_.skip_space();
    Cursor look = at_;
    std::size_t size = 0;
    while (is_lower(look.peek(size)) && size < 5) ++size;
    if (size == 0 || look.peek(size) != ')') {
      at_ = before;
      return;
    }
    const auto read = lettered_value();
    if (!read || !current().path.push(Level::point, read->text)) {
      at_ = before;
      return;
    }
    current().end = read->end;
  }
}

// "to", "bis", "tot en met", "t/m", "t.e.m."
bool PhraseReader::accept_range_word() {
  Cursor here = at_;
  Word word = here.next_word();
  if (!world_.look(word).is(acquis::detail::range)) return false;
  here.take(word);
  if (world_.language == Language::nl && word.text() == "t") {
    while (here.peek() == '.' || here.peek() == '/' || is_lower(here.peek())) here.skip();
  } else if (world_.language == Language::nl) {
    word = here.next_word();
    if (word.text() == "en") {
      here.take(word);
      word = here.next_word();
      if (word.text() != "met") return false;
      here.take(word);
    }
  }
  at_ = here;
  return true;
}

// "to 8", "-89", "bis c": the other end, of the kind of the innermost step.
void PhraseReader::range() {
  skip_following();
  const Cursor before = at_;
  const bool dash = at_.accept_dash();
  if (!dash) {
    if (!accept_range_word()) return void(at_ = before);
  }
  at_.skip_space();
  Item& item = current();
  Path last = item.path;
  const std::uint8_t inner = static_cast<std::uint8_t>(last.size - 1);
  const Level level = last.steps[inner].level;
  // "Articles 3(2) to 5(1)": the list's own unit again.
  std::uint8_t at_step = inner;
  std::optional<Value> read;
  if (at_.peek() == '(') {
    read = bracket_value();
  } else {
    if (!open_.empty() && open_.back().step < inner && open_.back().level != Level::point)
      at_step = open_.back().step;
    const Word word = at_.next_word();
    const LexWord role = world_.look(word);
    if (role.is(unit) && role.level() == last.steps[at_step].level) at_.take(word);
    read = value(last.steps[at_step].level);
    if (!read && level == Level::point) read = lettered_value(), at_step = inner;
  }
  const auto fits = [&] {
    return read && !is_counted(at_) &&
           is_digit(read->text.text[0]) == is_digit(last.steps[at_step].value.text[0]);
  };
  if (!fits()) return void(at_ = before);
  last.size = at_step;
  last.push(item.path.steps[at_step].level, read->text);
  item.end = read->end;
  // Brackets that follow belong to the second end.
  while (const auto more = bracket_value()) {
    const bool paragraph = last.last().level == Level::article && is_digit(more->text.text[0]);
    if (!last.push(paragraph ? Level::paragraph : Level::point, more->text)) break;
    item.end = more->end;
  }
  item.last = last;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
