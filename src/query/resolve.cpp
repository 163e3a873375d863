#include "acquis/query/resolve.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "acquis/citation/treaty_divisions.hpp"
#include "acquis/citation/treaty_shape.hpp"
#include "acquis/citation/words.hpp"
#include "acquis/citation/write.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::string quoted(const Citation& place) { return to_text(place); }

// The whole of the work, and the article directly under it.
std::optional<Segment> article_of(const Citation& place) {
  if (place.is_work()) return std::nullopt;
  const Segment first = *place.begin();
  return first.level == Level::article ? std::optional(first) : std::nullopt;
}

std::optional<Segment> step_at(const Citation& place, std::size_t wanted) {
  std::size_t at = 0;
  for (const Segment step : place)
    if (at++ == wanted) return step;
  return std::nullopt;
}

Citation article_citation(const Citation& work, std::size_t number) {
  return work.child({Level::article, std::to_string(number)});
}

// Whether everything inside is loaded: the node or what encloses it says so.
bool is_whole(const Corpus& law, NodeId node) {
  while (node != none<NodeId> && !law.is_complete(node)) node = law.graph().parent(node);
  return node != none<NodeId>;
}

class Resolver {
 public:
  Resolver(const Corpus& law, const Citation& place, Date at)
      : law_(law), place_(usual_name(place)), at_(at) {}

  Resolution run() {
    out_.place = place_;
    if (!place_) return fail(Outcome::unknown, "the citation is empty");
    if (divided()) return std::move(out_);
    out_.node = law_.find(place_);
    if (out_.node != none<NodeId> && !law_.is_stub(out_.node)) return loaded();
    if (is_beyond_treaty()) return std::move(out_);
    if (in_treaty_) return fail(Outcome::not_loaded, "its content is not loaded");
    if (out_.node != none<NodeId>) return stub();
    return enclosed();
  }

 private:
  Resolution fail(Outcome outcome, std::string reason) {
    out_.outcome = outcome;
    out_.reason = std::move(reason);
    return std::move(out_);
  }
  Resolution loaded() {
    const Interval life = law_.graph().existence(out_.node);
    if (!at_ || life.contains(at_)) return fail(Outcome::exists, "");
    const auto iso = (life.from > at_ ? life.from : life.to).iso();
    return fail(Outcome::not_then, std::string(life.from > at_ ? "in being from " : "ended on ") +
                                       std::string(iso.data(), iso.size()));
  }
  // Referred to: absent after all if what encloses it is loaded whole.
  Resolution stub() {
    if (place_.is_work()) return fail(Outcome::not_loaded, "it is referred to, but not loaded");
    const NodeId whole = law_.graph().parent(out_.node);
    if (whole != none<NodeId> && !law_.is_stub(whole) && is_whole(law_, whole)) return enclosed();
    return fail(Outcome::not_loaded, "it is referred to, but not loaded");
  }

  // ---- divisions without all that encloses them

  bool divided() {
    if (place_.is_work() || !is_grouping((*place_.begin()).level)) return false;
    const std::string_view path = place_.key().substr(place_.work().size() + 1);
    for (const TreatyDivision& division : treaty_divisions)
      if (division.work == place_.work() && ends_with(division, path))
        add_candidate(place_.work(), division.path);
    if (out_.candidates.empty()) add_loaded_divisions(path);
    return settle();
  }
  void add_candidate(std::string_view work, std::string_view path) {
    const auto place = Citation::from_key(std::string(work) + "/" + std::string(path));
    if (place) out_.candidates.push_back(*place);
  }
  void add_loaded_divisions(std::string_view path) {
    const NodeId work = law_.find(place_.work());
    if (work == none<NodeId>) return;
    for (const NodeId node : law_.graph().subtree(work)) {
      const auto level = law_.level(node);
      if (!level || !is_grouping(*level)) continue;
      const std::string key = law_.key(node);
      const std::string tail = "/" + std::string(path);
      if (key.size() > tail.size() && key.compare(key.size() - tail.size(), tail.size(), tail) == 0)
        out_.candidates.push_back(*law_.citation(node));
    }
  }
  // An exact path is no ambiguity even if it ends others.
  bool settle() {
    for (const Citation& candidate : out_.candidates)
      if (candidate == place_) {
        out_.candidates.clear();
        in_treaty_ = treaty_article_count(place_.work()) > 0;
        return false;
      }
    if (out_.candidates.size() > 1) {
      fail_ambiguous();
      return true;
    }
    if (out_.candidates.size() == 1) {
      place_ = out_.place = out_.candidates.front();
      out_.candidates.clear();
      in_treaty_ = treaty_article_count(place_.work()) > 0;
    } else if (treaty_article_count(place_.work()) > 0) {
      out_.outcome = Outcome::absent;
      out_.reason = "the " + to_text(work()) + " has no such division";
      return true;
    }
    return false;
  }
  void fail_ambiguous() {
    out_.outcome = Outcome::ambiguous;
    out_.reason = "more than one division of the " + to_text(work()) + " bears that number";
  }
  Citation work() const { return place_.whole(); }

