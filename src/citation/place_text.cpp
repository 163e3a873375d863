#include "citation/place_text.hpp"

#include "acquis/citation/treaty_shape.hpp"
#include "acquis/citation/words.hpp"
#include "citation/phrases.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

bool starts_with_digit(std::string_view value) noexcept {
  return !value.empty() && is_digit(value[0]);
}

bool is_roman(std::string_view value) noexcept {
  for (const char c : value)
    if (std::string_view("ivxl").find(c) == std::string_view::npos) return false;
  return !value.empty();
}

// Works whose inserted articles bear letters in French and Dutch too ("100 A").
bool is_older_treaty(std::string_view work) noexcept {
  return work == "TEC" || work == "EEC" || work == "TEU-pre2009" || work == "EAEC";
}

class PlaceText {
 public:
  PlaceText(const Form& form, const Cluster& cluster, std::size_t from)
      : language_(form.language),
        compact_(form.language == Language::en && form.style == Style::short_form),
        cluster_(cluster),
        from_(from) {}

  Placed run() {
    if (only_groups()) {
      parted_ = language_ != Language::en && cluster_.path.size() > from_ + 1;
      return {groups(), parted_, parted_};
    }
    for (at_ = from_; at_ < cluster_.path.size(); ++at_) add_step();
    return {std::move(out_), parted_, parted_};
  }

 private:
  Level level() const { return cluster_.path[at_].level; }
  Level before() const { return cluster_.path[at_ - 1].level; }
  bool is_last() const { return at_ + 1 == cluster_.path.size(); }
  bool is_list() const { return is_last() && cluster_.values.size() > 1; }
  bool follows(Level wanted) const { return at_ > from_ && before() == wanted; }
  bool in_article() const {
    for (std::size_t i = 0; i < at_; ++i)
      if (cluster_.path[i].level == Level::article) return true;
    return false;
  }
  std::vector<std::string_view> values() const {
    if (is_last()) return cluster_.values;
    return {cluster_.path[at_].value};
  }
  std::string name() const {
    const LevelWords& words = level_words(language_, level());
    const std::string out(is_list() ? words.many : words.one);
    // Dutch: "dit protocol", but "Protocol nr. 21".
    return language_ == Language::nl && level() == Level::protocol ? capital(out) : out;
  }

  void add_step() {
    if (level() == Level::point) return add_point();
    if (level() == Level::paragraph) return add_paragraph();
    if (level() == Level::annex) return add_annex();
    if (takes_ordinal()) return add_part(ordinals());
    add_part(name() + number_sign() + listed(values()));
  }
  bool takes_ordinal() const {
    const bool german = language_ == Language::de;
    if (level() == Level::indent || level() == Level::visa) return true;
    return (level() == Level::subparagraph || level() == Level::sentence) &&
           (!german || values().front() == "last");
  }
  std::string number_sign() const {
    if (level() != Level::protocol && level() != Level::declaration) return " ";
    constexpr std::array<std::string_view, 4> signs{" No ", " nr. ", " n° ", " Nr. "};
    return std::string(signs[static_cast<std::size_t>(language_)]);
  }

  void add_part(const std::string& text) {
    parted_ = parted_ || !out_.empty();
    if (!out_.empty()) out_ += language_ == Language::de ? " " : ", ";
    out_ += text;
  }

  // "first and third subparagraphs", but "eerste en derde alinea"; numbers where an ordinal would be
  // unheard of.
  std::string ordinals() const {
    std::vector<std::string> words;
    for (const std::string_view value : values()) {
      const auto word = ordinal_text(language_, value, level_words(language_, level()).gender);
      if (!word) return name() + " " + listed(values());
      words.push_back(*word);
    }
    const bool plural = language_ == Language::en || language_ == Language::fr;
    return joined(words) + " " +
           (plural ? name() : std::string(level_words(language_, level()).one));
  }
  std::string listed(const std::vector<std::string_view>& printed) const {
    std::vector<std::string> items;
    for (const std::string_view value : printed) items.push_back(number(value));
    return joined(items);
  }
  std::string joined(const std::vector<std::string>& items) const {
    if (!is_last() || cluster_.opens.empty()) return join_text(language_, items);
    std::vector<std::string> members;
    for (std::size_t i = 0; i < items.size(); ++i) {
      members.push_back(items[i]);
      if (!cluster_.opens[i] || i + 1 == items.size()) continue;
      members.back() += " " + std::string(until(language_)) + " " + items[i + 1];
      ++i;
    }
    return join_text(language_, members);
  }

  // As printed in the language: 9a is "9 bis" in French and Dutch, Article 1 is "1er" in French.
  std::string number(std::string_view value) const {
    const bool latin = language_ == Language::fr || language_ == Language::nl;
    if (language_ == Language::fr && level() == Level::article && value == "1") return "1er";
    if (latin && value.size() > 1 && is_digit(value[value.size() - 2]) &&
        !is_older_treaty(cluster_.work)) {
      const char letter = value.back();
      const std::string_view ordinal =
          letter >= 'a' && letter <= 'y' ? latin_ordinal(static_cast<std::size_t>(letter - 'a') + 1)
                                         : std::string_view{};
      if (!ordinal.empty())
        return std::string(value.substr(0, value.size() - 1)) + " " + std::string(ordinal);
    }
    return std::string(value);
  }

  // ---- paragraphs

