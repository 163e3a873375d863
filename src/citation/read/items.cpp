// The items of a phrase: descent, lists, containers.
#include <algorithm>

#include "citation/read/phrase.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

void PhraseReader::bind(Base base, std::size_t from_work) {
  close_container();
  bool any_root = false;
  for (const Item& item : out_->items)
    any_root = any_root || (item.base == Base::open && item.path.size > 0 &&
                            rank_of(item.path.steps[0].level) <= rank_of(Level::article));
  for (Item& item : out_->items) {
    if (item.base != Base::open) continue;
    if (any_root && rank_of(item.path.steps[0].level) > rank_of(Level::article)) continue;
    const bool protocol = item.path.steps[0].level == Level::protocol;
    if (protocol && item.group != out_->items.back().group) continue;
    item.base = base;
    item.first_work = static_cast<std::uint16_t>(from_work);
    item.last_work = static_cast<std::uint16_t>(out_->works.size());
  }
  bound_ = true;
}

void PhraseReader::add(Level level, const Value& value, bool plural, Gap gap) {
  auto& items = out_->items;
  if (items.empty() || reading_container_) return add_root(level, value, plural);
  Item& item = current();
  const bool close = gap == Gap::none || gap == Gap::comma;
  if (item.path.size == 0) {
    // "this paragraph, first subparagraph"
    if (!close || item.of_act || !may_descend(item.level, level))
      return add_root(level, value, plural);
    item.path.push(level, value.text);
    item.end = value.end;
    open_.push_back({level, plural, 0});
    return;
  }
  const std::uint8_t same = step_beside(item.path, level, value, gap);
  const bool repeats = same < item.path.size;
  if (repeats && !ascended_) {
    if (container_ != 0 && same == 0) return add_root(level, value, plural);
    push_beside(same, level, value, false);
    while (!open_.empty() && open_.back().step >= same) open_.pop_back();
    open_.push_back({level, plural, same});
    return;
  }
  const Item shallow = item;
  if (!repeats && close && may_descend(item.path.last().level, level) &&
      item.path.push(level, value.text)) {
    if (gap == Gap::comma && item.deep == 0) {
      before_descent_ = shallow;
      item.deep = shallow.path.size;
    }
    if (item.last.size > 0) item.last = {};
    item.end = value.end;
    if (plural) item.begin = value.begin;
    open_.push_back({level, plural, static_cast<std::uint8_t>(item.path.size - 1)});
    return;
  }
  add_root(level, value, plural);
}

// The step of the same level that the value stands beside, or the size of the path. Points nest, so
// "point 4, under b" goes inward and "(a)(ii) and (b)" outward.
std::uint8_t PhraseReader::step_beside(const Path& path, Level level, const Value& value,
                                       Gap gap) const {
  if (level != Level::point) return path.find(level);
  if (gap == Gap::none) return path.size;
  for (std::uint8_t i = path.size; i-- > 0 && path.steps[i].level == Level::point;)
    if (may_stand_beside(path, i, value.text.view())) return i;
  return path.size;
}

void PhraseReader::add_root(Level level, const Value& value, bool plural) {
  if (!reading_container_) close_container();
  Item item;
  item.path.push(level, value.text);
  item.begin = value.begin;
  item.end = value.end;
  item.group = ++group_;
  out_->items.push_back(item);
  open_.clear();
  open_.push_back({level, plural, 0});
  ascended_ = false;
}

// Another item that shares the first `kept` steps of the last one.
void PhraseReader::push_beside(std::uint8_t kept, Level level, const Value& value,
                               bool same_group) {
  if (out_->items.size() >= most_items) return;
  Item item;
  item.path = current().path;
  item.path.size = kept;
  item.path.push(level, value.text);
  item.taken = kept;
  item.begin = value.begin;
  item.end = value.end;
  item.base = current().base;
  item.of_act = current().of_act;
  item.level = current().level;
  item.type = current().type;
  item.group = same_group ? group_ : ++group_;
  item.deep = same_group && current().deep <= kept ? current().deep : std::uint8_t{0};
  out_->items.push_back(item);
}

// The first item of the list that ends before `end`.
std::size_t PhraseReader::first_of_group(std::size_t end) const {
  std::size_t first = end - 1;
  while (first > 0 && out_->items[first - 1].group == out_->items[end - 1].group) --first;
  return first;
}

