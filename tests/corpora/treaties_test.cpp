#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "facts.hpp"

namespace acquis {
namespace corpora_test {
namespace {

using Json = nlohmann::json;
using Keys = std::vector<std::string>;

// The articles of a treaty as segmented from its text, in their order.
std::vector<Json> articles(const char* file) {
  std::ifstream in = open_shared(std::string("data/treaties/") + file);
  std::vector<Json> out;
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

// The keys of an article and all in it. Blocks after the opening words of a numbered paragraph are
// its further subparagraphs; points stand directly in the paragraph.
Keys keys_of(const Json& article) {
  const std::string place =
      article.at("treaty").get<std::string>() + "/art_" + article.at("article").get<std::string>();
  Keys out{place};
  std::string paragraph;
  int blocks = 0;
  for (const Json& unit : article.at("units")) {
    const std::string kind = unit.at("kind");
    if (kind == "paragraph" || kind == "unnumbered_paragraph") {
      paragraph = place + "/par_" + unit.at("num").get<std::string>();
      out.push_back(paragraph);
      blocks = 0;
    } else if (kind == "point") {
      out.push_back(paragraph + "/pnt_" + unit.at("num").get<std::string>());
    } else if (kind == "block") {
      if (++blocks == 1) out.push_back(paragraph + "/sub_1");
      out.push_back(paragraph + "/sub_" + std::to_string(blocks + 1));
    }
  }
  return out;
}

int number_of(const Json& article) { return std::stoi(article.at("article").get<std::string>()); }

Keys keys_in(const Corpus& law, NodeId place) {
  Keys out;
  for (const NodeId n : law.graph().subtree(place)) out.push_back(law.key(n));
  return out;
}

std::set<std::string> as_set(const Keys& keys) { return {keys.begin(), keys.end()}; }

class Treaties : public testing::Test {
 protected:
  void SetUp() override {
    if (tfeu.empty()) GTEST_SKIP() << "../shared/data/treaties is not here";
  }
  const Corpus& law = shipped();
  const std::vector<Json> tfeu = articles("tfeu_articles_en.jsonl");
  const std::vector<Json> teu = articles("teu_articles_en.jsonl");
};

TEST_F(Treaties, TitleVIsTheTextToTheLastPoint) {
  const NodeId title = law.find("TFEU/prt_3/tis_V");
  ASSERT_NE(title, none<NodeId>);
  EXPECT_TRUE(law.is_complete(title));
  Keys expected{"TFEU/prt_3/tis_V"};
  for (const Json& article : tfeu) {
    if (number_of(article) < 67 || number_of(article) > 89) continue;
    const std::string chapter =
        "TFEU/prt_3/tis_V/cpt_" + article.at("path").at(2).at("num").get<std::string>();
    if (std::find(expected.begin(), expected.end(), chapter) == expected.end())
      expected.push_back(chapter);
    for (const std::string& key : keys_of(article)) expected.push_back(key);
    const NodeId listed = law.find(keys_of(article).front());
    ASSERT_NE(listed, none<NodeId>) << article.at("article");
    EXPECT_EQ(law.key(law.graph().parent(listed)), chapter);
  }
  EXPECT_EQ(as_set(keys_in(law, title)), as_set(expected));
}

TEST_F(Treaties, TitleVStandsInTheOrderOfTheText) {
  Keys expected;
  for (const Json& article : tfeu)
    if (number_of(article) >= 67 && number_of(article) <= 89)
      for (const std::string& key : keys_of(article))
        if (key.find("/sub_1") == std::string::npos) expected.push_back(key);
  Keys listed;
  for (const std::string& key : keys_in(law, law.find("TFEU/prt_3/tis_V")))
    if (key.find("/art_") != std::string::npos && key.find("/sub_1") == std::string::npos)
      listed.push_back(key);
  EXPECT_EQ(listed, expected);
}

// Every article that is listed anywhere has the paragraphs and points of the text.
TEST_F(Treaties, ListedArticlesHaveTheParagraphsOfTheText) {
  const auto paragraphs = [](const Keys& keys) {
    std::set<std::string> out;
    for (const std::string& key : keys)
      if (key.find("/par_") != std::string::npos && key.find("/sub_") == std::string::npos &&
          std::count(key.begin(), key.end(), '/') <= 3 && key.find("/idt_") == std::string::npos)
        out.insert(key);
    return out;
  };
  int listed = 0;
  for (const auto& treaty : {tfeu, teu})
    for (const Json& article : treaty) {
      Keys expected = keys_of(article);
      const NodeId place = law.find(expected.front());
      if (place == none<NodeId> || law.is_stub(place)) continue;
      ++listed;
      // Article 218(6)(a) has points of its own, which the segmentation lays beside it.
      if (expected.front() == "TFEU/art_218")
        std::erase_if(expected, [](const std::string& key) {
          return key.find("pnt_i") != std::string::npos || key.find("pnt_v") != std::string::npos;
        });
      EXPECT_EQ(paragraphs(keys_in(law, place)), paragraphs(expected)) << expected.front();
    }
  EXPECT_GT(listed, 60);
}

// "ex Article 64(1) TEC and ex Article 33 TEU": the articles that it names.
std::set<std::string> predecessors(std::string note) {
  note = std::regex_replace(note, std::regex(", points? \\d+( and \\d+)?,?"), "");
  std::set<std::string> out;
  std::smatch found;
  const std::regex one("(?:Articles? |and )(\\d+[a-z]?)(?:\\(\\d+\\))?(?=[ ,])");
  const std::regex treaty("[^T]*(TEC|TEU)");
  for (; std::regex_search(note, found, treaty); note = found.suffix()) {
    const std::string part = found[0];
    const std::string work = found[1] == "TEC" ? "TEC/art_" : "TEU-pre2009/art_";
    for (std::sregex_iterator it(part.begin(), part.end(), one), end; it != end; ++it)
      out.insert(work + (*it)[1].str());
  }
  return out;
}

TEST_F(Treaties, ArticlesNameThePredecessorsOfTheText) {
  int named = 0;
  for (const auto& treaty : {tfeu, teu})
    for (const Json& article : treaty) {
      const std::string key = keys_of(article).front();
      const NodeId place = law.find(key);
      if (place == none<NodeId> || law.is_stub(place) || article.at("ex").is_null()) continue;
      const std::string note = article.at("ex");
      if (note.find("27a to 27e") != std::string::npos) continue;  // enhanced cooperation: a dozen
      std::set<std::string> earlier;
      for (const EdgeId e : law.graph().out_edges(law.graph().subtree(place), Role::history)) {
        const auto old = law.citation(law.graph().target(e));
        ASSERT_TRUE(old);
        earlier.insert(std::string(old->work()) + "/" + split(old->key(), '/').at(1));
      }
      EXPECT_EQ(earlier, predecessors(note)) << key;
      ++named;
    }
  EXPECT_GT(named, 40);
}

TEST(Shipped, OlderTreatiesEndedWhenTheNextBegan) {
  const Corpus& law = shipped();
  EXPECT_EQ(law.instrument(law.find("TEC"))->life.end, Date::from_ymd(2009, 11, 30));
  EXPECT_EQ(law.instrument(law.find("TFEU"))->life.in_force, Date::from_ymd(2009, 12, 1));
  EXPECT_EQ(law.instrument(law.find("EEC"))->life.end, Date::from_ymd(1993, 10, 31));
  EXPECT_EQ(law.instrument(law.find("TEC"))->life.in_force, Date::from_ymd(1993, 11, 1));
  EXPECT_NE(law.find("TEC/art_67"), law.find("TFEU/art_67"));
}

}  // namespace
}  // namespace corpora_test
}  // namespace acquis
