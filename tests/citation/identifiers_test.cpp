#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/akn.hpp"
#include "acquis/citation/ecli.hpp"
#include "acquis/citation/eli.hpp"
#include "acquis/citation/legal_basis_code.hpp"
#include "acquis/citation/literal.hpp"
#include "acquis/citation/oj.hpp"

namespace {

using namespace acquis;
using namespace acquis::literals;

static_assert(Eli::parse("/eli/reg/2016/399/oj")->place == "Regulation (EU) 2016/399"_cite);
static_assert(eid_of("Article 67(2) TFEU"_cite)->view() == "art_67__para_2");
static_assert(Ecli::parse("ECLI:EU:C:2020:559")->year == 2020);
static_assert(place_of_code("TFEU", "A23P4") == "TFEU/art_23/par_4"_cite);

Citation key(std::string_view text) { return Citation::from_key(text).value_or(Citation()); }

constexpr std::string_view host = "http://data.europa.eu/eli/";

TEST(Eli, ReadsAndPrintsBack) {
  for (const std::string_view path :
       {"reg/2016/399/oj", "reg/2016/399", "reg/2016/399/art_25/par_1/oj",
        "reg/2016/399/2019-06-11", "reg/2016/679/corrigendum/2018-05-23/oj",
        "reg_impl/2015/2447/oj", "reg_del/2015/2446/oj", "dir/2008/115/oj", "dec/2008/615/oj",
        "dec_framw/2002/584/oj", "reco/2021/2279/oj", "treaty/tfeu_2016/art_67/oj",
        "treaty/tfeu_2012/art_67/oj/eng", "treaty/teu_2016/oj", "treaty/char_2012/art_18/oj",
        "treaty/tec_2006/art_67/oj", "treaty/euratom_2016/art_64/oj",
        "treaty/tfeu_2016/pro_21/art_4a/oj", "treaty/teu_2006/art_34/oj"}) {
    const auto eli = Eli::parse(std::string(host) + std::string(path));
    ASSERT_TRUE(eli) << path;
    EXPECT_EQ(eli->text().view(), std::string(host) + std::string(path));
    EXPECT_EQ(Eli::parse(eli->text().view()), eli);
  }
}

TEST(Eli, NamesPlaces) {
  EXPECT_EQ(Eli::parse("/eli/treaty/tec_2006/art_67/oj")->place.key(), "TEC/art_67");
  EXPECT_EQ(Eli::parse("eli/treaty/teu_2006/art_34/oj")->place.key(), "TEU-pre2009/art_34");
  EXPECT_EQ(Eli::parse("https://eur-lex.europa.eu/eli/reg/2012/1215/oj")->place.key(),
            "32012R1215");
  EXPECT_EQ(Eli::parse("/eli/reg_impl/2015/2447/oj")->place.key(), "32015R2447");
  const Eli consolidated = *Eli::parse("/eli/reg/2016/399/2019-06-11");
  EXPECT_EQ(consolidated.date, Date::from_ymd(2019, 6, 11));
  EXPECT_EQ(celex_of(consolidated)->text().view(), "02016R0399-20190611");
  EXPECT_EQ(celex_of(*Eli::parse("/eli/treaty/tfeu_2012/art_67/oj"))->text().view(), "12012E067");
}

TEST(Eli, RefusesWhatIsNone) {
  for (const std::string_view uri :
       {"", "/eli/", "/eli/reg", "/eli/reg/2016", "/eli/reg/16/399/oj", "/eli/reg/2016/0/oj",
        "/eli/reg/2016/0399/oj", "/eli/law/2016/399/oj", "/eli/reg/2016/399/oj/oj",
        "/eli/reg/2016/399/art/oj", "/eli/reg/2016/399/2019-13-11", "/eli/treaty/tfeu/art_67/oj",
        "/eli/treaty/tfeu_1992/art_67/oj", "/eli/reg/2016/399/corrigendum/oj",
        "/eli/reg/2016/399/corrigendum/2018-05-23", "ftp://data.europa.eu/eli/reg/2016/399/oj"})
    EXPECT_FALSE(Eli::parse(uri)) << uri;
}

const std::vector<std::string_view> places{
    "TFEU",
    "TFEU/art_67",
    "TFEU/art_77/par_2/pnt_b",
    "TFEU/art_263/par_4",
    "TFEU/prt_3/tis_V/cpt_2",
    "TFEU/pro_21/art_4a",
    "TEU/art_4/par_3/sub_1",
    "CFR/art_18",
    "TEC/art_61/pnt_c",
    "TEU-pre2009/art_34/par_2/pnt_b",
    "EAEC/art_31",
    "32016R0399",
    "32016R0399/art_5/par_1/pnt_a/pnt_ii",
    "32016R0399/anx_II/prt_B/pnt_3",
    "32016R0399/rct_12",
    "32008L0115/anx_1",
    "32002F0584/art_1/par_1/sub_2/idt_1/snt_last",
    "32012R1215",
};

// From the key and back, through each identifier that exists for the place.
TEST(Identifiers, LeadBackToTheKey) {
  for (const std::string_view text : places) {
    const Citation place = key(text);
    const auto eli = eli_of(place);
    ASSERT_TRUE(eli) << text;
    EXPECT_EQ(Eli::parse(eli->text().view())->place.key(), text);
    EXPECT_EQ(*Eli::parse(eli->text().view()), *eli);
    if (const auto eid = eid_of(place)) {
      EXPECT_EQ(citation_of_eid(place.work(), eid->view()), place) << eid->view();
    } else {
      EXPECT_TRUE(place.is_work()) << text;
    }
    if (const auto code = code_of(place)) {
      EXPECT_EQ(place_of_code(place.work(), code->view()), place) << code->view();
    }
  }
}

TEST(Eid, IsThatOfTheStandard) {
  EXPECT_EQ(eid_of(key("TFEU/art_67/par_2/pnt_a"))->view(), "art_67__para_2__point_a");
  EXPECT_EQ(eid_of(key("32016R0399/cpt_II/sct_1"))->view(), "chp_II__sec_1");
  EXPECT_EQ(citation_of_eid("32016R0399", "chp_II__art_9__para_2.__al_1")->key(),
            "32016R0399/art_9/par_2/sub_1");
  EXPECT_EQ(citation_of_eid("32016R0399", "chp_I__art_2__list_1__point_(14)")->key(),
            "32016R0399/art_2/pnt_14");
  EXPECT_EQ(citation_of_eid("32016R0399", "recs_1__rec_(12)")->key(), "32016R0399/rct_12");
  for (const std::string_view none : {"", "recs_1", "art", "art_", "foo_1", "art_67__", "art_(."})
    EXPECT_FALSE(citation_of_eid("TFEU", none)) << none;
  EXPECT_FALSE(citation_of_eid("nothing", "art_1"));
}

TEST(LegalBasisCode, PaddingVaries) {
  EXPECT_EQ(place_of_code("TFEU", "A07P04")->key(), "TFEU/art_7/par_4");
  EXPECT_EQ(place_of_code("32008R1008", "A02P5L2")->key(), "32008R1008/art_2/par_5/sub_2");
  EXPECT_EQ(place_of_code("TFEU", "A263L4")->key(), "TFEU/art_263/par_4");
  EXPECT_EQ(place_of_code("TFEU", "A192P1")->key(), "TFEU/art_192/par_1");
  EXPECT_EQ(place_of_code("TEC", "A100A")->key(), "TEC/art_100a");
  EXPECT_EQ(place_of_code("TEC", "A100AP1")->key(), "TEC/art_100a/par_1");
  EXPECT_EQ(place_of_code("TFEU", "A77P2PTB")->key(), "TFEU/art_77/par_2/pnt_b");
  EXPECT_EQ(place_of_code("32016R0399", "NII")->key(), "32016R0399/anx_II");
  for (const std::string_view none : {"", "A", "A1Q2", "1", "AP", "a23"})
    EXPECT_FALSE(place_of_code("TFEU", none)) << none;
  EXPECT_EQ(code_of(key("TFEU/art_77/par_2/pnt_b"))->view(), "A77P2PTB");
  EXPECT_FALSE(code_of(key("TFEU/art_72/snt_2")));
  EXPECT_FALSE(code_of(key("TFEU/pro_21/art_4a")));
}

TEST(Ecli, ReadsAndPrintsBack) {
  for (const std::string_view text :
       {"ECLI:EU:C:2020:559", "ECLI:BE:CASS:2019:ARR.20190411.1", "ECLI:NL:HR:2015:3019",
        "ECLI:DE:BVERFG:2020:RS20200505.2BVR085915"})
    EXPECT_EQ(Ecli::parse(text)->text().view(), text);
  EXPECT_EQ(Ecli::parse("ecli:eu:c:2020:559")->text().view(), "ECLI:EU:C:2020:559");
  for (const std::string_view none :
       {"", "ECLI", "ECLI:EU:C:2020", "ECLI:EU:C:20:559", "ECLI:EUR:C:2020:559", "ECLI:EU::2020:1",
        "ECLI:EU:1C:2020:559", "ECLI:EU:COURTOFX:2020:1", "ECLI:EU:C:2020:", "ECLI:EU:C:2020:5-9",
        "ECLI:EU:C:2020:12345678901234567890123456"})
    EXPECT_FALSE(Ecli::parse(none)) << none;
}

TEST(OjReference, ReadsAndWritesFourLanguages) {
  const OjReference issue = *OjReference::parse("OJ L 351, 20.12.2012, p. 1");
  EXPECT_EQ(issue.number, 351);
  EXPECT_EQ(issue.page, 1);
  EXPECT_EQ(issue.text(Language::nl).view(), "PB L 351 van 20.12.2012, blz. 1");
  EXPECT_EQ(issue.text(Language::fr).view(), "JO L 351 du 20.12.2012, p. 1");
  EXPECT_EQ(issue.text(Language::de).view(), "ABl. L 351 vom 20.12.2012, S. 1");
  for (const Language language : languages)
    for (const std::string_view text :
         {"OJ L 351, 20.12.2012, p. 1", "OJ C 321 E, 29.12.2006, p. 37",
          "OJ L, 2024/1348, 22.5.2024", "OJ C 326, 26.10.2012"}) {
      const OjReference reference = *OjReference::parse(text);
      EXPECT_EQ(reference.text().view(), text);
      EXPECT_EQ(OjReference::parse(reference.text(language).view()), reference);
    }
  for (const std::string_view none :
       {"", "OJ", "OJ X 351, 20.12.2012, p. 1", "OJ L 351", "OJ L 351, 32.12.2012, p. 1",
        "OJ L 351, 20.12.2012, p. ", "OJ L 351, 20.12.2012, p. 1 f", "OJ L, 2012/1, 1.1.2012"})
    EXPECT_FALSE(OjReference::parse(none)) << none;
}

}  // namespace
