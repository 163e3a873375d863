#include "acquis/citation/write.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "citation/phrases.hpp"
#include "citation/place_text.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

std::vector<Segment> path_of(const Citation& place) { return {place.begin(), place.end()}; }

Cluster cluster_of(const Citation& place) {
  Cluster out{place.work(), path_of(place), {}, {}};
  if (!out.path.empty()) out.values.push_back(out.path.back().value);
  return out;
}

bool is_annexed(Level level) noexcept {
  return level == Level::protocol || level == Level::declaration;
}

// The work, or its protocol or declaration: what numbers its own articles and has a name.
Citation outer_root(const Citation& place) {
  if (!place) return {};
  const Citation work = place.whole();
  if (place.is_work() || !is_annexed((*place.begin()).level)) return work;
  return work.child(*place.begin());
}

// What a drafter names behind an article: that, or an annex that has articles.
Citation root_of(const Citation& place) {
  Citation root = outer_root(place);
  const std::vector<Segment> path = path_of(place);
  const std::size_t at = !root || root.is_work() ? 0 : 1;
  const bool articles = path.size() > at + 1 && path[at].level == Level::annex &&
                        path[at + 1].level == Level::article;
  return articles ? root.child(path[at]) : root;
}

// Whether the two differ in their last value alone.
bool are_siblings(const Citation& a, const Citation& b) {
  return !a.is_work() && !b.is_work() && a.parent() == b.parent() &&
         a.last().level == b.last().level;
}

std::vector<Cluster> clusters_of(std::span<const Citation> places) {
  std::vector<Cluster> out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (i > 0 && are_siblings(places[i - 1], places[i]))
      out.back().values.push_back(places[i].last().value);
    else
      out.push_back(cluster_of(places[i]));
  }
  return out;
}

class Writer {
 public:
  // `mixed`: places of other works are told in the same breath, so that own ones say whose they are.
  Writer(Language language, Style style, const Citation& here, bool mixed = false)
      : form_{language, style}, here_(here), here_path_(path_of(here)), mixed_(mixed) {}

  // A work, a protocol or a declaration as a whole.
  Placed root_text(const Citation& root) const {
    const bool own = is_own(root);
    if (root.is_work()) {
      const WorkWords words = work(root.work());
      return {own ? this_text(form_.language, words.kind, false) : words.name, false, false};
    }
    const Cluster cluster = cluster_of(root);
    if (own && root == outer_root(here_))
      return {this_text(form_.language, words_at(cluster, 0), false), false, false};
    return with_work(place_text(form_, cluster), root);
  }
  // Places of one root, joined, and the root.
  Placed places_text(const Citation& root, const std::vector<Cluster>& clusters) const {
    const std::size_t common = shared(root, clusters);
    const Cluster& last = clusters.back();
    const bool itself = clusters.size() == 1 && last.values.size() == 1;
    if (common > 0 && itself && common == last.path.size())
      return {this_text(form_.language, words_at(last, common - 1), false), false, false};
    if (common > 0)
      return closed(
          joined(clusters, {form_.language, Style::style_guide}, common),
          annexed_to(last, common, this_text(form_.language, words_at(last, common - 1), true)));
    const std::vector<Segment> outer = path_of(root);
    Placed out = joined(clusters, form_, outer.size());
    for (std::size_t at = outer.size(); at-- > 0;)
      out = closed(out, annexed_to(last, at + 1, of_root(root, outer[at])));
    return with_annexed(out, root, last);
  }
  Placed join(const std::vector<Placed>& items) const {
    Placed out;
    std::vector<std::string> texts;
    for (const Placed& item : items) {
      texts.push_back(item.text);
      out.parted = out.parted || item.parted;
      out.open = item.open;
    }
    out.text = join_text(form_.language, texts, out.parted && comma_language());
    return out;
  }

 private:
  bool comma_language() const { return form_.language != Language::de; }
  WorkWords work(std::string_view name) const {
    return work_words(form_.language, name, form_.style == Style::long_form);
  }
  // Whether the text stands in the same work. Protocols count their own articles: what lies outside
  // is foreign to them.
  bool is_own(const Citation& root) const {
    if (!here_ || here_.work() != root.work()) return false;
    const Citation own = outer_root(here_);
    return own.is_work() || own == outer_root(root);
  }

