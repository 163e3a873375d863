#include "io/import/settle.hpp"

#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <optional>

#include "acquis/citation/words.hpp"
#include "corpus/aliases.hpp"
#include "io/import/printed_number.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFFu;
constexpr unsigned longest_range = 200;  // members of a range outside the act

std::string_view inside(const Citation& place) { return place.key().substr(place.work().size()); }

class Settler {
 public:
  Settler(Act& act, const PlaceKeys& keys) : act_(act), keys_(keys) {
    names_.resize(act.places.size());
    for (const auto& [key, place] : keys) names_[place] = key;
    for (std::uint32_t p = 1; p < act.places.size(); ++p) {
      const std::string_view name = act.places[p].segment;
      if (const auto level = level_from_code(name.substr(0, 3)); level && is_grouping(*level))
        groups_.push_back(p);
    }
  }

  void run(const std::vector<RangeEnd>& ranges) {
    std::vector<ActEdge> before = std::move(act_.edges);
    act_.edges.clear();
    auto range = ranges.begin();
    for (std::uint32_t e = 0; e < before.size(); ++e) {
      const bool is_range = range != ranges.end() && range->edge == e;
      if (is_range)
        add_range(before[e], (range++)->last);
      else
        add(before[e], before[e].to);
    }
  }

 private:
  void add(const ActEdge& edge, const Citation& target) {
    ActEdge out = edge;
    out.to = settled(target);
    if (!out.to) return;
    const bool itself = edge.from != ActEdge::elsewhere && out.to.work() == act_.work.key() &&
                        inside(out.to) == names_[edge.from];
    const bool history = edge.evidence == Evidence::stated;
    if (itself || (!history && !seen_.insert(identity(out)).second)) return;
    act_.edges.push_back(std::move(out));
  }
  static std::string identity(const ActEdge& edge) {
    return std::to_string(edge.from) + " " + std::to_string(static_cast<int>(edge.kind)) + " " +
           std::string(edge.to.key());
  }

  // ---- one target

  Citation settled(const Citation& target) const {
    const Citation named = without_last(without_groups(target));
    if (!named || named.work() != act_.work.key() || named.is_work()) return named;
    const std::uint32_t place = find(named);
    if (place == nowhere) return named;
    return *Citation::from_key(std::string(act_.work.key()) + names_[place]);
  }
  std::uint32_t find(const Citation& place) const {
    const auto look = [&](std::string_view key) {
      const auto at = keys_.find(std::string(key.substr(place.work().size())));
      return at == keys_.end() ? nowhere : at->second;
    };
    const std::uint32_t found = find_by_any_name(place.key(), nowhere, look);
    if (found != nowhere) return found;
    if (const Citation points = point_for_paragraph(place); points)
      if (const std::uint32_t other = look(points.key()); other != nowhere) return other;
    return group_named(place);
  }
  // "Article 2(14)" of a list of definitions is its point 14.
  static Citation point_for_paragraph(const Citation& place) {
    Citation out = place.whole();
    Level before = Level::part;
    for (Segment step : place) {
      if (step.level == Level::paragraph && before == Level::article) step.level = Level::point;
      before = step.level;
      out = out.child(step);
    }
    return out;
  }
  // "Chapter II" where chapters are numbered through the act's titles.
  std::uint32_t group_named(const Citation& place) const {
    if (!is_grouping((*place.begin()).level)) return nowhere;
    const std::string_view path = inside(place);
    std::uint32_t found = nowhere;
    for (const std::uint32_t group : groups_) {
      const std::string_view name = names_[group];
      const bool ends = name.size() > path.size() && name.substr(name.size() - path.size()) == path;
      if (!ends) continue;
      if (found != nowhere) return nowhere;
      found = group;
    }
    return found;
  }

