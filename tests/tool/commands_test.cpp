// The commands that report, compare and check.
#include <nlohmann/json.hpp>

#include "tool/run.hpp"

namespace {

using acquis::testing::acquis;
using acquis::testing::contains;
using acquis::testing::file_with;
using acquis::testing::Outcome;
using Json = nlohmann::json;

Json json_of(std::vector<std::string> words, int exit) {
  words.insert(words.end(), {"--format", "json"});
  const Outcome run = acquis(words);
  EXPECT_EQ(run.exit, exit) << run.out << run.err;
  return Json::parse(run.out);
}

TEST(Query, ShowsHowItRuns) {
  for (const auto& words :
       std::vector<std::vector<std::string>>{{"query", "explain plan rests_on(TFEU/art_67)"},
                                             {"query", "rests_on(TFEU/art_67)", "--plan"}}) {
    const Outcome run = acquis(words);
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_TRUE(contains(run.out, "#1 rests_on(#0): one search over links; ")) << run.out;
  }
  EXPECT_EQ(acquis({"query", "explain plan rest_on(TFEU/art_67)"}).exit, 2);
}

TEST(Why, ListsTheBestChainsAndDrawsThem) {
  const auto json =
      json_of({"why", "priority:be-pact-implementation", "TFEU/art_78", "-k", "3"}, 0);
  EXPECT_EQ(json["chains"].size(), 3u);
  const Outcome dot =
      acquis({"why", "priority:be-pact-implementation", "TFEU/art_78", "--format", "dot"});
  EXPECT_EQ(dot.exit, 0);
  EXPECT_EQ(dot.out.substr(0, 16), "digraph acquis {");
  EXPECT_EQ(acquis({"why", "TFEU/art_78", "priority:be-pact-implementation", "-k", "3"}).exit, 1);
  EXPECT_EQ(acquis({"why", "TFEU/art_78", "TFEU/art_67", "-k", "0"}).exit, 2);
}

TEST(Why, SeveralChainsAsCsvAreNumbered) {
  const Outcome run = acquis(
      {"why", "priority:be-pact-implementation", "TFEU/art_78", "-k", "3", "--format", "csv"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out.substr(0, 44), "chain,from,to,kind,evidence,source,at,note\r\n");
  for (const char* number : {"\n1,", "\n2,", "\n3,"})
    EXPECT_TRUE(contains(run.out, number)) << run.out;
  EXPECT_FALSE(contains(run.out, "\n4,")) << run.out;
}

TEST(WhyNot, SaysWhatIsMissing) {
  const Outcome run =
      acquis({"why-not", "priority:be-pact-implementation", "TFEU/art_67", "--evidence", "stated"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_TRUE(contains(run.out, "weaker evidence")) << run.out;
  const auto json = json_of(
      {"why-not", "priority:be-pact-implementation", "TFEU/art_67", "--evidence", "stated"}, 0);
  EXPECT_EQ(json["misses"][0]["admit"]["evidence"], "derived");
  const Outcome csv = acquis({"why-not", "priority:be-pact-implementation", "TFEU/art_67",
                              "--evidence", "stated", "--format", "csv"});
  EXPECT_TRUE(contains(csv.out, "\n1,priority:be-pact-implementation,")) << csv.out;
}

TEST(WhyNot, WhatHasEndedIsNamedWithItsDays) {
  const Outcome run =
      acquis({"why-not", "priority:be-pact-adoption", "TFEU/art_67", "--as-of", "2026-11-23"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_TRUE(contains(run.out, "until 2024-05-14")) << run.out;
}

TEST(Coverage, CountsAndNamesTheLists) {
  const auto json = json_of({"coverage", "parts(TFEU/art_67)"}, 0);
  EXPECT_EQ(json["places"].size(), 5u);
  for (const char* list :
       {"shallow", "deep", "uncovered", "orphaned", "unwanted", "obsolete", "ambiguous"})
    EXPECT_TRUE(json[list].is_array()) << list;
  EXPECT_EQ(json["deep"].size() + json["uncovered"].size(), 5u);
  const Outcome csv = acquis({"matrix", "parts(TFEU/art_67)", "held_by(BE)"});
  EXPECT_EQ(csv.exit, 0);
  EXPECT_EQ(csv.out.substr(0, 6), "place,");
  EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 6);
  EXPECT_EQ(acquis({"coverage", "nowhere"}).exit, 2);
}

TEST(Impact, GoesByDistance) {
  const auto json = json_of({"impact", "TFEU/art_79/par_2"}, 0);
  std::size_t links = 1;
  for (const auto& i : json) {
    EXPECT_GE(i["links"].get<std::size_t>(), links);
    links = i["links"];
  }
  EXPECT_GT(links, 1u);
  const auto query = json_of({"query", "rests_on(TFEU/art_79/par_2)"}, 0);
  EXPECT_EQ(json.size(), query.size());
}

TEST(Stats, CountsAndRanks) {
  const auto json = json_of({"stats", "--top", "3"}, 0);
  EXPECT_EQ(json["nodes"]["priority"], 28);
  EXPECT_EQ(json["page_rank"].size(), 3u);
  EXPECT_EQ(json["similar_priorities"].size(), 3u);
  EXPECT_TRUE(contains(acquis({"stats"}).out, "authority"));
}

constexpr const char* before = R"(<corpus xmlns="urn:acquis:corpus:1" id="t">
  <source id="s"/>
  <objective id="o"/>
  <instrument key="32016R0399" type="regulation" document="2016-03-09" in_force="2016-04-12">
    <label en="Code"/>
  </instrument>
  <priority id="p">
    <pursues ref="objective:o" evidence="stated" source="s" at="1"/>
    <relies_on ref="32016R0399" evidence="stated" source="s" at="2"/>
  </priority>
</corpus>
)";

std::string changed(std::string_view from, std::string_view to) {
  std::string text(before);
  return text.replace(text.find(from), from.size(), to);
}

TEST(Diff, ShowsRecordsAndAnswersThatChanged) {
  const std::string a = file_with("a.xml", before);
  const std::string b = file_with("b.xml", changed("<relies_on",
                                                   "<!--"
                                                   "--><relies_on to=\"2020-01-01\""));
  const std::string questions =
      file_with("q.txt", "[on the code]\nas_of(2021-01-01, rests_on(32016R0399))\n");
  EXPECT_EQ(acquis({"diff", a, a, "--questions", questions}).exit, 0);
  const auto json = json_of({"diff", a, b, "--questions", questions}, 1);
  ASSERT_EQ(json.size(), 2u) << json;
  EXPECT_EQ(json[0]["what"], "link changed");
  EXPECT_EQ(json[0]["after"], "2020-01-01");
  EXPECT_EQ(json[1]["what"], "answer");
  EXPECT_EQ(json[1]["before"], "priority:p");
  EXPECT_EQ(acquis({"diff", a, a + ".none"}).exit, 2);
}

TEST(Timeline, NamesDayAndCause) {
  const auto json = json_of({"timeline", "status(in_force)", "--from", "2010-01-01", "--to",
                             "2020-01-01", "--corpus", file_with("t.xml", before)},
                            0);
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["day"], "2016-04-12");
  EXPECT_EQ(json[0]["gained"][0], "32016R0399");
  EXPECT_EQ(json[0]["causes"][0], "32016R0399 enters into force");
  EXPECT_EQ(acquis({"timeline", "all()", "--from", "never"}).exit, 2);
  EXPECT_EQ(acquis({"timeline", "TFEU -> TEU", "--from", "2010-01-01"}).exit, 2);
}

TEST(Ask, FailsWhenAnAnswerIsNotAsExpected) {
  const std::string corpus = file_with("c.xml", before);
  const auto exit_of = [&](const std::string& expectation) {
    const std::string file =
        file_with("ask.txt", "[one]\nrests_on(32016R0399)\nexpect " + expectation + "\n");
    return acquis({"ask", file, "--corpus", corpus}).exit;
  };
  EXPECT_EQ(exit_of("1"), 0);
  EXPECT_EQ(exit_of("priority:p"), 0);
  EXPECT_EQ(exit_of("2"), 1);
  EXPECT_EQ(exit_of("nothing"), 1);
  EXPECT_EQ(acquis({"ask", file_with("bad.txt", "no name\n")}).exit, 2);
  EXPECT_EQ(acquis({"ask", corpus + ".none"}).exit, 2);
}

TEST(Check, FindsSuspectLinksUntilTheyAreReviewed) {
  const std::string file = file_with("s.xml", before);
  EXPECT_EQ(acquis({"check", file}).exit, 0) << acquis({"check", file}).out;
  EXPECT_EQ(acquis({"review", "32016R0399", file}).out, "1 links reviewed\n");
  EXPECT_EQ(acquis({"check", file}).exit, 0) << acquis({"check", file}).out;
  std::string text;
  {
    std::ifstream in(file);
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  EXPECT_TRUE(contains(text, "fingerprint=\"")) << text;
  text.replace(text.find("\"Code\""), 6, "\"Codex\"");
  std::ofstream(file) << text;
  const Outcome suspect = acquis({"check", file});
  EXPECT_EQ(suspect.exit, 1);
  EXPECT_TRUE(contains(suspect.out, "s.xml:9:5: error ACQ0605: suspect")) << suspect.out;
  const auto sarif = Json::parse(acquis({"check", file, "--format", "sarif"}).out);
  EXPECT_EQ(sarif["runs"][0]["results"][0]["ruleId"], "ACQ0605");
  EXPECT_EQ(acquis({"review", "priority:p", file}).exit, 0);
  EXPECT_EQ(acquis({"check", file}).exit, 0);
}

TEST(Check, FailsOnWhatIsAskedFor) {
  const std::string file =
      file_with("w.xml", changed("<priority id=\"p\">", "<priority id=\"q\"/><priority id=\"p\">"));
  EXPECT_EQ(acquis({"check", file}).exit, 0);
  EXPECT_EQ(acquis({"check", file, "--fail-on", "warning"}).exit, 1);
  EXPECT_EQ(acquis({"check", file, "--fail-on", "never"}).exit, 2);
  EXPECT_TRUE(contains(acquis({"check", file}).out, "warning ACQ0602: orphaned"));
  EXPECT_TRUE(contains(acquis({"check", "--rules"}).out, "ACQ0612"));
  EXPECT_EQ(acquis({"check"}).exit, 0) << "the shipped corpora have no error";
}

}  // namespace
