// What an item of a phrase hangs on, and the reference it makes.
#include <algorithm>

#include "citation/read/extractor.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

Citation work(std::string_view key) { return *Citation::from_key(key); }

// Grouping divisions do not enter the keys of articles.
Citation under(const Citation& base, const Path& path) {
  std::uint8_t from = 0;
  const std::uint8_t article = path.find(Level::article);
  if (article < path.size)
    while (from < article && is_grouping(path.steps[from].level)) ++from;
  Citation out = base;
  for (std::uint8_t i = from; i < path.size && out; ++i)
    out = out.child({path.steps[i].level, path.steps[i].value.view()});
  return out;
}

Citation outermost(const Citation& place) { return place ? work(place.work()) : Citation(); }

}  // namespace

Citation Extractor::cut_to_article(const Citation& place) {
  const Citation article = cut(place, Level::article, true);
  return article ? article : place;
}

Citation Extractor::own_place() const {
  if ((loose_quote_ || (loose_amendment_ && !frame_ && !state_.amended)) && state_.quoted)
    return {};
  if (state_.quoted && frame_) return frame_;
  if (state_.quoted && amended_place_) return cut_to_article(amended_place_);
  if (state_.quoted && state_.amended) return state_.amended;
  return context_.place;
}

// What an item that says nothing else is inside, by its outermost level.
Citation Extractor::own_base(const Path& path) const { return base_in(own_place(), path); }

Citation Extractor::base_in(const Citation& place, const Path& path) const {
  if (!place) return {};
  const Level level = path.steps[0].level;
  const Citation annex = cut(place, Level::annex, true);
  const Citation protocol = cut(place, Level::protocol, true);
  const Citation article = cut(place, Level::article, true);
  const Citation paragraph = cut(place, Level::paragraph, true);
  const Citation whole = article ? article : annex;
  switch (level) {
    case Level::paragraph:
      return paragraph ? paragraph.parent() : whole;
    case Level::subparagraph:
      return paragraph ? paragraph : whole;
    case Level::point:
      if (paragraph) return paragraph;
      if (const Citation point = cut(place, Level::point, false))
        return cut(place, Level::point, false);
      if (article) return article;
      return annex ? (place.last().level == Level::subparagraph ? place.parent() : place)
                   : Citation();
    case Level::indent:
    case Level::sentence: {
      Citation out = place;
      while (out && !out.is_work() && out.last().level == level) out = out.parent();
      return out && !out.is_work() ? out : Citation();
    }
    case Level::article:
      if (protocol) return protocol;
      return annex && article && annex.encloses(article) ? annex : outermost(place);
    case Level::part:
    case Level::title:
    case Level::chapter:
    case Level::section:
    case Level::subsection: {
      if (!annex || article) return outermost(place);
      const Citation same = cut(place, level, false);
      return same ? same : annex;
    }
    case Level::protocol:
    case Level::declaration:
      return work("TFEU");
    case Level::annex:
    case Level::recital:
    case Level::visa:
      return outermost(place);
  }
  return {};
}

void Extractor::bind(const Item& item) {
  switch (item.base) {
    case Base::open:
      return bind_open(item);
    case Base::own:
      return bind_own(item);
    case Base::that:
      return bind_that(item);
    case Base::works:
      break;
  }
  for (std::uint16_t i = item.first_work; i < item.last_work; ++i) {
    const Mention& mention = phrase_.works[i];
    if (mention.foreign())
      emit_bare(item, ReferenceStatus::foreign);
    else if (item.path.steps[0].level == Level::protocol && mention.work.work() == "TEU")
      emit(item, work("TFEU"), ReferenceStatus::named);
    else
      emit(item, mention.work, ReferenceStatus::named);
  }
}

