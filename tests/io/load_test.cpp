#include "acquis/io/load.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "acquis/io/embedded.hpp"
#include "acquis/io/save.hpp"
#include "support/same_corpus.hpp"
#include "support/samples.hpp"

namespace acquis {
namespace {

namespace fs = std::filesystem;

absl::StatusOr<Corpus> parse(std::string_view xml, Diagnostics* problems = nullptr,
                             const LoadOptions& options = {}) {
  const CorpusText text{"test.xml", xml};
  return parse_corpora({&text, 1}, options, problems);
}

std::string wrapped(std::string_view inside) {
  return "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"t\">" + std::string(inside) + "</corpus>";
}

TEST(Load, ReportsAllProblemsInOnePass) {
  Diagnostics problems;
  EXPECT_FALSE(parse(wrapped("\n<them id=\"a\"/>\n<theme/>\n<theme id=\"b\" from=\"soon\"/>\n"
                             "<priority id=\"p\">\n<pursues ref=\"objective:x\" "
                             "evidence=\"editorial\"/></priority>"),
                     &problems)
                   .ok());
  std::vector<std::string> found;
  for (const Diagnostic& d : problems) found.push_back(d.code + "@" + std::to_string(d.line));
  EXPECT_EQ(found, (std::vector<std::string>{"ACQ0102@2", "ACQ0105@3", "ACQ0106@4", "ACQ0202@6",
                                             "ACQ0210@6"}));
  EXPECT_EQ(problems[0].hint, "did you mean theme?");
}

TEST(Load, BudgetsBoundHostileInput) {
  const auto code = [](const std::string& xml, const LoadOptions& options) {
    Diagnostics problems;
    EXPECT_FALSE(parse(xml, &problems, options).ok());
    return problems.empty() ? std::string() : problems.front().code;
  };
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<theme id=\"t" + std::to_string(i) + "\">";
  for (int i = 0; i < 100000; ++i) deep += "</theme>";
  EXPECT_EQ(code(wrapped(deep), {}), "ACQ0304");
  EXPECT_EQ(code(wrapped("<theme id=\"a\"/><theme id=\"b\"/>"), {.max_nodes = 1}), "ACQ0302");
  EXPECT_EQ(code(wrapped(""), {.max_bytes = 10}), "ACQ0301");
  std::string attributes = "<theme id=\"a\"";
  for (int i = 0; i < 20000; ++i) attributes += " x" + std::to_string(i) + "=\"\"";
  EXPECT_EQ(code(wrapped(attributes + "/>"), {}), "ACQ0104");
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (; times > 0; --times) out += text;
  return out;
}

// Each would take minutes or the stack if anything in it were quadratic or recursive.
TEST(Load, HostileFilesAreReadInLinearTimeAndBoundedMemory) {
  std::string sources, names, chain;
  for (int i = 0; i < 100000; ++i) {
    const std::string n = std::to_string(i);
    sources += "<source id=\"s" + n + "\"/>";
    names += " x" + n + "=\"\"";
    chain += "<theme id=\"t" + n + "\" in=\"theme:t" + std::to_string(i + 1) + "\"/>";
  }
  const std::vector<std::pair<std::string, std::string>> hostile{
      {repeated("<theme id=\"a\">", 100000) + repeated("</theme>", 100000), "ACQ0304"},
      {repeated("<theme id=\"a\">", 300000), "ACQ0101"},
      {"<theme" + repeated(" id=\"a\"", 1000000) + "/>", "ACQ0109"},
      {"<theme id=\"a\"" + names + "/>", "ACQ0104"},
      {"<theme id=\"a\" at=\"" + repeated("& ", 300000) + "\"/>", "ACQ0101"},
      {"<theme id=\"" + std::string(3000000, ' ') + "\"/>", "ACQ0106"},
      {"<" + std::string(3000000, 'x') + "/>", "ACQ0102"},
      {"<!--" + std::string(3000000, '-'), "ACQ0101"},
      {sources + "<theme id=\"a\" source=\"none\"/>", "ACQ0206"},
      {chain, "ACQ0202"}};
  for (const auto& [xml, expected] : hostile) {
    Diagnostics problems;
    EXPECT_FALSE(parse(wrapped(xml), &problems).ok());
    ASSERT_FALSE(problems.empty());
    const auto is_expected = [&want = expected](const Diagnostic& d) { return d.code == want; };
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), is_expected)) << expected;
    EXPECT_LE(problems.size(), LoadOptions{}.max_problems + 1) << expected;
    for (const Diagnostic& d : problems) ASSERT_LE(d.message.size() + d.excerpt.size(), 1000u);
  }
}

