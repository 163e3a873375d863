// Titles of acts inside text, short names in brackets, quotations that come from elsewhere.
#include <algorithm>

#include "citation/read/extractor.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

bool Extractor::is_embedded(std::size_t at) const {
  if (embed_from_ == none_ || embed_from_ >= at || at - embed_from_ > 600) return false;
  const std::string_view between = text_.substr(embed_from_, at - embed_from_);
  if (particular_ != none_ && particular_ > embed_from_ && particular_ < at) return false;
  return between.find('(') == std::string_view::npos ||
                 between.find("(E") != std::string_view::npos ||
                 between.find("(C") != std::string_view::npos
             ? between.find(". ") == std::string_view::npos &&
                   between.find(';') == std::string_view::npos
             : false;
}

// "annexed to the Treaty on European Union and to the Treaty on the Functioning ..."
bool Extractor::is_annexed(std::size_t at) {
  return annexed_at_ != none_ && annexed_at_ <= at && at - annexed_at_ < 24 &&
         text_.substr(annexed_at_, at - annexed_at_).find('.') == std::string_view::npos;
}

std::size_t Extractor::sentence_end(std::size_t from, std::size_t most) const {
  const std::size_t limit = std::min(text_.size(), from + most);
  for (std::size_t at = from; at + 1 < limit; ++at)
    if (text_[at] == ';' || (text_[at] == '.' && text_[at + 1] == ' ')) return at;
  return limit;
}

// "Regulation (EC) No 1/2003 of 16 December 2002 on ...": in its title "the Treaty" is that of 2002.
void Extractor::note_title(const Mention& act) {
  if (!act.work || act.type == 'T' || act.type == 'C' || act.type == 'P' || act.type == 'Z') return;
  Cursor at(text_, act.end, &tokens_);
  for (int i = 0; i < 16; ++i) {
    at.skip_space();
    unsigned day = 0, year = 0;
    std::size_t count = 0;
    if (at.digits(2, day, count)) {
      if (world_.language == Language::de) at.accept('.');
      const Word month = at.next_word();
      if (!world_.look(month).is(measure)) return;
      at.take(month);
      at.skip_space();
      if (!at.digits(4, year, count) || count != 4) return;
      set_title(act, at.at());
      return;
    }
    const Word word = at.word();
    if (word.empty()) return;
    at.take(word);
    for (const std::string_view opener :
         {"on", "concerning", "relating", "laying", "establishing", "concernant", "relatif",
          "relative", "portant", "betreffende", "inzake"})
      if (word.text() == opener) return set_title(act, at.at());
  }
}

// A title ends with its sentence, or where the Official Journal or the provisions are named.
void Extractor::leave_title(std::size_t from, std::size_t to) {
  bool over = to > title_from_ + 600 || (particular_ != none_ && particular_ > title_from_);
  for (std::size_t at = std::max(from, title_from_); at < to && !over; ++at) {
    const char c = text_[at];
    over = c == ';' || (c == '.' && at + 1 < text_.size() && text_[at + 1] == ' ') ||
           (c == '(' && text_.substr(at, 3) == "(OJ");
  }
  if (over) title_from_ = none_;
}

// In the title of an act words have the meaning they had in its year.
void Extractor::set_title(const Mention& act, std::size_t from) {
  int year = 0;
  for (const char c : act.work.work().substr(1, 4)) year = year * 10 + (c - '0');
  title_date_ = Date::from_ymd(year, 7, 1);
  title_from_ = from;
}

// "Directive (EU) 2022/2555 ... (NIS 2 Directive)": the same act once more, in brackets.
bool Extractor::is_apposition(const Mention& mention) const {
  if (mention.foreign() || mention.begin == 0) return false;
  std::size_t open = mention.begin;
  while (open > 0 && mention.begin - open < 8 && text_[open - 1] != '(') --open;
  if (open == 0 || text_[open - 1] != '(') return false;
  Cursor after(text_, mention.end, &tokens_);
  after.accept_quote();
  if (!after.accept(')')) return false;
  for (std::size_t i = state_.mentions.size(); i-- > 0;) {
    const auto& earlier = state_.mentions[i];
    if (earlier.paragraph != state_.paragraph) return false;
    if (earlier.type != 0 && earlier.target && earlier.target == mention.work) return true;
  }
  return false;
}

