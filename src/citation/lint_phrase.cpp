#include "citation/lint_phrase.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "acquis/citation/treaty_shape.hpp"
#include "acquis/citation/words.hpp"
#include "citation/lint_tokens.hpp"
#include "citation/phrases.hpp"
#include "citation/place_text.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

using Kind = LintToken::Kind;
using Tokens = std::vector<LintToken>;

// A place, or a range of them.
struct Cell {
  Citation first, last;
};

std::size_t count(const Tokens& tokens, Kind kind) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(), [&](const LintToken& token) { return token.is(kind); }));
}
std::size_t count_level(const Tokens& tokens, Level level) {
  return static_cast<std::size_t>(std::count_if(
      tokens.begin(), tokens.end(),
      [&](const LintToken& token) { return token.is(Kind::unit) && token.level == level; }));
}

// "of" between a place and its whole; behind "and" or a comma it belongs to the sentence ("de
// l'article 1er et de l'article 2").
bool contains(const Tokens& tokens, std::size_t at) {
  return at > 0 && !tokens[at - 1].is(Kind::joint) && !tokens[at - 1].is(Kind::comma);
}

// What the text says, however it says it: without commas, articles and the words whose use is free.
std::string essence(const Tokens& tokens, Language language, bool plurals) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const LintToken& token = tokens[i];
    switch (token.kind) {
      case Kind::comma: {
        const bool lists = i + 1 < tokens.size() && tokens[i + 1].is(Kind::value) && i > 0 &&
                           tokens[i - 1].is(Kind::value);
        const bool next = i + 1 < tokens.size() && tokens[i + 1].is(Kind::joint);
        if (lists || (!next && language != Language::en)) out += ",";
        break;
      }
      case Kind::determiner:
        break;
      case Kind::joint:
        out += "&";
        break;
      case Kind::until:
        if (out.empty() || out.back() != '-') out += "-";
        break;
      case Kind::inside:
        if (contains(tokens, i)) out += "<";
        break;
      case Kind::ordinal:
        out += token.text;
        break;
      case Kind::unit: {
        // "Article 1(2)(a)" is as good as "Article 1(2), point (a)".
        const bool free = language == Language::en && token.level == Level::point && i > 0;
        const bool sure = plurals && language != Language::de && language != Language::nl;
        if (!free) out += std::string(code(token.level)) + (token.plural && sure ? "s" : "");
        break;
      }
      case Kind::value:
        out += " " + token.text;
        break;
    }
  }
  return out;
}

class PhraseLinter {
 public:
  PhraseLinter(std::string_view text, std::size_t begin, std::size_t end, Language language,
               std::string_view work)
      : text_(text),
        begin_(begin),
        phrase_end_(end),
        language_(language),
        work_(work.empty() ? std::string_view("32016R0399") : work),
        tokens_(lint_tokens(text.substr(begin, end - begin), language)) {}

  std::optional<LintFinding> run() {
    if (tokens_.empty() || tokens_.size() > 400) return std::nullopt;
    end_ = begin_ + tokens_.back().end;
    if (is_bare_annex()) return bare_annex();
    if (repeats_point()) return point_chain();
    if (!read() || !compose()) return std::nullopt;
    const auto rule = classify();
    if (!rule) return std::nullopt;
    return finding(*rule);
  }

 private:
  std::string_view written() const { return text_.substr(begin_, end_ - begin_); }
  std::string with_work(const std::string& places) const {
    const WorkWords words = work_words(language_, work_, false);
    return places + " " + words.genitive;
  }
  static bool is_whole(const Extraction& found, std::size_t size) {
    return !found.references.empty() && found.references.front().phrase_begin == 0 &&
           found.references.back().phrase_end == size &&
           std::all_of(found.references.begin(), found.references.end(),
                       [](const Reference& r) { return bool(r.target); });
  }
  std::vector<Cell> cells_of(const std::string& places) const {
    const std::string full = with_work(places);
    const Extraction found = extract_citations(full, {.language = language_});
    std::vector<Cell> out;
    if (!is_whole(found, full.size())) return out;
    for (const Reference& r : found.references)
      out.push_back({usual_name(r.target), usual_name(r.last)});
    return out;
  }
  // The places, as those of a work that is certain.
  bool read() {
    cells_ = cells_of(std::string(written()));
    return !cells_.empty() && std::all_of(cells_.begin(), cells_.end(), [&](const Cell& cell) {
      return !cell.first.is_work() && cell.first.work() == work_ &&
             (!cell.last || are_siblings(cell.first, cell.last));
    });
  }
  static bool are_siblings(const Citation& a, const Citation& b) {
    return a.parent() == b.parent() && a.last().level == b.last().level;
  }

