#include "acquis/query/resolve.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/builder.hpp"
#include "acquis/io/embedded.hpp"

namespace acquis {
namespace {

Citation key(std::string_view text) { return Citation::from_key(text).value_or(Citation()); }

const Corpus& shipped() {
  static const Corpus law = load_embedded();
  return law;
}

std::vector<std::string> keys(const std::vector<Citation>& places) {
  std::vector<std::string> out;
  for (const Citation& place : places) out.emplace_back(place.key());
  return out;
}
using Keys = std::vector<std::string>;

TEST(Resolve, WhatIsLoadedExists) {
  for (const std::string_view text :
       {"TFEU", "TFEU/art_67", "TFEU/art_67/par_2", "TFEU/art_77/par_2/pnt_b", "TFEU/prt_3/tis_V",
        "TFEU/prt_3/tis_V/cpt_2", "TEU/art_2", "32012R1215"}) {
    const Resolution found = resolve(shipped(), key(text));
    EXPECT_EQ(found.outcome, Outcome::exists) << text << ": " << found.reason;
    EXPECT_EQ(found.node, shipped().find(key(text)));
  }
}

TEST(Resolve, WhatTheTreatiesDoNotHaveIsAbsent) {
  const Resolution inserted = resolve(shipped(), key("TEU/art_10a"));
  EXPECT_EQ(inserted.outcome, Outcome::absent);
  EXPECT_EQ(inserted.reason, "the TEU has Articles 1 to 55");
  EXPECT_EQ(keys(inserted.suggestions), Keys{"TEU/art_10"});

  const Resolution beyond = resolve(shipped(), key("CFR/art_68"));
  EXPECT_EQ(beyond.outcome, Outcome::absent);
  EXPECT_EQ(keys(beyond.suggestions), (Keys{"CFR/art_54", "TFEU/art_68"}));

  const Resolution paragraph = resolve(shipped(), key("TFEU/art_67/par_5"));
  EXPECT_EQ(paragraph.outcome, Outcome::absent);
  EXPECT_EQ(keys(paragraph.suggestions), (Keys{"TFEU/art_67/par_4", "TFEU/art_67"}));

  const Resolution point = resolve(shipped(), key("TFEU/art_77/par_2/pnt_f"));
  EXPECT_EQ(point.outcome, Outcome::absent);
  EXPECT_EQ(keys(point.suggestions), (Keys{"TFEU/art_77/par_2/pnt_e", "TFEU/art_77/par_2"}));

  EXPECT_EQ(resolve(shipped(), key("TFEU/tis_XXV")).outcome, Outcome::absent);
  EXPECT_EQ(resolve(shipped(), Citation()).outcome, Outcome::unknown);
}

TEST(Resolve, AFormThatThePlaceDoesNotHaveIsAbsent) {
  const Citation fourth = key("TFEU/art_263/par_4");
  EXPECT_NE(resolve(shipped(), fourth).outcome, Outcome::absent);
  const Resolution numbered = resolve(shipped(), fourth, "Article 263(4) TFEU");
  EXPECT_EQ(numbered.outcome, Outcome::absent);
  EXPECT_EQ(numbered.reason,
            "the paragraphs of Article 263 bear no number; cite Article 263, fourth paragraph, "
            "TFEU");
  EXPECT_EQ(keys(numbered.suggestions), Keys{"TFEU/art_263/par_4"});
  EXPECT_EQ(resolve(shipped(), fourth, "Article 263 TFEU, fourth paragraph").outcome,
            Outcome::exists);
  EXPECT_EQ(resolve(shipped(), key("TFEU/art_67/par_2"), "Article 67(2) TFEU").outcome,
            Outcome::exists);
  EXPECT_EQ(resolve(shipped(), key("TFEU/art_263/sub_4")).place, fourth);
}

TEST(Resolve, TitleVIsAmbiguousBetweenTwoParts) {
  const Resolution title = resolve(shipped(), key("TFEU/tis_V"));
  EXPECT_EQ(title.outcome, Outcome::ambiguous);
  EXPECT_EQ(keys(title.candidates), (Keys{"TFEU/prt_3/tis_V", "TFEU/prt_5/tis_V"}));
  EXPECT_EQ(title.node, none<NodeId>);
  const Resolution single = resolve(shipped(), key("TFEU/tis_XXIV"));
  EXPECT_EQ(single.place.key(), "TFEU/prt_3/tis_XXIV");
  EXPECT_EQ(single.outcome, Outcome::not_loaded);
  EXPECT_EQ(resolve(shipped(), key("TEU/tis_V")).outcome, Outcome::exists);
}

TEST(Resolve, ClaimsNoAbsenceWhereLittleIsLoaded) {
  EXPECT_EQ(resolve(shipped(), key("TFEU/art_199")).outcome, Outcome::not_loaded);
  EXPECT_EQ(resolve(shipped(), key("32012R1215/art_999")).outcome, Outcome::unknown);
  EXPECT_EQ(resolve(shipped(), key("31999R0001/art_1")).outcome, Outcome::unknown);
  EXPECT_EQ(resolve(shipped(), key("31999R0001/art_1")).reason,
            "nothing of Regulation (EC) No 1/1999 is loaded");
}

TEST(Resolve, AtADate) {
  const Citation brussels = key("32012R1215");
  EXPECT_EQ(resolve(shipped(), brussels, Date::from_ymd(2020, 1, 1)).outcome, Outcome::exists);
  const Resolution early = resolve(shipped(), brussels, Date::from_ymd(2001, 1, 1));
  EXPECT_EQ(early.outcome, Outcome::not_then);
  EXPECT_EQ(early.reason.substr(0, 14), "in being from ");
}

// An act with Articles 1, 2, 2a (2010 to 2015), 3, an annex that repeats numbers, all loaded.
Corpus small_act() {
  CorpusBuilder b;
  b.begin_part({.id = "law"});
  const DraftId act = b.add_node(NodeKind::instrument, "32004R0001");
  b.set_instrument(act, {.type = InstrumentType::regulation});
  b.set_complete(act);
  const DraftId chapter = b.add_provision("cpt_I", act);
  b.add_provision("art_1", chapter);
  b.add_provision("art_2", chapter);
  const DraftId inserted = b.add_provision("art_2a", chapter);
  b.set_validity(inserted, {Date::from_ymd(2010, 1, 1), Date::from_ymd(2015, 1, 1)});
  b.add_provision("art_3", b.add_provision("cpt_II", act));
  const DraftId annex = b.add_provision("anx_I", act);
  b.add_provision("art_2", annex);
  return *std::move(b).build();
}

TEST(ResolveRange, IncludesWhatWasInsertedAtTheDate) {
  const Corpus law = small_act();
  const Citation first = key("32004R0001/art_2"), last = key("32004R0001/art_3");
  EXPECT_EQ(keys(resolve_range(law, first, last).members),
            (Keys{"32004R0001/art_2", "32004R0001/art_2a", "32004R0001/art_3"}));
  const auto later = resolve_range(law, first, last, Date::from_ymd(2020, 1, 1));
  EXPECT_EQ(keys(later.members), (Keys{"32004R0001/art_2", "32004R0001/art_3"}));
  EXPECT_TRUE(later.complete);
  EXPECT_EQ(resolve(law, key("32004R0001/art_2a"), Date::from_ymd(2020, 1, 1)).outcome,
            Outcome::not_then);
  const Resolution fourth = resolve(law, key("32004R0001/art_4"));
  EXPECT_EQ(fourth.outcome, Outcome::absent);
}

TEST(ResolveRange, KnowsTheArticlesOfTheTreaties) {
  const auto title = resolve_range(shipped(), key("TFEU/art_67"), key("TFEU/art_76"));
  EXPECT_EQ(title.members.size(), 10u);
  EXPECT_EQ(title.members.back().key(), "TFEU/art_76");
  EXPECT_TRUE(title.complete);
  for (const NodeId node : title.nodes) EXPECT_NE(node, none<NodeId>);
  EXPECT_EQ(resolve_range(shipped(), key("TFEU/art_76"), key("TFEU/art_67")).members.size(), 0u);
  EXPECT_EQ(
      keys(resolve_range(shipped(), key("TFEU/art_78/par_2/pnt_a"), key("TFEU/art_78/par_2/pnt_c"))
               .members),
      (Keys{"TFEU/art_78/par_2/pnt_a", "TFEU/art_78/par_2/pnt_b", "TFEU/art_78/par_2/pnt_c"}));
  EXPECT_TRUE(
      resolve_range(shipped(), key("31999R0001/art_1"), key("31999R0001/art_3")).members.empty());
}

TEST(PendingReferences, AreTriedAgain) {
  CorpusBuilder empty;
  empty.begin_part({.id = "empty"});
  const Corpus nothing = *std::move(empty).build();
  PendingReferences pending;
  pending.add(nothing, key("32004R0001/art_2"), "recital 1");
  pending.add(nothing, key("32099R0001"), "recital 2");
  EXPECT_EQ(pending.add(nothing, key("TEU/art_10a"), "recital 3").outcome, Outcome::absent);
  ASSERT_EQ(pending.entries().size(), 2u);
  const auto found = pending.retry(small_act());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].origin, "recital 1");
  ASSERT_EQ(pending.entries().size(), 1u);
  EXPECT_EQ(pending.entries()[0].place.key(), "32099R0001");
}

}  // namespace
}  // namespace acquis
