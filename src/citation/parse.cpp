#include "acquis/citation/parse.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "acquis/citation/akn.hpp"
#include "acquis/citation/celex.hpp"
#include "acquis/citation/eli.hpp"
#include "acquis/citation/legal_basis_code.hpp"
#include "acquis/citation/scan.hpp"
#include "acquis/citation/treaty_shape.hpp"
#include "citation/parse_words.hpp"
#include "citation/read/cursor.hpp"
#include "citation/read/lexicon.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// ---- identifiers

using Range = std::pair<Citation, Citation>;

std::optional<Range> keys_of(std::string_view text) {
  const std::size_t dots = text.find("..");
  const auto first = Citation::from_key(text.substr(0, dots));
  if (!first || dots == std::string_view::npos)
    return first ? std::optional(Range(*first, {})) : std::nullopt;
  const auto last = Citation::from_key(text.substr(dots + 2));
  if (!last || last->work() != first->work()) return std::nullopt;
  return Range(*first, *last);
}

std::optional<Citation> celex_place(std::string_view text) {
  const auto celex = Celex::parse(text);
  return celex ? citation_of(*celex) : std::nullopt;
}

// "TFEU#art_67__para_2", "TFEU A67P2"
std::optional<Citation> coded_place(std::string_view text) {
  const std::size_t mark = text.find_first_of("#/ ");
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view work = text.substr(0, mark), code = text.substr(mark + 1);
  if (const auto place = citation_of_eid(work, code)) return usual_name(*place);
  return place_of_code(work, code);
}

std::optional<Range> identifier(std::string_view text) {
  if (const auto celex = celex_place(text)) return Range(*celex, {});
  if (const auto keys = keys_of(text)) return keys;
  if (const auto eli = Eli::parse(text)) return Range(eli->place, {});
  if (const auto place = coded_place(text)) return Range(*place, {});
  return std::nullopt;
}

// ---- human text

// The articles with which a name may be missing ("Charter" is "the Charter").
std::vector<std::string_view> missing_articles(Language language) {
  switch (language) {
    case Language::en:
      return {"the "};
    case Language::nl:
      return {"het ", "de "};
    case Language::fr:
      return {"le ", "la "};
    case Language::de:
      return {"der ", "die "};
  }
  return {};
}

class CitationParser {
 public:
  CitationParser(std::string_view text, const CiteContext& context)
      : text_(text), context_(context), words_(lexicon(context.language)) {}

  ParsedCitation run() {
    found_ = extract_citations(text_, context_);
    std::size_t at = 0;
    for (const Reference& r : found_.references) {
      if (r.phrase_begin > at) explain(at, r.phrase_begin);
      at = (std::max)(at, static_cast<std::size_t>(r.phrase_end));
    }
    explain(at, text_.size());
    for (const Reference& r : found_.references) bind(r);
    std::stable_sort(out_.places.begin(), out_.places.end(),
                     [](const Reference& a, const Reference& b) { return a.begin < b.begin; });
    if (out_.places.empty() && !out_.fault) blame(0, text_.size(), "nothing is cited");
    if (out_.fault) out_.places.clear();
    return std::move(out_);
  }

 private:
  LexWord role_of(const Word& word) const {
    const LexWord* known = word.size == 0 ? nullptr : words_.find(word.text());
    return known ? *known : LexWord{};
  }
  std::string quoted(std::size_t begin, std::size_t end) const {
    return "\"" + std::string(text_.substr(begin, end - begin)) + "\"";
  }
  // The first fault in the text counts.
  void blame(std::size_t begin, std::size_t end, std::string message, std::string nearest = {}) {
    if (!out_.fault || begin < out_.fault->begin)
      out_.fault = CitationFault{begin, end, std::move(message), std::move(nearest)};
  }

  bool is_blank(std::size_t from, std::size_t to) const {
    Cursor at(text_, from);
    at.skip_space();
    return at.at() == to && to < text_.size();
  }

