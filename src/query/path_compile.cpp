#include <absl/strings/str_format.h>

#include <algorithm>
#include <charconv>

#include "detail/nearest.hpp"
#include "query/functions.hpp"
#include "query/path.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::size_t max_states = 20'000;
constexpr std::size_t max_groups = 100;
constexpr unsigned max_repetitions = 1'000;

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Thompson's construction; a fragment is entered at `start` and left by the free state `end`.
class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  std::variant<Automaton, PathError> run() {
    const Fragment whole = alternatives();
    if (!error_ && at_ < text_.size()) fail("expected a step or the end");
    if (error_) return *error_;
    automaton_.start = whole.start;
    automaton_.accept = whole.end;
    return std::move(automaton_);
  }

 private:
  struct Fragment {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
  };

  Fragment alternatives() {
    Fragment left = sequence();
    while (!error_ && take('|')) {
      const Fragment right = sequence();
      const Fragment both{add({}), add({})};
      link(both.start, left.start, right.start);
      link(left.end, both.end);
      link(right.end, both.end);
      left = both;
    }
    return left;
  }

  // The empty sequence stays where it is.
  Fragment sequence() {
    const std::uint32_t start = add({});
    Fragment whole{start, start};
    while (!error_ && begins_item()) {
      const Fragment next = repeated();
      link(whole.end, next.start);
      whole.end = next.end;
    }
    return whole;
  }

  Fragment repeated() {
    const std::uint32_t first_state = size();
    Fragment item = this->item();
    for (;;) {
      skip_space();
      if (error_ || at_ == text_.size()) return item;
      if (take('*')) {
        item = star(item);
      } else if (take('+')) {
        item = plus(item);
      } else if (take('?')) {
        item = optional(item);
      } else if (peek() == '{') {
        item = bounded(item, first_state);
      } else {
        return item;
      }
    }
  }

  Fragment star(Fragment item) {
    const Fragment loop{add({}), add({})};
    link(loop.start, item.start, loop.end);
    link(item.end, loop.start);
    return loop;
  }
  Fragment plus(Fragment item) {
    const Fragment loop{item.start, add({})};
    link(item.end, item.start, loop.end);
    return loop;
  }
  Fragment optional(Fragment item) {
    const std::uint32_t start = add({});
    link(start, item.start, item.end);
    return {start, item.end};
  }

  // {m}, {m,} and {m,n}: copies of the states of the item.
  Fragment bounded(Fragment item, std::uint32_t first_state) {
    take('{');
    const unsigned least = number();
    unsigned most = least;
    bool open = false;
    if (take(',')) {
      skip_space();
      open = peek() == '}';
      if (!open) most = number();
    }
    if (!error_ && !take('}')) fail("expected }");
    if (!error_ && most < least) fail("the second number is smaller than the first");
    if (error_) return item;
    const std::vector<Automaton::State> pattern(automaton_.states.begin() + first_state,
                                                automaton_.states.end());
    const auto copy = [&] { return copied(pattern, item, first_state); };
    const std::uint32_t start = add({});
    Fragment whole{start, start};
    const auto append = [&](Fragment next) {
      link(whole.end, next.start);
      whole.end = next.end;
    };
    for (unsigned i = 0; i < least && !error_; ++i) append(copy());
    for (unsigned i = least; i < most && !error_; ++i) append(optional(copy()));
    if (open && !error_) append(star(copy()));
    return whole;
  }

  Fragment copied(const std::vector<Automaton::State>& pattern, Fragment item,
                  std::uint32_t first_state) {
    const std::uint32_t shift = size() - first_state;
    if (size() + pattern.size() > max_states) fail("the expression is too large");
    if (error_) return item;
    const auto moved = [&](std::uint32_t state) {
      return state == Automaton::nowhere ? state : state + shift;
    };
    for (Automaton::State state : pattern) {
      state.next = moved(state.next);
      state.other = moved(state.other);
      automaton_.states.push_back(state);
    }
    return {moved(item.start), moved(item.end)};
  }

  Fragment item() {
    if (take('(')) {
      if (++groups_ > max_groups) fail("nested too deeply");
      const Fragment inner = error_ ? Fragment{} : alternatives();
      --groups_;
      if (!error_ && !take(')')) fail("expected )");
      return inner;
    }
    const bool backward = take('~');
    skip_space();
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_char(text_[at_])) ++at_;
    return one_step(begin, text_.substr(begin, at_ - begin), backward);
  }

  Fragment one_step(std::size_t begin, std::string_view name, bool backward) {
    Step step{Step::Kind::edge, {}, backward};
    if (name == "part_of" || name == "has_part") {
      const bool up = (name == "part_of") != backward;
      step.kind = up ? Step::Kind::part_of : Step::Kind::has_part;
    } else if (const auto kinds = parse_edge_kinds(name)) {
      step.kinds = *kinds;
    } else {
      at_ = begin;
      unknown_step(name);
    }
    const Fragment fragment{add({}), add({})};
    automaton_.states[fragment.start].step = step;
    automaton_.states[fragment.start].next = fragment.end;
    return fragment;
  }

  void unknown_step(std::string_view name) {
    Nearest nearest(name);
    for (const std::string_view word : words_of(Param::edge_kinds)) nearest.offer(word);
    nearest.offer("part_of");
    nearest.offer("has_part");
    fail(name.empty() ? std::string("expected a step")
                      : absl::StrFormat("no step is named %s", name),
         nearest.hint());
  }

  unsigned number() {
    skip_space();
    unsigned value = 0;
    const auto end = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
    if (end.ec != std::errc() || value > max_repetitions)
      fail(absl::StrFormat("expected a number up to %d", max_repetitions));
    at_ = static_cast<std::size_t>(end.ptr - text_.data());
    return value;
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(automaton_.states.size()); }
  std::uint32_t add(Automaton::State state) {
    if (size() >= max_states) fail("the expression is too large");
    automaton_.states.push_back(state);
    return size() - 1;
  }
  void link(std::uint32_t from, std::uint32_t to, std::uint32_t other = Automaton::nowhere) {
    automaton_.states[from].next = to;
    automaton_.states[from].other = other;
  }

  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n'))
      ++at_;
  }
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    skip_space();
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  bool begins_item() {
    skip_space();
    return peek() == '(' || peek() == '~' || is_name_char(peek());
  }
  void fail(std::string message, std::string hint = {}) {
    if (!error_) error_ = PathError{at_, std::move(message), std::move(hint)};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;
  Automaton automaton_;
  std::optional<PathError> error_;
};

}  // namespace

std::variant<Automaton, PathError> compile_path(std::string_view text) {
  return Compiler(text).run();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
