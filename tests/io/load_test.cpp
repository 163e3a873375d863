#include "acquis/io/load.hpp"

#include <gtest/gtest.h>

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
  const fs::path file = fs::path(::testing::TempDir()) / "acquis_uses_treaties.xml";
  std::ofstream(file) << "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"mine\">\n"
                         "<uses corpus=\"treaties\"/>\n"
                         "<priority id=\"p\"><relies_on ref=\"TFEU/art_79\" evidence=\"editorial\" "
                         "note=\"n\"/></priority></corpus>";
  const auto law = load_corpora({file.string()});
  ASSERT_TRUE(law.ok()) << law.status();
  EXPECT_FALSE(law->is_stub(law->find("TFEU/art_79")));
  EXPECT_EQ(law->parts().size(), 2u);
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

TEST(Save, AFailureLeavesTheOldFileWhole) {
  const Corpus law = parse(wrapped("<theme id=\"a\"/>")).value();
  const fs::path folder = fs::path(::testing::TempDir()) / "acquis_save";
  fs::create_directories(folder);
  const fs::path file = folder / "t.xml";
  ASSERT_TRUE(save_corpus(law, "t", file.string()).ok());
  const std::string before = testing::read_whole(file);
  EXPECT_EQ(before, to_xml(law, PartId{0}));
  // The temporary file cannot be made: a directory stands in its place.
  fs::create_directories(file.string() + ".new");
  EXPECT_FALSE(save_corpus(law, "t", file.string()).ok());
  EXPECT_EQ(testing::read_whole(file), before);
  fs::remove(file.string() + ".new");
  // The device is full.
  fs::create_symlink("/dev/full", file.string() + ".new");
  EXPECT_FALSE(save_corpus(law, "t", file.string()).ok());
  EXPECT_EQ(testing::read_whole(file), before);
  EXPECT_FALSE(fs::exists(fs::symlink_status(file.string() + ".new")));
  EXPECT_FALSE(save_corpus(law, "nothing", file.string()).ok());
  fs::remove_all(folder);
}

}  // namespace
}  // namespace acquis
