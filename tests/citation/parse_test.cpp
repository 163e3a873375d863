#include "acquis/citation/parse.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/detect_language.hpp"

namespace {

using namespace acquis;

Citation key(std::string_view text) { return Citation::from_key(text).value_or(Citation()); }

// "KEY KEY KEY..KEY" or the fault.
std::string read_as(std::string_view text, const CiteContext& context = {}) {
  const ParsedCitation read = parse_citation(text, context);
  if (read.fault) return read.fault->message;
  std::string out;
  for (const Reference& r : read.places) {
    out += (out.empty() ? "" : " ") + std::string(r.target.key());
    if (r.last) out += ".." + std::string(r.last.key());
  }
  return out;
}

struct Row {
  Language language;
  std::string_view text, keys;
};

TEST(Parse, ReadsOnePlaceOrSeveralInFourLanguages) {
  for (const Row& row : std::vector<Row>{
           {Language::en, "Article 67 TFEU", "TFEU/art_67"},
           {Language::en, "  Article 67(2) TFEU\n", "TFEU/art_67/par_2"},
           {Language::en, "article 67 tfeu", "TFEU/art_67"},
           {Language::en, "Articles 67 to 76 TFEU", "TFEU/art_67..TFEU/art_76"},
           {Language::en, "Article 77(2), points (b) and (e), TFEU",
            "TFEU/art_77/par_2/pnt_b TFEU/art_77/par_2/pnt_e"},
           {Language::en, "Article 3 TEU and Regulation (EU) 2016/399", "TEU/art_3 32016R0399"},
           {Language::en, "Articles 60 and 61 of Regulations (EC) No 44/2001 and (EU) No 1215/2012",
            "32001R0044/art_60 32012R1215/art_60 32001R0044/art_61 32012R1215/art_61"},
           {Language::en,
            "Regulation (EU) No 1215/2012 of the European Parliament and of the Council of 12 "
            "December 2012 on jurisdiction in civil matters",
            "32012R1215"},
           {Language::en, "Schengen Borders Code", "32016R0399"},
           {Language::en, "Charter", "CFR"},
           {Language::fr, "article 263, quatrième alinéa, TFUE", "TFEU/art_263/par_4"},
           {Language::fr, "les articles 1er et 2 de la charte", "CFR/art_1 CFR/art_2"},
           {Language::fr, "traité CE", "TEC"},
           {Language::nl, "artikel 77, lid 2, onder b) en e), VWEU",
            "TFEU/art_77/par_2/pnt_b TFEU/art_77/par_2/pnt_e"},
           {Language::nl, "Handvest", "CFR"},
           {Language::de, "Artikel 77 Absatz 2 Buchstaben b und e AEUV",
            "TFEU/art_77/par_2/pnt_b TFEU/art_77/par_2/pnt_e"},
       })
    EXPECT_EQ(read_as(row.text, {.language = row.language}), row.keys) << row.text;
}

TEST(Parse, ReadsIdentifiers) {
  for (const auto& [text, keys] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"TFEU/art_67", "TFEU/art_67"},
           {"TFEU/art_67..TFEU/art_76", "TFEU/art_67..TFEU/art_76"},
           {"32016R0399", "32016R0399"},
           {"12016E067", "TFEU/art_67"},
           {"02016R0399-20190611", "32016R0399"},
           {"http://data.europa.eu/eli/reg/2016/399/art_25/oj", "32016R0399/art_25"},
           {"TFEU#art_67__para_2", "TFEU/art_67/par_2"},
           {"32016R0399 art_5__para_1__point_a", "32016R0399/art_5/par_1/pnt_a"},
           {"TFEU A67P2", "TFEU/art_67/par_2"},
           {"TFEU A263L4", "TFEU/art_263/par_4"},
       })
    EXPECT_EQ(read_as(text), keys) << text;
  const ParsedCitation judgment = parse_citation(" ECLI:EU:C:2020:559 ");
  ASSERT_TRUE(judgment.ecli);
  EXPECT_EQ(judgment.ecli->text().view(), "ECLI:EU:C:2020:559");
  EXPECT_TRUE(judgment && judgment.places.empty());
}