  static Citation without_groups(const Citation& place) {
    if (!place) return place;
    Citation out = place.whole(), groups = out;
    for (const Segment step : place) {
      if (step.level == Level::article) groups = out;
      groups = groups.child(step);
      if (!is_grouping(step.level)) out = groups;
    }
    return groups;
  }
  // "the last subparagraph" is the last that there is; of another act, the place that holds it.
  Citation without_last(const Citation& place) const {
    Citation out = place.whole();
    if (!place) return out;
    for (const Segment step : place) {
      if (step.value != "last") {
        out = out.child(step);
        continue;
      }
      const std::string name = out.work() == act_.work.key() ? last_inside(out, step.level) : "";
      if (name.empty()) return out;
      out = *Citation::from_key(std::string(act_.work.key()) + name);
    }
    return out;
  }
  std::string last_inside(const Citation& whole, Level level) const {
    const std::uint32_t parent = whole.is_work() ? 0 : find(whole);
    std::uint32_t last = nowhere;
    for (const std::uint32_t p : siblings(parent, level)) last = p;
    if (last == nowhere && level == Level::subparagraph)
      for (const std::uint32_t p : siblings(parent, Level::paragraph)) last = p;
    return last == nowhere ? std::string() : names_[last];
  }
  std::vector<std::uint32_t> siblings(std::uint32_t parent, Level level) const {
    std::vector<std::uint32_t> out;
    if (parent == nowhere) return out;
    for (std::uint32_t p = parent + 1; p < act_.places.size(); ++p)
      if (act_.places[p].parent == parent &&
          std::string_view(act_.places[p].segment).substr(0, 3) == code(level))
        out.push_back(p);
    return out;
  }

  // ---- ranges

  void add_range(const ActEdge& edge, const Citation& last) {
    const Citation first = settled(edge.to), end = settled(last);
    if (add_places_between(edge, first, end)) return;
    if (!add_numbers_between(edge, edge.to, last)) {
      add(edge, edge.to);
      add(edge, last);
    }
  }
  // All that the act has from the one to the other, whatever was inserted.
  bool add_places_between(const ActEdge& edge, const Citation& first, const Citation& last) {
    if (!first || !last || first.work() != act_.work.key() || last.work() != act_.work.key())
      return false;
    const auto from = keys_.find(std::string(inside(first))),
               to = keys_.find(std::string(inside(last)));
    if (from == keys_.end() || to == keys_.end() || to->second < from->second) return false;
    const std::string_view level = std::string_view(act_.places[from->second].segment).substr(0, 3);
    const std::string_view anchor = anchor_of(from->first);
    if (anchor != anchor_of(to->first)) return false;
    for (std::uint32_t p = from->second; p <= to->second; ++p)
      if (std::string_view(act_.places[p].segment).substr(0, 3) == level &&
          anchor_of(names_[p]) == anchor)
        add(edge, *Citation::from_key(std::string(act_.work.key()) + names_[p]));
    return true;
  }
  static std::string_view anchor_of(std::string_view key) { return key.substr(0, key.rfind('/')); }

  bool add_numbers_between(const ActEdge& edge, const Citation& first, const Citation& last) {
    if (first.is_work() || last.is_work() || first.parent() != last.parent()) return false;
    const Segment a = first.last(), b = last.last();
    const auto low = number(a.value), high = number(b.value);
    const bool roman = a.value == "i";  // (i) to (v) are five
    if (a.level != b.level || !low || !high || roman) return false;
    if (is_digit(a.value[0]) != is_digit(b.value[0]) || *high < *low ||
        *high - *low > longest_range)
      return false;
    for (unsigned i = *low; i <= *high; ++i) {
      const std::string value =
          is_digit(a.value[0]) ? std::to_string(i) : std::string(1, static_cast<char>(i));
      add(edge, first.parent().child({a.level, value}));
    }
    return true;
  }
  static std::optional<unsigned> number(std::string_view value) {
    if (value.size() == 1 && is_letter(value[0])) return static_cast<unsigned char>(value[0]);
    unsigned out = 0;
    for (const char c : value) {
      if (!is_digit(c) || out > 99999) return std::nullopt;
      out = out * 10 + static_cast<unsigned>(c - '0');
    }
    return value.empty() ? std::nullopt : std::optional(out);
  }

  Act& act_;
  const PlaceKeys& keys_;
  std::vector<std::string> names_;  // key of each place without the work
  std::vector<std::uint32_t> groups_;
  absl::flat_hash_set<std::string> seen_;
};

}  // namespace

void settle_references(Act& act, const PlaceKeys& keys, const std::vector<RangeEnd>& ranges) {
  Settler(act, keys).run(ranges);
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
