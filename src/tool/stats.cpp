// acquis stats: what there is, what holds together, what carries most.
#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "acquis/graph/structure.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

using Json = nlohmann::ordered_json;

class Statistics {
 public:
  Statistics(const Session& session, const Options& options, std::size_t top)
      : law_(session.law),
        graph_(law_.graph()),
        policy_(session.asked.policy),
        options_(options),
        top_(top) {
    for (const NodeId n : graph_.nodes())
      if (admits(graph_, policy_, n)) count(n);
    for (const EdgeId e : graph_.edges()) ++edges_[static_cast<std::size_t>(graph_.kind(e))];
  }

  void run() {
    if (options_.format == Format::json) return print(json().dump() + "\n");
    Table counts({"what", "count"});
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      counts.add({std::string(node_kind_names[i]), std::to_string(nodes_[i])});
    counts.add({"stubs", std::to_string(stubs_)});
    for (std::size_t i = 0; i < edges_.size(); ++i)
      if (edges_[i] != 0) counts.add({std::string(edge_kind_names[i]), std::to_string(edges_[i])});
    print_table(options_, counts);
    ranking("page rank", page_rank(graph_, policy_));
    const auto [hubs, authorities] = hubs_and_authorities(graph_, policy_);
    ranking("authority", authorities);
    ranking("hub", hubs);
    print_clusters();
    print_pairs();
  }

 private:
  struct Pair {
    double score = 0;
    NodeId a{}, b{};
  };

  void count(NodeId n) {
    ++nodes_[static_cast<std::size_t>(law_.kind(n))];
    stubs_ += law_.is_stub(n);
  }
  static std::string number(double score) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4f", score);
    return text.data();
  }
  void ranking(const std::string& name, const std::vector<Ranked>& ranks) {
    Table table({name, "key", "label"});
    for (std::size_t i = 0; i < (std::min)(top_, ranks.size()); ++i)
      table.add({number(ranks[i].score), law_.key(ranks[i].node),
                 title(law_, ranks[i].node, options_.language)});
    print("\n");
    print_table(options_, table);
  }
  void print_clusters() {
    Table table({"cluster", "members"});
    for (const auto& cluster : clusters(graph_, policy_)) {
      std::string keys;
      for (const NodeId n : cluster) keys += (keys.empty() ? "" : ", ") + law_.key(n);
      table.add({std::to_string(cluster.size()), keys});
    }
    if (table.empty()) return;
    print("\n");
    print_table(options_, table);
  }

  // The priorities that share most of their basis.
  std::vector<Pair> pairs() {
    std::vector<NodeId> priorities;
    for (const NodeId n : graph_.nodes())
      if (law_.kind(n) == NodeKind::priority) priorities.push_back(n);
    std::vector<Pair> out;
    for (std::size_t i = 0; i < priorities.size(); ++i)
      for (std::size_t j = i + 1; j < priorities.size(); ++j)
        out.push_back({similarity(graph_, policy_, priorities[i], priorities[j], scratch_),
                       priorities[i], priorities[j]});
    std::stable_sort(out.begin(), out.end(),
                     [](const Pair& x, const Pair& y) { return x.score > y.score; });
    out.resize((std::min)(out.size(), top_));
    return out;
  }
  void print_pairs() {
    Table table({"similarity", "priority", "and"});
    for (const Pair& pair : pairs())
      table.add({number(pair.score), law_.key(pair.a), law_.key(pair.b)});
    print("\n");
    print_table(options_, table);
  }

  Json ranks_json(const std::vector<Ranked>& ranks) const {
    Json out = Json::array();
    for (std::size_t i = 0; i < (std::min)(top_, ranks.size()); ++i)
      out.push_back({{"key", law_.key(ranks[i].node)}, {"score", ranks[i].score}});
    return out;
  }
  Json json() {
    Json out{{"nodes", Json::object()}, {"edges", Json::object()}, {"stubs", stubs_}};
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      out["nodes"][std::string(node_kind_names[i])] = nodes_[i];
    for (std::size_t i = 0; i < edges_.size(); ++i)
      out["edges"][std::string(edge_kind_names[i])] = edges_[i];
    out["page_rank"] = ranks_json(page_rank(graph_, policy_));
    const auto [hubs, authorities] = hubs_and_authorities(graph_, policy_);
    out["authorities"] = ranks_json(authorities);
    out["hubs"] = ranks_json(hubs);
    out["clusters"] = Json::array();
    for (const auto& cluster : clusters(graph_, policy_)) {
      Json keys = Json::array();
      for (const NodeId n : cluster) keys.push_back(law_.key(n));
      out["clusters"].push_back(keys);
    }
    out["similar_priorities"] = Json::array();
    for (const Pair& pair : pairs())
      out["similar_priorities"].push_back(
          {{"a", law_.key(pair.a)}, {"b", law_.key(pair.b)}, {"similarity", pair.score}});
    return out;
  }

  const Corpus& law_;
  const Graph& graph_;
  const Policy& policy_;
  const Options& options_;
  std::size_t top_;
  Scratch scratch_;
  std::array<std::size_t, node_kind_names.size()> nodes_{};
  std::array<std::size_t, edge_kind_count> edges_{};
  std::size_t stubs_ = 0;
};

}  // namespace

int run_stats(const Options& options, std::size_t top) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  Statistics(*session, options, top).run();
  return answered;
}

}  // namespace acquis::tool
