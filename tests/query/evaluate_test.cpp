#include "acquis/query/evaluate.hpp"

#include <gtest/gtest.h>

#include "acquis/corpus/builder.hpp"
#include "acquis/report/text.hpp"

namespace acquis {
namespace {

// Two treaty articles, an old act and its successor, two priorities, one of them for a time.
Corpus small_law() {
  CorpusBuilder b;
  b.begin_part({.id = "t", .file = "t.xml"});
  b.add_source({.id = "s"});
  const EdgeFacts derived{.evidence = Evidence::derived, .source = "s"};
  const EdgeFacts stated{.evidence = Evidence::stated, .source = "s"};
  const EdgeFacts editorial{.note = "why"};
  const auto day = [](int y) { return Date::from_ymd(y, 1, 1); };

  b.add_node(NodeKind::actor, "actor:BE");
  const auto theme = b.add_node(NodeKind::theme, "theme:asylum");
  b.set_label(theme, Language::fr, "Asile");
  const auto keep = b.add_node(NodeKind::priority, "priority:keep", theme);
  const auto renew = b.add_node(NodeKind::priority, "priority:renew", theme);
  b.add_node(NodeKind::priority, "priority:idle");
  const auto treaty = b.add_node(NodeKind::instrument, "TFEU");
  b.set_instrument(treaty, {.type = InstrumentType::treaty});
  const auto art_78 = b.add_provision("art_78", treaty);
  b.add_provision("par_1", art_78);
  b.add_provision("par_2", art_78);
  b.add_provision("art_79", treaty);
  const auto dublin = b.add_node(NodeKind::instrument, "32013R0604");
  b.set_instrument(dublin, {.type = InstrumentType::regulation,
                            .life = {.document = day(2013),
                                     .in_force = day(2013),
                                     .applicable = day(2014),
                                     .end = day(2026),
                                     .repealed = true}});
  const auto successor = b.add_node(NodeKind::instrument, "32024R1351");
  b.set_instrument(successor, {.type = InstrumentType::regulation,
                               .life = {.proposed = day(2020),
                                        .document = day(2024),
                                        .in_force = day(2024),
                                        .applicable = day(2026)}});
  b.add_edge(dublin, EdgeKind::legal_basis, "TFEU/art_78/par_2", derived);
  b.add_edge(successor, EdgeKind::legal_basis, "TFEU/art_78/par_2", derived);
  b.add_edge(successor, EdgeKind::legal_basis, "TFEU/art_79", derived);
  b.add_edge(successor, EdgeKind::replaces, "32013R0604", derived);
  b.add_edge(keep, EdgeKind::relies_on, "32013R0604", stated);
  b.add_edge(renew, EdgeKind::relies_on, "32024R1351", editorial);
  for (const auto p : {keep, renew}) b.add_edge(p, EdgeKind::held_by, "actor:BE", stated);
  return std::move(b).build().value();
}

class Evaluate : public ::testing::Test {
 protected:
  std::string keys(std::string_view text, const QueryOptions& options = {}) {
    Diagnostics problems;
    const auto answer = ask(law, text, options, &problems);
    if (!answer.ok()) return to_text(problems.at(0));
    std::string out;
    for (const NodeId n : answer->nodes) out += (out.empty() ? "" : " ") + law.key(n);
    return out;
  }
  const Corpus law = small_law();
};

TEST_F(Evaluate, RestsOnAndItsConverse) {
  EXPECT_EQ(keys("kind(priority, rests_on(TFEU/art_78))"), "priority:keep priority:renew");
  EXPECT_EQ(keys("kind(priority, rests_on(TFEU/art_78/par_1))"), "");
  EXPECT_EQ(keys("kind(priority, rests_on(\"TFEU/art_79\"))"), "priority:renew");
  EXPECT_EQ(keys("kind(article, basis_of(priority:renew))"), "TFEU/art_78 TFEU/art_79");
}

TEST_F(Evaluate, SetOperatorsGoFromLeftToRight) {
  EXPECT_EQ(keys("priority:keep + priority:renew - priority:keep"), "priority:renew");
  EXPECT_EQ(keys("priority:keep - priority:renew + priority:renew"),
            "priority:keep priority:renew");
  EXPECT_EQ(keys("kind(priority, all()) intersect held_by(BE)"), "priority:keep priority:renew");
  EXPECT_EQ(keys("kind(priority, all()) except held_by(BE)"), "priority:idle");
}

TEST_F(Evaluate, SingleEdges) {
  EXPECT_EQ(keys("in(legal_basis, TFEU/art_78/par_2)"), "32013R0604 32024R1351");
  EXPECT_EQ(keys("in(legal_basis, TFEU/art_78)"), "");
  EXPECT_EQ(keys("in(legal_basis, parts(TFEU/art_78))"), "32013R0604 32024R1351");
  EXPECT_EQ(keys("out(history, 32024R1351)"), "32013R0604");
}

TEST_F(Evaluate, EvidenceNestsAndTheInnerWins) {
  EXPECT_EQ(keys("kind(priority, derived(rests_on(TFEU/art_78)))"), "priority:keep");
  EXPECT_EQ(keys("kind(priority, stated(rests_on(TFEU/art_78)))"), "");
  EXPECT_EQ(keys("stated(derived(kind(priority, rests_on(TFEU/art_78))))"), "priority:keep");
}

TEST_F(Evaluate, AsOfKeepsWhatExists) {
  EXPECT_EQ(keys("as_of(2021-06-01, kind(regulation, all()))"), "32013R0604 32024R1351");
  EXPECT_EQ(keys("as_of(2026-06-01, kind(regulation, all()))"), "32024R1351");
  EXPECT_EQ(keys("as_of(2026-06-01, kind(priority, rests_on(TFEU/art_78)))"), "priority:renew");
  EXPECT_EQ(keys("as_of(2021-06-01, kind(instrument, status(proposed)))"), "32024R1351");
  EXPECT_EQ(keys("status(repealed)"), "32013R0604");
  EXPECT_EQ(keys("status(repealed)", {.today = Date::from_ymd(2020, 1, 1)}), "");
}

TEST_F(Evaluate, ExactDropsBroadAnswers) {
  EXPECT_EQ(keys("kind(priority, rests_on(TFEU/art_79))"), "priority:renew");
  EXPECT_EQ(keys("kind(priority, exact(rests_on(TFEU/art_78/par_2)))"),
            "priority:keep priority:renew");
  EXPECT_EQ(keys("kind(provision, exact(basis_of(32013R0604)))"), "TFEU/art_78 TFEU/art_78/par_2");
}

TEST_F(Evaluate, OrphansAndUncovered) {
  EXPECT_EQ(keys("orphans(kind(priority, all()))"), "priority:idle");
  EXPECT_EQ(keys("uncovered(kind(provision, all()))"), "TFEU/art_78/par_1");
}

TEST_F(Evaluate, LetNamesASet) {
  EXPECT_EQ(keys("let acts = rests_on(TFEU/art_79) in kind(instrument, acts)"), "32024R1351");
  const auto answer = ask(law, "let p = kind(priority, all()) in count(p)");
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->kind, Answer::Kind::count);
  EXPECT_EQ(answer->count, 3u);
}

TEST_F(Evaluate, PresentationStandsOutermost) {
  EXPECT_EQ(keys("limit(1, sort(date, kind(regulation, all())))"), "32013R0604");
  EXPECT_NE(keys("parts(count(all()))").find("count() may only stand outermost"),
            std::string::npos);
}

TEST_F(Evaluate, AnArrowExplains) {
  const auto answer = ask(law, "priority:keep -> TFEU/art_78");
  ASSERT_TRUE(answer.ok());
  ASSERT_TRUE(answer->explanation->chain);
  EXPECT_EQ(answer->explanation->chain->links.size(), 2u);
  EXPECT_EQ(answer->explanation->chain->fit, Fit::part);
  EXPECT_EQ(keys("somepath(priority:keep, TFEU/art_78)"),
            "priority:keep TFEU/art_78 TFEU/art_78/par_2 32013R0604");
}

TEST_F(Evaluate, ThemesAndLabels) {
  EXPECT_EQ(keys("theme(asylum)"), "priority:keep priority:renew");
  EXPECT_EQ(keys("theme(\"Asile\")"), "priority:keep priority:renew");
  EXPECT_EQ(keys("\"asile\""), "theme:asylum");
}

TEST_F(Evaluate, AWordThatNamesNothingIsAnError) {
  EXPECT_NE(keys("rests_on(priority:kep)").find("did you mean priority:keep?"), std::string::npos);
  EXPECT_NE(keys("rests_on(TFEU/art_87)").find("TFEU/art_87 is not in the corpus"),
            std::string::npos);
  EXPECT_NE(keys("held_by(BF)").find("did you mean BE?"), std::string::npos);
  EXPECT_NE(keys("all() union keep").find("1:13"), std::string::npos);
  EXPECT_NE(keys("keep").find("did you mean priority:keep?"), std::string::npos);
}

TEST_F(Evaluate, AllIsAWordUnlessALetNamesItOtherwise) {
  EXPECT_EQ(keys("kind(priority, all)"), keys("kind(priority, all())"));
  EXPECT_EQ(keys("let all = priority:idle in all"), "priority:idle");
  EXPECT_NE(keys("kind(priority, wholes)").find("write wholes(...)"), std::string::npos);
}

TEST_F(Evaluate, AProblemOfATreeHasItsPlaceInTheFormattedText) {
  Query query;
  query.terms = {{Term::Kind::word, 0, "priority:keep", {}},
                 {Term::Kind::word, 0, "priority:lost", {}},
                 {Term::Kind::arrow, 0, {}, {0, 1}}};
  query.root = 2;
  Diagnostics problems;
  EXPECT_FALSE(evaluate(law, query, {}, &problems).ok());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].column, 18u);
}

TEST_F(Evaluate, AnArrowNamesWhatIsNotInBeingOnThatDay) {
  const Policy then{.as_of = Date::from_ymd(2027, 1, 1)};
  const auto answer = ask(law, "32013R0604 -> TFEU/art_78", {.policy = then});
  ASSERT_TRUE(answer.ok()) << answer.status();
  const Explanation& why = *answer->explanation;
  EXPECT_FALSE(why);
  EXPECT_EQ(why.from, law.find("32013R0604"));
  ASSERT_TRUE(why.miss);
  EXPECT_FALSE(why.miss->wider.as_of);
}

TEST_F(Evaluate, StepsAreBudgeted) {
  EXPECT_NE(keys("parts(all())", {.max_steps = 3}).find("takes more than 3 steps"),
            std::string::npos);
}

}  // namespace
}  // namespace acquis