void Extractor::bind_open(const Item& item) {
  const Level level = item.path.steps[0].level;
  if (level == Level::protocol || level == Level::declaration) {
    // Protocols to other treaties have names, and those before 2009 no numbers.
    emit(item, work("TFEU"), ReferenceStatus::named);
    if (item.path.size == 1) {
      const Citation protocol = under(work("TFEU"), item.path);
      antecedents_.add(protocol, 'P', item.begin, false);
      if (visa_ != none_ && !subject_known_) {
        subject_known_ = true;
        subject_ = protocol;
        subject_reference_ = out_.references.size() - 1;
      }
    }
    return;
  }
  if (rank_of(level) <= rank_of(Level::article) && in_visa_clause(item.begin)) {
    if (subject_reference_ != none_) out_.references[subject_reference_].phrase_begin = 1u << 31;
    return emit(item, subject_, ReferenceStatus::antecedent);
  }
  if (visa_ != none_ && subject_known_ && !subject_)
    return emit_bare(item, ReferenceStatus::foreign);
  if (rank_of(level) > rank_of(Level::article) && in_frame(item.begin) && !state_.quoted) {
    if (frame_ref_ != none_)
      out_.references.erase(out_.references.begin() + static_cast<std::ptrdiff_t>(frame_ref_));
    frame_ref_ = none_;
    return emit(item, frame_, ReferenceStatus::amended);
  }
  if (rank_of(level) > rank_of(Level::article) && amended_place_ && !state_.quoted) {
    const Citation base = base_in(amended_place_, item.path);
    if (base) return emit(item, base, ReferenceStatus::amended);
  }
  if (rank_of(level) <= rank_of(Level::article) && state_.amended && !state_.quoted)
    return emit(item, state_.amended, ReferenceStatus::amended);
  if (is_amended_after(phrase_.begin, phrase_.end)) {
    loose_amendment_ = true;
    return emit_bare(item, ReferenceStatus::unresolved);
  }
  if (const Citation carried = carried_act(item))
    return emit(item, carried, ReferenceStatus::antecedent);
  if (const Citation carried = carried_treaty(item.path))
    return emit(item, carried, ReferenceStatus::antecedent);
  const Citation base = own_base(item.path);
  if (!base) return emit_bare(item, ReferenceStatus::unresolved);
  emit(item, base, state_.quoted ? ReferenceStatus::amended : ReferenceStatus::own);
}

// A recital cites its own act as such; a numbered place that stands alone behind the only act it has
// named so far belongs to that act.
Citation Extractor::carried_act(const Item& item) const {
  if (!context_.place || !context_.place.is_work() || state_.quoted) return {};
  const Level level = item.path.steps[0].level;
  const bool numbered = item.end - item.begin > 0 && !(level == Level::annex && unnumbered(item));
  if (!numbered || (level != Level::article && level != Level::annex)) return {};
  Citation found;
  for (const auto& mention : state_.mentions) {
    if (mention.paragraph != state_.paragraph || mention.type == 0 || mention.embedded) continue;
    if (!mention.target || mention.type == 'Z') return {};
    const Citation act = work(mention.target.work());
    if (is_treaty(act.work()) || act.work() == context_.place.work()) return {};
    if (found && found != act) return {};
    found = act;
  }
  return found;
}

bool Extractor::unnumbered(const Item& item) const {
  const char last = text_[item.end - 1];
  return item.path.steps[0].value.view() == "1" && last != '1';
}

// "Article 85(1) of the Treaty ... to which Article 85(1) applies": the treaty again.
Citation Extractor::carried_treaty(const Path& path) const {
  if (path.steps[0].level != Level::article || state_.mentions.empty()) return {};
  const std::size_t count = state_.mentions.size();
  for (std::size_t i = count; i-- > 0 && count - i < 32;) {
    const auto& mention = state_.mentions[i];
    if (mention.paragraph != state_.paragraph) break;
    if (!mention.target || mention.target.is_work() || !is_treaty(mention.target.work())) continue;
    const Segment first = *mention.target.begin();
    if (first.level == Level::article && first.value == path.steps[0].value.view() &&
        mention.target.work() != context_.place.work())
      return work(mention.target.work());
  }
  return {};
}

void Extractor::bind_own(const Item& item) {
  const Citation place = own_place();
  const Citation base = item.of_act ? outermost(place) : cut(place, item.level, true);
  if (!base) return emit_bare(item, ReferenceStatus::unresolved);
  if (item.of_act && item.path.size == 0) return;
  emit(item, base, state_.quoted ? ReferenceStatus::amended : ReferenceStatus::own);
}

void Extractor::bind_that(const Item& item) {
  // In a visa "thereof" is of its subject.
  if (item.of_act && item.type == 0 && visa_ != none_ && subject_known_) {
    if (!subject_) return emit_bare(item, ReferenceStatus::foreign);
    if (subject_reference_ != none_) out_.references[subject_reference_].phrase_begin = 1u << 31;
    return emit(item, subject_, ReferenceStatus::antecedent);
  }
  const std::vector<Citation> found = item.of_act
                                          ? antecedents_.works(item.type, phrase_.that_at)
                                          : antecedents_.places(item.level, phrase_.that_at);
  if (item.type == 'X') return emit_bare(item, ReferenceStatus::foreign);
  if (item.possessive && item.of_act && found.size() != 1) {
    if (const Citation near = named_right_before())
      return emit(item, near, ReferenceStatus::antecedent);
    const Citation own_work = outermost(own_place());
    if (found.empty() && own_work && visa_ == none_) return emit(item, own_work, ReferenceStatus::own);
  }
  if (found.empty()) return emit_bare(item, ReferenceStatus::unresolved);
  if (found.size() > 1 && item.pick == 0) return emit_candidates(item, found);
  if (found.size() > 1 && found.back() && item.pick == 1)
    return emit(item, found.back(), ReferenceStatus::antecedent);
  if (!found[0]) return emit_bare(item, ReferenceStatus::foreign);
  emit(item, found[0], ReferenceStatus::antecedent);
}

