// The main loop: from one word that may open a citation to the next.
#include "citation/read/extractor.hpp"

#include <algorithm>

#include "citation/read/prefilter.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// The middle of the act's year, when nothing closer is known.
Date date_of(const CiteContext& context) {
  if (context.date || !context.place) return context.date;
  const std::string_view work = context.place.work();
  if (work == "TEC") return Date::from_ymd(2000, 7, 1);
  if (work == "EEC") return Date::from_ymd(1980, 7, 1);
  if (is_treaty(work)) return {};
  int year = 0;
  for (const char c : work.substr(1, 4)) year = year * 10 + (c - '0');
  return Date::from_ymd(year, 7, 1);
}

Beginnings beginnings_of(const WorkNames& names, Language language) {
  Beginnings out;
  for (const std::string_view word : names.first_words(language)) out.add(beginning_of(word));
  return out;
}

// The words of the language and the shipped names: the same for every text.
const Beginnings& usual_beginnings(Language language) {
  static const std::array<Beginnings, 4> all = [] {
    std::array<Beginnings, 4> out;
    for (const Language each : languages) {
      Beginnings& here = out[static_cast<std::size_t>(each)];
      here = beginnings_of(WorkNames::shipped(), each);
      here.add_all(lexicon(each).beginnings());
    }
    return out;
  }();
  return all[static_cast<std::size_t>(language)];
}

// The first word that may open a reference; the beginning where other things than the words of the
// language and the shipped names have to be looked at.
std::size_t first_opener(std::string_view text, const CiteContext& context,
                         const ReadingState& state) {
  if (context.names || state.defined().size() > 0 || state.amended()) return 0;
  Prefilter filter(text, usual_beginnings(context.language).bits.data());
  return filter.next(0);
}

TextWorld world_of(const CiteContext& context, const WorkNames& defined) {
  return {context.language,
          lexicon(context.language),
          context.names ? *context.names : WorkNames::shipped(),
          defined,
          {}};
}

}  // namespace

Extractor::Extractor(std::string_view text, const CiteContext& context, ReadingState& state,
                     Extraction& out)
    : text_(text),
      context_(context),
      state_(state),
      out_(out),
      world_(world_of(context, state.defined())),
      tokens_(world_.words),
      date_(date_of(context)),
      works_(world_),
      phrases_(world_),
      antecedents_(text, state_) {
  world_.date = date_;
  ++state_.paragraph;
  const Citation article = context.place.up_to(Level::article);
  if (state_.amended && article != state_.amended_from) {
    state_.amended = {};
    state_.quoted = false;
  }
}

// The beginnings that count for this text. Where names of its own or of the caller's are among them
// they are kept from paragraph to paragraph.
const std::uint64_t* Extractor::wanted_beginnings() {
  if (!context_.names && state_.defined.size() == 0)
    return usual_beginnings(context_.language).bits.data();
  const std::size_t stamp = (state_.defined.size() << 32) ^ (world_.names.size() << 2) ^
                            static_cast<std::size_t>(context_.language);
  if (state_.beginnings_of == &world_.names && state_.beginnings_stamp == stamp)
    return state_.beginnings.data();
  Beginnings all = usual_beginnings(context_.language);
  all.add_all(beginnings_of(world_.names, context_.language));
  all.add_all(beginnings_of(state_.defined, context_.language));
  state_.beginnings.assign(all.bits.begin(), all.bits.end());
  state_.beginnings_of = &world_.names;
  state_.beginnings_stamp = stamp;
  return state_.beginnings.data();
}

void Extractor::run(std::size_t first) {
  open_quote();
  Prefilter filter(text_, wanted_beginnings());
  std::size_t defined = state_.defined.size();
  for (std::size_t at = filter.next(first); at < text_.size(); at = filter.next(at)) {
    Cursor cursor(text_, at, &tokens_);
    const Word word = cursor.word();
    if (word.empty() || cursor.inside_word()) {
      at = std::max<std::size_t>(word.end, at + 1);
      continue;
    }
    if (follows_quotes()) follow_quotes(followed_, at);
    const std::size_t before = followed_;
    followed_ = at;
    if (title_from_ != none_) leave_title(before, at);
    world_.date = title_from_ != none_ ? title_date_ : date_;
    at = std::max(meet(word, world_.look(word)), at + 1);
    if (state_.defined.size() != defined) {
      defined = state_.defined.size();
      filter.want(wanted_beginnings());
    }
  }
  if (follows_quotes()) follow_quotes(followed_, text_.size());
  if (loose_quote_ || !state_.amended) state_.quoted = false;
  end_visa();
}