TEST(Load, TooManyProblemsEndTheReport) {
  Diagnostics problems;
  EXPECT_FALSE(parse(wrapped(repeated("<them/>", 5)), &problems, {.max_problems = 3}).ok());
  ASSERT_EQ(problems.size(), 4u);
  EXPECT_EQ(problems[2].code, "ACQ0102");
  EXPECT_EQ(problems[3].code, "ACQ0306");
}

TEST(Load, WarningsBeyondCountingDoNotHideAnError) {
  const std::string warnings = repeated("<uses corpus=\"none\"/>", 110000) + "<theme id=\"a\">";
  Diagnostics problems;
  EXPECT_TRUE(parse(wrapped(warnings + "</theme>"), &problems).ok());
  EXPECT_EQ(problems.size(), 100000u);
  problems.clear();
  EXPECT_FALSE(
      parse(wrapped(warnings + "<grounded_in ref=\"TEU/art_1\" evidence=\"editorial\"/></theme>"),
            &problems)
          .ok());
  ASSERT_EQ(problems.size(), 100001u);
  EXPECT_EQ(problems.back().code, "ACQ0306");
}

TEST(Load, WhatRefersToANodeInErrorIsNotInErrorToo) {
  Diagnostics problems;
  EXPECT_FALSE(parse(wrapped("<objective id=\"o\" from=\"soon\"/><objectiv id=\"q\"/>"
                             "<priority id=\"p\"><objective id=\"r\"/>"
                             "<pursues ref=\"objective:o\" evidence=\"editorial\" note=\"n\"/>"
                             "<pursues ref=\"objective:q\" evidence=\"editorial\" note=\"n\"/>"
                             "<pursues ref=\"objective:r\" evidence=\"editorial\" note=\"n\"/>"
                             "</priority>"),
                     &problems)
                   .ok());
  std::vector<std::string> found;
  for (const Diagnostic& d : problems) found.push_back(d.code);
  EXPECT_EQ(found, (std::vector<std::string>{"ACQ0106", "ACQ0102", "ACQ0103"}));
}

TEST(Load, TextsOfOneNameAreNotMistakenForEachOther) {
  const std::string first = wrapped("<theme id=\"a\"/>");
  const std::string second = "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"u\">" +
                             std::string(2000, ' ') + "<theme id=\"b\" in=\"theme:c\"/></corpus>";
  const CorpusText texts[]{{"same", first}, {"same", second}};
  Diagnostics problems;
  EXPECT_FALSE(parse_corpora(texts, {}, &problems).ok());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].excerpt, "");
}

TEST(Load, BytesThatAreNotUtf8AreRefused) {
  Diagnostics problems;
  EXPECT_FALSE(parse(wrapped("<theme id=\"a\"><label en=\"\xC3\x28\"/></theme>"), &problems).ok());
  EXPECT_EQ(problems.at(0).code, "ACQ0101");
}

TEST(Load, AMissingFileNamesTheShippedCorpora) {
  Diagnostics problems;
  EXPECT_FALSE(load_corpora({"treatis"}, {}, &problems).ok());
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].code, "ACQ0305");
  EXPECT_EQ(problems[0].hint, "did you mean treaties?");
}