  // ---- the numbers of the Treaties

  // Whether the Treaty's numbers rule the place out; `in_treaty_` if they vouch for it.
  bool is_beyond_treaty() {
    const auto article = article_of(place_);
    const std::size_t count = treaty_article_count(place_.work());
    if (count == 0 || !article) return false;
    const auto shape = treaty_article(place_.work(), article->value);
    if (!shape) return no_article(count, article->value);
    const auto paragraph = step_at(place_, 1);
    if (!paragraph) in_treaty_ = true;
    if (!paragraph || paragraph->level != Level::paragraph) return false;
    const std::size_t number = plain_number(paragraph->value);
    if (number > static_cast<std::size_t>(shape->paragraphs) ||
        (number == 0 && paragraph->value != "last"))
      return no_paragraph(*article, *shape);
    in_treaty_ = !step_at(place_, 2);
    return false;
  }
  bool no_article(std::size_t count, std::string_view value) {
    out_.outcome = Outcome::absent;
    out_.reason = "the " + to_text(work()) + " has Articles 1 to " + std::to_string(count);
    std::size_t digits = 0;
    while (digits < value.size() && is_digit(value[digits])) ++digits;
    const std::size_t number = plain_number(value.substr(0, digits));
    if (number >= 1) suggest(article_citation(work(), std::min(number, count)));
    for (const std::string_view other : {std::string_view("TFEU"), std::string_view("TEU")})
      if (other != place_.work() && treaty_article(other, value))
        suggest(Citation::from_key(other)->child({Level::article, value}));
    return true;
  }
  bool no_paragraph(const Segment& article, const TreatyArticle& shape) {
    out_.outcome = Outcome::absent;
    const Citation whole = work().child(article);
    out_.reason = quoted(whole) + " has " + std::to_string(shape.paragraphs) +
                  (shape.paragraphs == 1 ? " paragraph" : " paragraphs");
    suggest(whole.child({Level::paragraph, std::to_string(shape.paragraphs)}));
    suggest(whole);
    return true;
  }
  void suggest(const Citation& place) {
    const auto known = std::find(out_.suggestions.begin(), out_.suggestions.end(), place);
    if (place && known == out_.suggestions.end()) out_.suggestions.push_back(place);
  }

  // ---- what the corpus holds

  Resolution enclosed() {
    Citation outer = place_.parent();
    while (outer && !is_loaded(outer)) outer = outer.parent();
    if (!outer) return fail(Outcome::unknown, "nothing of " + to_text(work()) + " is loaded");
    const NodeId whole = law_.find(outer);
    if (!is_whole(law_, whole))
      return fail(Outcome::unknown, quoted(outer) + " is not loaded in full");
    suggest_inside(whole);
    suggest(outer);
    return fail(Outcome::absent, quoted(outer) + " is loaded in full and has no such place");
  }
  bool is_loaded(const Citation& place) const {
    const NodeId node = law_.find(place);
    return node != none<NodeId> && !law_.is_stub(node);
  }
  // The sibling whose number is closest.
  void suggest_inside(NodeId whole) {
    const Segment wanted = place_.last();
    const auto inside = law_.graph().subtree(whole);
    std::size_t best = 0;
    std::optional<Citation> found;
    for (NodeId n = next(whole); n < *inside.end(); n = *law_.graph().subtree(n).end()) {
      if (law_.level(n) != wanted.level || law_.is_stub(n)) continue;
      const auto candidate = law_.citation(n);
      const std::size_t distance = apart(wanted.value, candidate->last().value);
      if (!found || distance < best) found = candidate, best = distance;
    }
    if (found) suggest(*found);
  }
  static std::size_t apart(std::string_view a, std::string_view b) {
    const std::size_t x = plain_number(a), y = plain_number(b);
    if (x > 0 && y > 0) return x < y ? y - x : x - y;
    const int first = a.empty() ? 0 : a[0], second = b.empty() ? 0 : b[0];
    return static_cast<std::size_t>(first < second ? second - first : first - second) +
           (a.size() == b.size() ? 0u : 1u);
  }

  const Corpus& law_;
  Citation place_;
  Date at_;
  bool in_treaty_ = false;
  Resolution out_;
};

