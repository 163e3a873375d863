// "of": the containers and works that places are given.
#include <algorithm>

#include "citation/read/phrase.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

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
  } else if (!(comma && role.is(act)) && attach_work(false)) {
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
bool PhraseReader::comma_before(std::size_t at) const {
  const std::string_view text = at_.text();
  while (at > current_end() && text[at - 1] != ',') --at;
  return at > current_end();
}

// "l'article 8 de celle-ci"
bool PhraseReader::bind_to_latest() {
  close_container();
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
  if (role.is(that) && role.is(thereof)) return bind_to_latest();
  const auto [noun, what, prefix] = works_.noun(at_);
  const bool charter = is_charter(noun.text());
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
  close_container();
  Item base;
  base.level = what.is(unit) ? what.level() : Level::article;
  base.of_act = !what.is(unit);
  base.type = prefix != 0       ? prefix
              : what.is(act)    ? static_cast<char>(what.arg)
              : what.is(treaty) ? 'T'
                                : 0;
  if (charter) base.type = 'C';
  // "paragraph 2, point (b) of this paragraph": the point alone is of this one.
  const bool inner = what.is(unit) && current().deep > 0 && !comma_before(before.at()) &&
                     rank_of(current().path.steps[0].level) <= rank_of(base.level);
  if (inner) split_descent(out_->items.size());
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

}  // namespace detail
}  // namespace v0
}  // namespace acquis
