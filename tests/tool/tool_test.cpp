// The command as its user runs it: what it prints, and its exit codes.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>

namespace {

struct Outcome {
  int exit = -1;
  std::string out;
  std::string err;
};

std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string read(std::FILE* pipe) {
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    text.append(block.data(), n);
  return text;
}

Outcome acquis(const std::vector<std::string>& words) {
  const std::string errors =
      ::testing::TempDir() + "acquis_tool_errors_" + std::to_string(getpid());
  std::string line = ACQUIS_TOOL;
  for (const std::string& word : words) line += " " + quoted(word);
  std::FILE* pipe = popen((line + " 2>" + errors).c_str(), "r");
  Outcome run;
  run.out = read(pipe);
  run.exit = WEXITSTATUS(pclose(pipe));
  std::ifstream in(errors);
  run.err.assign(std::istreambuf_iterator<char>(in), {});
  return run;
}

bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

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
