// What Belgium wants and what it rests on: the questions the library exists for, and how sure each
// answer is.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "acquis/io/embedded.hpp"
#include "acquis/query/ask.hpp"
#include "acquis/query/evaluate.hpp"
#include "acquis/report/text.hpp"

namespace acquis {
namespace corpora_test {
namespace {

using Keys = std::set<std::string>;

const Corpus& law() {
  static const Corpus all = load_embedded();
  return all;
}

Keys keys(const NodeSet& set) {
  Keys out;
  for (const NodeId n : set) out.insert(law().key(n));
  return out;
}

// The Belgian priorities that rest on a place, without what all their keys begin with.
Keys priorities(const char* place, const Policy& policy = {}) {
  Keys out;
  const std::string_view common = "priority:be-";
  const auto set = resting_on(law(), place, policy).of(NodeKind::priority).held_by("BE");
  for (const std::string& key : keys(set)) out.insert(key.substr(common.size()));
  return out;
}

Keys answer(std::string_view question) {
  Keys out;
  const auto found = ask(law(), question);
  EXPECT_TRUE(found.ok()) << found.status();
  if (found.ok())
    for (const NodeId n : found->nodes) out.insert(law().key(n));
  return out;
}

Policy on(int year, int month, int day) { return {.as_of = Date::from_ymd(year, month, day)}; }

const Keys migration{
    "pact-adoption",        "pact-implementation",       "fundamental-rights-in-migration",
    "right-to-seek-asylum", "solidarity-responsibility", "humane-efficient-migration",
    "partnerships",         "tackle-smuggling",          "existing-acquis"};
const Keys schengen{"schengen-integrity", "schengen-resilience"};
const Keys security{"europe-that-protects",    "police-and-judicial-cooperation",
                    "new-technology-powers",   "terrorism-eu-action",
                    "security-union-strategy", "counter-terrorism-agenda"};
const Keys justice{"common-area-of-justice", "trust-mobility-growth", "mutual-recognition-civil"};
const Keys values{"human-rights-foreign-policy", "good-governance",      "gender-equality",
                  "equal-opportunities",         "rights-of-the-child",  "lgbtqia-rights",
                  "rule-of-law-instruments",     "rule-of-law-mechanism"};

Keys together(std::initializer_list<Keys> sets) {
  Keys out;
  for (const Keys& set : sets) out.insert(set.begin(), set.end());
  return out;
}

TEST(Belgium, EveryPositionOfThePageIsAPriorityOfItsOwn) {
  Keys all;
  for (const std::string& key : answer("held_by(BE)"))
    all.insert(key.substr(std::string_view("priority:be-").size()));
  EXPECT_EQ(all, together({migration, schengen, security, justice, values}));
}

TEST(Belgium, Article67CarriesMigrationSchengenSecurityAndJustice) {
  EXPECT_EQ(priorities("TFEU/art_67"), together({migration, schengen, security, justice}));
}

TEST(Belgium, TheParagraphsOfArticle67AreApart) {
  const Keys second = priorities("TFEU/art_67/par_2"), third = priorities("TFEU/art_67/par_3"),
             fourth = priorities("TFEU/art_67/par_4");
  EXPECT_EQ(fourth, justice);
  for (const std::string& key : together({migration, schengen}))
    EXPECT_TRUE(second.contains(key)) << key;
  for (const std::string& key : security) EXPECT_TRUE(third.contains(key)) << key;
  EXPECT_FALSE(second.contains("mutual-recognition-civil"));
  EXPECT_FALSE(second.contains("police-and-judicial-cooperation"));
  for (const char* key : {"tackle-smuggling", "partnerships", "solidarity-responsibility"})
    EXPECT_FALSE(third.contains(key)) << key;
}

// Implementing the Pact reaches 67(3) by its acts on police and criminal justice, by nothing else.
TEST(Belgium, ThePactReachesSecurityThroughTwoOfItsActsOnly) {
  EXPECT_EQ(answer("kind(instrument, allpaths(priority:be-pact-implementation, "
                   "TFEU/art_67/par_3)) except package:migration-pact"),
            (Keys{"32024R1352", "32024R1358"}));
  const std::string text =
      to_text(why(law(), "priority:be-pact-implementation", "TFEU/art_67/par_3"));
  EXPECT_NE(text.find("32024R1352"), std::string::npos) << text;
}

TEST(Belgium, AsylumRestsOnArticle78) {
  const Keys found = priorities("TFEU/art_78");
  for (const char* key :
       {"pact-implementation", "solidarity-responsibility", "right-to-seek-asylum",
        "fundamental-rights-in-migration", "partnerships", "existing-acquis"})
    EXPECT_TRUE(found.contains(key)) << key;
  for (const Keys& others : {justice, values})
    for (const std::string& key : others) EXPECT_FALSE(found.contains(key)) << key;
}

TEST(Belgium, TheRuleOfLawRestsOnTheUnionsValuesAndTheBudgetNotOnMigrationLaw) {
  const Keys both{"rule-of-law-instruments", "rule-of-law-mechanism"};
  for (const char* place : {"TEU/art_2", "TEU/art_7", "TFEU/art_322/par_1/pnt_a"}) {
    const Keys found = priorities(place);
    for (const std::string& key : both) EXPECT_TRUE(found.contains(key)) << place << " " << key;
  }
  EXPECT_EQ(priorities("TFEU/art_322/par_1/pnt_a"), both);
  for (const std::string& key : values)
    EXPECT_FALSE(priorities("TFEU/prt_3/tis_V").contains(key)) << key;
}

TEST(Belgium, SmugglingRestsOnArticle79AndOnTheOldTreaties) {
  for (const char* place : {"TFEU/art_79/par_1", "TFEU/art_79/par_2/pnt_c", "32002L0090",
                            "32002F0946", "TEC/art_63/par_3/pnt_b", "TEU-pre2009/art_31/pnt_e"})
    EXPECT_TRUE(priorities(place).contains("tackle-smuggling")) << place;
}

TEST(Belgium, PoliceCooperationRestsOnArticles87And88) {
  for (const char* place : {"TFEU/art_67/par_3", "TFEU/art_87", "TFEU/art_88"})
    EXPECT_TRUE(priorities(place).contains("police-and-judicial-cooperation")) << place;
}

TEST(Belgium, ActsDirectlyOnArticle67TfeuAndTecAreDifferentActs) {
  EXPECT_EQ(answer("kind(instrument, in(legal_basis, parts(\"Article 67 TFEU\")))"),
            Keys{"32012R1215"});
  const Keys community = answer("kind(instrument, in(legal_basis, parts(\"Article 67 TEC\")))");
  EXPECT_EQ(community.size(), 8u);
  for (const std::string& act : community)
    EXPECT_FALSE(why(law(), act.c_str(), "TFEU/art_67")) << act;
}

// ---- on a day

TEST(Belgium, ThePactIsAProposalThenApplies) {
  const auto text = [](const Policy& policy) {
    return to_text(why(law(), "priority:be-pact-implementation", "TFEU/art_78", policy));
  };
  EXPECT_NE(text(on(2021, 6, 1)).find("[proposed, 2021-06-01]"), std::string::npos);
  EXPECT_NE(text(on(2026, 11, 23)).find("[applicable, 2026-11-23]"), std::string::npos);
  const Keys before = priorities("TFEU/art_67", on(2021, 6, 1)),
             now = priorities("TFEU/art_67", on(2026, 11, 23));
  EXPECT_EQ(before, together({migration, schengen, security, justice}));
  Keys ended;
  std::set_difference(before.begin(), before.end(), now.begin(), now.end(),
                      std::inserter(ended, ended.end()));
  EXPECT_EQ(ended, (Keys{"existing-acquis", "pact-adoption", "security-union-strategy"}));
}

TEST(Belgium, TheSecurityUnionStrategyIsCurrentThenExpired) {
  const Explanation now =
      why(law(), "priority:be-security-union-strategy", "TFEU/art_67/par_3", on(2026, 11, 23));
  EXPECT_FALSE(now);
  ASSERT_TRUE(now.miss) << "and says on what it fails";
  EXPECT_FALSE(now.miss->wider.as_of);
  EXPECT_TRUE(
      why(law(), "priority:be-security-union-strategy", "TFEU/art_67/par_3", on(2021, 6, 1)));
}

// ---- evidence

TEST(Belgium, NoPositionReachesATreatyThroughStatedLinksAlone) {
  Policy stated;
  stated.least = Evidence::stated;
  for (const char* treaty : {"TFEU", "TEU", "CFR", "TEC", "TEU-pre2009"})
    EXPECT_EQ(priorities(treaty, stated), Keys{}) << treaty;
  const Explanation none = why(law(), "priority:be-pact-implementation", "TFEU/art_67", stated);
  EXPECT_FALSE(none);
  ASSERT_TRUE(none.miss);
  EXPECT_EQ(none.miss->wider.least, Evidence::derived);
}

// The page places positions, and names documents, events and addressees. What a position pursues, and
// which provision it relies on, somebody has judged or read elsewhere.
TEST(Belgium, WhatIsStatedOfAPositionIsWhatThePageNames) {
  Keys named;
  for (const EdgeId e : law().graph().edges()) {
    if (law().kind(law().graph().source(e)) != NodeKind::priority) continue;
    if (law().statement(e).evidence != Evidence::stated) continue;
    EXPECT_EQ(law().statement(e).source, "page");
    if (role(law().graph().kind(e)) == Role::support)
      named.insert(law().key(law().graph().target(e)));
  }
  EXPECT_EQ(named, (Keys{"package:migration-pact", "52020DC0605", "52020DC0795"}));
}

TEST(Belgium, EveryJudgementHasItsReasonAndEveryLabelFourLanguages) {
  for (const EdgeId e : law().graph().edges()) {
    const EdgeFacts facts = law().statement(e);
    const bool judged = facts.evidence == Evidence::editorial;
    EXPECT_TRUE(judged ? !facts.note.empty() : !facts.source.empty() && !facts.at.empty());
  }
  for (const NodeId n : law().graph().nodes()) {
    if (law().kind(n) == NodeKind::provision || law().is_stub(n)) continue;
    for (const Language language : languages)
      EXPECT_FALSE(law().label(n, language).empty()) << law().key(n);
  }
}

TEST(Belgium, TheThreeObjectivesAreLaidDownInParagraphs2To4AsThePageStates) {
  Policy stated{.kinds = {}, .least = Evidence::stated};
  stated.kinds.insert(EdgeKind::laid_down_in);
  for (const auto& [objective, paragraph] : std::vector<std::pair<const char*, const char*>>{
           {"objective:borders-asylum-immigration", "TFEU/art_67/par_2"},
           {"objective:security", "TFEU/art_67/par_3"},
           {"objective:justice", "TFEU/art_67/par_4"}})
    EXPECT_TRUE(keys(basis_of(law(), objective, stated)).contains(paragraph)) << objective;
  EXPECT_EQ(answer("kind(objective, parts(52020DC0795))"),
            (Keys{"objective:ct-anticipate", "objective:ct-prevent", "objective:ct-protect",
                  "objective:ct-respond"}));
}

}  // namespace
}  // namespace corpora_test
}  // namespace acquis
