#include "acquis/report/health.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "acquis/corpus/fingerprint.hpp"
#include "acquis/io/load.hpp"

namespace acquis {
namespace {

constexpr std::string_view act =
    R"(<instrument key="32016R0399" type="regulation" document="2016-03-09" end="2020-01-01" ended="repealed">
  <label en="Old act"/><provision id="art_1"><label en="One"/></provision></instrument>
)";

Corpus load(const std::string& inside, const std::string& waivers = "") {
  const std::string xml = "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"t\"><source id=\"s\"/>\n" +
                          waivers + inside + "</corpus>";
  Diagnostics problems;
  auto law = parse_corpora(std::vector<CorpusText>{{"t.xml", xml}}, {}, &problems);
  EXPECT_TRUE(law.ok()) << law.status();
  return *std::move(law);
}

// "ACQ0602:3 ACQ0608:3": codes and lines.
std::string findings(const Corpus& law, Date today = Date::from_ymd(2026, 1, 1)) {
  std::string out;
  for (const Diagnostic& d : check_health(law, {.today = today}).findings)
    out += (out.empty() ? "" : " ") + d.code + ":" + std::to_string(d.line);
  return out;
}

const std::string pursued = R"(<objective id="o"/>
)";

TEST(Health, EachRuleFindsItsFault) {
  const std::string whole = std::string(act) + pursued;
  const std::string p =
      "<priority id=\"p\"><pursues ref=\"objective:o\" evidence=\"stated\" "
      "source=\"s\" at=\"1\"/>\n";
  struct Case {
    std::string inside;
    const char* found;
  };
  for (const Case& c : {
           Case{whole + p + "</priority>", ""},
           Case{whole + p +
                    "<relies_on ref=\"TFEU/art_1\" evidence=\"stated\" source=\"s\" "
                    "at=\"2\"/></priority>",
                "ACQ0601:6"},
           Case{whole + p + "</priority><priority id=\"q\"/>", "ACQ0602:6 ACQ0608:6"},
           Case{whole + p +
                    "<relies_on ref=\"32016R0399/art_1\" evidence=\"stated\" source=\"s\" "
                    "at=\"2\"/></priority>",
                "ACQ0603:6"},
           Case{whole + p +
                    "</priority><about ref=\"32016R0399/art_1\">\n<legal_basis "
                    "ref=\"32016R0399/art_1\" evidence=\"stated\" source=\"s\" at=\"2\" "
                    "to=\"2019-01-01\"/></about>",
                "ACQ0604:3"},
           Case{whole + p +
                    "<pursues ref=\"objective:o\" evidence=\"stated\" source=\"s\" "
                    "at=\"2\" fingerprint=\"0000000000000001\"/></priority>",
                "ACQ0605:6"},
           Case{whole + p + "</priority><instrument key=\"32017R0458\" type=\"regulation\"/>",
                "ACQ0606:6"},
           Case{whole + p +
                    "<pursues ref=\"objective:o\" evidence=\"editorial\" "
                    "note=\"n\"/></priority>",
                "ACQ0607:6"},
           Case{whole, "ACQ0609:4"},
           Case{whole + p +
                    "<pursues ref=\"objective:o\" evidence=\"derived\" source=\"s\"/>"
                    "</priority>",
                "ACQ0610:6"},
           Case{whole + p +
                    "<relies_on ref=\"32016R0399\" evidence=\"stated\" source=\"s\" "
                    "at=\"2\" from=\"2021-01-01\" to=\"2021-12-31\"/></priority>",
                "ACQ0611:6"},
           Case{whole + p +
                    "</priority><theme id=\"a\"><label en=\"Same\"/></theme>\n"
                    "<theme id=\"b\"><label en=\"Same\"/></theme>",
                "ACQ0612:7"},
       })
    EXPECT_EQ(findings(load(c.inside)), c.found) << c.inside;
}

TEST(Health, EveryRuleHasACaseAboveAndALine) {
  EXPECT_EQ(health_rules().size(), 13u);
  for (std::size_t i = 0; i < health_rules().size(); ++i) {
    EXPECT_EQ(health_rules()[i].code, "ACQ06" + std::string(i < 10 ? "0" : "") + std::to_string(i));
    EXPECT_GT(health_rules()[i].text.size(), 20u);
  }
}

