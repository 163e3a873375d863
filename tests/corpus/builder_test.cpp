#include "acquis/corpus/builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "acquis/graph/trace.hpp"

namespace acquis {
namespace {

constexpr EdgeFacts editorial{.evidence = Evidence::editorial, .note = "why"};

// TFEU with Title V { Article 67 (1) (2), Article 78 }, an act in a package, and a priority.
CorpusBuilder small_law() {
  CorpusBuilder b;
  b.begin_part({.id = "law", .file = "law.xml"});
  b.add_source({.id = "preamble"});
  const DraftId treaty = b.add_node(NodeKind::instrument, "TFEU");
  b.set_instrument(treaty, {.type = InstrumentType::treaty});
  const DraftId title = b.add_provision("tis_V", b.add_provision("prt_3", treaty));
  b.set_complete(title);
  const DraftId objectives = b.add_provision("art_67", title);
  b.add_provision("par_1", objectives);
  b.add_provision("par_2", objectives);
  b.add_provision("art_78", title);
  const DraftId package = b.add_node(NodeKind::instrument, "package:pact");
  b.set_instrument(package, {.type = InstrumentType::package});
  const DraftId act = b.add_node(NodeKind::instrument, "32024R1348", package);
  b.set_instrument(act, {.type = InstrumentType::regulation,
                         .life = {.document = Date::from_ymd(2024, 5, 14),
                                  .in_force = Date::from_ymd(2024, 6, 11)}});
  b.set_label(act, Language::en, "Asylum Procedure Regulation");
  b.add_edge(act, EdgeKind::legal_basis, "TFEU/art_78",
             {.evidence = Evidence::derived, .source = "preamble", .at = "citation 1"}, {12, 3});
  const DraftId priority = b.add_node(NodeKind::priority, "priority:pact");
  b.add_edge(priority, EdgeKind::relies_on, "package:pact", editorial);
  return b;
}

std::vector<std::string> codes(CorpusBuilder&& builder) {
  Diagnostics problems;
  const auto corpus = std::move(builder).build(&problems);
  std::vector<std::string> out;
  for (const Diagnostic& d : problems) out.push_back(d.code);
  const bool failed = std::any_of(problems.begin(), problems.end(), [](const Diagnostic& d) {
    return d.severity == Severity::error;
  });
  EXPECT_EQ(corpus.ok(), !failed);
  return out;
}

using Codes = std::vector<std::string>;

TEST(Corpus, FindsByKeyAndPrintsTheKeyBack) {
  const Corpus law = *small_law().build();
  for (const char* key : {"TFEU", "TFEU/prt_3", "TFEU/prt_3/tis_V", "TFEU/art_67",
                          "TFEU/art_67/par_2", "32024R1348", "package:pact", "priority:pact"}) {
    ASSERT_NE(law.find(key), none<NodeId>) << key;
    EXPECT_EQ(law.key(law.find(key)), key);
  }
  for (const char* key : {"", "TFEU/", "TFEU/art_6", "art_67", "TFEU/prt_3/tis_V/art_67", "/TFEU",
                          "TFEU/art_67/par_2/pnt_a", "priority:pac"})
    EXPECT_EQ(law.find(key), none<NodeId>) << key;
}

TEST(Corpus, ContainmentPutsArticlesInTheirTitle) {
  const Corpus law = *small_law().build();
  EXPECT_TRUE(law.graph().encloses(law.find("TFEU/prt_3/tis_V"), law.find("TFEU/art_67/par_2")));
  EXPECT_TRUE(law.graph().encloses(law.find("package:pact"), law.find("32024R1348")));
  EXPECT_EQ(law.work(law.find("TFEU/art_67/par_2")), law.find("TFEU"));
}

TEST(Corpus, KeepsEvidenceWithTheEdge) {
  const Corpus law = *small_law().build();
  const auto edges = law.graph().out_edges(law.find("32024R1348"), Role::support);
  ASSERT_EQ(edges.size(), 1u);
  const EdgeFacts facts = law.statement(*edges.begin());
  EXPECT_EQ(facts.evidence, Evidence::derived);
  EXPECT_EQ(facts.source, "preamble");
  EXPECT_EQ(facts.at, "citation 1");
  EXPECT_EQ(law.position(*edges.begin()), (Position{12, 3}));
}

TEST(Corpus, LegalOrderSeesThroughPackages) {
  CorpusBuilder b = small_law();
  b.add_node(NodeKind::instrument, "32016R0399");
  b.add_node(NodeKind::instrument, "32025L0001");
  const Corpus law = *std::move(b).build();
  const auto before = [&](const char* x, const char* y) {
    return law.precedes(law.find(x), law.find(y));
  };
  EXPECT_TRUE(before("TFEU", "32016R0399"));
  EXPECT_TRUE(before("32016R0399", "32024R1348"));
  EXPECT_TRUE(before("32024R1348", "32025L0001"));
  EXPECT_TRUE(before("32025L0001", "package:pact"));
}

TEST(Corpus, AnUnloadedPlaceIsAStubInItsPlace) {
  CorpusBuilder b = small_law();
  b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/art_16/par_2", editorial);
  b.add_edge("priority:pact", EdgeKind::relies_on, "32013R0604/art_3", editorial);
  Diagnostics notes;
  const Corpus law = *std::move(b).build(&notes);
  EXPECT_EQ(notes.size(), 2u);
  for (const char* key : {"TFEU/art_16", "TFEU/art_16/par_2", "32013R0604", "32013R0604/art_3"})
    EXPECT_TRUE(law.is_stub(law.find(key))) << key;
  EXPECT_TRUE(law.graph().encloses(law.find("TFEU"), law.find("TFEU/art_16/par_2")));
  EXPECT_EQ(law.instrument(law.find("32013R0604"))->type, InstrumentType::regulation);
  EXPECT_FALSE(law.is_stub(law.find("TFEU/art_67")));
}

TEST(Corpus, StubsStandAmongTheirSiblingsByNumber) {
  CorpusBuilder b = small_law();
  for (const char* key : {"TFEU/art_9a", "TFEU/art_10", "TFEU/art_9"})
    b.add_edge("priority:pact", EdgeKind::relies_on, key, editorial);
  const Corpus law = *std::move(b).build();
  EXPECT_LT(law.find("TFEU/art_9"), law.find("TFEU/art_9a"));
  EXPECT_LT(law.find("TFEU/art_9a"), law.find("TFEU/art_10"));
}

TEST(Corpus, UnnumberedParagraphsHaveTwoNames) {
  CorpusBuilder b = small_law();
  b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/art_263/sub_4", editorial);
  const Corpus law = *std::move(b).build();
  ASSERT_NE(law.find("TFEU/art_263/par_4"), none<NodeId>);
  EXPECT_EQ(law.find("TFEU/art_263/par_4"), law.find("TFEU/art_263/sub_4"));
}

TEST(Corpus, PointsAreFoundThroughTheirSubparagraph) {
  CorpusBuilder b = small_law();
  const auto act = b.add_node(NodeKind::instrument, "32010L0064");
  const auto paragraph = b.add_provision("par_2", b.add_provision("art_82", act));
  b.add_provision("pnt_i", b.add_provision("pnt_b", paragraph));
  const auto split = b.add_provision("sub_1", paragraph);
  b.add_provision("pnt_a", split);
  b.set_complete(act);
  b.add_edge("priority:pact", EdgeKind::relies_on, "32010L0064/art_82/par_2/sub_2/pnt_b",
             editorial);
  b.add_edge("priority:pact", EdgeKind::relies_on, "32010L0064/art_82/par_2/snt_1", editorial);
  const Corpus law = std::move(b).build().value();
  const auto same = [&](std::string_view x, std::string_view y) {
    ASSERT_NE(law.find(y), none<NodeId>) << y;
    EXPECT_EQ(law.find(x), law.find(y)) << x;
  };
  same("32010L0064/art_82/par_2/sub_2/pnt_b", "32010L0064/art_82/par_2/pnt_b");
  same("32010L0064/art_82/par_2/sub_2/pnt_b/pnt_i", "32010L0064/art_82/par_2/pnt_b/pnt_i");
  EXPECT_NE(law.find("32010L0064/art_82/par_2/sub_1/pnt_a"), none<NodeId>);
  EXPECT_EQ(law.find("32010L0064/art_82/par_2/sub_2/pnt_a"), none<NodeId>);
  EXPECT_TRUE(law.is_stub(law.find("32010L0064/art_82/par_2/snt_1")));
}

TEST(Corpus, ProvisionsLiveNoLongerThanTheirAct) {
  CorpusBuilder b;
  b.begin_part({.id = "a"});
  const DraftId act = b.add_node(NodeKind::instrument, "32013R0604");
  b.set_instrument(act, {.life = {.document = Date::from_ymd(2013, 6, 26),
                                  .end = Date::from_ymd(2026, 6, 30),
                                  .repealed = true}});
  b.add_provision("art_3", act);
  const Corpus law = *std::move(b).build();
  EXPECT_EQ(law.graph().existence(law.find("32013R0604/art_3")),
            (Interval{Date::from_ymd(2013, 6, 26), Date::from_ymd(2026, 6, 30)}));
}

TEST(CorpusProblems, AreAllReportedWithTheirPlace) {
  CorpusBuilder b = small_law();
  b.add_node(NodeKind::priority, "priority:pact", none<DraftId>, {30, 5});
  b.add_edge("priority:pact", EdgeKind::relies_on, "package:pakt", editorial, {31, 7});
  b.add_edge("priority:pact", EdgeKind::pursues, "TFEU/art_78", editorial, {32, 7});
  Diagnostics problems;
  EXPECT_FALSE(std::move(b).build(&problems).ok());
  ASSERT_EQ(problems.size(), 3u);
  EXPECT_EQ(problems[0].code, "ACQ0201");
  EXPECT_EQ(problems[0].line, 30u);
  EXPECT_EQ(problems[1].code, "ACQ0202");
  EXPECT_EQ(problems[1].hint, "did you mean package:pact?");
  EXPECT_EQ(problems[1].file, "law.xml");
  EXPECT_EQ(problems[2].code, "ACQ0203");
  EXPECT_EQ(problems[2].column, 7u);
}

TEST(CorpusProblems, EveryRuleIsChecked) {
  const auto with = [](auto spoil) {
    CorpusBuilder b = small_law();
    spoil(b);
    return codes(std::move(b));
  };
  EXPECT_EQ(with([](CorpusBuilder&) {}), Codes{});
  EXPECT_EQ(with([](CorpusBuilder& b) { b.begin_part({.id = "law"}); }), Codes{"ACQ0201"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              b.contain(b.add_node(NodeKind::instrument, "32001L0055"), "package:none");
            }),
            Codes{"ACQ0202"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              const auto x = b.add_node(NodeKind::theme, "theme:x");
              const auto y = b.add_node(NodeKind::theme, "theme:y", x);
              b.add_node(NodeKind::theme, "theme:z", y);
              b.contain(x, "theme:z");
            }),
            Codes{"ACQ0204"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              const auto act = b.add_node(NodeKind::instrument, "32001L0055");
              b.set_instrument(act, {.life = {.document = Date::from_ymd(2001, 7, 20),
                                              .end = Date::from_ymd(2001, 7, 19)}});
            }),
            Codes{"ACQ0205"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/art_78",
                         {.evidence = Evidence::stated, .source = "preambel"});
            }),
            Codes{"ACQ0206"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/art_67/par_5", editorial);
            }),
            Codes{"ACQ0207"});
  EXPECT_EQ(with([](CorpusBuilder& b) { b.begin_part({.id = "x", .uses = {"y"}}); }),
            Codes{"ACQ0208"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/prt_3/tis_V/art_67",
                         editorial);
            }),
            Codes{"ACQ0209"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/art_78", {});
            }),
            Codes{"ACQ0210"});
  EXPECT_EQ(with([](CorpusBuilder& b) {
              b.add_edge("priority:pact", EdgeKind::relies_on, "TFEU/art_78",
                         {.evidence = Evidence::stated});
            }),
            Codes{"ACQ0211"});
}

TEST(Corpus, RelyingOnAPackageIsRelyingOnItsActs) {
  const Corpus law = *small_law().build();
  Scratch scratch;
  const std::array from{law.find("priority:pact")}, to{law.find("TFEU/art_78")};
  const auto chain = best_chain(law.graph(), {}, from, to, scratch);
  ASSERT_TRUE(chain);
  EXPECT_EQ(chain->links.size(), 2u);
  EXPECT_EQ(chain->strength, Evidence::editorial);
}

}  // namespace
}  // namespace acquis
