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

// Points count within their paragraph, whatever subparagraph they stand in.
Citation base_of_point(const Citation& place) {
  if (const Citation paragraph = place.up_to(Level::paragraph)) return paragraph;
  if (const Citation point = place.up_to(Level::point)) return point.parent();
  if (const Citation article = place.up_to(Level::article)) return article;
  if (!place.up_to(Level::annex)) return {};
  return place.last().level == Level::subparagraph ? place.parent() : place;
}

Citation base_of_article(const Citation& place) {
  if (const Citation protocol = place.up_to(Level::protocol)) return protocol;
  const Citation annex = place.up_to(Level::annex);
  return annex && annex.encloses(place.up_to(Level::article)) ? annex : place.whole();
}

}  // namespace

Citation Extractor::cut_to_article(const Citation& place) {
  const Citation article = place.up_to(Level::article);
  return article ? article : place;
}

Citation Extractor::own_place() const {
  if ((loose_quote_ || (loose_amendment_ && !frame_ && !state_.amended)) && state_.quoted)
    return {};
  if (state_.quoted && frame_) return frame_;
  if (state_.quoted && state_.amended) return cut_to_article(state_.amended);
  return context_.place;
}

// What an item that says nothing else is inside, by its outermost level.
Citation Extractor::own_base(const Path& path) const { return base_in(own_place(), path); }

Citation Extractor::base_in(const Citation& place, const Path& path) const {
  if (!place) return {};
  const auto at = [&](Level level) { return place.up_to(level); };
  const auto whole = [&] {
    const Citation article = at(Level::article);
    return article ? article : at(Level::annex);
  };
  const Level level = path.steps[0].level;
  switch (level) {
    case Level::paragraph: {
      const Citation paragraph = at(Level::paragraph);
      return paragraph ? paragraph.parent() : whole();
    }
    case Level::subparagraph: {
      const Citation paragraph = at(Level::paragraph);
      return paragraph ? paragraph : whole();
    }
    case Level::point:
      return base_of_point(place);
    case Level::indent:
    case Level::sentence: {
      Citation out = place;
      while (out && !out.is_work() && out.last().level == level) out = out.parent();
      return out && !out.is_work() ? out : Citation();
    }
    case Level::article:
      return base_of_article(place);
    case Level::part:
    case Level::title:
    case Level::chapter:
    case Level::section:
    case Level::subsection: {
      const Citation annex = at(Level::annex);
      if (!annex || at(Level::article)) return place.whole();
      const Citation same = at(level);
      return same ? same.parent() : annex;
    }
    case Level::protocol:
    case Level::declaration:
      return work("TFEU");
    case Level::annex:
    case Level::recital:
    case Level::visa:
      return place.whole();
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
  if (rank_of(level) > rank_of(Level::article) && !state_.amended.is_work() && !state_.quoted) {
    const Citation base = base_in(state_.amended, item.path);
    if (base) return emit(item, base, ReferenceStatus::amended);
  }
  if (rank_of(level) <= rank_of(Level::article) && state_.amended && !state_.quoted)
    return emit(item, state_.amended.whole(), ReferenceStatus::amended);
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
    const Citation act = mention.target.whole();
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
      return mention.target.whole();
  }
  return {};
}

void Extractor::bind_own(const Item& item) {
  const Citation place = own_place();
  const Citation base = item.of_act ? place.whole() : place.up_to(item.level);
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
  const std::vector<Citation> found =
      item.of_act ? antecedents_.works(item.type) : antecedents_.places(item.level);
  if (item.type == 'X') return emit_bare(item, ReferenceStatus::foreign);
  if (item.possessive && item.of_act && found.size() != 1) {
    if (const Citation near = named_right_before())
      return emit(item, near, ReferenceStatus::antecedent);
    const Citation own_work = own_place().whole();
    if (found.empty() && own_work && visa_ == none_)
      return emit(item, own_work, ReferenceStatus::own);
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

}  // namespace detail
}  // namespace v0
}  // namespace acquis
