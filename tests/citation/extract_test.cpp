// What the extractor says of each reference, and what holds of all of them.
#include "acquis/citation/extract.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "citation/gold.hpp"

namespace acquis {
namespace {

using citation_test::targets_of;
using Targets = std::vector<std::string>;

Citation key(std::string_view text) { return Citation::from_key(text).value(); }

Targets found(std::string_view text, std::string_view place = "",
              Language language = Language::en) {
  CiteContext context{.language = language};
  if (!place.empty()) context.place = key(place);
  return targets_of(extract_citations(text, context));
}

TEST(Extract, ListsAreClosedAndRangesAreOne) {
  EXPECT_EQ(found("Articles 2, 3a and 6 to 8 TEU"),
            (Targets{"teu/art_2", "teu/art_3a", "teu/art_6..teu/art_8"}));
  EXPECT_EQ(found("Article 45(2) to (4) TFEU"), Targets{"tfeu/art_45/par_2..tfeu/art_45/par_4"});
  EXPECT_EQ(found("points (a)(i) and (b) of Article 5(1) TFEU"),
            (Targets{"tfeu/art_5/par_1/pnt_a/pnt_i", "tfeu/art_5/par_1/pnt_b"}));
}

TEST(Extract, ListsCross) {
  EXPECT_EQ(found("Articles 60 and 61 of Regulations (EU) No 1093/2010 and (EU) 2016/399"),
            (Targets{"32010r1093/art_60", "32010r1093/art_61", "32016r0399/art_60",
                     "32016r0399/art_61"}));
}

TEST(Extract, MembersOfAListHaveContainersOfTheirOwn) {
  EXPECT_EQ(
      found("Article 4, the first subparagraph of Article 5(1) and point (4) of Annex V",
            "32012L0027/art_28/par_1"),
      (Targets{"32012l0027/anx_v/pnt_4", "32012l0027/art_4", "32012l0027/art_5/par_1/sub_1"}));
}

TEST(Extract, NumbersOfActsOfEveryTime) {
  EXPECT_EQ(found("Regulation (EEC) No 1408/71, Directive 95/46/EC, Decision No 243/2012/EU, "
                  "Framework Decision 2002/584/JHA, Regulation (EU, Euratom) 2020/2093, "
                  "Directive 2013/59/Euratom, COM(92) 24, JOIN(2020) 5 final"),
            (Targets{"31971r1408", "31995l0046", "32002f0584", "32012d0243", "32013l0059",
                     "32020r2093", "51992dc0024", "52020jc0005"}));
}

TEST(Extract, TheTreatyIsThatOfItsTime) {
  EXPECT_EQ(found("Article 85(1) of the Treaty", "31989R4064"), Targets{"eec/art_85/par_1"});
  EXPECT_EQ(found("Article 81(1) of the Treaty", "32003R0001"), Targets{"tec/art_81/par_1"});
  EXPECT_EQ(found("Article 101(1) of the Treaty", "32014L0104"), Targets{"tfeu/art_101/par_1"});
  EXPECT_EQ(found("Article 34(2)(b) of the Treaty on European Union", "32002F0584"),
            Targets{"teu-pre2009/art_34/par_2/pnt_b"});
  EXPECT_EQ(found("Council Regulation (EC) No 1/2003 of 16 December 2002 on the rules laid down in "
                  "Articles 81 and 82 of the Treaty",
                  "32019L0001"),
            (Targets{"32003r0001", "tec/art_81", "tec/art_82"}));
}

TEST(Extract, AVisaIsAboutItsSubject) {
  EXPECT_EQ(found("Having regard to Regulation (EU) No 575/2013 of the European Parliament and of "
                  "the Council amending Regulation (EU) No 648/2012, and in particular the third "
                  "subparagraph of Article 495 thereof,",
                  "32015R1556"),
            (Targets{"32012r0648", "32013r0575/art_495/sub_3"}));
  EXPECT_EQ(
      found("Having regard to the Treaty on the Functioning of the European Union,", "32015R1556"),
      Targets{"tfeu"});
  EXPECT_EQ(found("Having regard to the Treaty of Accession, and in particular Article 3 thereof,",
                  "32013L0018"),
            Targets{});
}

TEST(Extract, RelativePlacesNeedAPlace) {
  const std::string text = "paragraph 2, point (b) of this paragraph and Annex II";
  EXPECT_EQ(
      found(text, "32016R0399/art_5/par_1/sub_2"),
      (Targets{"32016r0399/anx_ii", "32016r0399/art_5/par_1/pnt_b", "32016r0399/art_5/par_2"}));
  EXPECT_EQ(found(text), Targets{});
  for (const Reference& reference : extract_citations(text).references)
    EXPECT_EQ(reference.status, ReferenceStatus::unresolved);
}

TEST(Extract, APronounIsBoundWhereOneThingIsPossible) {
  const CiteContext here{.place = key("32023R2844/art_14")};
  const auto one = extract_citations(
      "Regulation (EU) 2016/679 applies. Article 5 of that Regulation is relevant.", here);
  ASSERT_EQ(one.references.size(), 2u);
  EXPECT_EQ(one.references[1].target, key("32016R0679/art_5"));
  EXPECT_EQ(one.references[1].status, ReferenceStatus::antecedent);
  const auto two = extract_citations(
      "Regulations (EU) 2016/679 and (EU) 2018/1725 and Article 5 of that Regulation.", here);
  ASSERT_EQ(two.references.size(), 3u);
  EXPECT_FALSE(two.references[2].target);
  EXPECT_EQ(two.references[2].status, ReferenceStatus::ambiguous);
  ASSERT_EQ(two.candidates_of(two.references[2]).size(), 2u);
  EXPECT_EQ(two.candidates_of(two.references[2])[0], key("32018R1725/art_5"));
}

TEST(Extract, APronounHasTheTypeOfTheWholeNoun) {
  EXPECT_EQ(
      found("Framework Decision 2002/584/JHA applies. Article 3 of that Framework Decision and "
            "that Framework Decision as a whole are relevant."),
      (Targets{"32002f0584", "32002f0584", "32002f0584/art_3"}));
}

TEST(Extract, ForeignLawIsNotMistaken) {
  for (const std::string_view text :
       {"Article 51 of the Charter of the United Nations", "Article 5 of the Visa Convention",
        "Article 53(1) of the EEA Agreement", "Article 33 of the 1951 Refugee Convention",
        "Section 7 of the DPI-MCAA", "Article 6 of the UN Charter"}) {
    const auto out = extract_citations(text, {.place = key("32016R0399/art_5")});
    ASSERT_EQ(out.references.size(), 1u) << text;
    EXPECT_EQ(out.references[0].status, ReferenceStatus::foreign) << text;
  }
}

TEST(Extract, NamesComeFromTablesAndFromTheText) {
  EXPECT_EQ(found("Article 6 of the Schengen Borders Code"), Targets{"32016r0399/art_6"});
  EXPECT_EQ(found("Article 27(4) of the Financial Regulation", "32009R0663/art_27"),
            Targets{"32002r1605/art_27/par_4"});
  EXPECT_EQ(found("Regulation (EU) 2024/1356 (the \xE2\x80\x98Screening Regulation\xE2\x80\x99) "
                  "applies. Article 8 of the Screening Regulation"),
            (Targets{"32024r1356", "32024r1356/art_8"}));
  WorkNames names = WorkNames::shipped();
  names.add("House Rules", Language::en, key("32018R1725"));
  const CiteContext context{.names = &names};
  EXPECT_EQ(targets_of(extract_citations("Article 4 of the House Rules", context)),
            Targets{"32018r1725/art_4"});
}

TEST(Extract, QuotedTextBelongsToTheActThatIsAmended) {
  EXPECT_EQ(
      found("Directive 2004/17/EC is amended as follows: (1) Article 16 is amended as "
            "follows: (a) in point (a), the amount is replaced; (2) Article 61 is replaced by "
            "the following: \xE2\x80\x98"
            "1. Article 7 of this Directive applies.\xE2\x80\x99",
            "32011R1251/art_1"),
      (Targets{"32004l0017", "32004l0017/art_16", "32004l0017/art_16/pnt_a", "32004l0017/art_61",
               "32004l0017/art_7"}));
}

TEST(Extract, StateGoesFromParagraphToParagraph) {
  ReadingState state;
  Extraction out;
  const CiteContext here{.place = key("32023R2844/art_1/par_1")};
  extract_citations("Regulation (EU) 2016/679 is amended as follows:", here, state, out);
  EXPECT_EQ(state.amended(), key("32016R0679"));
  extract_citations("(1) Article 5(1) is deleted;", here, state, out);
  ASSERT_EQ(out.references.size(), 2u);
  EXPECT_EQ(out.references[1].target, key("32016R0679/art_5/par_1"));
  EXPECT_EQ(out.references[1].status, ReferenceStatus::amended);
  extract_citations("Article 3 applies.", {.place = key("32023R2844/art_2/par_1")}, state, out);
  EXPECT_EQ(out.references[2].target, key("32023R2844/art_3"));
}

TEST(Extract, SaysWhatStandsBefore) {
  const std::string_view text =
      "Without prejudice to Article 5 TEU and in accordance with the procedure of Article 7 TEU, "
      "pursuant to Article 8 TEU";
  const auto out = extract_citations(text);
  ASSERT_EQ(out.references.size(), 3u);
  EXPECT_EQ(out.references[0].connective, Connective::without_prejudice_to);
  EXPECT_EQ(out.references[1].connective, Connective::none);
  EXPECT_EQ(out.references[2].connective, Connective::pursuant_to);
  EXPECT_EQ(text.substr(out.references[2].phrase_begin,
                        out.references[2].phrase_end - out.references[2].phrase_begin),
            "Article 8 TEU");
}

TEST(Extract, TypographyDoesNotMatter) {
  const Targets same{"tfeu/art_77/par_2/pnt_b..tfeu/art_77/par_2/pnt_e"};
  EXPECT_EQ(found("Art\xC2\xAD"
                  "icle\xC2\xA0"
                  "77(2), points\xE2\x80\xAF(b)\xE2\x80\x93(e), TFEU"),
            same);
  EXPECT_EQ(found(std::string_view("\0Article 77(2)(b) to (e) TFEU\xFF", 30)), same);
}

// ---- what holds of every text

// Offsets lie in the text, on characters, in order of phrases.
void expect_sound(std::string_view text, const Extraction& out) {
  for (const Reference& r : out.references) {
    ASSERT_LT(r.begin, r.end);
    ASSERT_LE(r.end, text.size());
    for (const std::uint32_t at : {r.begin, r.end})
      if (at < text.size()) {
        ASSERT_NE(static_cast<unsigned char>(text[at]) & 0xC0, 0x80) << at;
      }
    const bool known = r.status != ReferenceStatus::ambiguous &&
                       r.status != ReferenceStatus::unresolved &&
                       r.status != ReferenceStatus::foreign;
    ASSERT_EQ(known, static_cast<bool>(r.target));
  }
}

// Pieces of citations in any order: nothing is lost or out of place.
TEST(ExtractProperty, AnyTextGivesSoundOffsets) {
  const std::array<std::string_view, 40> pieces{"Article ",
                                                "Articles ",
                                                "5",
                                                "(1)",
                                                "(a)",
                                                ", ",
                                                " and ",
                                                " to ",
                                                " of ",
                                                "that ",
                                                "this ",
                                                "Regulation ",
                                                "(EU) ",
                                                "No ",
                                                "2016/399",
                                                "TFEU",
                                                "thereof",
                                                "Annex II",
                                                "point ",
                                                "(i)",
                                                "the first subparagraph",
                                                "; ",
                                                ". ",
                                                "\xE2\x80\x98",
                                                "\xE2\x80\x99",
                                                ": ",
                                                "is replaced ",
                                                "Having regard to ",
                                                "in particular ",
                                                "Treaty",
                                                "Protocol No 21",
                                                "\xC2\xA0",
                                                "\xFF",
                                                "is amended as follows",
                                                "paragraph ",
                                                "\n",
                                                "the Charter",
                                                "COM(2020) 605",
                                                "its ",
                                                "x"};
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const std::size_t count = 1 + random() % 40;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    for (const Language language : languages) {
      const CiteContext context{.language = language, .place = key("32016R0399/art_5/par_1")};
      expect_sound(text, extract_citations(text, context));
    }
  }
}

// What follows a paragraph in the same state does not change what was found in it.
TEST(ExtractProperty, ReadingOnLeavesWhatWasRead) {
  const auto lines =
      citation_test::read_gold(ACQUIS_SOURCE_DIR "/tests/citation/data/forms.fr.jsonl");
  ReadingState state;
  Extraction whole;
  std::vector<std::size_t> counts;
  for (const auto& line : lines) {
    extract_citations(line.text, line.context, state, whole);
    expect_sound("", Extraction{});
    counts.push_back(whole.references.size());
  }
  EXPECT_TRUE(std::is_sorted(counts.begin(), counts.end()));
}

}  // namespace
}  // namespace acquis
