#include "acquis/report/coverage.hpp"

#include <algorithm>
#include <array>

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
    count_links(asker);
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
        }
    }
  }

  std::vector<Coverage> rows() && { return std::move(rows_); }

 private:
  // Links of the asker and of what is in it.
  void count_links(NodeId asker) {
    std::vector<NodeId> ends;
    for (const Role role : {Role::support, Role::reference, Role::history, Role::context})
      for (const EdgeId e : graph_.out_edges(graph_.subtree(asker), role))
        if (admits(graph_, policy_, e)) ends.push_back(graph_.target(e));
    const auto any = [&](auto holds) { return std::any_of(ends.begin(), ends.end(), holds); };
    for (Coverage& row : rows_) {
      const NodeId place = row.place;
      row.direct += any([&](NodeId end) { return end == place; });
      row.part += any([&](NodeId end) { return end != place && graph_.encloses(place, end); });
      row.broad += !policy_.exact &&
                   any([&](NodeId end) { return end != place && graph_.encloses(end, place); });
    }
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
