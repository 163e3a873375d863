// Several reasons, why not, and the figure.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "acquis/corpus/builder.hpp"
#include "acquis/report/figure.hpp"
#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"

namespace acquis {
namespace {

// p relies on two acts; both stand on 78(2), one of them until 2020.
Corpus small_law() {
  CorpusBuilder b;
  b.begin_part({.id = "t", .file = "t.xml"});
  b.add_source({.id = "s", .title = "The source"});
  const EdgeFacts stated{.evidence = Evidence::stated, .source = "s", .at = "line 1"};
  const EdgeFacts derived{.evidence = Evidence::derived, .source = "s", .at = "line 2"};
  const auto treaty = b.add_node(NodeKind::instrument, "TFEU");
  b.set_instrument(treaty, {.type = InstrumentType::treaty});
  const auto article = b.add_provision("art_78", treaty);
  b.add_provision("par_1", article);
  b.add_provision("par_2", article);
  const auto p = b.add_node(NodeKind::priority, "priority:p");
  b.set_label(p, Language::en, "Say \"p\"");
  for (const char* key : {"32013R0604", "32024R1351"}) {
    const auto node = b.add_node(NodeKind::instrument, key);
    b.set_instrument(node, {.type = InstrumentType::regulation});
    b.add_edge(p, EdgeKind::relies_on, key, stated);
  }
  EdgeFacts ended = derived;
  ended.validity.to = Date::from_ymd(2020, 12, 31);
  b.add_edge("32013R0604", EdgeKind::legal_basis, "TFEU/art_78/par_2", ended);
  b.add_edge("32024R1351", EdgeKind::legal_basis, "TFEU/art_78/par_2", derived);
  b.add_edge("32024R1351", EdgeKind::cites, "TFEU/art_78/par_1", stated);
  return std::move(b).build().value();
}

bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST(Reasons, AreListedWithWhatTheyShare) {
  const Corpus law = small_law();
  const Reasons found = reasons(law, "priority:p", "TFEU/art_78/par_2");
  EXPECT_EQ(found.chains.chains.size(), 2u);
  const std::string text = to_text(found);
  EXPECT_TRUE(says(text, "1. Say \"p\" (priority:p)")) << text;
  EXPECT_TRUE(says(text, "2. Say \"p\" (priority:p)")) << text;
  EXPECT_TRUE(says(text, "no single link carries the answer")) << text;
  const Reasons now =
      reasons(law, "priority:p", "TFEU/art_78", {.as_of = Date::from_ymd(2024, 1, 1)});
  EXPECT_EQ(now.chains.chains.size(), 1u);
  EXPECT_TRUE(says(to_text(now), "without any one of these links there is no chain:"))
      << to_text(now);
  EXPECT_TRUE(says(to_text(now, Language::nl), "zonder een van deze schakels"));
  EXPECT_TRUE(says(to_text(now, Language::fr), "sans l'un de ces liens"));
  EXPECT_TRUE(says(to_text(now, Language::de), "ohne eines dieser Glieder"));
  const auto json = nlohmann::json::parse(to_json(now));
  EXPECT_EQ(json["chains"].size(), 1u);
  EXPECT_EQ(json["chains"][0]["fit"], "part");
  EXPECT_EQ(json["essential_links"].size(), 2u);
  EXPECT_EQ(json["essential_places"][0], "32024R1351");
}

TEST(WhyNotText, SaysWhatWouldHaveToBeAdmitted) {
  const Corpus law = small_law();
  const WhyNot kinds = why_not(law, "priority:p", "TFEU/art_78/par_1");
  EXPECT_FALSE(kinds.rests);
  const std::string text = to_text(kinds);
  EXPECT_TRUE(says(text, "it would if links of these kinds were admitted too: cites")) << text;
  EXPECT_TRUE(says(text,
                   "nearest, it rests on Article 78(2) TFEU (TFEU/art_78/par_2); both are in "
                   "Article 78 TFEU (TFEU/art_78)"))
      << text;
  const auto json = nlohmann::json::parse(to_json(kinds));
  EXPECT_EQ(json["misses"][0]["admit"]["kinds"][0], "cites");
  EXPECT_EQ(json["nearest"]["whole"], "TFEU/art_78");

  const WhyNot day = why_not(law, "32013R0604", "TFEU/art_78",
                             {.least = Evidence::stated, .as_of = Date::from_ymd(2024, 1, 1)});
  const std::string both = to_text(day);
  EXPECT_TRUE(says(both, "it would if weaker evidence were admitted, at least derived")) << both;
  EXPECT_TRUE(says(both, "it would on another day than 2024-01-01")) << both;
  EXPECT_TRUE(says(both, "(this chain holds [until 2020-12-31])")) << both;
  EXPECT_EQ(nlohmann::json::parse(to_json(day))["misses"][0]["holds_to"], "2020-12-31");
  EXPECT_TRUE(why_not(law, "priority:p", "TFEU").rests);
}

TEST(Figure, DrawsEachNodeAndLinkOnceWithItsEvidence) {
  const Corpus law = small_law();
  const std::string dot = to_dot(reasons(law, "priority:p", "TFEU/art_78"));
  EXPECT_EQ(dot, to_dot(reasons(law, "priority:p", "TFEU/art_78")));
  EXPECT_EQ(dot.substr(0, 16), "digraph acquis {");
  EXPECT_TRUE(says(dot, "\"priority:p\" [label=\"Say \\\"p\\\" (priority:p)\"];")) << dot;
  EXPECT_TRUE(says(dot,
                   "\"32024R1351\" -> \"TFEU/art_78/par_2\" [label=\"has as its legal basis\", "
                   "style=\"dashed\"];"))
      << dot;
  EXPECT_TRUE(says(dot, "\"TFEU/art_78/par_2\" -> \"TFEU/art_78\" [color=grey")) << dot;
  const std::string one = to_dot(reasons(law, "32024R1351", "TFEU/art_78"));
  EXPECT_TRUE(says(one, "style=\"dashed,bold\"")) << one;
  EXPECT_EQ(to_dot({}), "digraph acquis {\n}\n");
}

}  // namespace
}  // namespace acquis
