#include "query/operators.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "acquis/graph/spread.hpp"
#include "query/indexed.hpp"
#include "query/label_pattern.hpp"
#include "query/path.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

constexpr std::array all_roles{Role::support, Role::reference, Role::history, Role::context};

Date last_day() { return Date::from_ymd(9999, 12, 31); }

Policy with_kinds(Policy policy, EdgeKindSet kinds) {
  policy.kinds = kinds;
  return policy;
}

}  // namespace

NodeSet Operators::apply(const Arguments& arguments, const Policy& policy) {
  const auto& sets = arguments.sets;
  const auto& words = arguments.words;
  const auto result = [&]() -> NodeSet {
    switch (arguments.function) {
      case Function::all:
        return all();
      case Function::kind:
        return of_class(words[0], *sets[0]);
      case Function::parts:
        return parts(*sets[0]);
      case Function::wholes:
        return wholes(*sets[0]);
      case Function::rests_on:
        return searched(*sets[0], policy, Direction::backward);
      case Function::basis_of:
        return searched(*sets[0], policy, Direction::forward);
      case Function::in:
        return neighbours(*sets[0], with_kinds(policy, *parse_edge_kinds(words[0])),
                          Direction::backward);
      case Function::out:
        return neighbours(*sets[0], with_kinds(policy, *parse_edge_kinds(words[0])),
                          Direction::forward);
      case Function::cites:
        return neighbours(parts(*sets[0]), with_kinds(policy, {EdgeKind::cites}),
                          Direction::forward);
      case Function::cited_by:
        return neighbours(parts(*sets[0]), with_kinds(policy, {EdgeKind::cites}),
                          Direction::backward);
      case Function::held_by:
        return held_by(arguments.node);
      case Function::theme:
        return inside(arguments.node);
      case Function::status:
        return all().with_status(*parse_status(words[0]), policy.as_of      ? policy.as_of
                                                          : arguments.today ? arguments.today
                                                                            : last_day());
      case Function::dated:
        return dated(words[0], words[1]);
      case Function::label:
        return labelled(words[0]);
      case Function::orphans:
        return unlinked(*sets[0], policy, Direction::forward);
      case Function::uncovered:
        return unlinked(*sets[0], policy, Direction::backward);
      case Function::path:
        return path_ends(words[0], *sets[0], policy);
      case Function::allpaths:
        return all_path_nodes(*sets[0], *sets[1], policy);
      case Function::somepath:
        return path_nodes(*sets[0], *sets[1], policy);
      default:
        return NodeSet(law_);
    }
  };
  return existing(result(), policy);
}

NodeSet Operators::existing(const NodeSet& set, const Policy& policy) const {
  return policy.as_of ? set.as_of(policy.as_of) : set;
}

NodeSet Operators::all() {
  meter_.take(graph_.node_count());
  const auto nodes = graph_.nodes();
  return {law_, std::vector<NodeId>(nodes.begin(), nodes.end())};
}

NodeSet Operators::of_class(std::string_view name, const NodeSet& set) const {
  if (const auto kind = parse_node_kind(name)) return set.of(*kind);
  NodeSet out(law_);
  if (const auto type = parse_instrument_type(name)) out = out | set.of(*type);
  const auto levels = level_names();
  const auto level = std::find(levels.begin(), levels.end(), name);
  if (level != levels.end()) out = out | set.of(static_cast<Level>(level - levels.begin()));
  return out;
}

// Intervals may nest: the union of their members, each once.
NodeSet Operators::parts(const NodeSet& set) {
  std::vector<NodeId> members(set.begin(), set.end());
  std::sort(members.begin(), members.end());
  std::vector<NodeId> out;
  NodeId done{0};
  for (const NodeId n : members) {
    const NodeId end = *graph_.subtree(n).end();
    for (NodeId at = (std::max)(n, done); at < end; at = next(at)) out.push_back(at);
    done = (std::max)(done, end);
  }
  meter_.take(out.size());
  return {law_, std::move(out)};
}