  std::vector<Cluster> clusters() const {
    std::vector<Cluster> out;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Citation& place = cells_[i].first;
      if (i == 0 || !are_siblings(cells_[i - 1].first, place)) {
        out.push_back({place.work(), {place.begin(), place.end()}, {}, {}});
      }
      Cluster& cluster = out.back();
      cluster.values.push_back(place.last().value);
      cluster.opens.push_back(bool(cells_[i].last));
      if (!cells_[i].last) continue;
      cluster.values.push_back(cells_[i].last.last().value);
      cluster.opens.push_back(false);
    }
    return out;
  }
  // Divisions and annexes may well be told from the inside out: "Title V of Part Three", "point 4 of
  // Annex II".
  bool is_free() const {
    return std::any_of(cells_.begin(), cells_.end(), [](const Cell& cell) {
      const Level outer = (*cell.first.begin()).level;
      return is_grouping(outer) || outer == Level::annex;
    });
  }
  // How the guide would have it, "and" and "or" as they were.
  bool compose() {
    const bool compact = language_ == Language::en && count_level(tokens_, Level::point) == 0;
    const Form form{language_, compact ? Style::short_form : Style::style_guide};
    std::vector<std::string> texts;
    bool parted = false;
    const std::vector<Cluster> all = clusters();
    for (const Cluster& cluster : all) {
      const Placed placed = place_text(form, cluster);
      texts.push_back(placed.text);
      parted = parted || placed.parted;
      open_ = placed.open;
    }
    advice_ = join_text(language_, texts, parted && language_ != Language::de);
    return restore_joints() && same(cells_of(advice_), cells_);
  }
  bool restore_joints() {
    std::string word;
    for (const LintToken& token : tokens_) {
      if (!token.is(Kind::joint)) continue;
      if (!word.empty() && word != token.text) return false;
      word = token.text;
    }
    const std::string usual = " " + std::string(and_word(language_)) + " ";
    if (word.empty() || " " + word + " " == usual) return true;
    for (std::size_t at = advice_.find(usual); at != std::string::npos;
         at = advice_.find(usual, at + word.size() + 2))
      advice_.replace(at, usual.size(), " " + word + " ");
    return true;
  }
  static bool same(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](const Cell& x, const Cell& y) {
             return x.first == y.first && x.last == y.last;
           });
  }

  // Whether they are all meant: "Articles 1 and 2", but "Article 1 or 2".
  bool all_of_them() const {
    return std::all_of(tokens_.begin(), tokens_.end(), [&](const LintToken& token) {
      return !token.is(Kind::joint) || token.text == and_word(language_);
    });
  }
  bool has_duplicates() const {
    for (std::size_t i = 1; i < cells_.size(); ++i)
      if (cells_[i].first == cells_[i - 1].first) return true;
    return false;
  }

  // ---- which rule it breaks

  std::optional<std::pair<LintRule, const char*>> classify() const {
    using Found = std::pair<LintRule, const char*>;
    const Tokens wanted = lint_tokens(advice_, language_);
    const bool differs =
        essence(tokens_, language_, all_of_them()) != essence(wanted, language_, all_of_them());
    if (is_spaced()) return Found(LintRule::descending_order, "no space before a bracketed number");
    if (is_latin() && differs)
      return Found(LintRule::inserted_article, "an inserted article has a letter in this language");
    if (is_dashed() && differs_but_for_dash(wanted))
      return Found(LintRule::range_words, "a range is told in words");
    if (!differs && !is_dashed()) return bracket_form();
    if (is_dashed()) return Found(LintRule::range_words, "a range is told in words");
    if (repeats_preposition() || (is_free() && is_inside_out())) return std::nullopt;
    const bool ordinals = count(tokens_, Kind::ordinal) == count(wanted, Kind::ordinal);
    if (!ordinals && !is_misnumbered() && language_ != Language::nl && language_ != Language::fr)
      return std::nullopt;  // only the text knows whether the paragraphs bear numbers
    if (is_inside_out())
      return Found(LintRule::descending_order, "the larger division comes first");
    if (is_misnumbered())
      return Found(LintRule::unnumbered, "the paragraphs of that article bear no number");
    if (has_duplicates()) return std::nullopt;
    if (spells_paragraph(wanted))
      return Found(LintRule::descending_order, "a paragraph stands in brackets behind its article");
    if (has_more(tokens_, wanted) && all_of_them())
      return Found(LintRule::name_once, "elements of one kind are named once");
    if (has_more(wanted, tokens_) && tokens_.front().plural)
      return Found(LintRule::name_again, "elements of different kinds are each named");
    return form(wanted);
  }
  bool is_spaced() const {
    if (language_ != Language::en) return false;
    for (std::size_t i = 1; i < tokens_.size(); ++i)
      if (tokens_[i].is(Kind::value) && tokens_[i].opened && tokens_[i].spaced &&
          tokens_[i - 1].is(Kind::value))
        return true;
    return false;
  }
  bool is_latin() const {
    const bool letters = language_ == Language::en || language_ == Language::de;
    return letters && std::any_of(tokens_.begin(), tokens_.end(),
                                  [](const LintToken& token) { return token.latin; });
  }
  bool is_dashed() const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [](const LintToken& token) { return token.dashed; });
  }
  bool differs_but_for_dash(const Tokens& wanted) const {
    return essence(tokens_, language_, all_of_them()) == essence(wanted, language_, all_of_them());
  }
  // "point (b) of Article 77(2)"; but divisions go from the inside out.
  bool is_inside_out() const {
    for (std::size_t i = 1; i < tokens_.size(); ++i)
      if (tokens_[i].is(Kind::inside) && contains(tokens_, i)) return true;
    return false;
  }
  // A sentence that repeats its preposition before each member.
  bool repeats_preposition() const {
    for (std::size_t i = 1; i < tokens_.size(); ++i)
      if (tokens_[i].is(Kind::inside) && !contains(tokens_, i)) return true;
    return false;
  }
  bool is_misnumbered() const {
    for (const Cell& cell : cells_) {
      const auto article = *cell.first.begin();
      if (article.level != Level::article) continue;
      const auto shape = treaty_article(work_, article.value);
      if (shape && !shape->numbered && cell.first.parent().key() != work_) return true;
    }
    return false;
  }
  // "point (2), point (a), point (i)": of different kinds, so each inside the one before.
  bool repeats_point() const {
    if (language_ != Language::en) return false;
    for (std::size_t i = 0; i + 4 < tokens_.size(); ++i)
      if (is_point(i) && tokens_[i + 2].is(Kind::comma) && is_point(i + 3) &&
          is_digit(tokens_[i + 1].text[0]) != is_digit(tokens_[i + 4].text[0]))
        return true;
    return false;
  }
  bool is_point(std::size_t i) const {
    return tokens_[i].is(Kind::unit) && tokens_[i].level == Level::point && !tokens_[i].plural &&
           tokens_[i + 1].is(Kind::value) && tokens_[i + 1].closed;
  }
  std::optional<LintFinding> point_chain() {
    advice_.clear();
    std::size_t from = 0;
    for (std::size_t i = 0; i + 4 < tokens_.size(); ++i) {
      if (!is_point(i) || !tokens_[i + 2].is(Kind::comma) || !is_point(i + 3)) continue;
      advice_ += written().substr(from, tokens_[i + 1].end - from);
      from = tokens_[i + 4].begin;
    }
    advice_ += written().substr(from);
    auto out = finding({LintRule::point_once, "the word point is not repeated"});
    cells_ = cells_of(std::string(written()));
    if (out && (cells_.empty() || !same(cells_of(advice_), cells_))) out->has_fix = false;
    return out;
  }
  // "in Annex to this Decision"
  bool is_bare_annex() const {
    if (language_ != Language::en || tokens_.size() != 1 || tokens_[0].plural) return false;
    if (!tokens_[0].is(Kind::unit) || tokens_[0].level != Level::annex) return false;
    for (const std::string_view word : {" in ", " to ", " of ", " by ", " with ", " under "})
      if (begin_ >= word.size() && text_.substr(begin_ - word.size(), word.size()) == word)
        return true;
    return false;
  }
  std::optional<LintFinding> bare_annex() {
    advice_ = "the Annex";
    auto out = finding({LintRule::the_annex, "a single annex is the Annex"});
    return out;
  }
  // "Article 56, paragraph 3"
  bool spells_paragraph(const Tokens& wanted) const {
    return language_ == Language::en && count_level(tokens_, Level::paragraph) == 1 &&
           count_level(wanted, Level::paragraph) == 0 &&
           count_level(tokens_, Level::article) == count_level(wanted, Level::article);
  }
  bool has_more(const Tokens& a, const Tokens& b) const {
    for (const Level level : {Level::article, Level::paragraph, Level::subparagraph, Level::annex,
                              Level::recital, Level::indent, Level::sentence}) {
      const bool told = level == Level::article || language_ == Language::en;
      if (told && count_level(a, level) > count_level(b, level)) return true;
    }
    return false;
  }
  // "point a", "point (a)" in French
  std::optional<std::pair<LintRule, const char*>> bracket_form() const {
    if (language_ == Language::en)
      for (std::size_t i = 1; i < tokens_.size(); ++i) {
        const bool point = tokens_[i - 1].is(Kind::unit) && tokens_[i - 1].level == Level::point;
        const bool bare = tokens_[i].is(Kind::value) && !tokens_[i].closed;
        if (point && bare && is_letter(tokens_[i].text[0]) && tokens_[i].text.size() == 1 &&
            advice_.find('(') != std::string::npos)
          return std::pair(LintRule::descending_order, "a point has its letter in brackets");
      }
    if (language_ == Language::fr)
      for (const LintToken& token : tokens_)
        if (token.is(Kind::value) && token.opened)
          return std::pair(LintRule::other_languages, "a letter has a closing bracket alone");
    return std::nullopt;
  }
  // Commas, plurals, ordinals.
  std::optional<std::pair<LintRule, const char*>> form(const Tokens& wanted) const {
    const auto same_number = [&](Kind kind) { return count(tokens_, kind) == count(wanted, kind); };
    const auto numbers = [](const Tokens& tokens) {
      return count(tokens, Kind::value) + count(tokens, Kind::ordinal);
    };
    if (!same_number(Kind::unit) || !same_number(Kind::joint) || !same_number(Kind::until) ||
        numbers(tokens_) != numbers(wanted))
      return std::nullopt;
    switch (language_) {
      case Language::en:
      case Language::de:
        return std::nullopt;
      case Language::fr:
        return std::pair(LintRule::other_languages, "as in article 1er, paragraphe 2, point a)");
      case Language::nl:
        return std::pair(LintRule::other_languages, "as in artikel 1, lid 2, onder a)");
    }
    return std::nullopt;
  }
  // ---- the finding

  std::optional<LintFinding> finding(std::pair<LintRule, const char*> rule) {
    LintFinding out;
    out.rule = rule.first;
    out.reason = rule.second;
    out.has_fix = true;
    // A sentence may begin with it.
    const char initial = written()[0];
    if (initial >= 'A' && initial <= 'Z' && is_letter(advice_[0]) && begin_ == 0)
      advice_[0] = static_cast<char>(advice_[0] & ~0x20);
    out.has_fix = take_article();
    if (starts_ && is_letter(advice_[0])) advice_[0] = static_cast<char>(advice_[0] & ~0x20);
    close_part();
    out.begin = static_cast<std::uint32_t>(begin_);
    out.end = static_cast<std::uint32_t>(end_);
    out.written = std::string(written());
    out.advice = advice_;
    if (out.written == out.advice) return std::nullopt;
    return out;
  }
  // "Article 77(2), point (b), TFEU"
  void close_part() {
    const bool goes_on = end_ < phrase_end_ && text_[end_] == ' ';
    if (open_ && goes_on && language_ != Language::de) advice_ += ',';
  }
  bool begins_with_article() const {
    const std::string_view word = level_words(language_, Level::article).one;
    return advice_.substr(0, word.size()) == word;
  }
  // The article before the phrase agrees with its first word.
  bool take_article() {
    const LintToken* first = &tokens_.front();
    const bool swaps = !(first->is(Kind::unit) && first->level == Level::article);
    switch (language_) {
      case Language::en:
        take_english_article();
        return true;
      case Language::nl:
        if (swaps && !begins_with_article()) return same_head();
        if (swaps && !drop_before("de ")) drop_before("het ");
        return swaps || same_head();
      case Language::fr:
        return take_french_article();
      case Language::de:
        return !swaps || !begins_with_article();
    }
    return false;
  }
  static bool plural_of(const Tokens& tokens) { return !tokens.empty() && tokens.front().plural; }
  // Takes the word before the phrase into the change; where it began a sentence, so does the advice.
  bool drop_before(std::string_view word) {
    if (begin_ < word.size()) return false;
    const std::string_view there = text_.substr(begin_ - word.size(), word.size());
    const bool capital = there[0] == (word[0] & ~0x20);
    if ((!capital && there[0] != word[0]) || there.substr(1) != word.substr(1)) return false;
    begin_ -= word.size();
    starts_ = capital;
    return true;
  }
  bool same_head() const {
    const Tokens wanted = lint_tokens(advice_, language_);
    return !wanted.empty() && tokens_.front().is(wanted.front().kind) &&
           tokens_.front().level == wanted.front().level && plural_of(tokens_) == plural_of(wanted);
  }
  // "the third subparagraph of paragraph 2" loses its article, "points (a) and (b) of the first
  // subparagraph" finds one.
  void take_english_article() {
    const bool was = tokens_.front().is(Kind::ordinal);
    const Tokens wanted = lint_tokens(advice_, language_);
    const bool is = !wanted.empty() && wanted.front().is(Kind::ordinal);
    if (was && !is) drop_before("the ");
    if (is && !was) advice_ = "the " + advice_;
  }
  // "au premier alinéa de l'article 4" becomes "à l'article 4, premier alinéa".
  bool take_french_article() {
    const Tokens wanted = lint_tokens(advice_, language_);
    if (count_level(wanted, Level::article) > 1) return false;  // each wants an article of its own
    if (same_head()) return true;
    if (!begins_with_article()) return false;
    constexpr std::array<std::array<std::string_view, 2>, 15> articles{{
        {"de l'", "de "},
        {"de la ", "de "},
        {"de l’", "de "},
        {"du ", "de "},
        {"des ", "de "},
        {"à l'", "à "},
        {"à la ", "à "},
        {"à l’", "à "},
        {"au ", "à "},
        {"aux ", "à "},
        {"l'", ""},
        {"l’", ""},
        {"la ", ""},
        {"le ", ""},
        {"les ", ""},
    }};
    for (const auto& [word, preposition] : articles) {
      if (begin_ > word.size() && is_letter(text_[begin_ - word.size() - 1])) continue;
      if (!drop_before(word)) continue;
      const std::string before(preposition);
      if (!plural_of(wanted))
        advice_ = before + "l'" + advice_;
      else
        advice_ = (before == "de " ? "des " : before.empty() ? "les " : "aux ") + advice_;
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t begin_, end_ = 0, phrase_end_;
  Language language_;
  std::string_view work_;
  Tokens tokens_;
  std::vector<Cell> cells_;
  std::string advice_;
  bool open_ = false;
  bool starts_ = false;
};

}  // namespace

std::optional<LintFinding> lint_phrase(std::string_view text, std::size_t begin, std::size_t end,
                                       Language language, std::string_view work) {
  return PhraseLinter(text, begin, end, language, work).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
