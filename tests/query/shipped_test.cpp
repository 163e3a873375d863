// The shipped corpora, every pair of nodes, against the definition.
#include <gtest/gtest.h>

#include <array>

#include "acquis/graph/trace.hpp"
#include "acquis/io/embedded.hpp"
#include "acquis/query/ask.hpp"
#include "acquis/query/evaluate.hpp"

namespace acquis {
namespace {

using Row = std::vector<bool>;

// Closes the definition over all links once: what can follow what, then who reaches which ends.
class Closure {
 public:
  Closure(const Graph& graph, const Policy& policy) : graph_(graph), policy_(policy) {
    for (const EdgeId e : graph.edges())
      if (admits(graph, policy, e)) links_.push_back(e);
    overlap_.assign(graph.node_count(), Row(graph.node_count()));
    for (const NodeId n : graph.nodes())
      for (NodeId up = n; up != none<NodeId>; up = graph.parent(up))
        overlap_[index(n)][index(up)] = overlap_[index(up)][index(n)] = true;
    close();
  }

  // Everything that `a` rests on, itself left out.
  Row bases(NodeId a) const {
    Row out(graph_.node_count());
    if (!admits(graph_, policy_, a)) return out;
    for (std::size_t i = 0; i < links_.size(); ++i) {
      if (!overlap_[index(a)][index(graph_.source(links_[i]))]) continue;
      for (std::size_t j = 0; j < links_.size(); ++j)
        if (follows_[i][j]) add_ends(graph_.target(links_[j]), out);
    }
    out[index(a)] = false;
    return out;
  }

 private:
  void close() {
    const std::size_t n = links_.size();
    follows_.assign(n, Row(n));
    for (std::size_t i = 0; i < n; ++i)
      for (std::size_t j = 0; j < n; ++j)
        follows_[i][j] =
            i == j || overlap_[index(graph_.target(links_[i]))][index(graph_.source(links_[j]))];
    for (std::size_t k = 0; k < n; ++k)
      for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; follows_[i][k] && j < n; ++j)
          if (follows_[k][j]) follows_[i][j] = true;
  }
  void add_ends(NodeId end, Row& out) const {
    for (const NodeId b : graph_.nodes()) {
      const bool counts = policy_.exact ? contains(b, end) : overlap_[index(end)][index(b)];
      if (counts && admits(graph_, policy_, b)) out[index(b)] = true;
    }
  }
  bool contains(NodeId outer, NodeId inner) const {
    for (NodeId n = inner; n != none<NodeId>; n = graph_.parent(n))
      if (n == outer) return true;
    return false;
  }

  const Graph& graph_;
  Policy policy_;
  std::vector<EdgeId> links_;
  std::vector<Row> overlap_;
  std::vector<Row> follows_;
};

class Shipped : public ::testing::TestWithParam<Policy> {};

TEST_P(Shipped, EveryPairOfNodesAgreesWithTheDefinition) {
  const Corpus law = load_embedded();
  const Graph& graph = law.graph();
  const Policy policy = GetParam();
  const Closure closure(graph, policy);
  Scratch scratch;
  std::vector<std::vector<NodeId>> dependants(graph.node_count());
  std::size_t pairs = 0;
  for (const NodeId a : graph.nodes()) {
    const Row want = closure.bases(a);
    std::vector<NodeId> expected;
    for (const NodeId b : graph.nodes())
      if (want[index(b)]) {
        expected.push_back(b);
        dependants[index(b)].push_back(a);
      }
    pairs += expected.size();
    EXPECT_EQ(basis_of(graph, policy, std::array{a}, scratch), expected) << law.key(a);
  }
  EXPECT_GT(pairs, 1000u);
  for (const NodeId b : graph.nodes())
    EXPECT_EQ(resting_on(graph, policy, std::array{b}, scratch), dependants[index(b)])
        << law.key(b);
}

INSTANTIATE_TEST_SUITE_P(Policies, Shipped,
                         ::testing::Values(Policy{}, Policy{.least = Evidence::derived},
                                           Policy{.as_of = Date::from_ymd(2021, 6, 1)},
                                           Policy{.as_of = Date::from_ymd(2026, 11, 23)},
                                           Policy{.exact = true}));

TEST(Shipped, CitationsAreQuotedInFourLanguages) {
  const Corpus law = load_embedded();
  const NodeId place = law.find("TFEU/art_77/par_2/pnt_b");
  for (const char* quoted :
       {"Article 77(2)(b) TFEU", "point (b) of Article 77(2) TFEU",
        "artikel 77, lid 2, onder b), VWEU", "article 77, paragraphe 2, point b), TFUE",
        "Artikel 77 Absatz 2 Buchstabe b AEUV", "TFEU A77P2PTB"}) {
    Query query;
    query.terms = {{Term::Kind::quoted, 0, quoted, {}}};
    const auto answer = evaluate(law, query);
    ASSERT_TRUE(answer.ok()) << quoted;
    ASSERT_EQ(answer->nodes.size(), 1u) << quoted;
    EXPECT_EQ(answer->nodes[0], place) << quoted;
  }
}

TEST(Shipped, NothingRestsOnAWholeTreatyDirectly) {
  const Corpus law = load_embedded();
  for (const EdgeId e : law.graph().edges(Role::support)) {
    const auto* facts = law.instrument(law.graph().target(e));
    EXPECT_TRUE(facts == nullptr || facts->type != InstrumentType::treaty)
        << law.key(law.graph().source(e));
  }
}

TEST(Shipped, AnIndexChangesNoAnswer) {
  const Corpus plain = load_embedded();
  Corpus indexed = load_embedded();
  ASSERT_TRUE(indexed.make_reach_index());
  for (const NodeId n : plain.graph().nodes()) {
    if (plain.kind(n) != NodeKind::provision || index(n) % 7 != 0) continue;
    const std::string question = "kind(priority, rests_on(" + plain.key(n) + "))";
    const auto want = ask(plain, question), got = ask(indexed, question);
    ASSERT_TRUE(want.ok() && got.ok()) << want.status() << got.status();
    EXPECT_EQ(got->nodes, want->nodes) << question;
    for (const NodeId priority : want->nodes)
      EXPECT_EQ(why(indexed, priority, n).chain, why(plain, priority, n).chain);
  }
}

}  // namespace
}  // namespace acquis
