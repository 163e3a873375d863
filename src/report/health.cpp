#include "acquis/report/health.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "acquis/corpus/fingerprint.hpp"
#include "acquis/graph/structure.hpp"
#include "acquis/graph/trace.hpp"
#include "acquis/report/text.hpp"

namespace acquis {
inline namespace v0 {
namespace {

constexpr std::array rules{
    HealthRule{"ACQ0600", "idle-waiver", Severity::warning,
               "a waiver switches off no finding, or a rule that does not exist"},
    HealthRule{"ACQ0601", "dangling", Severity::note,
               "a link ends at a stub: a place that is named but not loaded"},
    HealthRule{"ACQ0602", "orphaned", Severity::warning, "a priority rests on nothing"},
    HealthRule{"ACQ0603", "obsolete", Severity::warning,
               "a link that carries support, other than a legal basis, ends at something repealed "
               "or expired"},
    HealthRule{"ACQ0604", "cyclic", Severity::warning, "nodes support one another in a circle"},
    HealthRule{"ACQ0605", "suspect", Severity::error,
               "the target of a link has changed since the link was reviewed"},
    HealthRule{"ACQ0606", "undated", Severity::note,
               "an instrument has neither a date of the document nor one of the proposal"},
    HealthRule{"ACQ0607", "unreviewed", Severity::note,
               "an editorial link has never been reviewed"},
    HealthRule{"ACQ0608", "no-objective", Severity::warning,
               "a priority pursues no objective, neither itself nor through its whole or parts"},
    HealthRule{"ACQ0609", "unpursued", Severity::note, "no priority rests on the objective"},
    HealthRule{"ACQ0610", "no-locator", Severity::warning,
               "stated or derived evidence does not say where in its source it stands"},
    HealthRule{"ACQ0611", "date-contradiction", Severity::error,
               "a link holds on no day on which both its ends exist"},
    HealthRule{"ACQ0612", "ambiguous", Severity::warning,
               "two nodes of a kind bear the same label"},
};

// Everything of which the node is a part, and everything in it.
template <typename Holds>
bool any_around(const Graph& graph, NodeId node, Holds holds) {
  for (NodeId up = graph.parent(node); up != none<NodeId>; up = graph.parent(up))
    if (holds(up)) return true;
  const auto inside = graph.subtree(node);
  return std::any_of(inside.begin(), inside.end(), holds);
}

class Checker {
 public:
  Checker(const Corpus& law, const HealthOptions& options)
      : law_(law), graph_(law.graph()), options_(options) {
    for (const PartFacts& part : law.parts()) used_.emplace_back(part.waivers.size());
  }

  Health run() {
    for (const NodeId n : graph_.nodes()) check_node(n);
    for (const EdgeId e : graph_.edges()) check_edge(e);
    check_cycles();
    check_labels();
    check_waivers();
    std::stable_sort(found_.begin(), found_.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.part, a.diagnostic.line, a.diagnostic.column, a.diagnostic.code) <
             std::tie(b.part, b.diagnostic.line, b.diagnostic.column, b.diagnostic.code);
    });
    for (Finding& finding : found_) health_.findings.push_back(std::move(finding.diagnostic));
    return std::move(health_);
  }

 private:
  struct Finding {
    PartId part{};
    Diagnostic diagnostic{};
  };

  // `about`: the nodes at which a waiver may point.
  void report(std::size_t rule, PartId part, Position at, std::initializer_list<NodeId> about,
              std::string message, std::string hint = {}) {
    if (part == none<PartId>) return;
    if (is_waived(rules[rule].code, part, about)) return;
    if (++counts_[rule] > options_.max_findings) return;
    found_.push_back({part,
                      {rules[rule].severity,
                       std::string(rules[rule].code),
                       law_.parts()[static_cast<std::size_t>(part)].file,
                       at.line,
                       at.column,
                       {},
                       std::string(rules[rule].name) + ": " + std::move(message),
                       std::move(hint)}});
  }
  void report(std::size_t rule, NodeId n, std::string message, std::string hint = {}) {
    report(rule, law_.part(n), law_.position(n), {n}, std::move(message), std::move(hint));
  }
  void report(std::size_t rule, EdgeId e, std::string message, std::string hint = {}) {
    report(rule, law_.part(e), law_.position(e), {graph_.source(e), graph_.target(e)},
           std::move(message), std::move(hint));
  }

  bool is_waived(std::string_view code, PartId part, std::initializer_list<NodeId> about) {
    const auto& waivers = law_.parts()[static_cast<std::size_t>(part)].waivers;
    bool waived = false;
    for (std::size_t i = 0; i < waivers.size(); ++i) {
      if (waivers[i].rule != code || !covers(waivers[i], about)) continue;
      used_[static_cast<std::size_t>(part)][i] = true;
      waived = true;
    }
    health_.waived += waived;
    return waived;
  }
  bool covers(const Waiver& waiver, std::initializer_list<NodeId> about) const {
    if (waiver.about.empty()) return true;
    const NodeId whole = law_.find(waiver.about);
    return whole != none<NodeId> && std::any_of(about.begin(), about.end(), [&](NodeId n) {
             return graph_.encloses(whole, n);
           });
  }

  void check_node(NodeId n) {
    const InstrumentFacts* facts = law_.instrument(n);
    if (facts != nullptr && !law_.is_stub(n) && !facts->life.document && !facts->life.proposed &&
        facts->type != InstrumentType::package)
      report(6, n, law_.key(n) + " has no date");
    if (law_.kind(n) == NodeKind::priority) check_priority(n);
    if (law_.kind(n) == NodeKind::objective) check_objective(n);
  }

  void check_priority(NodeId n) {
    if (basis_of(graph_, {}, std::array{n}, scratch_).empty())
      report(2, n, law_.key(n) + " rests on nothing",
             "link it to an objective, an act or a provision");
    const auto pursues = [&](NodeId place) {
      const auto edges = graph_.out_edges(place, Role::support);
      return std::any_of(edges.begin(), edges.end(),
                         [&](EdgeId e) { return graph_.kind(e) == EdgeKind::pursues; });
    };
    if (!any_around(graph_, n, pursues)) report(8, n, law_.key(n) + " pursues no objective");
  }

  void check_objective(NodeId n) {
    const auto is_priority = [&](NodeId m) { return law_.kind(m) == NodeKind::priority; };
    const auto resting = resting_on(graph_, {}, std::array{n}, scratch_);
    if (!std::any_of(resting.begin(), resting.end(), is_priority))
      report(9, n, "no priority rests on " + law_.key(n));
  }

  std::string link_text(EdgeId e) const {
    return law_.key(graph_.source(e)) + " " + std::string(to_text(graph_.kind(e))) + " " +
           law_.key(graph_.target(e));
  }

  void check_edge(EdgeId e) {
    const EdgeFacts facts = law_.statement(e);
    const NodeId target = graph_.target(e);
    if (law_.is_stub(target)) report(1, e, link_text(e) + ", which is not loaded");
    if (is_obsolete(e)) report(3, e, link_text(e) + ", which ended " + end_of(target));
    if (!facts.fingerprint.empty() && facts.fingerprint != fingerprint_of(target))
      report(5, e, link_text(e) + ": its target has changed",
             "look at it again, then acquis review " + law_.key(target));
    if (facts.evidence == Evidence::editorial && !facts.reviewed)
      report(7, e, link_text(e) + " has no day of review");
    if (facts.evidence != Evidence::editorial && facts.at.empty())
      report(10, e, link_text(e) + " has no place in its source", "add at=\"...\"");
    const Interval days = intersection(graph_.existence(graph_.source(e)),
                                       intersection(graph_.existence(target), facts.validity));
    if (days.empty() && role(graph_.kind(e)) == Role::support)
      report(11, e, link_text(e) + ": its ends never exist together while it holds");
  }

  // Many links may end at one large work.
  const std::string& fingerprint_of(NodeId n) {
    std::string& known = fingerprints_[n];
    if (known.empty()) known = fingerprint(law_, n);
    return known;
  }

  std::string end_of(NodeId n) const { return to_text(graph_.existence(n).to); }
  // Support that still holds today, from something that still is there, by something that is not. An
  // act keeps the legal basis it was adopted on.
  bool is_obsolete(EdgeId e) const {
    const Date day = options_.today;
    if (!day || role(graph_.kind(e)) != Role::support || graph_.kind(e) == EdgeKind::legal_basis)
      return false;
    const Interval target = graph_.existence(graph_.target(e));
    return target.to && target.to < day && graph_.validity(e).contains(day) &&
           graph_.existence(graph_.source(e)).contains(day);
  }

  void check_cycles() {
    for (const auto& cluster : clusters(graph_, {})) {
      std::string names;
      for (std::size_t i = 0; i < cluster.size() && i < 5; ++i)
        names += (i == 0 ? "" : ", ") + law_.key(cluster[i]);
      if (cluster.size() > 5) names += " and " + std::to_string(cluster.size() - 5) + " more";
      report(4, cluster.front(), "support goes round: " + names);
    }
  }

  // Provisions share headings by right.
  void check_labels() {
    for (const Language language : languages) {
      std::map<std::pair<NodeKind, std::string_view>, NodeId> first;
      for (const NodeId n : graph_.nodes()) {
        const std::string_view label = law_.label(n, language);
        if (label.empty() || law_.kind(n) == NodeKind::provision) continue;
        const auto [at, fresh] = first.try_emplace({law_.kind(n), label}, n);
        if (!fresh && told_.insert({at->second, n}).second)
          report(12, n, law_.key(n) + " bears the label of " + law_.key(at->second));
      }
    }
  }

  void check_waivers() {
    for (std::size_t p = 0; p < law_.parts().size(); ++p)
      for (std::size_t i = 0; i < law_.parts()[p].waivers.size(); ++i)
        if (!used_[p][i]) report_idle(static_cast<PartId>(p), law_.parts()[p].waivers[i]);
  }
  void report_idle(PartId part, const Waiver& waiver) {
    report(0, part, waiver.position, {},
           waiver.rule + (waiver.about.empty() ? "" : " about " + waiver.about) +
               " is switched off, but finds nothing there");
  }

  const Corpus& law_;
  const Graph& graph_;
  const HealthOptions& options_;
  Scratch scratch_;
  std::vector<std::vector<bool>> used_;  // by part and waiver
  std::array<std::size_t, rules.size()> counts_{};
  std::map<NodeId, std::string> fingerprints_;
  std::set<std::pair<NodeId, NodeId>> told_;
  std::vector<Finding> found_;
  Health health_;
};

}  // namespace

std::span<const HealthRule> health_rules() noexcept { return rules; }

Health check_health(const Corpus& law, const HealthOptions& options) {
  return Checker(law, options).run();
}

}  // namespace v0
}  // namespace acquis