std::size_t Extractor::meet(const Word& word, LexWord role) {
  if (role.is(its) && !world_.look(Cursor(text_, word.end, &tokens_).next_word()).is(unit))
    return word.end;
  if (role.is(unit | ordinal | its)) {
    const std::size_t end = meet_phrase(word, role);
    if (end > word.begin) return end;
  }
  if (role.is(own | that)) {
    std::size_t end = role.is(that) ? meet_that_work(word) : word.begin;
    if (end == word.begin) end = meet_phrase(word, role);
    if (end == word.begin && role.is(own)) end = skip_own_work(word);
    if (end > word.begin) return end;
  }
  constexpr std::uint32_t works = act | act_prefix | series | abbreviation | treaty;
  const bool name = word.capital || context_.language == Language::fr || state_.defined.size() > 0;
  if (role.is(works) || (name && world_.may_name(word))) {
    const std::size_t end = meet_works(word.begin);
    if (end > word.begin) return end;
  }
  if (role.roles == 0) return word.end;
  if (role.is(visa)) return meet_visa(word);
  if (role.is(particular)) particular_ = word.end;
  if (role.is(amending)) embed_from_ = word.begin;
  if (role.is(annexed)) annexed_at_ = word.end;
  if (role.is(amended)) return meet_amended(word);
  if (role.is(foreign)) return meet_foreign(word);
  return word.end;
}

// "this Treaty", "das vorliegende Protokoll": the citing text as a whole is no reference.
std::size_t Extractor::skip_own_work(const Word& pronoun) {
  Cursor at(text_, pronoun.end, &tokens_);
  const Word noun = at.next_word();
  return world_.look(noun).is(treaty) || is_charter(noun.text()) ? noun.end : pronoun.begin;
}

// "Having regard to", "vu", "gelet op", "gestützt auf": what follows is the subject of a visa.
std::size_t Extractor::meet_visa(const Word& word) {
  end_visa();
  Cursor at(text_, word.end, &tokens_);
  const Word next = at.next_word();
  const bool opens = next.text() == "regard" || next.text() == "op" || next.text() == "auf" ||
                     word.text() == "vu" || word.text() == "gezien";
  if (!opens) return word.end;
  visa_ = word.begin;
  particular_ = none_;
  return word.end;
}

void Extractor::end_visa() {
  const bool carrier = visa_ != none_ && subject_known_ && subject_reference_ != none_ &&
                       out_.references[subject_reference_].phrase_begin == 1u << 31;
  if (carrier)
    out_.references.erase(out_.references.begin() +
                          static_cast<std::ptrdiff_t>(subject_reference_));
  visa_ = particular_ = none_;
  subject_ = {};
  subject_reference_ = none_;
  subject_known_ = false;
}

// A phrase of the visa that names no work belongs to its subject.
bool Extractor::in_visa_clause(std::size_t at) const {
  if (visa_ == none_ || !subject_known_ || !subject_) return false;
  return particular_ != none_ && particular_ < at;
}

// In French the bare noun of a treaty is a participle too.
bool Extractor::is_participle(std::size_t begin) const {
  if (context_.language != Language::fr) return false;
  const Word word = Cursor(text_, begin, &tokens_).word();
  if (!world_.look(word).is(treaty) ||
      world_.names.longest_at(text_, begin, context_.language, world_.date))
    return false;
  const std::string_view before = text_.substr(begin >= 3 ? begin - 3 : 0, begin >= 3 ? 3 : begin);
  for (const std::string_view noun : {"le ", "du ", "au ", "it ", "vu "})
    if (before == noun) return false;
  return true;
}