// A short name in brackets and quotation marks behind the work: "(the ‘Basic Regulation’)".
void Extractor::note_definition(const Mention& mention) {
  const std::size_t end = sentence_end(mention.end, 400);
  for (std::size_t open = text_.substr(0, end).find('(', mention.end); open < end;
       open = text_.substr(0, end).find('(', open + 1)) {
    Cursor at(text_, open + 1, &tokens_);
    for (int i = 0; i < 6; ++i) {
      at.skip_space();
      if (at.accept_quote()) break;
      const Word word = at.word();
      if (word.empty()) break;
      const LexWord role = world_.look(word);
      if (!role.is(hereinafter | determiner) && i == 0 && word.text() != "hereinafter") break;
      at.take(word);
    }
    if (at.at() <= open + 1) continue;
    Cursor before(text_, at.at() >= 3 ? at.at() - 3 : 0, &tokens_);
    bool quoted = false;
    for (std::size_t back = 1; back <= 3 && back <= at.at(); ++back) {
      Cursor mark(text_, at.at() - back, &tokens_);
      quoted = quoted || (mark.accept_quote() && mark.at() == at.at());
    }
    if (!quoted) continue;
    const std::size_t close = text_.find(')', at.at());
    if (close == std::string_view::npos || close - at.at() > 90) return;
    const std::string_view name = text_.substr(at.at(), close - at.at());
    if (!is_name_of_act(name) && text_.find_first_not_of(' ', mention.end) != open) return;
    define(name, mention.work);
    defined_end_ = close;
    return;
  }
}

// Between an act and its short name stands a title, which names other things, too.
bool Extractor::is_name_of_act(std::string_view name) const {
  bool act_like = false;
  Tokens tokens(world_.words);
  for (Cursor at(name, 0, &tokens); !at.done();) {
    const Word word = at.next_word();
    if (word.empty()) {
      at.skip();
      continue;
    }
    at.take(word);
    act_like = act_like || world_.look(word).is(act | foreign | treaty) || is_charter(word.text());
    for (const std::string_view noun :
         {"verordening", "richtlijn", "verordnung", "richtlinie", "code", "kodex"})
      act_like = act_like || word.text().ends_with(noun);
  }
  return act_like;
}

void Extractor::define(std::string_view name, const Citation& work) {
  for (const std::string_view small :
       {"the ", "The ", "de ", "het ", "le ", "la ", "l'", "die ", "der "})
    if (name.starts_with(small)) name.remove_prefix(small.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    Cursor at(name, i);
    if (i > 2 && at.accept_quote() && at.at() == name.size()) name = name.substr(0, i);
  }
  if (state_.defined.size() < 64 && name.size() >= 3)
    state_.defined.add(name, context_.language, work);
}

// A text in quotation marks is of the act that is being amended, named or not.
void Extractor::open_quote() {
  if (state_.amended || state_.quoted) return;
  Cursor at(text_, 0, &tokens_);
  at.skip_space();
  const bool opens = at.accept_quote() && text_[at.at() - 1] != '\'';
  const bool quoted = opens ? !closes_early(at.at()) : closes_at_end();
  if (quoted) loose_quote_ = state_.quoted = true;
}

// A quoted term: 'third-country national' means ....
bool Extractor::closes_early(std::size_t from) const {
  for (std::size_t at = from; at < text_.size() && at < from + 200; ++at) {
    const auto c = static_cast<unsigned char>(text_[at]);
    if (c < 0xC2 && c != '"') continue;
    Cursor mark(text_, at, &tokens_);
    if (mark.accept_quote() && !is_letter(mark.peek()) && text_.size() - mark.at() > 3) return true;
  }
  return false;
}

// The end of a quotation that began in another paragraph.
bool Extractor::closes_at_end() const {
  std::size_t end = text_.size();
  while (end > 0 && (text_[end - 1] == ';' || text_[end - 1] == '.' || text_[end - 1] == ' '))
    --end;
  for (std::size_t size = 2; size <= 3 && size <= end; ++size) {
    const std::string_view mark = text_.substr(end - size, size);
    const bool closing = mark == "\xE2\x80\x99" || mark == "\xE2\x80\x9D" || mark == "\xC2\xBB";
    if (closing && text_.substr(0, end - size)
                           .find(mark == "\xE2\x80\x99" ? "\xE2\x80\x98"
                                 : mark == "\xC2\xBB"   ? "\xC2\xAB"
                                                        : "\xE2\x80\x9C") == std::string_view::npos)
      return true;
  }
  return false;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
