// The command as its user runs it: what it prints, and its exit codes.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tool/run.hpp"

namespace {

using acquis::testing::acquis;
using acquis::testing::contains;
using acquis::testing::Outcome;

TEST(Query, AnswersWithATableThatFitsEightyColumns) {
  const Outcome run = acquis({"query",
                              "kind(priority, rests_on(\"Article 67 TFEU\")) intersect "
                              "held_by(BE)"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_TRUE(contains(run.out, "priority:be-pact-implementation"));
  EXPECT_FALSE(contains(run.out, "\x1b")) << "no colour where there is no terminal";
  std::size_t width = 0;
  for (const char c : run.out) {
    width = c == '\n' ? 0 : width + ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u);
    ASSERT_LE(width, 80u);
  }
}

TEST(Query, JsonHasTheDocumentedMembers) {
  const Outcome run = acquis(
      {"query", "kind(instrument, in(legal_basis, parts(TFEU/art_67)))", "--format", "json"});
  EXPECT_EQ(run.exit, 0);
  const auto json = nlohmann::json::parse(run.out);
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["key"], "32012R1215");
  EXPECT_EQ(json[0]["kind"], "instrument");
  EXPECT_TRUE(json[0]["label"].is_string());
}

TEST(Query, CsvHasAHeadAndALineForEachNode) {
  const Outcome run = acquis({"query", "TFEU/art_67 + TFEU/art_68", "--format", "csv"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_EQ(run.out.substr(0, 16), "key,kind,label\r\n");
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 3);
}

TEST(Query, AnEmptyAnswerExitsWithOne) {
  const Outcome run = acquis({"query", "TFEU/art_67 - TFEU/art_67", "--format", "json"});
  EXPECT_EQ(run.exit, 1);
  EXPECT_EQ(run.out, "[]\n");
}

TEST(Query, PolicyDateAndEvidenceNarrowTheAnswer) {
  EXPECT_EQ(acquis({"query", "priority:be-pact-implementation intersect rests_on(TFEU/art_78)",
                    "--evidence", "stated"})
                .exit,
            1);
  EXPECT_EQ(
      acquis({"query", "kind(instrument, rests_on(TFEU/art_67))", "--policy", "legal_basis",
              "--format", "csv"})
          .out,
      acquis({"query", "kind(instrument, in(legal_basis, parts(TFEU/art_67)))", "--format", "csv"})
          .out);
  EXPECT_EQ(acquis({"query", "32024R1351", "--as-of", "2010-01-01"}).exit, 1);
}

TEST(Why, JsonHasTheDocumentedMembers) {
  const Outcome run =
      acquis({"why", "priority:be-pact-implementation", "TFEU/art_78", "--format", "json"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const auto json = nlohmann::json::parse(run.out);
  EXPECT_EQ(json["from"], "priority:be-pact-implementation");
  EXPECT_EQ(json["to"], "TFEU/art_78");
  EXPECT_EQ(json["strength"], "derived");
  ASSERT_FALSE(json["links"].empty());
  for (const auto& link : json["links"])
    for (const char* member : {"from", "to", "kind", "evidence", "source", "at"})
      EXPECT_TRUE(link.contains(member)) << member;
}

TEST(Why, WithoutAChainItSaysWhichEvidenceWouldBeNeeded) {
  const std::vector<std::string> words{"why", "priority:be-pact-implementation", "TFEU/art_67",
                                       "--evidence", "stated"};
  const Outcome run = acquis(words);
  EXPECT_EQ(run.exit, 1);
  EXPECT_TRUE(contains(run.out, "weaker evidence")) << run.out;
  std::vector<std::string> as_json = words;
  as_json.insert(as_json.end(), {"--format", "json"});
  const auto json = nlohmann::json::parse(acquis(as_json).out);
  EXPECT_TRUE(json["strength"].is_null());
  EXPECT_EQ(json["near_miss"]["admit"]["evidence"], "derived");
}

TEST(Why, WhatHasEndedIsNamedWithItsDaysAndRestedOnAnotherDay) {
  const std::vector<std::string> words{"why", "priority:be-pact-adoption", "TFEU/art_67", "--as-of",
                                       "2026-11-23"};
  const Outcome run = acquis(words);
  EXPECT_EQ(run.exit, 1);
  EXPECT_TRUE(contains(run.out, "priority:be-pact-adoption")) << run.out;
  EXPECT_TRUE(contains(run.out, "until 2024-05-14")) << run.out;
  EXPECT_TRUE(contains(run.out, "on another day than 2026-11-23")) << run.out;
  EXPECT_FALSE(contains(run.out, "not in the corpus")) << run.out;
  std::vector<std::string> as_json = words;
  as_json.insert(as_json.end(), {"--format", "json"});
  const auto json = nlohmann::json::parse(acquis(as_json).out);
  EXPECT_EQ(json["from"], "priority:be-pact-adoption");
  EXPECT_EQ(json["near_miss"]["admit"]["any_day"], true);
}

TEST(Why, AProblemOfTheSecondWordIsShownThere) {
  const Outcome run = acquis({"why", "BE", "TFEU/art_67"});
  EXPECT_TRUE(contains(run.err, "1:1: error")) << run.err;
  const Outcome second = acquis({"why", "priority:be-tackle-smuggling", "Article 67(5) TFEU"});
  EXPECT_EQ(second.exit, 2);
  EXPECT_TRUE(contains(second.err, "1:35: error")) << second.err;
}

TEST(Why, SpeaksFourLanguages) {
  for (const auto& [language, word] : std::vector<std::pair<std::string, std::string>>{
           {"en", "rests on"}, {"nl", "berust op"}, {"fr", "repose sur"}, {"de", "beruht auf"}}) {
    const Outcome run =
        acquis({"why", "priority:be-tackle-smuggling", "Article 79 TFEU", "--lang", language});
    EXPECT_EQ(run.exit, 0);
    EXPECT_TRUE(contains(run.out, word)) << run.out;
  }
}

TEST(Show, TellsEverythingAboutANode) {
  const Outcome run = acquis({"show", "32012R1215"});
  EXPECT_EQ(run.exit, 0);
  for (const char* part : {"regulation", "2012-12-12", "legal_basis", "TFEU/art_67/par_4"})
    EXPECT_TRUE(contains(run.out, part)) << part;
}

TEST(Show, WhatHasEndedIsShownAndSaysSo) {
  const Outcome strategy = acquis({"show", "52020DC0605", "--as-of", "2026-11-23"});
  EXPECT_EQ(strategy.exit, 0);
  EXPECT_TRUE(contains(strategy.out, "expired on 2026-11-23")) << strategy.out;
  const Outcome priority = acquis({"show", "priority:be-pact-adoption", "--as-of", "2026-11-23"});
  EXPECT_EQ(priority.exit, 0);
  for (const char* part : {"2024-05-14", "not in being on 2026-11-23", "position 1"})
    EXPECT_TRUE(contains(priority.out, part)) << priority.out;
}

TEST(Show, LinksAreThoseThatCount) {
  const char* former = "relies_on Dublin III Regulation (32013R0604)";
  EXPECT_TRUE(contains(acquis({"show", "priority:be-solidarity-responsibility"}).out, former));
  const Outcome then =
      acquis({"show", "priority:be-solidarity-responsibility", "--as-of", "2026-11-23"});
  EXPECT_FALSE(contains(then.out, former)) << then.out;
  EXPECT_TRUE(contains(then.out, "(32024R1351)")) << then.out;
  EXPECT_TRUE(contains(then.out, "held_by")) << "not only links of support";
  const Outcome stated =
      acquis({"show", "priority:be-solidarity-responsibility", "--evidence", "stated"});
  EXPECT_FALSE(contains(stated.out, "[editorial]")) << stated.out;
}

TEST(Formats, EveryCommandKnowsTheThree) {
  EXPECT_EQ(acquis({"why", "32012R1215", "TFEU/art_67/par_4", "--format", "csv"}).out,
            "from,to,kind,evidence,source,at,note\r\n32012R1215,TFEU/art_67/par_4,legal_basis,"
            "derived,preamble,first citation of the preamble,\r\n");
  EXPECT_EQ(acquis({"show", "TFEU/art_67", "--format", "csv"}).out,
            "key,kind,label\r\nTFEU/art_67,provision,Article 67 TFEU\r\n");
  EXPECT_EQ(
      nlohmann::json::parse(acquis({"show", "TFEU/art_67", "--format", "json"}).out)[0]["key"],
      "TFEU/art_67");
  const auto corpora = nlohmann::json::parse(acquis({"corpora", "--format", "json"}).out);
  ASSERT_EQ(corpora.size(), 3u);
  EXPECT_EQ(corpora[0]["corpus"], "treaties");
  EXPECT_GT(corpora[0]["nodes"], 500);
  const Outcome check = acquis({"check", "no such file", "--format", "csv"});
  EXPECT_TRUE(contains(check.out, "error,ACQ0305,no such file")) << check.out;
}

TEST(Tables, LinesDoNotEndInBlanks) {
  const Outcome run = acquis({"query", "kind(priority, all)"});
  EXPECT_FALSE(contains(run.out, " \n")) << run.out;
}

TEST(Help, SaysWhatMayFollowInPlainWords) {
  const Outcome run = acquis({"--help"});
  EXPECT_EQ(run.exit, 0);
  EXPECT_TRUE(contains(run.out, "en, nl, fr or de")) << run.out;
  for (const char c : run.out) EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << int{c};
  EXPECT_FALSE(contains(run.out, "->")) << run.out;
  EXPECT_TRUE(
      contains(acquis({"corpora", "--lang", "it"}).err, "\"it\" is none of de, en, fr, nl"));
}

TEST(Output, AnAnswerThatCannotBeWrittenIsNoAnswer) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "/dev/full is not here";
  const int status = std::system(ACQUIS_TOOL " corpora >/dev/full 2>/dev/null");
  EXPECT_EQ(WEXITSTATUS(status), 2);
}

TEST(Corpora, ListsTheShippedOnes) {
  const Outcome run = acquis({"corpora"});
  EXPECT_EQ(run.exit, 0);
  for (const char* name : {"treaties", "instruments", "belgium"})
    EXPECT_TRUE(contains(run.out, name));
}

TEST(BadInput, ExitsWithTwoAndSaysWhereAndWhat) {
  struct Case {
    std::vector<std::string> words;
    const char* message;
  };
  for (const Case& bad : std::vector<Case>{
           {{}, ""},
           {{"quory", "x"}, ""},
           {{"query"}, "EXPR"},
           {{"query", "rest_on(TFEU)"}, "did you mean rests_on?"},
           {{"query", "rests_on(\"Article 867 TFEU\")"}, "1:10"},
           {{"query", "kind(priority, rests_on(TFEU/art_67)"}, "expected )"},
           {{"query", "priority:be-pact-implementatio"}, "priority:be-pact-implementation"},
           {{"why", "nothing", "TFEU/art_67"}, "neither a citation nor a label"},
           {{"query", "all()", "--as-of", "yesterday"}, "YYYY-MM-DD"},
           {{"query", "all()", "--evidence", "hearsay"}, "stated, derived, editorial"},
           {{"query", "all()", "--policy", "cite"}, "no edge kind"},
           {{"query", "all()", "--lang", "it"}, "it"},
           {{"query", "all()", "--corpus", "belgum"}, "did you mean belgium?"},
       }) {
    const Outcome run = acquis(bad.words);
    EXPECT_EQ(run.exit, 2) << run.out;
    EXPECT_TRUE(run.out.empty()) << run.out;
    EXPECT_TRUE(contains(run.err, bad.message)) << run.err;
  }
}

TEST(Check, ReportsABrokenFileWithPositionsAndLoadsNothing) {
  const std::filesystem::path file =
      std::filesystem::path(::testing::TempDir()) / "acquis_broken.xml";
  std::ofstream(file) << "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"t\">\n  <theme/>\n"
                         "  <priority id=\"p\" held_by=\"XX\"/>\n</corpus>\n";
  const Outcome run = acquis({"check", file.string()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_TRUE(contains(run.out, "acquis_broken.xml:2:3: error ACQ0105")) << run.out;
  EXPECT_TRUE(contains(run.out, "acquis_broken.xml:3:20: error ACQ0202")) << run.out;
  EXPECT_EQ(acquis({"query", "all()", "--corpus", file.string()}).exit, 2);
}

TEST(Snapshot, OpensAsACorpus) {
  const std::string path =
      ::testing::TempDir() + "acquis_tool_" + std::to_string(getpid()) + ".acq";
  const Outcome saved = acquis({"snapshot", "-o", path});
  EXPECT_EQ(saved.exit, 0) << saved.err;
  const char* question = "kind(priority, rests_on(TFEU/art_67))";
  const Outcome plain = acquis({"query", question});
  const Outcome opened = acquis({"--corpus", path, "query", question});
  EXPECT_EQ(opened.exit, 0) << opened.err;
  EXPECT_EQ(opened.out, plain.out);
  std::ofstream(path, std::ios::app) << "x";
  const Outcome altered = acquis({"--corpus", path, "query", question});
  EXPECT_EQ(altered.exit, 2);
  EXPECT_TRUE(contains(altered.err, "cut off or overlong")) << altered.err;
  std::remove(path.c_str());
}

}  // namespace