TEST(Health, OnADayBeforeTheEndNothingIsObsolete) {
  const Corpus law = load(std::string(act) + pursued +
                          "<priority id=\"p\"><pursues ref=\"objective:o\" evidence=\"stated\" "
                          "source=\"s\" at=\"1\"/><relies_on ref=\"32016R0399\" "
                          "evidence=\"stated\" source=\"s\" at=\"1\"/></priority>");
  EXPECT_EQ(findings(law, Date::from_ymd(2020, 1, 1)), "");
  EXPECT_EQ(findings(law, Date::from_ymd(2020, 1, 2)), "ACQ0603:5");
  EXPECT_EQ(findings(law, {}), "");
}

TEST(Health, AWaiverSwitchesOffWhatItNamesAndNoMore) {
  const std::string two = "<theme id=\"a\"><priority id=\"p\"/></theme>\n<priority id=\"q\"/>";
  EXPECT_EQ(findings(load(two)), "ACQ0602:2 ACQ0608:2 ACQ0602:3 ACQ0608:3");
  const auto waived = [&](const std::string& waiver) {
    return findings(load(two, "<waive " + waiver + " reason=\"w\"/>"));
  };
  EXPECT_EQ(waived("rule=\"ACQ0602\""), "ACQ0608:2 ACQ0608:3");
  EXPECT_EQ(waived("rule=\"ACQ0602\" ref=\"priority:q\""), "ACQ0602:2 ACQ0608:2 ACQ0608:3");
  EXPECT_EQ(waived("rule=\"ACQ0602\" ref=\"theme:a\""), "ACQ0608:2 ACQ0602:3 ACQ0608:3");
  EXPECT_EQ(waived("rule=\"ACQ0607\""), "ACQ0600:2 ACQ0602:2 ACQ0608:2 ACQ0602:3 ACQ0608:3");
  EXPECT_EQ(check_health(load(two, "<waive rule=\"ACQ0602\" reason=\"w\"/>")).waived, 2u);
}

TEST(Fingerprint, ChangesWithWhatTheNodeSaysAndWithNothingElse) {
  const Corpus law = load(std::string(act));
  const std::string before = fingerprint(law, law.find("32016R0399"));
  EXPECT_EQ(before.size(), 16u);
  EXPECT_EQ(fingerprint(load("\n\n" + std::string(act) + pursued), law.find("32016R0399")).size(),
            16u);
  const auto after = [&](std::string_view from, std::string_view to) {
    std::string text(act);
    text.replace(text.find(from), from.size(), to);
    const Corpus changed = load(pursued + text +
                                "<about ref=\"32016R0399\"><legal_basis "
                                "ref=\"TFEU/art_77\" evidence=\"editorial\" note=\"n\"/></about>");
    return fingerprint(changed, changed.find("32016R0399"));
  };
  EXPECT_EQ(after("Old act", "Old act"), before);
  EXPECT_NE(after("Old act", "New act"), before);
  EXPECT_NE(after("2020-01-01", "2020-01-02"), before);
  EXPECT_NE(after("repealed", "expired"), before);
  EXPECT_NE(after("\"One\"", "\"Two\""), before);
  EXPECT_NE(after("</instrument>", "<provision id=\"art_2\"/></instrument>"), before);
}

TEST(Sarif, NamesRulesPlacesAndLevels) {
  const Corpus law = load("<priority id=\"q\"/>");
  const auto json = nlohmann::json::parse(to_sarif(check_health(law).findings));
  EXPECT_EQ(json["version"], "2.1.0");
  const auto& run = json["runs"][0];
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["id"], "ACQ0602");
  EXPECT_EQ(run["tool"]["driver"]["rules"][0]["name"], "orphaned");
  ASSERT_EQ(run["results"].size(), 2u);
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "ACQ0602");
  EXPECT_EQ(result["level"], "warning");
  const auto& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "t.xml");
  EXPECT_EQ(place["region"]["startLine"], 2);
  EXPECT_EQ(place["region"]["startColumn"], 1);
  EXPECT_EQ(nlohmann::json::parse(to_sarif({}))["runs"][0]["results"].size(), 0u);
}

}  // namespace
}  // namespace acquis