  // How many steps all of them share with the place in which the text stands: what they say
  // "of this Article" for. None if that is a mere grouping, or if the whole is one of several.
  std::size_t shared(const Citation& root, const std::vector<Cluster>& clusters) const {
    if (!is_own(root)) return 0;
    std::size_t common = here_path_.size();
    for (const Cluster& cluster : clusters) common = (std::min)(common, shared(cluster));
    const bool several = clusters.size() > 1;
    for (const Cluster& cluster : clusters)
      if (several && cluster.path.size() == common) return 0;
    const auto& path = clusters.front().path;
    // "this point" is not said of a point within a point.
    const auto is_point = [&](std::size_t at) { return path[at].level == Level::point; };
    if (common > 1 && is_point(common - 1) && is_point(common - 2))
      while (is_point(common - 1)) --common;
    const bool grouping = common > 0 && common < path.size() && is_grouping(path[common - 1].level);
    return grouping ? 0 : common;
  }
  std::size_t shared(const Cluster& cluster) const {
    const std::size_t single = cluster.values.size() > 1 ? 1 : 0;
    const std::size_t most = (std::min)(cluster.path.size() - single, here_path_.size());
    std::size_t count = 0;
    while (count < most && cluster.path[count] == here_path_[count]) ++count;
    return count;
  }

  // The clusters from step `from` on.
  Placed joined(const std::vector<Cluster>& clusters, const Form& form, std::size_t from) const {
    std::vector<Placed> items;
    for (const Cluster& cluster : clusters) items.push_back(inner_text(cluster, form, from));
    return join(items);
  }
  // An annex that has articles of its own is named behind them: "Article 4(1) of the Annex".
  Placed inner_text(const Cluster& cluster, const Form& form, std::size_t from) const {
    const auto& path = cluster.path;
    const bool articles = path.size() > from + 1 && path[from].level == Level::annex &&
                          path[from + 1].level == Level::article;
    if (!articles) return place_text(form, cluster, from);
    return closed(place_text(form, cluster, from + 1), of_numbered_annex(path[from]));
  }
  LevelWords words_at(const Cluster& cluster, std::size_t step) const {
    const Segment& segment = cluster.path[step];
    const LevelWords words = level_words(form_.language, segment.level);
    const bool number = form_.language == Language::de && segment.level == Level::point &&
                        segment.value[0] >= '0' && segment.value[0] <= '9';
    return number ? LevelWords{"Nummer", "Nummern", Gender::feminine, "Nummer"} : words;
  }

  // "of Protocol No 21", "of the Annex"
  std::string of_root(const Citation& root, Segment step) const {
    if (step.level == Level::annex) return of_numbered_annex(step);
    const Cluster cluster{root.work(), {step}, {step.value}, {}};
    const auto language = static_cast<std::size_t>(form_.language);
    const bool declaration = step.level == Level::declaration;
    std::string name = place_text(form_, cluster).text;
    if (form_.language == Language::de && !declaration) name.replace(0, 9, "Protokolls");
    constexpr std::array<std::string_view, 4> of{"of ", "van ", "du ", "des "};
    constexpr std::array<std::string_view, 4> of_feminine{"of ", "van ", "de la ", "der "};
    return std::string(declaration ? of_feminine[language] : of[language]) + name;
  }
  std::string of_numbered_annex(Segment step) const {
    return of_annex(form_.language, step.value == "1" ? std::string_view() : step.value);
  }