// "the Charter, and in particular its Chapter VI": the work that the words before lead to.
Citation Extractor::named_right_before() const {
  if (particular_ == none_ || phrase_.begin < particular_ || phrase_.begin - particular_ > 8)
    return {};
  const bool near =
      last_work_end_ != none_ && last_work_end_ < particular_ && particular_ - last_work_end_ < 24;
  return near ? last_work_ : Citation();
}

Reference& Extractor::push(std::size_t begin, std::size_t end, ReferenceStatus status) {
  Reference& out = out_.references.emplace_back();
  out.begin = static_cast<std::uint32_t>(begin);
  out.end = static_cast<std::uint32_t>(end);
  out.phrase_begin = static_cast<std::uint32_t>(phrase_.begin);
  out.phrase_end = static_cast<std::uint32_t>(phrase_.end);
  out.status = status;
  out.connective = connective_;
  return out;
}

void Extractor::emit(const Item& item, const Citation& base, ReferenceStatus status) {
  const Citation target = under(base, item.path);
  if (!target) return emit_bare(item, ReferenceStatus::unresolved);
  Reference& out = push(item.begin, item.end, status);
  out.target = target;
  if (item.last.size > 0) out.last = under(base, item.last);
  if (target.is_work()) return;
  antecedents_.add(target, 0, item.begin, false, base.key().size());
}

void Extractor::emit_candidates(const Item& item, const std::vector<Citation>& candidates) {
  const auto first = static_cast<std::uint32_t>(out_.candidates.size());
  for (const Citation& base : candidates)
    if (base) out_.candidates.push_back(under(base, item.path));
  Reference& out = push(item.begin, item.end, ReferenceStatus::ambiguous);
  out.first_candidate = first;
  out.candidate_count = static_cast<std::uint32_t>(out_.candidates.size()) - first;
}

void Extractor::emit_bare(const Item& item, ReferenceStatus status) {
  push(item.begin, item.end, status);
}

void Extractor::emit_work(const Mention& mention, ReferenceStatus status) {
  phrase_.begin = mention.begin;
  phrase_.end = mention.end;
  push(mention.begin, mention.end, status).target = mention.work;
}

// ---- acts that amend

// Instructions to amend say where: "In Article 28k of Directive 77/388/EEC, the first subparagraph ...
// is replaced by". What follows in the sentence is inside that article, and so is the quoted text.
void Extractor::note_frame(std::size_t begin, std::size_t end) {
  if (out_.references.empty() || state_.quoted) return;
  const Reference& last = out_.references.back();
  if (!last.target || last.target.is_work() || last.phrase_begin != begin) return;
  if (last.status != ReferenceStatus::named && last.status != ReferenceStatus::amended) return;
  const bool opens = text_[end < text_.size() ? end : 0] == ',' && follows_in(begin);
  std::size_t verb = amending_verb(end, opens ? 400 : 120);
  if (verb == none_ && text_.substr(end, 1) == ":") verb = end;  // "inserted after ... Article 7:"
  if (verb == none_) return;
  if (opens) {
    frame_ref_ = begins_deeper(end) ? out_.references.size() - 1 : none_;
    frame_ = last.target;
    frame_end_ = sentence_end(end, text_.size());
  } else if (last.status == ReferenceStatus::named && quotation_after(verb)) {
    const Citation article = cut(last.target, Level::article, true);
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
  const Citation whole = work(act->target.work());
  if (is_treaty(whole.work())) return word.end;
  state_.amended = whole;
  state_.amended_from = cut(context_.place, Level::article, true);
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
  const Citation whole = work(last.target.work());
  if (is_treaty(whole.work())) return false;
  amended_place_ = last.target;
  state_.amended = whole;
  state_.amended_from = cut(context_.place, Level::article, true);
  return true;
}

// Quoted text opens behind a colon and closes before a stop or at the end.
void Extractor::follow_quotes(std::size_t from, std::size_t to) {
  for (std::size_t at = from; at < to; ++at) {
    const char c = text_[at];
    if (!state_.quoted) {
      if (c != ':') continue;
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