TEST(Load, WhatAFileUsesIsLoadedWithIt) {
  const fs::path file = fs::path(::testing::TempDir()) /
                        ("acquis_uses_treaties_" + std::to_string(::getpid()) + ".xml");
  std::ofstream(file) << "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"mine\">\n"
                         "<uses corpus=\"treaties\"/>\n"
                         "<priority id=\"p\"><relies_on ref=\"TFEU/art_79\" evidence=\"editorial\" "
                         "note=\"n\"/></priority></corpus>";
  const auto law = load_corpora({file.string()});
  ASSERT_TRUE(law.ok()) << law.status();
  EXPECT_FALSE(law->is_stub(law->find("TFEU/art_79")));
  EXPECT_EQ(law->parts().size(), 2u);
}

TEST(Load, WhatIsToldOfACorpusThatAnotherUsesShowsItsLine) {
  Diagnostics problems;
  EXPECT_TRUE(load_corpora({"belgium"}, {}, &problems).ok());
  ASSERT_FALSE(problems.empty()) << "instruments refers to acts that are not loaded";
  for (const Diagnostic& problem : problems) {
    EXPECT_EQ(problem.file, "instruments");
    EXPECT_NE(problem.excerpt.find("ref="), std::string::npos) << problem.excerpt;
  }
}

TEST(Load, ANameGivenTwiceIsLoadedOnce) {
  const auto law = load_corpora({"treaties", "belgium", "treaties"});
  ASSERT_TRUE(law.ok()) << law.status();
  EXPECT_EQ(law->parts().size(), 3u);
}

TEST(Load, WhatIsWrongWithACorpusAsAWholeHasItsPlaceToo) {
  const std::string_view first =
      "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"mine\">\n  <uses corpus=\"yours\"/>\n</corpus>";
  const std::string_view second = "\n<corpus xmlns=\"urn:acquis:corpus:1\" id=\"mine\"/>";
  const std::vector<CorpusText> texts{{"first.xml", first}, {"second.xml", second}};
  Diagnostics problems;
  EXPECT_FALSE(parse_corpora(texts, {}, &problems).ok());
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].code, "ACQ0201");
  EXPECT_EQ(problems[0].file, "second.xml");
  EXPECT_EQ(problems[0].line, 2u);
  EXPECT_EQ(problems[1].code, "ACQ0208");
  EXPECT_EQ(problems[1].line, 2u);
  EXPECT_EQ(problems[1].column, 3u);
  EXPECT_EQ(problems[1].excerpt, "  <uses corpus=\"yours\"/>");
}

TEST(Embedded, AllShippedCorporaLoadWithoutAnythingButStubs) {
  Diagnostics problems;
  const auto law = load_corpora({}, {}, &problems);
  ASSERT_TRUE(law.ok()) << law.status();
  for (const Diagnostic& d : problems) EXPECT_EQ(d.code, "ACQ0212") << d.message;
  EXPECT_EQ(law->parts().size(), embedded_names().size());
}

std::vector<std::string> written(const Corpus& law) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < law.parts().size(); ++i)
    out.push_back(to_xml(law, PartId{static_cast<std::uint16_t>(i)}));
  return out;
}

Corpus reread(const Corpus& law, const std::vector<std::string>& xml) {
  std::vector<CorpusText> texts;
  for (std::size_t i = 0; i < xml.size(); ++i) texts.push_back({law.parts()[i].file, xml[i]});
  return parse_corpora(texts).value();
}

TEST(Save, WhatIsWrittenLoadsToTheSameCorpusAndWritesToTheSameBytes) {
  const Corpus law = load_embedded();
  const std::vector<std::string> once = written(law);
  const Corpus again = reread(law, once);
  testing::expect_same_corpus(law, again);
  EXPECT_EQ(written(again), once);
}

TEST(Save, EveryValidSampleMakesTheRoundTrip) {
  for (const testing::Sample& sample : testing::samples(ACQUIS_TEST_SAMPLES "/valid")) {
    SCOPED_TRACE(sample.name);
    const Corpus law = parse(sample.text).value();
    const std::vector<std::string> once = written(law);
    const Corpus again = reread(law, once);
    testing::expect_same_corpus(law, again);
    EXPECT_EQ(written(again), once);
  }
}

class SaveTo : public ::testing::Test {
 protected:
  SaveTo() { fs::create_directories(folder_); }
  ~SaveTo() override { fs::remove_all(folder_); }