  void add_paragraph() {
    const Level same = Level::paragraph;
    if (is_unnumbered() && language_ != Language::de) return add_part(unnumbered());
    if (values().front() == "last") return add_part(last_paragraph());
    if (language_ == Language::en && follows(Level::article)) {
      out_ += bracketed();
      return;
    }
    add_part(std::string(is_list() ? level_words(language_, same).many
                                   : level_words(language_, same).one) +
             " " + listed(values()));
  }
  bool is_unnumbered() const {
    if (at_ != 1 || from_ != 0 || before() != Level::article) return false;
    const auto article = treaty_article(cluster_.work, cluster_.path[0].value);
    return article && !article->numbered;
  }
  // "fourth paragraph", "quatrième alinéa", "vierde alinea"
  std::string unnumbered() const {
    const Level called = language_ == Language::en ? Level::paragraph : Level::subparagraph;
    const LevelWords& words = level_words(language_, called);
    std::vector<std::string> items;
    for (const std::string_view value : values())
      items.push_back(ordinal_text(language_, value, words.gender).value_or(std::string(value)));
    const bool plural = is_list() && language_ != Language::nl;
    return joined(items) + " " + std::string(plural ? words.many : words.one);
  }
  std::string last_paragraph() const {
    const LevelWords& words = level_words(language_, Level::paragraph);
    return ordinal_text(language_, "last", words.gender).value_or("") + " " +
           std::string(words.one);
  }
  // "(2) and (3)"
  std::string bracketed() const {
    std::vector<std::string> items;
    for (const std::string_view value : values()) items.push_back("(" + std::string(value) + ")");
    return joined(items);
  }

  // ---- points

  void add_point() {
    switch (language_) {
      case Language::en:
        return add_english_point();
      case Language::de:
        return add_german_point();
      default:
        return add_romance_point();
    }
  }
  // The name is not repeated for nested points: "point (b)(i)".
  void add_english_point() {
    if (follows(Level::point) || (compact_ && may_follow_at_once())) {
      out_ += bracketed();
      return;
    }
    const bool bare = !in_article() && starts_with_digit(values().front());
    add_part(name() + " " + (bare ? listed(values()) : bracketed()));
  }
  bool may_follow_at_once() const {
    const bool digit = starts_with_digit(values().front());
    return follows(Level::paragraph) ? !out_.empty() && out_.back() == ')'
                                     : follows(Level::article) && !digit;
  }
  // French "point a) ii)", Dutch "onder a), ii)"; numbers are "point 14)" and "punt 14".
  void add_romance_point() {
    const bool dutch = language_ == Language::nl;
    std::vector<std::string> items;
    const bool digit = starts_with_digit(values().front());
    const bool bare = digit && (dutch || !in_article());
    for (const std::string_view value : values())
      items.push_back(std::string(value) + (bare ? "" : ")"));
    if (follows(Level::point)) {
      out_ += (dutch ? ", " : " ") + joined(items);
    } else {
      const std::string called = dutch && !digit && at_ > from_ ? "onder" : name();
      add_part(called + " " + joined(items));
    }
  }
  // Numbers are Nummer, letters Buchstabe, Roman numbers within them Ziffer.
  void add_german_point() {
    const std::string_view value = values().front();
    const bool roman = follows(Level::point) && is_roman(value) &&
                       !starts_with_digit(cluster_.path[at_ - 1].value);
    const std::string called = starts_with_digit(value) ? (is_list() ? "Nummern" : "Nummer")
                               : roman                  ? (is_list() ? "Ziffern" : "Ziffer")
                                                        : name();
    add_part(called + " " + listed(values()));
  }

  // ---- divisions

  // An unnumbered annex is "the Annex".
  void add_annex() {
    if (values().front() != "1" || is_list()) return add_part(name() + " " + listed(values()));
    constexpr std::array<std::string_view, 4> sole{"the Annex", "de bijlage", "l'annexe",
                                                   "der Anhang"};
    const auto language = static_cast<std::size_t>(language_);
    add_part(compact_ || language_ == Language::de ? name() : std::string(sole[language]));
  }
  bool only_groups() const {
    for (std::size_t i = from_; i < cluster_.path.size(); ++i)
      if (!is_grouping(cluster_.path[i].level)) return false;
    return true;
  }
  // English goes from the inside out: "Chapter 2 of Title V of Part Three".
  std::string groups() {
    std::string out;
    for (at_ = from_; at_ < cluster_.path.size(); ++at_) {
      const std::string text = group();
      if (language_ == Language::en)
        out = out.empty() ? text : text + " of " + out;
      else
        out += (out.empty() ? "" : language_ == Language::de ? " " : ", ") + text;
    }
    return out;
  }
  // The parts of the Treaties bear words: "Part Three", "troisième partie".
  std::string group() const {
    const bool worded = level() == Level::part && is_treaty(cluster_.work) && !is_list();
    const std::size_t number = plain_number(cluster_.path[at_].value);
    if (!worded || number == 0 || number > cardinal_words.size())
      return name() + " " + listed(values());
    if (language_ == Language::en) return name() + " " + capital(cardinal_words[number - 1]);
    const std::string ordinal = *ordinal_text(language_, cluster_.path[at_].value,
                                              level_words(language_, Level::part).gender);
    return (language_ == Language::de ? capital(ordinal) : ordinal) + " " + name();
  }
  static std::string capital(std::string_view word) {
    std::string out(word);
    if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
  }

  Language language_;
  bool compact_;
  const Cluster& cluster_;
  std::size_t from_;
  std::size_t at_ = 0;
  std::string out_;
  bool parted_ = false;
};

}  // namespace

Placed place_text(const Form& form, const Cluster& cluster, std::size_t from) {
  return PlaceText(form, cluster, from).run();
}

std::string join_text(Language language, const std::vector<std::string>& items, bool commas) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool last = i + 1 == items.size();
    if (i > 0) out += last ? (commas ? ", " : " ") + std::string(and_word(language)) + " " : ", ";
    out += items[i];
  }
  return out;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
