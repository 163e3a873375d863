// Acts that amend: what their instructions and their quotations are about.
#include <algorithm>

#include "citation/read/extractor.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// Instructions to amend say where: "In Article 28k of Directive 77/388/EEC, the first subparagraph ...
// is replaced by". What follows in the sentence is inside that article, and so is the quoted text.
void Extractor::note_frame(std::size_t begin, std::size_t end) {
  if (out_.references.empty() || state_.quoted) return;
  const Reference& last = out_.references.back();
  if (!last.target || last.target.is_work() || last.phrase_begin != begin) return;
  if (last.status != ReferenceStatus::named && last.status != ReferenceStatus::amended) return;
  const bool opens = text_[end < text_.size() ? end : 0] == ',' && follows_in(begin);
  if (!opens && text_.substr(end, 200).find(':') == std::string_view::npos) return;
  std::size_t verb = amending_verb(end, opens ? 400 : 120);
  if (verb == none_ && text_.substr(end, 1) == ":") verb = end;  // "inserted after ... Article 7:"
  if (verb == none_) return;
  if (opens) {
    frame_ref_ = begins_deeper(end) ? out_.references.size() - 1 : none_;
    frame_ = last.target;
    frame_end_ = sentence_end(end, text_.size());
  } else if (last.status == ReferenceStatus::named && quotation_after(verb)) {
    const Citation article = last.target.up_to(Level::article);
    frame_ = article ? article : last.target;
    frame_end_ = end;
  }
}

// Whether the word before the phrase is "In" or its like.
bool Extractor::follows_in(std::size_t begin) const {
  std::size_t end = begin;
  while (end > 0 && !is_letter(text_[end - 1]) && begin - end < 4 &&
         static_cast<unsigned char>(text_[end - 1]) < 0x80)
    --end;
  std::size_t from = end;
  while (from > 0 && end - from < 8 &&
         (is_letter(text_[from - 1]) || static_cast<unsigned char>(text_[from - 1]) >= 0x80))
    --from;
  const std::string_view before = text_.substr(from, end - from);
  for (const std::string_view opener :
       {"In", "in", "\xC3\x80", "\xC3\xA0", "Dans", "dans", "l", "Aan", "aan"})
    if (before == opener) return true;
  return before.ends_with("l\xE2\x80\x99");
}

// The end of the next "replaced", "inserted" in the sentence; none_ if there is none.
std::size_t Extractor::amending_verb(std::size_t from, std::size_t most) const {
  const std::size_t stop = sentence_end(from, most);
  for (Cursor look(text_, from, &tokens_); look.at() < stop;) {
    const Word word = look.next_word();
    if (world_.look(word).is(amended)) return word.end;
    look.go(std::max<std::size_t>(word.end, look.at() + 1));
  }
  return none_;
}

// "... by the following: (quotation mark)"
bool Extractor::quotation_after(std::size_t verb) const {
  const std::size_t colon = text_.find(':', verb);
  if (colon == std::string_view::npos || colon > verb + 80) return false;
  Cursor mark(text_, colon + 1, &tokens_);
  mark.skip_space();
  return mark.accept_quote();
}

// Whether what the frame is about is named right behind its comma: then it carries no reference of
// its own, as a treaty carries the article of a visa.
bool Extractor::begins_deeper(std::size_t comma) const {
  Cursor at(text_, comma, &tokens_);
  at.accept(',');
  Word word = at.next_word();
  if (world_.look(word).is(determiner)) {
    at.take(word);
    at.skip_space();
    at.accept_quote();
    word = at.next_word();
  }
  const LexWord role = world_.look(word);
  at.take(word);
  at.skip_space();
  return role.is(ordinal) || (role.is(unit) && (is_digit(at.peek()) || at.peek() == '('));
}

bool Extractor::in_frame(std::size_t at) const { return frame_ && at < frame_end_; }