  std::string path() const { return (folder_ / "t.xml").string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  // Tests run side by side, each in a process of its own.
  const fs::path folder_ =
      fs::path(::testing::TempDir()) / ("acquis_save_" + std::to_string(::getpid()));
  const Corpus old_ = parse(wrapped("<theme id=\"a\"/>")).value();
  const Corpus law_ = parse(wrapped("<theme id=\"b\"/>")).value();
};

TEST_F(SaveTo, ReplacesTheOldFileAndNothingElse) {
  ASSERT_TRUE(save_corpus(old_, "t", path()).ok());
  fs::permissions(path(), fs::perms::owner_read | fs::perms::owner_write);
  std::ofstream(path() + ".new0") << "somebody else's";
  ASSERT_TRUE(save_corpus(law_, "t", path()).ok());
  EXPECT_EQ(testing::read_whole(path()), to_xml(law_, PartId{0}));
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(testing::read_whole(path() + ".new0"), "somebody else's");
  EXPECT_EQ(files(), 2u);
}

TEST_F(SaveTo, FollowsASymbolicLink) {
  ASSERT_TRUE(save_corpus(old_, "t", path()).ok());
  fs::create_symlink("t.xml", folder_ / "link.xml");
  ASSERT_TRUE(save_corpus(law_, "t", (folder_ / "link.xml").string()).ok());
  EXPECT_TRUE(fs::is_symlink(folder_ / "link.xml"));
  EXPECT_EQ(testing::read_whole(path()), to_xml(law_, PartId{0}));
}

TEST_F(SaveTo, AFullDiskLeavesTheOldFileWhole) {
  ASSERT_TRUE(save_corpus(old_, "t", path()).ok());
  // Files of at most twenty bytes: the write stops in the middle.
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit tight = before;
  tight.rlim_cur = 20;
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
  const absl::Status status = save_corpus(law_, "t", path());
  ::setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_FALSE(status.ok());
  EXPECT_EQ(testing::read_whole(path()), to_xml(old_, PartId{0}));
  EXPECT_EQ(files(), 1u);
}

TEST_F(SaveTo, WhatCannotBeWrittenIsAnErrorThatNamesThePlace) {
  for (const std::string& bad : {(folder_ / "no-such-folder" / "t.xml").string(), folder_.string(),
                                 std::string("/dev/full")}) {
    const absl::Status status = save_corpus(law_, "t", bad);
    EXPECT_FALSE(status.ok()) << bad;
    EXPECT_NE(std::string(status.message()).find(bad), std::string::npos) << status;
  }
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
  EXPECT_EQ(save_corpus(law_, "nothing", path()).code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(files(), 0u);
}

TEST_F(SaveTo, WhatCouldNotBeLoadedAgainIsNotSaved) {
  for (const std::string note : {"\x01", "caf\xE9", "\xED\xA0\x80"}) {
    CorpusBuilder builder;
    builder.begin_part({.id = "t"});
    const DraftId act = builder.add_node(NodeKind::instrument, "32016R0399");
    builder.set_instrument(act, {.type = InstrumentType::regulation});
    builder.add_edge(act, EdgeKind::cites, "TFEU", {.note = note});
    const Corpus law = std::move(builder).build().value();
    EXPECT_EQ(save_corpus(law, "t", path()).code(), absl::StatusCode::kFailedPrecondition);
  }
  EXPECT_EQ(files(), 0u);
}

// The note on a stub carries the excerpt of a file that nobody named.
TEST(Load, ShowsWhereAUsedCorpusRefersToWhatIsNotLoaded) {
  Diagnostics problems;
  const auto law = load_corpora({"treaties", "belgium"}, {}, &problems);
  ASSERT_TRUE(law.ok()) << law.status();
  EXPECT_EQ(law->parts().size(), 3u);
  for (const Diagnostic& d : problems)
    if (d.line != 0) {
      EXPECT_FALSE(d.excerpt.empty()) << d.message;
    }
}

}  // namespace
}  // namespace acquis