// Whether the text cites the paragraph of the article by a number in brackets: "263(4)".
bool has_bracketed_number(std::string_view text, std::string_view article) {
  for (std::size_t at = text.find(article); at != std::string_view::npos;
       at = text.find(article, at + 1)) {
    std::size_t end = at + article.size();
    while (end < text.size() && text[end] == ' ') ++end;
    if (end + 1 < text.size() && text[end] == '(' && is_digit(text[end + 1])) return true;
  }
  return false;
}

// ---- ranges

bool exists_at(const Corpus& law, NodeId node, Date at) {
  return !at || law.graph().existence(node).contains(at);
}

void add(RangeResolution& out, const Citation& place, NodeId node) {
  out.members.push_back(place);
  out.nodes.push_back(node);
}

// Articles of a Treaty in force, whose numbers are known whether they are loaded or not.
RangeResolution treaty_range(const Corpus& law, const Citation& work, std::size_t first,
                             std::size_t last) {
  RangeResolution out;
  out.complete = true;
  for (std::size_t number = first; number <= last; ++number) {
    const Citation place = article_citation(work, number);
    add(out, place, law.find(place));
  }
  return out;
}

std::optional<std::size_t> treaty_number(const Citation& place) {
  const auto article = article_of(place);
  if (!article || !place.parent().is_work()) return std::nullopt;
  if (!treaty_article(place.work(), article->value)) return std::nullopt;
  return plain_number(article->value);
}

// The places of the same level under the same whole, both ends loaded.
RangeResolution loaded_range(const Corpus& law, const Citation& first, NodeId from, NodeId to,
                             Date at) {
  RangeResolution out;
  const Graph& graph = law.graph();
  const Citation whole = first.parent();
  bool stubs = false;
  for (const NodeId node : IdRange<NodeId>{from, next(to)}) {
    if (law.level(node) != first.last().level) continue;
    const auto place = law.citation(node);
    if (!place || place->parent() != whole || !exists_at(law, node, at)) continue;
    stubs = stubs || law.is_stub(node);
    add(out, *place, node);
  }
  NodeId outer = graph.parent(from);
  while (outer != none<NodeId> && !graph.encloses(outer, to)) outer = graph.parent(outer);
  out.complete = is_whole(law, outer) && !stubs;
  return out;
}

}  // namespace
}  // namespace detail

Resolution resolve(const Corpus& law, const Citation& place, Date at) {
  return detail::Resolver(law, place, at).run();
}

Resolution resolve(const Corpus& law, const Citation& place, std::string_view written, Date at) {
  Resolution out = resolve(law, place, at);
  const auto paragraph = detail::step_at(out.place, 1);
  const auto article = out.place ? detail::article_of(out.place) : std::nullopt;
  if (out.outcome == Outcome::absent || !article || !paragraph) return out;
  const auto shape = treaty_article(out.place.work(), article->value);
  if (!shape || shape->numbered || paragraph->level != Level::paragraph) return out;
  if (!detail::has_bracketed_number(written, article->value)) return out;
  out.outcome = Outcome::absent;
  out.suggestions.assign(1, out.place);
  out.reason = "the paragraphs of Article " + std::string(article->value) +
               " bear no number; cite " + to_text(out.place);
  return out;
}

RangeResolution resolve_range(const Corpus& law, const Citation& first, const Citation& last,
                              Date at) {
  if (!first || !last || first.work() != last.work() || first.is_work() || last.is_work())
    return {};
  const auto low = detail::treaty_number(first), high = detail::treaty_number(last);
  if (low && high) return detail::treaty_range(law, first.parent(), *low, *high);
  const NodeId from = law.find(first), to = law.find(last);
  if (from == none<NodeId> || to == none<NodeId> || to < from) return {};
  return detail::loaded_range(law, *law.citation(from), from, to, at);
}

Resolution PendingReferences::add(const Corpus& law, const Citation& place, std::string origin) {
  Resolution out = resolve(law, place);
  if (out.outcome == Outcome::unknown || out.outcome == Outcome::not_loaded)
    entries_.push_back({place, std::move(origin)});
  return out;
}

std::vector<PendingReferences::Entry> PendingReferences::retry(const Corpus& law) {
  std::vector<Entry> done, left;
  for (Entry& entry : entries_) {
    const Outcome outcome = resolve(law, entry.place).outcome;
    const bool open = outcome == Outcome::unknown || outcome == Outcome::not_loaded;
    (open ? left : done).push_back(std::move(entry));
  }
  entries_ = std::move(left);
  return done;
}

}  // namespace v0
}  // namespace acquis