// "in Article 56, paragraph 3 shall be replaced by the following": of an act that is not named here.
bool Extractor::is_amended_after(std::size_t begin, std::size_t end) const {
  if (connective_ != Connective::none) return false;
  Cursor at(text_, end, &tokens_);
  const bool comma = at.accept(',');
  if (comma && !(follows_in(begin) && starts_clause(begin))) return false;
  for (int i = 0; i < (comma ? 7 : 4); ++i) {
    const Word word = at.next_word();
    if (word.empty()) return false;
    at.take(word);
    if (!world_.look(word).is(amended)) continue;
    const bool text_follows = text_.find(':', at.at()) < at.at() + 60;
    return text_follows || starts_clause(begin);
  }
  return false;
}

// Nothing but a label, "In" or an article before it since the sentence began.
bool Extractor::starts_clause(std::size_t begin) const {
  std::size_t at = begin;
  while (at > 0 && begin - at < 8 && text_[at - 1] != '.' && text_[at - 1] != ';' &&
         text_[at - 1] != ':' && text_[at - 1] != ')')
    --at;
  const std::string_view before = text_.substr(at, begin - at);
  for (const std::string_view opener :
       {"", " ", " in ", " In ", "in ", "In ", " l'", "l'", "L'", " the ", "The ", "the "})
    if (before == opener) return true;
  return false;
}

bool Extractor::follows_as_follows(const Word& word) const {
  Cursor at(text_, word.end, &tokens_);
  const Word next = at.next_word();
  at.take(next);
  const Word then = at.next_word();
  const bool follows = (next.text() == "as" && then.text() == "follows") ||
                       (next.text() == "comme" && then.text() == "suit") ||
                       (next.text() == "als" && then.text() == "volgt");
  return follows || (word.begin >= 10 &&
                     text_.substr(word.begin - 10, 10).find("folgt") != std::string_view::npos);
}

// "Directive 2009/28/EC is amended as follows:"
std::size_t Extractor::meet_amended(const Word& word) {
  if (state_.quoted || !follows_as_follows(word)) return word.end;
  if (enter_amended_place(word.begin)) return word.end;
  const ReadingState::Antecedent* act = antecedents_.last_act();
  if (!act || !act->target || word.begin < act->at || word.begin - act->at > 200) return word.end;
  const Citation whole = act->target.whole();
  if (is_treaty(whole.work())) return word.end;
  state_.amended = whole;
  state_.amended_from = context_.place.up_to(Level::article);
  return word.end;
}

// "Article 61 is amended as follows": points and paragraphs from here on are inside it.
bool Extractor::enter_amended_place(std::size_t at) {
  if (out_.references.empty()) return false;
  const Reference& last = out_.references.back();
  if (!last.target || last.target.is_work() || last.last || last.phrase_end > at ||
      at - last.phrase_end > 40)
    return false;
  if (last.status != ReferenceStatus::named && last.status != ReferenceStatus::amended)
    return false;
  const Citation whole = last.target.whole();
  if (is_treaty(whole.work())) return false;
  state_.amended = last.target;
  state_.amended_from = context_.place.up_to(Level::article);
  return true;
}

// Quoted text opens behind a colon and closes before a stop or at the end.
void Extractor::follow_quotes(std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    if (!state_.quoted) at = std::min(text_.substr(0, to).find(':', at), to);
    if (at == to) return;
    const char c = text_[at];
    if (!state_.quoted) {
      Cursor mark(text_, at + 1, &tokens_);
      mark.skip_space();
      if (mark.accept_quote()) state_.quoted = true;
    } else if (static_cast<unsigned char>(c) >= 0xC2 || c == '\'' || c == '"') {
      Cursor mark(text_, at, &tokens_);
      if (!mark.accept_quote()) continue;
      const char next = mark.peek();
      if (next == ';' || next == '.' || next == '\0') state_.quoted = false;
    }
  }
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
