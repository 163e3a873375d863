#include "acquis/report/coverage.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "acquis/graph/trace.hpp"

namespace acquis {
inline namespace v0 {
namespace {

class Counter {
 public:
  Counter(const NodeSet& scope, const Policy& policy)
      : law_(scope.corpus()), graph_(law_.graph()), policy_(policy) {
    for (const NodeId n : scope)
      if (admits(graph_, policy, n)) rows_.push_back({.place = n});
  }

  void add(NodeId asker) {
    if (!admits(graph_, policy_, asker)) return;
    const std::vector<bool> linked = count_links(asker);
    std::vector<bool> known(rows_.size());
    Policy stricter = policy_;
    for (const Evidence least : {Evidence::stated, Evidence::derived, Evidence::editorial}) {
      if (least < policy_.least) break;
      stricter.least = least;
      const auto bases = basis_of(graph_, stricter, std::array{asker}, scratch_);
      for (std::size_t i = 0; i < rows_.size(); ++i)
        if (!known[i] && std::binary_search(bases.begin(), bases.end(), rows_[i].place)) {
          known[i] = true;
          rows_[i].askers.push_back({asker, least});
          rows_[i].transitive += !linked[i];
        }
    }
  }

  std::vector<Coverage> rows() && { return std::move(rows_); }

 private:
  // Links of the asker and of what is in it; which rows they touch.
  std::vector<bool> count_links(NodeId asker) {
    std::vector<NodeId> ends;
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      for (const EdgeId e : graph_.out_edges(graph_.subtree(asker), role))
        if (admits(graph_, policy_, e)) ends.push_back(graph_.target(e));
    const auto any = [&](auto holds) { return std::any_of(ends.begin(), ends.end(), holds); };
    std::vector<bool> linked;
    for (Coverage& row : rows_) {
      const NodeId place = row.place;
      const bool direct = any([&](NodeId end) { return end == place; });
      const bool part =
          any([&](NodeId end) { return end != place && graph_.encloses(place, end); });
      const bool broad = !policy_.exact && any([&](NodeId end) {
        return end != place && graph_.encloses(end, place);
      });
      row.direct += direct;
      row.part += part;
      row.broad += broad;
      linked.push_back(direct || part || broad);
    }
    return linked;
  }

  const Corpus& law_;
  const Graph& graph_;
  Policy policy_;
  Scratch scratch_;
  std::vector<Coverage> rows_;
};

std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

}  // namespace

std::vector<Coverage> coverage(const NodeSet& scope, const NodeSet& askers, const Policy& policy) {
  Counter counter(scope, policy);
  for (const NodeId asker : askers) counter.add(asker);
  return std::move(counter).rows();
}

namespace {

class Auditor {
 public:
  Auditor(const NodeSet& scope, const NodeSet& askers, const Policy& policy, Date day)
      : law_(scope.corpus()), scope_(scope), askers_(askers), policy_(policy), day_(day) {}

  Audit run() {
    out_.rows = coverage(scope_, askers_, policy_);
    for (const Coverage& row : out_.rows) judge(row);
    for (const NodeId asker : askers_)
      if (admits(law_.graph(), policy_, asker)) judge(asker);
    const NodeSet all = scope_ | askers_;
    for (const NodeId n : all)
      if (shares_label(n)) out_.ambiguous.push_back(n);
    return std::move(out_);
  }

 private:
  void judge(const Coverage& row) {
    if (row.direct + row.part != 0) out_.shallow.push_back(row.place);
    (row.askers.empty() ? out_.uncovered : out_.deep).push_back(row.place);
  }
  void judge(NodeId asker) {
    const NodeSet bases(law_, basis_of(law_.graph(), policy_, std::array{asker}, scratch_));
    if (bases.empty())
      out_.orphaned.push_back(asker);
    else if ((bases & scope_).empty())
      out_.unwanted.push_back(asker);
    Policy ever = policy_;
    ever.as_of = {};
    ever.kinds = {};
    for (std::size_t i = 0; i < edge_kind_count; ++i)
      if (const auto kind = static_cast<EdgeKind>(i);
          kind != EdgeKind::legal_basis && policy_.kinds.contains(kind))
        ever.kinds.insert(kind);
    const auto all = basis_of(law_.graph(), ever, std::array{asker}, scratch_);
    const auto has_ended = [&](NodeId n) {
      const Date end = law_.graph().existence(n).to;
      return end && end < day_;
    };
    if (std::any_of(all.begin(), all.end(), has_ended)) out_.obsolete.push_back(asker);
  }
  bool shares_label(NodeId n) {
    if (labels_.empty()) count_labels();
    return law_.kind(n) != NodeKind::provision &&
           std::any_of(languages.begin(), languages.end(), [&](Language language) {
             const auto at = labels_.find({law_.kind(n), law_.label(n, language)});
             return at != labels_.end() && at->second.size() > 1;
           });
  }
  // Provisions share headings by right.
  void count_labels() {
    for (const NodeId n : law_.graph().nodes())
      for (const Language language : languages)
        if (const auto label = law_.label(n, language); !label.empty())
          labels_[{law_.kind(n), label}].insert(n);
  }

  const Corpus& law_;
  const NodeSet& scope_;
  const NodeSet& askers_;
  const Policy& policy_;
  Date day_;
  Scratch scratch_;
  std::map<std::pair<NodeKind, std::string_view>, std::set<NodeId>> labels_;
  Audit out_;
};

}  // namespace

Audit audit(const NodeSet& scope, const NodeSet& askers, const Policy& policy, Date day) {
  return Auditor(scope, askers, policy, day).run();
}

std::string matrix_csv(const Corpus& law, const std::vector<Coverage>& rows) {
  std::vector<NodeId> columns;
  for (const Coverage& row : rows)
    for (const auto& asker : row.askers) columns.push_back(asker.node);
  const NodeSet askers(law, std::move(columns));
  std::string out = "place";
  for (const NodeId asker : askers) out += "," + csv_field(law.key(asker));
  out += "\r\n";
  for (const Coverage& row : rows) {
    out += csv_field(law.key(row.place));
    auto at = row.askers.begin();
    for (const NodeId asker : askers) {
      out += ",";
      if (at != row.askers.end() && at->node == asker) out += to_text((at++)->strength);
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace v0
}  // namespace acquis
