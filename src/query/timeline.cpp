#include "acquis/query/timeline.hpp"

#include <absl/status/status.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "acquis/graph/trace.hpp"

namespace acquis {
inline namespace v0 {
namespace {

// The day after.
Date next_day(Date day) {
  if (const Date next = Date::from_ymd(day.year(), day.month(), day.day() + 1)) return next;
  if (const Date next = Date::from_ymd(day.year(), day.month() + 1, 1)) return next;
  return Date::from_ymd(day.year() + 1, 1, 1);
}

struct Event {
  Date day{};
  Cause cause{};
};

class Calendar {
 public:
  Calendar(const Corpus& law, Date from, Date to) : law_(law), from_(from), to_(to) {
    for (const NodeId n : law.graph().nodes()) node(n);
    for (const EdgeId e : law.graph().edges()) edge(e);
    std::stable_sort(events_.begin(), events_.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
  }

  const std::vector<Event>& events() const noexcept { return events_; }

 private:
  void add(Date day, Cause::What what, NodeId n, EdgeId e) {
    if (day && from_ < day && day <= to_) events_.push_back({day, {what, n, e}});
  }
  void node(NodeId n) {
    const Interval days = law_.graph().existence(n);
    add(days.from, Cause::What::begins, n, none<EdgeId>);
    if (days.to) add(next_day(days.to), Cause::What::ends, n, none<EdgeId>);
    const InstrumentFacts* facts = law_.instrument(n);
    if (facts == nullptr) return;
    add(facts->life.document, Cause::What::adopted, n, none<EdgeId>);
    add(facts->life.in_force, Cause::What::enters_into_force, n, none<EdgeId>);
    add(facts->life.applicable, Cause::What::applies, n, none<EdgeId>);
  }
  void edge(EdgeId e) {
    const Interval days = law_.graph().validity(e);
    add(days.from, Cause::What::link_begins, none<NodeId>, e);
    if (days.to) add(next_day(days.to), Cause::What::link_ends, none<NodeId>, e);
  }

  const Corpus& law_;
  Date from_, to_;
  std::vector<Event> events_;
};

// What rests on the members, what they rest on, and what overlaps them, whatever the day.
class Surroundings {
 public:
  Surroundings(const Corpus& law, const Policy& policy, const std::vector<NodeId>& members)
      : graph_(law.graph()), near_(graph_.node_count()) {
    Policy ever = policy;
    ever.as_of = {};
    Scratch scratch;
    mark(members);
    mark(resting_on(graph_, ever, members, scratch));
    mark(basis_of(graph_, ever, members, scratch));
    for (const NodeId n : members) {
      for (const NodeId inside : graph_.subtree(n)) near_[index(inside)] = true;
      for (NodeId up = graph_.parent(n); up != none<NodeId>; up = graph_.parent(up))
        near_[index(up)] = true;
    }
  }
  bool hold(const Cause& cause) const {
    if (cause.edge == none<EdgeId>) return near_[index(cause.node)];
    return near_[index(graph_.source(cause.edge))] && near_[index(graph_.target(cause.edge))];
  }

 private:
  void mark(const std::vector<NodeId>& nodes) {
    for (const NodeId n : nodes) near_[index(n)] = true;
  }
  const Graph& graph_;
  std::vector<bool> near_;
};

class Timeline {
 public:
  Timeline(const Corpus& law, const Query& query, const QueryOptions& options,
           Diagnostics* problems)
      : law_(law), query_(query), options_(options), problems_(problems) {}

  absl::StatusOr<std::vector<Turn>> run(Date from, Date to) {
    const Calendar calendar(law_, from, to);
    const auto& events = calendar.events();
    NodeSet before = at(from);
    std::vector<Turn> out;
    for (auto first = events.begin(); first != events.end() && status_.ok();) {
      const auto last =
          std::find_if(first, events.end(), [&](const Event& e) { return e.day != first->day; });
      const NodeSet now = at(first->day);
      if (!(now == before)) out.push_back(turn(before, now, first->day, {first, last}));
      before = now;
      first = last;
    }
    if (!status_.ok()) return status_;
    return out;
  }

 private:
  NodeSet at(Date day) {
    QueryOptions then = options_;
    then.policy.as_of = day;
    absl::StatusOr<Answer> answer =
        evaluate(law_, query_, then, status_.ok() ? problems_ : nullptr);
    if (answer.ok() && answer->kind == Answer::Kind::chain)
      answer = absl::InvalidArgumentError("a chain has no time line; ask for somepath(a, b)");
    if (answer.ok()) return {law_, std::move(answer->nodes)};
    status_.Update(answer.status());
    return NodeSet(law_);
  }

  Turn turn(const NodeSet& before, const NodeSet& now, Date day,
            std::pair<std::vector<Event>::const_iterator, std::vector<Event>::const_iterator>
                events) const {
    Turn out{.day = day, .gained = (now - before).nodes(), .lost = (before - now).nodes()};
    std::vector<NodeId> changed = out.gained;
    changed.insert(changed.end(), out.lost.begin(), out.lost.end());
    const Surroundings surroundings(law_, options_.policy, changed);
    for (auto at = events.first; at != events.second; ++at)
      if (surroundings.hold(at->cause) && !is_within_another(at->cause, events))
        out.causes.push_back(at->cause);
    return out;
  }

  // The provisions of an act begin and end with it: the act is cause enough.
  bool is_within_another(
      const Cause& cause,
      std::pair<std::vector<Event>::const_iterator, std::vector<Event>::const_iterator> events)
      const {
    if (cause.node == none<NodeId> || law_.kind(cause.node) != NodeKind::provision) return false;
    const NodeId whole = law_.graph().parent(cause.node);
    return std::any_of(events.first, events.second, [&](const Event& e) {
      return e.cause.what == cause.what && e.cause.node == whole;
    });
  }

  const Corpus& law_;
  const Query& query_;
  const QueryOptions& options_;
  Diagnostics* problems_;
  absl::Status status_;
};

}  // namespace

absl::StatusOr<std::vector<Turn>> timeline(const Corpus& law, const Query& query, Date from,
                                           Date to, const QueryOptions& options,
                                           Diagnostics* problems) {
  return Timeline(law, query, options, problems).run(from, to);
}

}  // namespace v0
}  // namespace acquis
