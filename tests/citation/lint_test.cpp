#include "acquis/citation/lint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/citation/treaty_shape.hpp"

namespace {

using namespace acquis;

struct Row {
  Language language;
  std::string_view rule, text, fixed;
};

std::string fixed(std::string_view text, const CiteContext& context) {
  return apply_fixes(text, lint_citations(text, context));
}

TEST(Lint, MendsWhatTheGuideWritesOtherwise) {
  for (const Row& row : std::vector<Row>{
           {Language::en, "SG1", "See Article 1 (2) (a) of Regulation (EU) 2016/399.",
            "See Article 1(2)(a) of Regulation (EU) 2016/399."},
           {Language::en, "SG1", "See paragraph 2 of Article 1 of Directive 95/46/EC.",
            "See Article 1(2) of Directive 95/46/EC."},
           {Language::en, "SG1", "Under the third subparagraph of Article 4(3) TEU it may.",
            "Under Article 4(3), third subparagraph, TEU it may."},
           {Language::en, "SG1", "Points (b) and (e) of Article 77(2) TFEU apply.",
            "Article 77(2), points (b) and (e), TFEU apply."},
           {Language::en, "SG2", "See Article 1, Article 4 and Article 9 TFEU.",
            "See Articles 1, 4 and 9 TFEU."},
           {Language::en, "SG3", "See Articles 2 and 3(1) TFEU.",
            "See Article 2 and Article 3(1) TFEU."},
           {Language::en, "SG5", "See Articles 2-4 TFEU.", "See Articles 2 to 4 TFEU."},
           {Language::en, "SG7", "See Article 263(4) TFEU.",
            "See Article 263, fourth paragraph, TFEU."},
           {Language::en, "SG8", "as listed in Annex to Regulation (EU) 2016/399",
            "as listed in the Annex to Regulation (EU) 2016/399"},
           {Language::en, "SG9", "See Article 67 TFEU and Article 3 TEU.",
            "See Article 3 TEU and Article 67 TFEU."},
           {Language::en, "SG10", "See Article 9 bis of Regulation (EU) 2016/399.",
            "See Article 9a of Regulation (EU) 2016/399."},
           {Language::fr, "SG11", "Vu l'article 5 paragraphe 2 du règlement (UE) 2016/399.",
            "Vu l'article 5, paragraphe 2, du règlement (UE) 2016/399."},
           {Language::fr, "SG11",
            "selon l'article 6, paragraphe 1, point (a), du règlement "
            "(UE) 2016/399",
            "selon l'article 6, paragraphe 1, point a), du règlement (UE) 2016/399"},
           {Language::fr, "SG1", "au premier alinéa de l'article 4, paragraphe 3, TUE",
            "à l'article 4, paragraphe 3, premier alinéa, TUE"},
           {Language::nl, "SG11", "Zie artikel 77, tweede lid, VWEU.",
            "Zie artikel 77, lid 2, VWEU."},
           {Language::nl, "SG1", "Zie de tweede alinea van artikel 4, lid 3, VEU.",
            "Zie artikel 4, lid 3, tweede alinea, VEU."},
           {Language::de, "SG5", "Siehe Artikel 67-76 AEUV.", "Siehe Artikel 67 bis 76 AEUV."},
       }) {
    const CiteContext context{.language = row.language};
    const std::vector<LintFinding> findings = lint_citations(row.text, context);
    ASSERT_EQ(findings.size(), 1u) << row.text;
    EXPECT_EQ(findings[0].rule_text(), row.rule) << row.text;
    EXPECT_EQ(row.text.substr(findings[0].begin, findings[0].end - findings[0].begin),
              findings[0].written);
    EXPECT_FALSE(findings[0].reason.empty());
    EXPECT_EQ(apply_fixes(row.text, findings), row.fixed);
  }
}

TEST(Lint, LeavesAloneWhatIsRight) {
  for (const auto& [language, text] : std::vector<std::pair<Language, std::string_view>>{
           {Language::en, "Article 1(2)(a) of Regulation (EU) 2016/399"},
           {Language::en, "Article 77(2), points (b) and (e), and Article 79(2), point (c), TFEU"},
           {Language::en, "Article 2, Article 5(2) and (3) and Articles 6 to 9 TFEU"},
           {Language::en, "Article 43 or Article 44 TFEU"},
           {Language::en, "Title V of Part Three TFEU and Chapter 2 of that Title"},
           {Language::en, "Title A, point (2)(a)(i), of the Annex to Regulation (EU) 2016/399"},
           {Language::en, "point 4 of Annex II to Regulation (EU) 2016/399"},
           {Language::en, "Article 263, fourth paragraph, TFEU and paragraph 3 of this Article"},
           {Language::en, "recital (12) of Regulation (EU) 2016/399"},
           {Language::fr,
            "l'article 1er, paragraphe 2, points a) et b), du règlement (UE) 2016/399"},
           {Language::fr, "l'article 9 bis de la directive 95/46/CE et l'annexe I"},
           {Language::fr,
            "en vertu de l'article 18, paragraphe 1, de l'article 21, paragraphe 2, et "
            "des articles 24 et 25"},
           {Language::nl, "artikel 77, lid 2, onder b) en e), VWEU en artikel 7 bis"},
           {Language::de, "Artikel 77 Absatz 2 Buchstaben b und e AEUV und Artikel 9 bis 12"},
           {Language::en, "Nothing is cited here (1) or (a)."},
       })
    for (const LintFinding& f : lint_citations(text, {.language = language}))
      ADD_FAILURE() << text << ": " << f.written << " -> " << f.advice;
}

TEST(Lint, ReportsWithoutAFixWhatTheSentenceForbids) {
  const std::string_view text = "point (2), point (a), point (i), of Annex I to Directive 95/46/EC";
  const auto findings = lint_citations(text);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].rule_text(), "SG6");
  EXPECT_EQ(findings[0].advice.substr(0, 15), "point (2)(a)(i)");
}