TEST(Parse, ReadsWhatIsRelativeToAPlace) {
  const CiteContext here{.place = key("32016R0399/art_5/par_1")};
  EXPECT_EQ(read_as("paragraph 3 of this Article", here), "32016R0399/art_5/par_3");
  EXPECT_EQ(read_as("this Regulation", here), "32016R0399");
  EXPECT_EQ(read_as("le présent règlement", {.language = Language::fr, .place = here.place}),
            "32016R0399");
  const CiteContext chapter{.place = key("TFEU/prt_3/tis_V/cpt_2")};
  EXPECT_EQ(read_as("this Title", chapter), "TFEU/prt_3/tis_V");
}

struct Fault {
  std::string_view text;
  std::string_view wrong;    // the part at fault
  std::string_view nearest;  // a hint
  std::string_view message;  // a part of it
};

TEST(Parse, SaysWhatIsWrongAndWhere) {
  for (const Fault& row : std::vector<Fault>{
           {"", "", "", "empty"},
           {" \n", " \n", "", "empty"},
           {"Artcle 67 TFEU", "Artcle", "Article", "no word of a citation"},
           {"Aricles 5 and 6 of Regulation (EU) 2016/399", "Aricles", "Articles", "no word"},
           {"Article 5 of Reglation (EU) 2016/399", "Reglation", "Regulation", "no work"},
           {"Article 5 of the Schengen Border Code", "Schengen Border Code",
            "Schengen Borders Code", "no work that has a key"},
           {"Article 5 of the Geneva Convention", "Geneva Convention", "", "no work"},
           {"Article 67 TFEU and nonsense", "nonsense", "", "no word"},
           {"paragraph 2", "paragraph 2", "", "does not say of which act"},
           {"that Regulation", "that Regulation", "", "does not say of which act"},
           {"Article 5", "Article 5", "", "does not say of which act"},
           {"?!", "?!", "", "no word"},
       }) {
    const ParsedCitation read = parse_citation(row.text);
    ASSERT_TRUE(read.fault) << row.text;
    EXPECT_TRUE(read.places.empty());
    EXPECT_EQ(row.text.substr(read.fault->begin, read.fault->end - read.fault->begin), row.wrong);
    EXPECT_EQ(read.fault->nearest, row.nearest) << row.text;
    EXPECT_NE(read.fault->message.find(row.message), std::string::npos) << read.fault->message;
  }
}

TEST(Parse, PositionsAreThoseOfTheTextAsGiven) {
  const std::string_view text = "  Charter ";
  const ParsedCitation read = parse_citation(text);
  ASSERT_EQ(read.places.size(), 1u);
  EXPECT_EQ(text.substr(read.places[0].begin, read.places[0].end - read.places[0].begin),
            "Charter");
  EXPECT_EQ(parse_citation("  Artcle 67 TFEU").fault->begin, 2u);
}

TEST(DetectLanguage, KnowsTheFour) {
  for (const Row& row : std::vector<Row>{
           {Language::en, "Article 67(2) TFEU", ""},
           {Language::en, "Member States shall apply the rules laid down in this Regulation.", ""},
           {Language::fr, "article 67, paragraphe 2, TFUE", ""},
           {Language::fr, "Les États membres appliquent la directive 95/46/CE.", ""},
           {Language::nl, "artikel 67, lid 2, VWEU", ""},
           {Language::nl, "De lidstaten passen de bepalingen van deze richtlijn toe.", ""},
           {Language::de, "Artikel 67 Absatz 2 AEUV", ""},
           {Language::de, "Die Mitgliedstaaten wenden diese Richtlinie an und teilen es mit.", ""},
       })
    EXPECT_EQ(detect_language(row.text), row.language) << row.text;
  EXPECT_EQ(detect_language("2016/399", Language::fr), Language::fr);
  EXPECT_EQ(detect_language(""), Language::en);
}

}  // namespace
