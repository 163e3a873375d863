// References in legal text against those that people found in it.
#include "citation/gold.hpp"

#include <gtest/gtest.h>

namespace acquis {
namespace {

using namespace citation_test;

const std::string shared = ACQUIS_SOURCE_DIR "/../shared/data/";
const std::string own = ACQUIS_SOURCE_DIR "/tests/citation/data/";

// Every line exactly.
void expect_all(const std::string& path, std::size_t least) {
  const auto lines = read_gold(path);
  ASSERT_GE(lines.size(), least) << path;
  for (const GoldLine& line : lines)
    EXPECT_EQ(targets_of(extract_citations(line.text, line.context)), line.targets)
        << line.id << " in " << line.context.place.key() << "\n"
        << line.text;
}

TEST(Gold, DutchForms) { expect_all(own + "forms.nl.jsonl", 60); }
TEST(Gold, GermanForms) { expect_all(own + "forms.de.jsonl", 60); }
TEST(Gold, FrenchForms) { expect_all(own + "forms.fr.jsonl", 60); }

TEST(Gold, FormsBesideTheTree) {
  const auto lines = read_gold(shared + "gold/forms.dev.jsonl");
  if (lines.empty()) GTEST_SKIP() << "shared/data/gold is not here";
  for (const auto& [language, got] : score(lines)) EXPECT_GE(got.f1(), 0.99) << language;
}

TEST(Gold, ParagraphsBesideTheTree) {
  const auto lines = read_gold(shared + "gold/citations.dev.jsonl");
  if (lines.empty()) GTEST_SKIP() << "shared/data/gold is not here";
  auto got = score(lines);
  EXPECT_GE(got["en"].f1(), 0.97);
  EXPECT_GE(got["fr"].f1(), 0.95);
  EXPECT_GE(got["en"].precision(), 0.98);
  EXPECT_GE(got["fr"].precision(), 0.98);
}

std::vector<std::pair<std::string, std::string>> two_columns(const std::string& path) {
  std::ifstream in(path);
  std::vector<std::pair<std::string, std::string>> out;
  std::string line;
  for (std::getline(in, line); std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) out.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return out;
}

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  for (std::istringstream in(text); in >> word;) out.push_back(lowered(word));
  std::sort(out.begin(), out.end());
  return out;
}

// The legal bases of 526 lines of preambles, each read by a person. An empty cell is a treaty of
// accession, which has no key.
TEST(Gold, LegalBases) {
  const auto lines = two_columns(shared + "graphs/legal_basis_lines.tsv");
  if (lines.empty()) GTEST_SKIP() << "shared/data/graphs is not here";
  const auto expected = two_columns(own + "legal_basis.tsv");
  ASSERT_EQ(lines.size(), expected.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    ASSERT_EQ(lines[i].first, expected[i].first);
    const CiteContext context{.place = Citation::from_key(lines[i].first).value()};
    const std::string visa = "Having regard to the " + lines[i].second + ",";
    EXPECT_EQ(targets_of(extract_citations(visa, context)), words(expected[i].second)) << visa;
  }
}

}  // namespace
}  // namespace acquis