NodeSet Operators::wholes(const NodeSet& set) {
  std::vector<NodeId> out;
  scratch_.begin(graph_.node_count());
  for (const NodeId member : set)
    for (NodeId n = member; n != none<NodeId> && !scratch_.has(n, Scratch::part);
         n = graph_.parent(n)) {
      scratch_.add(n, Scratch::part);
      out.push_back(n);
    }
  meter_.take(out.size());
  return {law_, std::move(out)};
}

NodeSet Operators::neighbours(const NodeSet& set, const Policy& policy, Direction direction) {
  std::vector<NodeId> out;
  const auto take = [&](EdgeId e) {
    meter_.take(1);
    if (admits(graph_, policy, e))
      out.push_back(direction == Direction::forward ? graph_.target(e) : graph_.source(e));
  };
  for (const NodeId n : set)
    for (const Role role : all_roles) {
      if (direction == Direction::forward) {
        for (const EdgeId e : graph_.out_edges(n, role)) take(e);
      } else {
        for (const EdgeId e : graph_.in_edges(n, role)) take(e);
      }
    }
  return {law_, std::move(out)};
}

NodeSet Operators::held_by(NodeId actor) {
  return all().held_by(law_.segment(actor).substr(std::string_view("actor:").size()));
}

NodeSet Operators::inside(NodeId theme) {
  const auto range = graph_.subtree(theme);
  return {law_, std::vector<NodeId>(range.begin() + 1, range.end())};
}

NodeSet Operators::dated(std::string_view from, std::string_view to) {
  const auto day = [](std::string_view text) { return Date::parse(text).value_or(Date()); };
  const Interval wanted{day(from), day(to)};
  return all().where([&](NodeId n) {
    const InstrumentFacts* facts = law_.instrument(n);
    const Date date = facts != nullptr ? facts->life.document : law_.validity(n).from;
    return date && wanted.contains(date);
  });
}

NodeSet Operators::searched(const NodeSet& set, const Policy& policy, Direction direction) {
  NodeSet out = direction == Direction::forward
                    ? NodeSet(law_, basis_of(graph_, policy, set.nodes(), scratch_))
                    : NodeSet(law_, resting_on(graph_, policy, set.nodes(), scratch_));
  meter_.take(scratch_.effort.edges + scratch_.effort.places);
  return out;
}

NodeSet Operators::unlinked(const NodeSet& set, const Policy& policy, Direction direction) {
  return set.where([&](NodeId n) { return meter_.within() && !is_linked(n, policy, direction); });
}

// A link that counts and leads elsewhere settles it; only one whose far end is the member itself,
// such as one from its own whole, asks for a search.
bool Operators::is_linked(NodeId member, const Policy& policy, Direction direction) {
  const bool forward = direction == Direction::forward;
  bool returns = false;
  const auto leads_on = [&](EdgeId e) {
    if (!meter_.take(1) || !admits(graph_, policy, e)) return false;
    const bool elsewhere = (forward ? graph_.target(e) : graph_.source(e)) != member;
    returns = returns || !elsewhere;
    return elsewhere;
  };
  const auto any = [&](IdRange<NodeId> places) {
    return std::any_of(all_roles.begin(), all_roles.end(), [&](Role role) {
      if (forward) {
        const auto edges = graph_.out_edges(places, role);
        return std::any_of(edges.begin(), edges.end(), leads_on);
      }
      const auto edges = graph_.in_edges(places, role);
      return std::any_of(edges.begin(), edges.end(), leads_on);
    });
  };
  if (any(graph_.subtree(member))) return true;
  const bool whole = forward || !policy.exact;
  for (NodeId up = graph_.parent(member); whole && up != none<NodeId>; up = graph_.parent(up))
    if (any({up, next(up)})) return true;
  return returns && !searched(NodeSet(law_, {member}), policy, direction).empty();
}

// The pattern has been compiled once by the parser, so it compiles.
NodeSet Operators::labelled(std::string_view pattern) {
  const auto expression = compile_label_pattern(pattern);
  return all().where([&](NodeId n) {
    return std::any_of(languages.begin(), languages.end(), [&](Language language) {
      const std::string_view label = law_.label(n, language);
      return !label.empty() && meter_.take(label.size()) && finds(*expression, label);
    });
  });
}