  // What stands between references: "and", "the", commas, the title of an act.
  void explain(std::size_t from, std::size_t to) {
    Cursor at(text_, from);
    while (!out_.fault) {
      at.skip_space();
      if (at.at() >= to) return;
      if (at.peek() == ',' || at.peek() == ';' || at.accept_quote()) {
        if (at.peek() == ',' || at.peek() == ';') at.skip();
        continue;
      }
      if (is_title(at, from) || take_own(at, to) || take_identifier(at, to)) {
        if (at.at() == to) return;
        continue;
      }
      if (text_.substr(at.at(), to - at.at()) == "ex-") return;  // "ex-Artikel 34"
      const Word word = at.word();
      const bool leads = (role_of(word).is(own) || word.text() == "former") &&
                         is_blank(word.end, to);  // "this" Charter
      if (role_of(word).is(conjunction | determiner | of | former | proposal | adjective) || leads)
        at.take(word);
      else
        blame_word(at.at(), to);
    }
  }
  // "of the European Parliament and of the Council of 9 March 2016 on ...", to the end.
  bool is_title(Cursor& at, std::size_t from) const {
    if (from == 0 || found_.references.empty() || !found_.references.back().target.is_work())
      return false;
    Cursor look = at;
    Word word = look.next_word();
    while (role_of(word).is(of | determiner)) {
      look.take(word);
      word = look.next_word();
    }
    if (look.at() == at.at()) return false;
    const bool title = is_digit(look.peek()) || is_institution(word.text());
    if (title) at.go(text_.size());
    return title;
  }
  // "this Regulation", "this Chapter"
  bool take_own(Cursor& at, std::size_t to) {
    Reference own;
    const std::string_view gap = text_.substr(at.at(), to - at.at());
    const std::size_t size = own_place(gap, context_, own.target);
    if (size == 0) return false;
    own.begin = own.phrase_begin = static_cast<std::uint32_t>(at.at());
    at.skip(size);
    own.end = own.phrase_end = static_cast<std::uint32_t>(at.at());
    own.status = ReferenceStatus::own;
    out_.places.push_back(own);
    return true;
  }
  // A number or key in a list: "Regulation (EU) 2016/399 and 42000A0922(01)".
  bool take_identifier(Cursor& at, std::size_t to) {
    const std::string_view token = text_.substr(at.at(), to - at.at());
    const std::size_t size = (std::min)(token.find_first_of(" ,;\n"), token.size());
    const auto known = identifier(token.substr(0, size));
    if (!known) return false;
    Reference r;
    r.begin = r.phrase_begin = static_cast<std::uint32_t>(at.at());
    r.end = r.phrase_end = static_cast<std::uint32_t>(at.at() + size);
    r.target = known->first;
    r.last = known->second;
    out_.places.push_back(r);
    at.skip(size);
    return true;
  }
  void blame_word(std::size_t from, std::size_t to) {
    std::size_t end = from + 1;
    const Word word = Cursor(text_, from).word();
    if (!word.empty()) end = word.end;
    while (word.empty() && end < to && text_[end] != ' ' && text_[end] != ',') ++end;
    const std::string_view rest = text_.substr(from, to - from);
    std::string nearest = nearest_word(text_.substr(from, end - from), context_.language);
    if (nearest.empty()) nearest = nearest_name(rest, context_.language);
    blame(from, end, quoted(from, end) + " is no word of a citation", std::move(nearest));
  }