std::size_t Extractor::meet_works(std::size_t begin) {
  Cursor at(text_, begin, &tokens_);
  mentions_.clear();
  if (is_participle(begin) || !works_.read(at, mentions_, false)) return begin;
  const bool one = mentions_.size() == 1;
  if (begin < defined_end_ && one && state_.defined.longest_at(text_, begin, context_.language))
    return at.at();
  if (one && !mentions_[0].foreign())
    if (const std::size_t end = meet_place_behind(mentions_[0], at.at())) return end;
  if (one && is_apposition(mentions_[0])) return at.at();
  if (mentions_[0].type == 'T' && is_former(begin)) make_former(mentions_[0]);
  connective_ = connective_before(text_, begin, context_.language);
  if (is_annexed(begin)) {
    annexed_at_ = mentions_.back().end;
  } else {
    for (const Mention& mention : mentions_) note_work(mention);
  }
  note_title(mentions_.front());
  return at.at();
}

// "Regulation (EU) 2021/1134 Article 2(3)": the work stands before its place. 0 if it does not.
std::size_t Extractor::meet_place_behind(const Mention& mention, std::size_t end) {
  Cursor next(text_, end, &tokens_);
  const bool comma = next.accept(',');
  const Word word = next.next_word();
  const LexWord role = world_.look(word);
  const bool document =
      mention.type == 'Z' && comma && role.is(unit) && role.level() == Level::annex;
  const bool listed = context_.language == Language::nl || context_.language == Language::de ||
                      document || follows_in(mention.begin);
  const bool instruction = comma && follows_in(mention.begin);
  const bool place = role.is(unit) && (role.level() == Level::article || document || instruction) &&
                     (comma ? listed : word.capital && next.at() == end + 1);
  if (!place || !phrases_.read(next, phrase_) || !phrase_.works.empty()) return 0;
  phrase_.works.push_back(mention);
  connective_ = connective_before(text_, mention.begin, context_.language);
  antecedents_.add(mention.work, mention.type, mention.begin, is_embedded(mention.begin));
  for (Item& item : phrase_.items) {
    if (item.base != Base::open) continue;
    item.base = Base::works;
    item.last_work = 1;
  }
  for (const Item& item : phrase_.items) bind(item);
  note_frame(phrase_.begin, phrase_.end);
  return phrase_.end;
}

// A work as a whole: a reference, an antecedent, perhaps the subject of a visa.
void Extractor::note_work(const Mention& mention) {
  const bool embedded = is_embedded(mention.begin);
  antecedents_.add(mention.work, mention.type, mention.begin, embedded);
  last_work_ = mention.work;
  last_work_end_ = mention.end;
  const bool own_work = mention.work && context_.place && mention.type == 'T' &&
                        mention.work.work() == context_.place.work();
  if (!own_work)
    emit_work(mention, mention.foreign() ? ReferenceStatus::foreign : ReferenceStatus::named);
  if (visa_ != none_ && !subject_known_) {
    subject_known_ = true;
    subject_ = mention.work;
    subject_reference_ = mention.work && !own_work ? out_.references.size() - 1 : none_;
  }
  if (!embedded && !mention.foreign()) note_definition(mention);
}

// The heading of a quoted article: "Article 3 Scope This Regulation ..." right behind the mark.
bool Extractor::is_quoted_heading(const Phrase& phrase) const {
  if (!state_.quoted || phrase.items.size() != 1 || phrase.items[0].path.size != 1 ||
      !phrase.works.empty() || phrase.items[0].path.steps[0].level != Level::article)
    return false;
  bool marked = false;
  for (std::size_t back = 1; back <= 3 && back <= phrase.begin; ++back) {
    Cursor mark(text_, phrase.begin - back, &tokens_);
    marked = marked || (mark.accept_quote() && mark.at() == phrase.begin);
  }
  Cursor after(text_, phrase.end, &tokens_);
  return marked && after.next_word().capital;
}

// "ex Article 34 TEU", "the former TEU": the text before December 2009.
bool Extractor::is_former(std::size_t begin) const {
  std::size_t end = begin;
  while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == '-')) --end;
  std::size_t from = end;
  while (from > 0 && end - from < 10 &&
         (is_letter(text_[from - 1]) || static_cast<unsigned char>(text_[from - 1]) >= 0x80))
    --from;
  Tokens tokens(world_.words);
  const Word word = Cursor(text_.substr(0, end), from, &tokens).word();
  return world_.look(word).is(former) || word.text() == "former";
}

void Extractor::make_former(Mention& mention) {
  if (mention.work && mention.work.key() == "TEU")
    mention.work = *Citation::from_key("TEU-pre2009");
}