Explanation Operators::explain(const NodeSet& from, const NodeSet& to, const Policy& policy) {
  Explanation out{.law = &law_, .policy = policy};
  out.chain =
      best_chain(graph_, policy, from.nodes(), to.nodes(), scratch_, leading_index(law_, policy));
  if (!out.chain) out.miss = near_miss(graph_, policy, from.nodes(), to.nodes(), scratch_);
  const Chain* chain = out.chain ? &*out.chain : out.miss ? &out.miss->chain : nullptr;
  const auto first = [](const NodeSet& set) { return set.empty() ? none<NodeId> : *set.begin(); };
  out.from = chain != nullptr ? chain->from : first(from);
  out.to = chain != nullptr ? chain->to : first(to);
  return out;
}

NodeSet Operators::path_nodes(const NodeSet& from, const NodeSet& to, const Policy& policy) {
  const auto chain = best_chain(graph_, policy, from.nodes(), to.nodes(), scratch_);
  if (!chain) return NodeSet(law_);
  std::vector<NodeId> nodes{chain->from, chain->to};
  for (const EdgeId e : chain->links) {
    nodes.push_back(graph_.source(e));
    nodes.push_back(graph_.target(e));
  }
  return {law_, std::move(nodes)};
}

NodeSet Operators::path_ends(std::string_view path, const NodeSet& from, const Policy& policy) {
  const auto automaton = compile_path(path);
  return {law_, run_path(graph_, policy, std::get<Automaton>(automaton), from.nodes(), meter_)};
}

// A link is on some chain when a search from the start reaches its source and one from the end
// reaches its target.
NodeSet Operators::all_path_nodes(const NodeSet& from, const NodeSet& to, const Policy& policy) {
  const auto marked = [&](const NodeSet& set, Direction direction) {
    const bool inside = policy.exact && direction == Direction::backward;
    Spread search(graph_, direction, policy, scratch_);
    for (const NodeId n : set) search.start(n, inside ? Reach::inside : Reach::overlap);
    search.run();
    meter_.take(scratch_.effort.edges + scratch_.effort.places);
    std::vector<bool> marks(graph_.node_count());
    for (const NodeId n : scratch_.touched())
      marks[index(n)] = scratch_.has(
          n, Scratch::start_whole | Scratch::start_part | Scratch::whole | Scratch::part);
    return marks;
  };
  const std::vector<bool> ahead = marked(from, Direction::forward);
  const std::vector<bool> behind = marked(to, Direction::backward);
  std::vector<NodeId> nodes;
  for (const NodeId n : scratch_.touched())
    for (const Role role : all_roles)
      for (const EdgeId e : graph_.in_edges(n, role))
        if (behind[index(n)] && ahead[index(graph_.source(e))] && admits(graph_, policy, e)) {
          nodes.push_back(graph_.source(e));
          nodes.push_back(n);
        }
  if (nodes.empty()) return NodeSet(law_);
  std::sort(nodes.begin(), nodes.end());
  const auto joins = [&](NodeId n) {
    const auto inside = std::lower_bound(nodes.begin(), nodes.end(), n);
    if (inside != nodes.end() && graph_.encloses(n, *inside)) return true;
    for (NodeId up = graph_.parent(n); up != none<NodeId>; up = graph_.parent(up))
      if (std::binary_search(nodes.begin(), nodes.end(), up)) return true;
    return false;
  };
  const NodeSet ends = from.where(joins) | to.where(joins);
  return NodeSet(law_, std::move(nodes)) | ends;
}

void Operators::sort(std::string_view key, Language language, std::vector<NodeId>& nodes) const {
  const auto text_of = [&](NodeId n) -> std::string {
    if (key == "key") return law_.key(n);
    if (key == "label") return std::string(law_.label(n, language));
    if (key == "kind")
      return std::string(1, static_cast<char>('0' + static_cast<int>(law_.kind(n))));
    const InstrumentFacts* facts = law_.instrument(n);
    const auto iso = (facts != nullptr ? facts->life.document : law_.validity(n).from).iso();
    return {iso.data(), iso.size()};
  };
  std::vector<std::pair<std::string, NodeId>> keyed;
  for (const NodeId n : nodes) keyed.emplace_back(text_of(n), n);
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::transform(keyed.begin(), keyed.end(), nodes.begin(), [](const auto& k) { return k.second; });
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
