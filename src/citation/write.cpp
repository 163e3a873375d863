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
  Cluster out{place.work(), path_of(place), {}, false};
  if (!out.path.empty()) out.values.push_back(out.path.back().value);
  return out;
}

// Whether the two differ in their last value alone.
bool are_siblings(const Citation& a, const Citation& b) {
  return !a.is_work() && !b.is_work() && a.parent() == b.parent() &&
         a.last().level == b.last().level;
}

class Writer {
 public:
  Writer(Language language, Style style, const Citation& here)
      : form_{language, style}, here_(here), here_path_(path_of(here)) {}

  // The clusters of one work, joined, and the work.
  Placed work_text(const std::vector<Cluster>& clusters) const {
    std::vector<Placed> items;
    for (const Cluster& cluster : clusters) items.push_back(inner_text(cluster));
    return with_work(join(items), clusters);
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
  bool is_own(const Cluster& cluster) const { return here_ && cluster.work == here_.work(); }
  WorkWords work(std::string_view name) const {
    return work_words(form_.language, name, form_.style == Style::long_form);
  }

  // How many steps the place shares with the one in which the text stands.
  std::size_t shared(const Cluster& cluster) const {
    if (!is_own(cluster)) return 0;
    const std::size_t single = cluster.values.size() > 1 ? 1 : 0;
    const std::size_t most = std::min(cluster.path.size() - single, here_path_.size());
    std::size_t count = 0;
    while (count < most && cluster.path[count] == here_path_[count]) ++count;
    return count;
  }

  // Without its work: "Article 5(2)", "paragraph 2 of this Article", "Article 4a of Protocol No
  // 21".
  Placed inner_text(const Cluster& cluster) const {
    if (cluster.path.empty()) return {};
    const std::size_t common = shared(cluster);
    if (common == cluster.path.size() && cluster.values.size() == 1)
      return {this_text(form_.language, words_at(cluster, common - 1), false), false, false};
    if (common > 0 && !is_grouping(cluster.path[common - 1].level)) return inside(cluster, common);
    if (cluster.path.size() > 1 && is_annexed(cluster.path[0].level)) return in_protocol(cluster);
    return place_text(form_, cluster);
  }
  static bool is_annexed(Level level) {
    return level == Level::protocol || level == Level::declaration;
  }
  LevelWords words_at(const Cluster& cluster, std::size_t step) const {
    const Segment& segment = cluster.path[step];
    const LevelWords words = level_words(form_.language, segment.level);
    const bool number = form_.language == Language::de && segment.level == Level::point &&
                        segment.value[0] >= '0' && segment.value[0] <= '9';
    return number ? LevelWords{"Nummer", "Nummern", Gender::feminine, "Nummer"} : words;
  }
  Placed inside(const Cluster& cluster, std::size_t common) const {
    const Form words{form_.language, Style::style_guide};
    return closed(place_text(words, cluster, common),
                  this_text(form_.language, words_at(cluster, common - 1), true));
  }
  Placed in_protocol(const Cluster& cluster) const {
    Cluster outer{cluster.work, {cluster.path[0]}, {cluster.path[0].value}, false};
    Cluster inner = cluster;
    inner.path.erase(inner.path.begin());
    constexpr std::array<std::string_view, 4> of{"of ", "van ", "du ", "des "};
    const bool declaration = cluster.path[0].level == Level::declaration;
    constexpr std::array<std::string_view, 4> of_feminine{"of ", "van ", "de la ", "der "};
    const auto language = static_cast<std::size_t>(form_.language);
    std::string name = place_text(form_, outer).text;
    if (form_.language == Language::de && !declaration) name.replace(0, 9, "Protokolls");
    inner.work = "";
    return closed(place_text(form_, inner),
                  std::string(declaration ? of_feminine[language] : of[language]) + name);
  }

  // The place and the name of its whole.
  Placed closed(const Placed& place, const std::string& whole) const {
    const bool comma = comma_language() && place.open;
    return {place.text + (comma ? ", " : " ") + whole, place.parted, false};
  }

  Placed with_work(const Placed& place, const std::vector<Cluster>& clusters) const {
    const Cluster& first = clusters.front();
    const WorkWords words = work(first.work);
    if (place.text.empty())
      return {is_own(first) ? this_text(form_.language, words.kind, false) : words.name, false,
              false};
    if (is_own(first) || needs_no_work(clusters)) return place;
    return closed(place, attached(clusters.back(), words));
  }
  // Protocols of the Treaties in force are cited by their number alone.
  static bool needs_no_work(const std::vector<Cluster>& clusters) {
    return std::all_of(clusters.begin(), clusters.end(), [](const Cluster& cluster) {
      return cluster.work == "TFEU" && !cluster.path.empty() && is_annexed(cluster.path[0].level);
    });
  }
  // "to Regulation ..." after an annex, else "of Regulation ...".
  std::string attached(const Cluster& cluster, const WorkWords& words) const {
    const bool annex = cluster.path[0].level == Level::annex;
    if (annex && form_.language == Language::en && words.genitive.substr(0, 3) == "of ")
      return "to " + words.genitive.substr(3);
    if (annex && form_.language == Language::nl && words.genitive.substr(0, 4) == "van ")
      return "bij " + words.genitive.substr(4);
    return words.genitive;
  }

  Form form_;
  Citation here_;
  std::vector<Segment> here_path_;
};

// The rank of a treaty in an enumeration; acts come after, in the order given.
std::size_t rank(std::string_view work) {
  std::size_t at = 0;
  while (at < treaty_names.size() && treaty_names[at] != work) ++at;
  return at;
}

// Stable: acts keep the place of their first mention.
std::vector<Citation> grouped(std::span<const Citation> places) {
  std::vector<std::pair<std::size_t, Citation>> keyed;
  std::vector<std::string_view> acts;
  for (const Citation& place : places) {
    if (!place) continue;
    std::size_t order = rank(place.work());
    if (order == treaty_names.size()) {
      const auto known = std::find(acts.begin(), acts.end(), place.work());
      order += static_cast<std::size_t>(known - acts.begin());
      if (known == acts.end()) acts.push_back(place.work());
    }
    keyed.emplace_back(order, place);
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Citation> out;
  for (const auto& [order, place] : keyed) out.push_back(place);
  return out;
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

std::vector<Placed> texts_by_work(const Writer& writer, std::span<const Citation> places) {
  std::vector<Placed> out;
  for (std::size_t first = 0; first < places.size();) {
    std::size_t last = first;
    while (last < places.size() && places[last].work() == places[first].work() &&
           places[last].is_work() == places[first].is_work())
      ++last;
    out.push_back(writer.work_text(clusters_of(places.subspan(first, last - first))));
    first = last;
  }
  return out;
}

}  // namespace
}  // namespace detail

std::string to_text(const Citation& place, Language language, Style style,
                    const Citation& relative_to) {
  if (!place) return {};
  return detail::Writer(language, style, relative_to).work_text({detail::cluster_of(place)}).text;
}

std::string to_text(std::span<const Citation> places, Language language, Style style,
                    const Citation& relative_to) {
  const std::vector<Citation> ordered = detail::grouped(places);
  const detail::Writer writer(language, style, relative_to);
  return writer.join(detail::texts_by_work(writer, ordered)).text;
}

std::string to_text_range(const Citation& first, const Citation& last, Language language,
                          Style style, const Citation& relative_to) {
  if (!first || !last) return {};
  const detail::Writer writer(language, style, relative_to);
  detail::Cluster cluster = detail::cluster_of(first);
  if (detail::are_siblings(first, last)) {
    cluster.values.push_back(last.last().value);
    cluster.range = true;
    return writer.work_text({cluster}).text;
  }
  const bool same = first.work() == last.work();
  return to_text(first, language, style, same ? *Citation::from_key(first.work()) : relative_to) +
         " " + std::string(detail::until(language)) + " " +
         to_text(last, language, style, relative_to);
}

}  // namespace v0
}  // namespace acquis