std::size_t Extractor::meet_phrase(const Word& word, LexWord role) {
  Cursor at(text_, word.begin, &tokens_);
  // "this point", "that section" in their everyday senses are no references.
  if (role.is(own | that)) {
    Cursor look(text_, word.end, &tokens_);
    const Word noun = look.next_word();
    const LexWord what = world_.look(noun);
    if (!what.is(unit) || what.is(plural)) return word.begin;
    const Level level = what.level();
    const bool grouping =
        is_grouping(level) && (role.is(own) || !noun.capital || antecedents_.places(level).empty());
    if (grouping && antecedents_.places(level).empty()) return word.begin;
    if (is_grouping(level) && role.is(own)) return word.begin;
    if (level == Level::sentence || level == Level::recital || level == Level::visa ||
        level == Level::declaration)
      return word.begin;
    const bool capital_wanted =
        context_.language == Language::en || context_.language == Language::de;
    if (capital_wanted && !noun.capital &&
        (level == Level::article || level == Level::annex || level == Level::protocol))
      return word.begin;
  }
  if (!phrases_.read(at, phrase_)) return word.begin;
  connective_ = connective_before(text_, phrase_.begin, context_.language);
  if (is_quoted_heading(phrase_)) return phrase_.end;
  const bool of_works = !phrase_.works.empty();
  if (of_works && is_former(phrase_.begin))
    for (Mention& mention : phrase_.works) make_former(mention);
  for (const Mention& mention : phrase_.works)
    antecedents_.add(mention.work, mention.type, mention.begin, is_embedded(mention.begin));
  const Phrase& phrase = phrase_;
  if (phrase.items.size() == 1 && phrase.items[0].path.size == 1 &&
      phrase.items[0].path.steps[0].level == Level::protocol && phrase.begin > 0) {
    Cursor before(text_, phrase.begin - std::min<std::size_t>(phrase.begin, 4), &tokens_);
    const bool bracket =
        text_.substr(before.at(), phrase.begin - before.at()).find('(') != std::string_view::npos;
    if (bracket) return phrase.end;
  }
  for (const Item& item : phrase.items) bind(item);
  if (of_works && phrase.works.size() == 1) {
    if (!phrase.works[0].foreign() && !is_embedded(phrase.works[0].begin))
      note_definition(phrase.works[0]);
    note_title(phrase.works[0]);
  }
  note_frame(phrase.begin, phrase.end);
  return phrase.end;
}

// "that Regulation", "the said Directive", "ladite décision" as a reference of its own
std::size_t Extractor::meet_that_work(const Word& pronoun) {
  Cursor at(text_, pronoun.end, &tokens_);
  const auto [noun, what, prefix] = works_.noun(at);
  if (!what.is(act | treaty | foreign) || what.is(plural)) return pronoun.begin;
  if (context_.language == Language::en && !noun.capital) return pronoun.begin;
  at.go(noun.begin);
  mentions_.clear();
  if (works_.read(at, mentions_, false) && mentions_.back().end > noun.end)
    return pronoun.end;  // it is named: read again as such
  Item item;
  item.base = Base::that;
  item.of_act = true;
  item.type = prefix != 0       ? prefix
              : what.is(act)    ? static_cast<char>(what.arg)
              : what.is(treaty) ? 'T'
                                : 'X';
  if (is_charter(noun.text())) item.type = 'C';
  item.begin = pronoun.begin;
  item.end = noun.end;
  phrase_.begin = pronoun.begin;
  phrase_.end = noun.end;
  connective_ = connective_before(text_, pronoun.begin, context_.language);
  bind(item);
  return noun.end;
}

std::size_t Extractor::meet_foreign(const Word& word) {
  if (context_.language == Language::en && !word.capital) return word.end;
  antecedents_.add({}, 'X', word.begin, is_embedded(word.begin));
  if (visa_ != none_ && !subject_known_) {
    subject_known_ = true;
    subject_ = {};
  }
  return word.end;
}

}  // namespace detail

void extract_citations(std::string_view text, const CiteContext& context, ReadingState& state,
                       Extraction& out) {
  const std::size_t first = detail::first_opener(text, context, state);
  if (first < text.size()) detail::Extractor(text, context, state, out).run(first);
}

Extraction extract_citations(std::string_view text, const CiteContext& context) {
  Extraction out;
  ReadingState state;
  extract_citations(text, context, state, out);
  return out;
}

}  // namespace v0
}  // namespace acquis