  void bind(Reference r) {
    r.target = usual_name(r.target);
    r.last = usual_name(r.last);
    if (r.target) return out_.places.push_back(r);
    switch (r.status) {
      case ReferenceStatus::ambiguous:
        return blame(r.begin, r.end, quoted(r.begin, r.end) + candidates(r));
      case ReferenceStatus::foreign:
        return blame_work(r);
      default:
        if (!out_.fault)
          blame(r.begin, r.end, quoted(r.begin, r.end) + " does not say of which act");
    }
  }
  std::string candidates(const Reference& r) const {
    std::string out = " may mean";
    for (const Citation& place : found_.candidates_of(r))
      out += (out.back() == 'n' ? " " : " or ") + std::string(place.key());
    return out;
  }
  // The instrument behind the places of the phrase, without "of the".
  void blame_work(const Reference& r) {
    std::size_t end = r.end;
    for (const Reference& other : found_.references)
      if (other.phrase_begin == r.phrase_begin && other.end <= r.phrase_end)
        end = (std::max)(end, static_cast<std::size_t>(other.end));
    Cursor at(text_, end < r.phrase_end ? end : r.begin);
    at.accept(',');
    for (Word word = at.next_word(); role_of(word).is(of | determiner | to); word = at.next_word())
      at.take(word);
    const std::string_view name = text_.substr(at.at(), r.phrase_end - at.at());
    std::string nearest = nearest_name(name, context_.language);
    if (nearest.empty()) nearest = nearest_word(name, context_.language);
    blame(at.at(), r.phrase_end, "\"" + std::string(name) + "\" is no work that has a key",
          std::move(nearest));
  }

  std::string_view text_;
  const CiteContext& context_;
  const Lexicon& words_;
  Extraction found_;
  ParsedCitation out_;
};

// The same text with an article before it, positions as in the text without.
ParsedCitation parse_with(std::string_view article, std::string_view text,
                          const CiteContext& context) {
  const std::string full = std::string(article) + std::string(text);
  ParsedCitation out = CitationParser(full, context).run();
  const auto shift = [&](std::uint32_t& at) {
    at -= (std::min)(at, static_cast<std::uint32_t>(article.size()));
  };
  for (Reference& r : out.places)
    shift(r.begin), shift(r.end), shift(r.phrase_begin), shift(r.phrase_end);
  return out;
}

ParsedCitation single(const Range& range, std::size_t size) {
  Reference r;
  r.end = r.phrase_end = static_cast<std::uint32_t>(size);
  r.target = range.first;
  r.last = range.second;
  ParsedCitation out;
  out.places.push_back(r);
  return out;
}

ParsedCitation parse_human(std::string_view text, const CiteContext& context) {
  ParsedCitation out = CitationParser(text, context).run();
  if (out) return out;
  for (const std::string_view article : missing_articles(context.language))
    if (ParsedCitation again = parse_with(article, text, context)) return again;
  // What a literal of citation/literal.hpp may be, in any case of letters.
  const auto scanned = scan_citation(text);
  return scanned ? single({usual_name(*scanned), {}}, text.size()) : out;
}

void move_by(ParsedCitation& read, std::size_t offset) {
  const auto by = static_cast<std::uint32_t>(offset);
  for (Reference& r : read.places)
    r.begin += by, r.end += by, r.phrase_begin += by, r.phrase_end += by;
  if (read.fault) read.fault->begin += offset, read.fault->end += offset;
}

}  // namespace
}  // namespace detail

ParsedCitation parse_citation(std::string_view text, const CiteContext& context) {
  constexpr std::string_view space = " \t\r\n";
  const std::size_t begin = (std::min)(text.find_first_not_of(space), text.size());
  const std::string_view inner =
      text.substr(begin, text.find_last_not_of(space) + 1 - (begin < text.size() ? begin : 0));
  ParsedCitation out;
  if (inner.empty()) {
    out.fault = CitationFault{0, text.size(), "the citation is empty", {}};
    return out;
  }
  out.ecli = Ecli::parse(inner);
  if (out.ecli) return out;
  const auto known = detail::identifier(inner);
  out = known ? detail::single(*known, inner.size()) : detail::parse_human(inner, context);
  detail::move_by(out, begin);
  return out;
}

}  // namespace v0
}  // namespace acquis
