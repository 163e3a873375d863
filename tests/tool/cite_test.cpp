// acquis cite and acquis key: what they print, and their exit codes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "tool/run.hpp"

namespace {

using acquis::testing::acquis;
using acquis::testing::contains;
using acquis::testing::file_with;
using acquis::testing::Outcome;
using Json = nlohmann::json;

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

// Whether the value has the type and the members that the schema demands, and no unknown member.
void expect_as_schema(const Json& value, const Json& schema, const Json& root) {
  if (schema.contains("$ref")) {
    const std::string name = schema["$ref"].get<std::string>().substr(8);
    return expect_as_schema(value, root["$defs"][name], root);
  }
  const std::string type = schema.value("type", "");
  if (type == "object") {
    ASSERT_TRUE(value.is_object()) << value;
    for (const auto& name : schema.value("required", Json::array()))
      EXPECT_TRUE(value.contains(name.get<std::string>())) << name << " in " << value;
    for (const auto& [name, member] : value.items()) {
      ASSERT_TRUE(schema["properties"].contains(name)) << name;
      expect_as_schema(member, schema["properties"][name], root);
    }
  } else if (type == "array") {
    ASSERT_TRUE(value.is_array()) << value;
    for (const auto& item : value) expect_as_schema(item, schema["items"], root);
  } else if (type == "string") {
    EXPECT_TRUE(value.is_string()) << value;
  } else if (type == "integer") {
    EXPECT_TRUE(value.is_number_integer()) << value;
  }
  if (schema.contains("enum")) {
    const auto& known = schema["enum"];
    EXPECT_NE(std::find(known.begin(), known.end(), value), known.end()) << value;
  }
}

void expect_valid(const Json& value) {
  std::ifstream in(ACQUIS_SCHEMAS "/cite.schema.json");
  const Json schema = Json::parse(in);
  expect_as_schema(value, schema, schema);
}

const char* const sample =
    "Article 6(1), points (a) to (c), of this Regulation and\n"
    "Article 16 TFEU apply. That Convention, and Article 99 of the Charter, do not: \"<b>\" & co.\n"
    "The decision referred to in paragraph 2 stands.\n";

TEST(Cite, PrintsATableOfReferences) {
  const Outcome run =
      acquis({"cite", file_with("a.txt", sample), "--context", "32016R0399/art_5/par_1"});
  EXPECT_EQ(run.exit, 0) << run.err;
  for (const char* part : {"1:22", "32016R0399/art_6/par_1/pnt_a..32016R0399/art_6/par_1/pnt_c",
                           "2:1 ", "TFEU/art_16", "CFR/art_99", "32016R0399/art_5/par_2", "named"})
    EXPECT_TRUE(contains(run.out, part)) << part << "\n" << run.out;
}

TEST(Cite, JsonHasOffsetsOfTheWholeText) {
  const std::string text = sample;
  const Outcome run = acquis({"cite", file_with("b.txt", text), "--context",
                              "32016R0399/art_5/par_1", "--format", "json", "--check"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const Json json = Json::parse(run.out);
  expect_valid(json);
  std::set<std::string> targets;
  for (const Json& ref : json["refs"]) {
    targets.insert(ref["target"].get<std::string>());
    const std::size_t start = ref["start"], end = ref["end"];
    EXPECT_EQ(text.substr(start, end - start), ref["text"].get<std::string>());
    if (ref["target"] == "CFR/art_99") {
      EXPECT_EQ(ref["outcome"], "absent");
      EXPECT_FALSE(ref["suggestions"].empty());
    }
  }
  EXPECT_EQ(targets,
            (std::set<std::string>{"32016R0399/art_6/par_1/pnt_a..32016R0399/art_6/par_1/"
                                   "pnt_c",
                                   "TFEU/art_16", "CFR/art_99", "32016R0399/art_5/par_2"}));
}

TEST(Cite, HtmlIsTheTextWithLinks) {
  const Outcome run = acquis({"cite", file_with("c.txt", std::string(sample) + "\xFF\xC3("),
                              "--format", "html", "--lang", "en"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_TRUE(contains(run.out, "href=\"http://data.europa.eu/eli/treaty/tfeu_2016/art_16/oj\""));
  EXPECT_TRUE(contains(run.out, "title=\"Article 16 of the Treaty on the Functioning"));
  EXPECT_TRUE(contains(run.out, "&quot;&lt;b&gt;&quot; &amp; co."));
  EXPECT_TRUE(contains(run.out, "\xEF\xBF\xBD\xEF\xBF\xBD(</main>")) << "bytes that are no UTF-8";
  // Without its tags it is the text.
  std::string bare;
  bool inside = false;
  const std::size_t begin = run.out.find("<main>"), end = run.out.find("</main>");
  for (const char c : run.out.substr(begin, end - begin)) {
    if (c == '<') inside = true;
    if (!inside) bare += c;
    if (c == '>') inside = false;
  }
  EXPECT_EQ(bare.substr(0, 55), std::string(sample).substr(0, 55));
}

TEST(Cite, LinesOfJsonInAndOut) {
  const std::string file =
      file_with("d.jsonl",
                "{\"id\":\"x\",\"lang\":\"en\",\"context\":\"32016R0399\",\"text\":\"Articles 2 to "
                "5 and that "
                "Directive\"}\n\n{\"id\":7,\"lang\":\"fr\",\"text\":\"l'article 67 TFUE\"}\n"
                "{\"id\":null,\"text\":\"bytes \xFF here: Article 67 TFEU\"}\n");
  const Outcome run = acquis({"cite", file, "--jsonl"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const std::vector<Json> lines = lines_of(run.out);
  ASSERT_EQ(lines.size(), 3u);
  for (const Json& line : lines) expect_valid(line);
  EXPECT_EQ(lines[0]["id"], "x");
  EXPECT_EQ(lines[0]["refs"][0]["target"], "32016R0399/art_2..32016R0399/art_5");
  EXPECT_EQ(lines[0]["unbound"][0]["status"], "unresolved");
  EXPECT_EQ(lines[1]["id"], 7);
  EXPECT_EQ(lines[1]["refs"][0]["target"], "TFEU/art_67");
  EXPECT_EQ(lines[2]["refs"][0]["target"], "TFEU/art_67");
}

TEST(Cite, WrongLinesAreNamedAndTheOthersAnswered) {
  const std::string file = file_with(
      "e.jsonl",
      "{\"text\":\"Article 67 TFEU\"}\n{bad\n[]\n{\"text\":1}\n{\"text\":\"\",\"lang\":\"it\"}\n"
      "{\"text\":\"\",\"context\":\"nowhere\"}\n{\"text\":\"\",\"date\":\"2020-02-30\"}\n");
  const Outcome run = acquis({"cite", file, "--jsonl"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_EQ(lines_of(run.out).size(), 1u);
  for (const char* part : {":2: ", ":3: expected an object", ":4: \"text\" is not a string",
                           ":5: language \"it\"", ":6: context \"nowhere\"", ":7: date"})
    EXPECT_TRUE(contains(run.err, part)) << part << "\n" << run.err;
}

TEST(Cite, ExitCodes) {
  EXPECT_EQ(acquis({"cite", file_with("f.txt", "Nothing is cited here.")}).exit, 1);
  EXPECT_EQ(acquis({"cite", file_with("g.txt", "")}).exit, 1);
  EXPECT_EQ(acquis({"cite", ::testing::TempDir() + "acquis_no_such_file"}).exit, 2);
  EXPECT_EQ(acquis({"cite", file_with("h.txt", "x"), "--lang", "it"}).exit, 2);
  EXPECT_EQ(acquis({"cite", file_with("i.txt", "x"), "--context", "nowhere"}).exit, 2);
  EXPECT_EQ(acquis({"cite", file_with("j.txt", "x"), "--date", "yesterday"}).exit, 2);
}

TEST(Cite, TheDateDecidesWhichTreaty) {
  const std::string file = file_with("k.txt", "in accordance with Article 67 of the Treaty");
  EXPECT_TRUE(contains(acquis({"cite", file, "--date", "2000-05-01"}).out, "TEC/art_67"));
  EXPECT_TRUE(contains(acquis({"cite", file, "--date", "2020-05-01"}).out, "TFEU/art_67"));
}

TEST(Cite, LintsAndFixes) {
  const std::string text =
      "See paragraph 2 of Article 1 of Regulation (EU) 2016/399.\nSee Articles 2-4 TFEU.\n";
  const std::string file = file_with("l.txt", text);
  const Outcome table = acquis({"cite", file, "--lint"});
  EXPECT_EQ(table.exit, 0) << table.err;
  for (const char* part : {"1:5", "SG1", "Article 1(2)", "2:5", "SG5", "Articles 2 to 4"})
    EXPECT_TRUE(contains(table.out, part)) << part << "\n" << table.out;
  const Json json = Json::parse(acquis({"cite", file, "--lint", "--format", "json"}).out);
  ASSERT_EQ(json.size(), 2u);
  EXPECT_EQ(json[0]["rule"], "SG1");
  EXPECT_EQ(json[1]["start"], 62);
  const std::string fixed =
      "See Article 1(2) of Regulation (EU) 2016/399.\nSee Articles 2 to 4 TFEU.\n";
  EXPECT_EQ(acquis({"cite", file, "--lint", "--fix"}).out, fixed);
  EXPECT_EQ(acquis({"cite", file_with("m.txt", fixed), "--lint"}).exit, 1);
}

TEST(Key, ShowsAllIdentifiers) {
  const Outcome run = acquis({"key", "article 77, paragraphe 2, point b), TFUE"});
  EXPECT_EQ(run.exit, 0) << run.err;
  for (const char* part :
       {"TFEU/art_77/par_2/pnt_b", "Article 77(2)(b) TFEU", "artikel 77, lid 2, onder b), VWEU",
        "12016E077", "art_77__para_2__point_b", "A77P2PTB"})
    EXPECT_TRUE(contains(run.out, part)) << part << "\n" << run.out;
}

TEST(Key, JsonHasAMemberForEach) {
  const Outcome run = acquis({"key", "Articles 67 to 76 TFEU", "--format", "json"});
  EXPECT_EQ(run.exit, 0) << run.err;
  const Json json = Json::parse(run.out);
  ASSERT_EQ(json.size(), 1u);
  EXPECT_EQ(json[0]["key"], "TFEU/art_67");
  EXPECT_EQ(json[0]["last"], "TFEU/art_76");
  EXPECT_EQ(json[0]["citation"]["de"], "Artikel 67 bis 76 AEUV");
  EXPECT_EQ(Json::parse(acquis({"key", "ECLI:EU:C:2020:559", "--format", "json"}).out)[0]["ecli"],
            "ECLI:EU:C:2020:559");
}

TEST(Key, CsvHasALineForEach) {
  const Outcome run = acquis({"key", "Article 67 TFEU", "--format", "csv"});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out.substr(0, 35), "identifier,value\r\nkey,TFEU/art_67\r\n");
}

TEST(Key, SaysWhatIsWrong) {
  const Outcome run = acquis({"key", "Artcle 67 TFEU"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_TRUE(contains(run.err, "1:1: \"Artcle\"")) << run.err;
  EXPECT_TRUE(contains(run.err, "did you mean Article?")) << run.err;
}

}  // namespace