  // The place and the name of its whole.
  Placed closed(const Placed& place, const std::string& whole) const {
    const bool comma = comma_language() && place.open;
    return {place.text + (comma ? ", " : " ") + whole, place.parted, false};
  }
  Placed with_work(const Placed& place, const Citation& root) const {
    return with_annexed(place, root, cluster_of(root));
  }
  // Protocols of the Treaties in force are cited by their number alone.
  Placed with_annexed(const Placed& place, const Citation& root, const Cluster& last) const {
    if (root.work() == "TFEU" && !outer_root(root).is_work()) return place;
    const WorkWords words = work(root.work());
    if (is_own(root) && !mixed_) return place;
    const std::string of =
        is_own(root) ? this_text(form_.language, words.kind, true) : words.genitive;
    Placed out = closed(place, annexed_to(last, 0, of));
    if (root.work() == "TEU-pre2009") out.text.insert(0, former_word(form_.language));
    return out;
  }
  // "to Regulation ..." after an annex, else "of Regulation ...".
  // `from`: the step of the cluster whose whole it is.
  std::string annexed_to(const Cluster& cluster, std::size_t from, const std::string& whole) const {
    const bool annex = from < cluster.path.size() && cluster.path[from].level == Level::annex;
    if (annex && form_.language == Language::en && whole.substr(0, 3) == "of ")
      return "to " + whole.substr(3);
    if (annex && form_.language == Language::nl && whole.substr(0, 4) == "van ")
      return "bij " + whole.substr(4);
    return whole;
  }

  Form form_;
  Citation here_;
  std::vector<Segment> here_path_;
  bool mixed_;
};

// The rank of a treaty in an enumeration; acts come after, in the order given.
std::size_t rank(std::string_view work) {
  std::size_t at = 0;
  while (at < treaty_names.size() && treaty_names[at] != work) ++at;
  return at;
}

// Places of one root stand together, roots of one work too; acts keep the place of their first
// mention.
std::vector<Citation> grouped(std::span<const Citation> places) {
  const auto first_of_work = [&](const Citation& place) {
    std::size_t at = 0;
    while (places[at].work() != place.work()) ++at;
    return at;
  };
  const auto first_of_root = [&](const Citation& place) {
    std::size_t at = 0;
    while (!places[at] || root_of(places[at]) != root_of(place)) ++at;
    return at;
  };
  std::vector<std::pair<std::array<std::size_t, 3>, Citation>> keyed;
  for (const Citation& place : places)
    if (place)
      keyed.push_back({{rank(place.work()), first_of_work(place), first_of_root(place)}, place});
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Citation> out;
  for (const auto& [order, place] : keyed) out.push_back(place);
  return out;
}

// Texts of the roots and of what lies in them, in turn.
std::vector<Placed> texts_by_root(const Writer& writer, std::span<const Citation> places) {
  std::vector<Placed> out;
  for (std::size_t first = 0; first < places.size();) {
    const Citation root = root_of(places[first]);
    std::size_t last = first + 1;
    if (places[first] == root) {
      out.push_back(writer.root_text(root));
    } else {
      while (last < places.size() && root_of(places[last]) == root && places[last] != root) ++last;
      out.push_back(writer.places_text(root, clusters_of(places.subspan(first, last - first))));
    }
    first = last;
  }
  return out;
}

}  // namespace
}  // namespace detail

std::string to_text(const Citation& place, Language language, Style style,
                    const Citation& relative_to) {
  return to_text(std::span(&place, 1), language, style, relative_to);
}

std::string to_text(std::span<const Citation> places, Language language, Style style,
                    const Citation& relative_to) {
  const std::vector<Citation> ordered = detail::grouped(places);
  const bool mixed =
      !ordered.empty() && detail::root_of(ordered.front()) != detail::root_of(ordered.back());
  const detail::Writer writer(language, style, relative_to, mixed);
  return writer.join(detail::texts_by_root(writer, ordered)).text;
}

std::string to_text_range(const Citation& first, const Citation& last, Language language,
                          Style style, const Citation& relative_to) {
  if (!first || !last) return {};
  if (detail::are_siblings(first, last)) {
    detail::Cluster cluster = detail::cluster_of(first);
    cluster.values.push_back(last.last().value);
    cluster.opens = {true, false};
    const detail::Writer writer(language, style, relative_to);
    const Citation root = detail::root_of(first);
    return writer.places_text(root == first ? root.parent() : root, {cluster}).text;
  }
  // Neither end is relative to a smaller place than the work.
  const Citation work = first.whole();
  const bool own = relative_to && relative_to.work() == first.work();
  return to_text(first, language, style, work.work() == last.work() ? work : relative_to) + " " +
         std::string(detail::until(language)) + " " +
         to_text(last, language, style, own ? work : relative_to);
}

}  // namespace v0
}  // namespace acquis
