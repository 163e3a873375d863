#include "acquis/report/coverage.hpp"

#include <gtest/gtest.h>

#include "acquis/corpus/builder.hpp"
#include "support/oracle.hpp"
#include "support/random_corpus.hpp"

namespace acquis {
namespace {

NodeSet all(const Corpus& law) {
  const auto nodes = law.graph().nodes();
  return {law, std::vector<NodeId>(nodes.begin(), nodes.end())};
}

TEST(CoverageProperty, ListsWhoRestsOnWhatAndHowWell) {
  for (unsigned seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Corpus law = testing::random_corpus(random, 12, 20);
    Policy policy = testing::random_policy(random);
    for (const Coverage& row : coverage(all(law), all(law), policy)) {
      std::vector<Coverage::Asker> want;
      for (const NodeId n : law.graph().nodes()) {
        if (n == row.place) continue;
        Policy stricter = policy;
        for (const Evidence least : {Evidence::stated, Evidence::derived, Evidence::editorial}) {
          stricter.least = (std::max)(least, policy.least);
          if (testing::Oracle(law.graph(), stricter).rests(n, row.place)) {
            want.push_back({n, stricter.least});
            break;
          }
        }
      }
      EXPECT_EQ(row.askers, want) << law.key(row.place);
      EXPECT_LE(row.transitive, want.size());
      EXPECT_GE(row.transitive + row.direct + row.part + row.broad, want.size());
    }
  }
}

TEST(Coverage, TellsDirectFromPartAndBroad) {
  CorpusBuilder b;
  b.begin_part({.id = "t"});
  b.add_source({.id = "s"});
  const EdgeFacts stated{.evidence = Evidence::stated, .source = "s"};
  const auto treaty = b.add_node(NodeKind::instrument, "TFEU");
  const auto article = b.add_provision("art_79", treaty);
  b.add_provision("par_1", article);
  const auto exact = b.add_node(NodeKind::priority, "priority:exact");
  const auto inside = b.add_node(NodeKind::priority, "priority:inside");
  const auto around = b.add_node(NodeKind::priority, "priority:around");
  b.add_edge(exact, EdgeKind::relies_on, "TFEU/art_79", stated);
  b.add_edge(inside, EdgeKind::relies_on, "TFEU/art_79/par_1", stated);
  b.add_edge(around, EdgeKind::relies_on, "TFEU", stated);
  const Corpus law = std::move(b).build().value();
  const auto rows = coverage({law, {law.find("TFEU/art_79")}}, all(law).of(NodeKind::priority));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].direct, 1u);
  EXPECT_EQ(rows[0].part, 1u);
  EXPECT_EQ(rows[0].broad, 1u);
  EXPECT_EQ(matrix_csv(law, rows),
            "place,priority:exact,priority:inside,priority:around\r\n"
            "TFEU/art_79,stated,stated,stated\r\n");
}

TEST(AuditProperty, EachListIsItsDefinition) {
  std::size_t obsolete = 0, unwanted = 0;
  for (unsigned seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Corpus law = testing::random_corpus(random, 12, 16);
    const Graph& graph = law.graph();
    const NodeSet scope = all(law).where([&](NodeId n) { return index(n) % 3 == 0; });
    const NodeSet askers = all(law).where([&](NodeId n) { return index(n) % 3 == 1; });
    const Date day = Date::from_ymd(2005, 6, 1);
    const Audit found = audit(scope, askers, {}, day);
    const testing::Oracle oracle(graph, {});
    const testing::Oracle lasting(
        graph, {.kinds = {EdgeKind::pursues, EdgeKind::relies_on, EdgeKind::laid_down_in,
                          EdgeKind::implements, EdgeKind::grounded_in}});
    const auto has = [](const std::vector<NodeId>& list, NodeId n) {
      return std::find(list.begin(), list.end(), n) != list.end();
    };
    for (const NodeId place : scope) {
      const bool deep = std::any_of(askers.begin(), askers.end(),
                                    [&](NodeId a) { return oracle.rests(a, place); });
      EXPECT_EQ(has(found.deep, place), deep);
      EXPECT_EQ(has(found.uncovered, place), !deep);
      EXPECT_TRUE(deep || !has(found.shallow, place));
    }
    for (const NodeId asker : askers) {
      bool any = false, in_scope = false, ended = false;
      for (const NodeId n : graph.nodes()) {
        if (n == asker || !oracle.rests(asker, n)) continue;
        any = true;
        in_scope = in_scope || scope.contains(n);
        ended = ended ||
                (lasting.rests(asker, n) && graph.existence(n).to && graph.existence(n).to < day);
      }
      EXPECT_EQ(has(found.orphaned, asker), !any);
      EXPECT_EQ(has(found.unwanted, asker), any && !in_scope);
      EXPECT_EQ(has(found.obsolete, asker), ended);
      unwanted += any && !in_scope;
      obsolete += ended;
    }
  }
  EXPECT_GT(obsolete, 10u);
  EXPECT_GT(unwanted, 20u);
}

}  // namespace
}  // namespace acquis