// What is cited; in the order of the treaties where the guide wants another order.
std::vector<std::string> cited(std::string_view text, const CiteContext& context) {
  std::vector<std::string> out;
  for (const Reference& r : extract_citations(text, context).references)
    out.push_back(std::string(usual_name(r.target).key()) + ".." +
                  std::string(usual_name(r.last).key()));
  std::sort(out.begin(), out.end());
  return out;
}

// A paragraph and a version of it that the guide would not write.
std::vector<std::pair<std::string, std::string>> misspellings() {
  return {{"(", " ("},
          {" and ", " or "},
          {", point ", " point "},
          {"Article ", "Art. "},
          {" to ", "-"},
          {", paragraphe ", " paragraphe "},
          {"point a)", "point (a)"}};
}
std::string misspelled(std::string text, const std::pair<std::string, std::string>& change) {
  for (std::size_t at = text.find(change.first); at != std::string::npos;
       at = text.find(change.first, at + change.second.size()))
    text.replace(at, change.first.size(), change.second);
  return text;
}

struct Paragraph {
  std::string text;
  CiteContext context;
};
std::vector<Paragraph> real_paragraphs() {
  std::vector<Paragraph> out;
  for (const char* file : {"citations.dev.jsonl", "forms.dev.jsonl"}) {
    std::ifstream in(std::string(ACQUIS_SOURCE_DIR) + "/../shared/data/gold/" + file);
    for (std::string line; std::getline(in, line);) {
      const auto json = nlohmann::json::parse(line);
      CiteContext context;
      context.language = *parse_language(json["lang"].get<std::string>());
      const std::string place = json.value("context", "");
      context.place = Citation::from_key(place).value_or(Citation());
      out.push_back({json["text"].get<std::string>(), context});
    }
  }
  return out;
}

TEST(LintProperty, FixesKeepWhatIsCitedAndAreFinal) {
  const std::vector<Paragraph> paragraphs = real_paragraphs();
  if (paragraphs.empty()) GTEST_SKIP() << "../shared/data/gold is not here";
  std::size_t fixes = 0;
  const auto check = [&](const std::string& text, const CiteContext& context) {
    const auto findings = lint_citations(text, context);
    const std::string after = apply_fixes(text, findings);
    EXPECT_EQ(cited(text, context), cited(after, context)) << text << "\n" << after;
    for (const LintFinding& f : lint_citations(after, context))
      EXPECT_FALSE(f.has_fix) << after << "\n" << f.written << " -> " << f.advice;
    EXPECT_EQ(fixed(after, context), after);
    for (const LintFinding& f : findings) fixes += f.has_fix;
  };
  for (const Paragraph& paragraph : paragraphs) {
    check(paragraph.text, paragraph.context);
    for (const auto& change : misspellings())
      check(misspelled(paragraph.text, change), paragraph.context);
  }
  EXPECT_GT(fixes, 100u);
}

}  // namespace
