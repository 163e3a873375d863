#include "acquis/report/diff.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "acquis/report/text.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using What = Change::What;

std::vector<NodeId> in_legal_order(const Corpus& law) {
  const auto nodes = law.graph().nodes();
  std::vector<NodeId> out(nodes.begin(), nodes.end());
  std::sort(out.begin(), out.end(), [&](NodeId a, NodeId b) { return law.precedes(a, b); });
  return out;
}

std::string link_name(const Corpus& law, EdgeId e) {
  return law.key(law.graph().source(e)) + " " + std::string(to_text(law.graph().kind(e))) + " " +
         law.key(law.graph().target(e));
}

std::map<std::string, std::vector<EdgeId>> links_by_name(const Corpus& law) {
  std::map<std::string, std::vector<EdgeId>> out;
  for (const EdgeId e : law.graph().edges()) out[link_name(law, e)].push_back(e);
  return out;
}

std::string whole_of(const Corpus& law, NodeId n) {
  const NodeId parent = law.graph().parent(n);
  return parent == none<NodeId> ? std::string() : law.key(parent);
}

// The name of each member that a record shows, with its value.
using Members = std::vector<std::pair<std::string_view, std::string>>;

Members dates_of(const Corpus& law, NodeId n) {
  Members out{{"from", to_text(law.validity(n).from)}, {"to", to_text(law.validity(n).to)}};
  const InstrumentFacts* facts = law.instrument(n);
  const Life life = facts == nullptr ? Life{} : facts->life;
  out.emplace_back("proposed", to_text(life.proposed));
  out.emplace_back("document", to_text(life.document));
  out.emplace_back("in_force", to_text(life.in_force));
  out.emplace_back("applicable", to_text(life.applicable));
  out.emplace_back("end", to_text(life.end));
  out.emplace_back("ended", !life.end ? "" : life.repealed ? "repealed" : "expired");
  return out;
}

Members labels_of(const Corpus& law, NodeId n) {
  Members out;
  for (const Language language : languages)
    out.emplace_back(to_text(language), law.label(n, language));
  return out;
}

Members statement_of(const Corpus& law, EdgeId e) {
  const EdgeFacts facts = law.statement(e);
  return {{"evidence", std::string(to_text(facts.evidence))},
          {"source", std::string(facts.source)},
          {"at", std::string(facts.at)},
          {"note", std::string(facts.note)},
          {"from", to_text(facts.validity.from)},
          {"to", to_text(facts.validity.to)}};
}

class Comparison {
 public:
  Comparison(const Corpus& before, const Corpus& after) : before_(before), after_(after) {}

  std::vector<Change> run() {
    for (const NodeId n : in_legal_order(before_)) node(n);
    for (const NodeId n : in_legal_order(after_)) {
      std::string key = after_.key(n);
      if (before_.find(key) == none<NodeId>) add(What::node_added, std::move(key));
    }
    links();
    return std::move(out_);
  }

 private:
  void add(What what, std::string about, std::string_view detail = {}, std::string before = {},
           std::string after = {}) {
    out_.push_back(
        {what, std::move(about), std::string(detail), std::move(before), std::move(after)});
  }

  void node(NodeId a) {
    const std::string key = before_.key(a);
    const NodeId b = after_.find(key);
    if (b == none<NodeId>) return add(What::node_removed, key);
    if (whole_of(before_, a) != whole_of(after_, b))
      add(What::node_moved, key, {}, whole_of(before_, a), whole_of(after_, b));
    const auto type = [](const Corpus& law, NodeId n) {
      const InstrumentFacts* facts = law.instrument(n);
      return std::string(facts == nullptr ? std::string_view() : to_text(facts->type));
    };
    if (type(before_, a) != type(after_, b))
      add(What::type, key, {}, type(before_, a), type(after_, b));
    members(What::label, key, labels_of(before_, a), labels_of(after_, b));
    members(What::dates, key, dates_of(before_, a), dates_of(after_, b));
  }

  void members(What what, const std::string& about, const Members& before, const Members& after) {
    for (std::size_t i = 0; i < before.size(); ++i)
      if (before[i].second != after[i].second)
        add(what, about, before[i].first, before[i].second, after[i].second);
  }

  void links() {
    const auto old_links = links_by_name(before_), new_links = links_by_name(after_);
    for (const auto& [name, edges] : old_links) {
      const auto found = new_links.find(name);
      const std::size_t kept =
          found == new_links.end() ? 0 : (std::min)(edges.size(), found->second.size());
      for (std::size_t i = 0; i < kept; ++i)
        members(What::link_changed, name, statement_of(before_, edges[i]),
                statement_of(after_, found->second[i]));
      for (std::size_t i = kept; i < edges.size(); ++i) add(What::link_removed, name);
    }
    for (const auto& [name, edges] : new_links) {
      const auto found = old_links.find(name);
      const std::size_t known = found == old_links.end() ? 0 : found->second.size();
      for (std::size_t i = known; i < edges.size(); ++i) add(What::link_added, name);
    }
  }

  const Corpus& before_;
  const Corpus& after_;
  std::vector<Change> out_;
};

}  // namespace

std::string_view to_text(Change::What what) noexcept {
  constexpr std::array<std::string_view, 9> names{"node removed", "node added", "node moved",
                                                  "label",        "dates",      "type",
                                                  "link removed", "link added", "link changed"};
  return names[static_cast<std::size_t>(what)];
}

std::vector<Change> compare(const Corpus& before, const Corpus& after) {
  return Comparison(before, after).run();
}

}  // namespace v0
}  // namespace acquis
