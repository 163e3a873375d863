#include "acquis/query/timeline.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "acquis/corpus/builder.hpp"
#include "acquis/query/build.hpp"
#include "acquis/query/parse.hpp"
#include "support/random_corpus.hpp"

namespace acquis {
namespace {

// Every day of twelve years, against the turns.
TEST(TimelineProperty, TheAnswerChangesOnTheTurnsAndOnNoOtherDay) {
  std::size_t turns_seen = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    SCOPED_TRACE(seed);
    testing::Random random(seed);
    const Corpus law = testing::random_corpus(random, 10, 16);
    const NodeId any{testing::below(random, static_cast<std::uint32_t>(law.graph().node_count()))};
    const Query query = build::rests_on(law.key(any)) | build::basis_of(law.key(any));
    const Date from = Date::from_ymd(1999, 6, 1), to = Date::from_ymd(2010, 6, 1);
    const auto turns = timeline(law, query, from, to);
    ASSERT_TRUE(turns.ok()) << turns.status();
    const auto at = [&](Date day) {
      return NodeSet(law, evaluate(law, query, {.policy = {.as_of = day}})->nodes);
    };
    NodeSet now = at(from);
    auto turn = turns->begin();
    for (int year = 1999; year <= 2010; ++year)
      for (int month = 1; month <= 12; ++month)
        for (int day = 1; day <= 2; ++day) {
          const Date today = Date::from_ymd(year, month, day);
          if (today <= from || to < today) continue;
          if (turn != turns->end() && turn->day == today) {
            now = (now | NodeSet(law, turn->gained)) - NodeSet(law, turn->lost);
            ++turn;
            ++turns_seen;
          }
          ASSERT_EQ(at(today).nodes(), now.nodes()) << year << " " << month << " " << day;
        }
    EXPECT_EQ(turn, turns->end());
    for (const Turn& t : *turns) EXPECT_FALSE(t.causes.empty());
  }
  EXPECT_GT(turns_seen, 12u);
}

TEST(Timeline, NamesTheRepealAndTheEntryIntoForce) {
  CorpusBuilder b;
  b.begin_part({.id = "t"});
  b.add_source({.id = "s"});
  const EdgeFacts stated{.evidence = Evidence::stated, .source = "s"};
  const auto day = [](int y) { return Date::from_ymd(y, 3, 1); };
  const auto treaty = b.add_node(NodeKind::instrument, "TFEU");
  b.add_provision("art_78", treaty);
  const auto old_act = b.add_node(NodeKind::instrument, "32013R0604");
  b.set_instrument(
      old_act,
      {.type = InstrumentType::regulation,
       .life = {.document = day(2013), .in_force = day(2014), .end = day(2020), .repealed = true}});
  const auto p = b.add_node(NodeKind::priority, "priority:p");
  b.add_edge(p, EdgeKind::relies_on, "32013R0604", stated);
  b.add_edge(old_act, EdgeKind::legal_basis, "TFEU/art_78", stated);
  const Corpus law = std::move(b).build().value();
  const auto turns_of = [&](std::string_view text) {
    return timeline(law, parse_query(text).value(), day(2010), day(2026)).value();
  };
  const auto resting = turns_of("kind(priority, rests_on(TFEU/art_78))");
  ASSERT_EQ(resting.size(), 2u);
  EXPECT_EQ(resting[0].day, day(2013));
  EXPECT_EQ(resting[0].gained, std::vector<NodeId>{law.find("priority:p")});
  EXPECT_EQ(resting[0].causes.front(),
            (Cause{Cause::What::begins, law.find("32013R0604"), none<EdgeId>}));
  EXPECT_EQ(resting[1].day, Date::from_ymd(2020, 3, 2));
  EXPECT_EQ(resting[1].causes,
            (std::vector<Cause>{{Cause::What::ends, law.find("32013R0604"), none<EdgeId>}}));
  const auto force = turns_of("status(in_force)");
  ASSERT_EQ(force.size(), 2u);
  EXPECT_EQ(force[0].day, day(2014));
  EXPECT_EQ(force[0].causes.front().what, Cause::What::enters_into_force);
  EXPECT_FALSE(timeline(law, parse_query("TFEU -> TFEU").value(), day(2010), day(2011)).ok());
  EXPECT_FALSE(timeline(law, parse_query("nobody").value(), day(2010), day(2011)).ok());
}

}  // namespace
}  // namespace acquis