// The items before `end` that a container holds: the last one, those of its list, and those that
// lie deeper than the container.
std::size_t PhraseReader::first_of_run(std::size_t end, const Item& container) const {
  const auto& items = out_->items;
  std::size_t first = end;
  while (first > 0) {
    const Item& item = items[first - 1];
    if (item.base != Base::open || item.path.size == 0) break;
    const Level outer = container.path.size > 0 ? container.path.steps[0].level : container.level;
    const int rank = rank_of(item.path.steps[0].level);
    const Level own_root = item.path.steps[0].level;
    const bool kin = own_root == items[end - 1].path.steps[0].level || outer == Level::protocol ||
                     (is_grouping(own_root) && (is_grouping(outer) || outer == Level::annex)) ||
                     (!is_grouping(outer) && rank > rank_of(Level::article));
    const bool deeper = (rank > rank_of(outer) && kin) || container.of_act;
    const bool of_list = first < end && item.group == items[end - 1].group;
    if (first != end && !deeper && !of_list) break;
    --first;
  }
  return first;
}

// The container that was being read has one itself: "point (a) of paragraph 1, first subparagraph, of
// Article 5".
void PhraseReader::reorder_waiting(std::size_t from) {
  auto& items = out_->items;
  const std::vector<Item> container(items.begin() + static_cast<std::ptrdiff_t>(from), items.end());
  items.resize(from);
  const std::vector<OpenUnit> open = open_;
  container_ = waiting_;
  close_container();
  open_ = open;
  container_ = items.size();
  items.insert(items.end(), container.begin(), container.end());
}

// "Article 4, the first subparagraph of Article 5(1)": what looked like more steps of Article 4 has a
// container of its own. The items before `from` are taken apart again; the container goes on.
void PhraseReader::split_descent(std::size_t from) {
  auto& items = out_->items;
  const std::vector<Item> container(items.begin() + static_cast<std::ptrdiff_t>(from), items.end());
  std::size_t first = from;
  const std::uint16_t group = items[from - 1].group;
  while (first > 0 && items[first - 1].group == group && items[first - 1].deep > 0) --first;
  std::vector<Item> inner(items.begin() + static_cast<std::ptrdiff_t>(first),
                          items.begin() + static_cast<std::ptrdiff_t>(from));
  items.resize(first);
  items.push_back(*before_descent_);
  container_ = waiting_;
  close_container();
  ++group_;
  for (Item& item : inner) {
    const std::uint8_t deep = item.deep;
    const auto drop = [deep](Path& path) {
      if (path.size <= deep) return;
      std::move(path.steps.begin() + deep, path.steps.begin() + path.size, path.steps.begin());
      path.size = static_cast<std::uint8_t>(path.size - deep);
    };
    drop(item.path);
    drop(item.last);
    item.taken = item.taken > deep ? static_cast<std::uint8_t>(item.taken - deep) : std::uint8_t{0};
    item.deep = 0;
    item.group = group_;
    items.push_back(item);
  }
  container_ = container.empty() ? 0 : items.size();
  for (Item item : container) {
    item.group = static_cast<std::uint16_t>(group_ + 1);
    items.push_back(item);
  }
  ++group_;
}

// Puts the container's steps before those of the items that await it; two containers make two of
// each.
void PhraseReader::close_container() {
  if (container_ == 0) return;
  auto& items = out_->items;
  const std::size_t end = container_;
  container_ = 0;
  const std::vector<Item> containers(items.begin() + static_cast<std::ptrdiff_t>(end), items.end());
  items.resize(end);
  if (containers.empty()) return;
  const std::size_t first = first_of_run(end, containers.front());
  const std::vector<Item> inner(items.begin() + static_cast<std::ptrdiff_t>(first), items.end());
  items.resize(first);
  for (const Item& item : inner)
    for (const Item& outer : containers) {
      if (items.size() >= most_items) break;
      Item made = item;
      const bool strip =
          item.taken > 0 && rank_of(item.path.steps[0].level) <= rank_of(outer.path.steps[0].level);
      const std::uint8_t from = strip ? item.taken : std::uint8_t{0};
      made.path = outer.path;
      for (std::uint8_t i = from; i < item.path.size; ++i)
        made.path.push(item.path.steps[i].level, item.path.steps[i].value);
      if (item.last.size > 0) {
        made.last = outer.path;
        for (std::uint8_t i = from; i < item.last.size; ++i)
          made.last.push(item.last.steps[i].level, item.last.steps[i].value);
      }
      made.taken = 0;
      items.push_back(made);
    }
  open_.clear();
  ascended_ = true;
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
