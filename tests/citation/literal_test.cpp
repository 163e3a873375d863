#include "acquis/citation/literal.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace {

using namespace acquis;
using namespace acquis::literals;

static_assert("Article 67(2) TFEU"_cite.key() == "TFEU/art_67/par_2");
static_assert("TFEU/art_67"_cite == "Article 67 TFEU"_cite);

struct Form {
  std::string_view text;
  std::string_view key;
};

constexpr std::array forms{
    Form{"Article 67 TFEU", "TFEU/art_67"},
    Form{"Art. 67 TFEU", "TFEU/art_67"},
    Form{"article 67 of the TFEU", "TFEU/art_67"},
    Form{"TFEU Article 67", "TFEU/art_67"},
    Form{"TFEU 191(2)(b)", "TFEU/art_191/par_2/pnt_b"},
    Form{"Article 77(2)(b) TFEU", "TFEU/art_77/par_2/pnt_b"},
    Form{"Article 77 (2) (b) TFEU", "TFEU/art_77/par_2/pnt_b"},
    Form{"Article 77(2), point (b), TFEU", "TFEU/art_77/par_2/pnt_b"},
    Form{"point (b) of Article 77(2) TFEU", "TFEU/art_77/par_2/pnt_b"},
    Form{"Article 67 par. 3 TFEU", "TFEU/art_67/par_3"},
    Form{"paragraph 3 of Article 67 TFEU", "TFEU/art_67/par_3"},
    Form{"first subparagraph of Article 4(3) TEU", "TEU/art_4/par_3/sub_1"},
    Form{"the first subparagraph of Article 4(3) TEU", "TEU/art_4/par_3/sub_1"},
    Form{"Article 4(3), first subparagraph, TEU", "TEU/art_4/par_3/sub_1"},
    Form{"Article 263 TFEU, fourth paragraph", "TFEU/art_263/par_4"},
    Form{"the second sentence of Article 72 TFEU", "TFEU/art_72/snt_2"},
    Form{"Title V of Part Three TFEU", "TFEU/prt_3/tis_V"},
    Form{"Chapter 2 of Title V of Part Three TFEU", "TFEU/prt_3/tis_V/cpt_2"},
    Form{"Part Three, Title V, Chapter 2, TFEU", "TFEU/prt_3/tis_V/cpt_2"},
    Form{"Article 67 of Title V of Part Three TFEU", "TFEU/art_67"},
    Form{"Article 67 of the Treaty on the Functioning of the European Union (TFEU)", "TFEU/art_67"},
    Form{"Article 3(2) of the Treaty on European Union", "TEU/art_3/par_2"},
    Form{"Article 67 of the Treaty establishing the European Community", "TEC/art_67"},
    Form{"Article 61(c) TEC", "TEC/art_61/pnt_c"},
    Form{"ex Article 61 TEC", "TEC/art_61"},
    Form{"ex Article 29(2) TEU", "TEU-pre2009/art_29/par_2"},
    Form{"Article 29 of the former TEU", "TEU-pre2009/art_29"},
    Form{"Article 100a EEC", "EEC/art_100a"},
    Form{"Article 7 bis TEC", "TEC/art_7a"},
    Form{"Article 18 of the Charter", "CFR/art_18"},
    Form{"Charter of Fundamental Rights of the European Union", "CFR"},
    Form{"Article 31 EAEC", "EAEC/art_31"},
    Form{"Article 31 of the Euratom Treaty", "EAEC/art_31"},
    Form{"Article 8 ECHR", "ECHR/art_8"},
    Form{"Article 4a of Protocol No 21", "TFEU/pro_21/art_4a"},
    Form{"Protocol (No 21) on the position of the United Kingdom and Ireland", "TFEU/pro_21"},
    Form{"Article 3 of Protocol No 22 TEU", "TFEU/pro_22/art_3"},
    Form{"Article 5(1) of Regulation (EU) 2016/399", "32016R0399/art_5/par_1"},
    Form{"Regulation (EU) 2021/1134 Article 2(3)(a)(ii)", "32021R1134/art_2/par_3/pnt_a/pnt_ii"},
    Form{"Regulation (EU) No 1215/2012", "32012R1215"},
    Form{"Council Regulation (EC) No 539/2001", "32001R0539"},
    Form{"Regulation (EC) 44/2001", "32001R0044"},
    Form{"Regulation (EEC) No 1408/71", "31971R1408"},
    Form{"Regulation (EEC) No 2003/66", "31966R2003"},
    Form{"Regulation (EU) 2016/2031", "32016R2031"},
    Form{"Regulation (EU, Euratom) 2018/1046", "32018R1046"},
    Form{"Regulation (EU) 2016/679 of the European Parliament and of the Council", "32016R0679"},
    Form{"Commission Implementing Regulation (EU) 2015/2447", "32015R2447"},
    Form{"Commission Delegated Regulation (EU) 2015/2446", "32015R2446"},
    Form{"Directive 2008/115/EC", "32008L0115"},
    Form{"Directive 95/46/EC", "31995L0046"},
    Form{"Decision 2008/615/JHA", "32008D0615"},
    Form{"Decision No 1247/2002/EC", "32002D1247"},
    Form{"Decision No 243/2012/EU", "32012D0243"},
    Form{"Implementing Decision (EU) 2023/222", "32023D0222"},
    Form{"Council Framework Decision 2002/584/JHA", "32002F0584"},
    Form{"Joint Action 98/428/JHA", "31998F0428"},
    Form{"Council Joint Action 2008/124/CFSP", "32008E0124"},
    Form{"Common Position 2001/931/CFSP", "32001E0931"},
    Form{"Annex I to Regulation (EU) 2018/1806", "32018R1806/anx_I"},
    Form{"the Annex to Directive 2008/115/EC", "32008L0115/anx_1"},
    Form{"Annex II, Part B, point 3, to Regulation (EU) 2016/399", "32016R0399/anx_II/prt_B/pnt_3"},
    Form{"recital 12 of Regulation (EU) 2016/399", "32016R0399/rct_12"},
    Form{"point (14) of Article 2 of Regulation (EU) 2016/399", "32016R0399/art_2/pnt_14"},
    Form{"Article 5(2), second subparagraph, point (a), first indent, of Directive 2008/115/EC",
         "32008L0115/art_5/par_2/sub_2/pnt_a/idt_1"},
    Form{"COM(2020) 605 final", "52020DC0605"},
    Form{"COM/2020/609", "52020DC0609"},
    Form{"JOIN(2020) 18", "52020JC0018"},
    Form{"SWD(2021) 7", "52021SC0007"},
    Form{"  Article 67 \xC2\xA0 TFEU ", "TFEU/art_67"},
    Form{"32016R0399/art_25", "32016R0399/art_25"},
    Form{"TEU-pre2009", "TEU-pre2009"},
};

TEST(Literal, ReadsTheCommonEnglishForms) {
  for (const Form& form : forms) {
    const auto read = scan_citation(form.text);
    EXPECT_EQ(read ? read->key() : "nothing", form.key) << form.text;
  }
}

struct Refusal {
  std::string_view text;
  ScanFault fault;
  std::size_t at;
};

constexpr std::array refusals{
    Refusal{"", ScanFault::empty, 0},
    Refusal{"  ", ScanFault::empty, 0},
    Refusal{"Artcle 67 TFEU", ScanFault::unknown_word, 0},
    Refusal{"Article 67 TFUE", ScanFault::unknown_word, 11},
    Refusal{"Article 67 TFEU and more", ScanFault::several_places, 16},
    Refusal{"Article TFEU", ScanFault::missing_number, 8},
    Refusal{"Article 67", ScanFault::no_work, 10},
    Refusal{"Article 67 TFEU TEU", ScanFault::two_works, 19},
    Refusal{"Articles 67 and 68 TFEU", ScanFault::several_places, 0},
    Refusal{"Article 67 to 68 TFEU", ScanFault::several_places, 14},
    Refusal{"first and second subparagraphs of Article 4(3) TEU", ScanFault::several_places, 6},
    Refusal{"Article 77(2)(b) and (e) TFEU", ScanFault::several_places, 17},
    Refusal{"paragraph 2 TFEU", ScanFault::wrong_order, 16},
    Refusal{"Article 67 of Article 68 TFEU", ScanFault::wrong_order, 29},
    Refusal{"Regulation (EU) 2016", ScanFault::bad_number, 20},
    Refusal{"Regulation (EU) 2016/0", ScanFault::bad_number, 22},
    Refusal{"Directive 30/40/EC", ScanFault::bad_number, 18},
    Refusal{"COM(2020) final", ScanFault::bad_number, 10},
    Refusal{"TFEU/artikel_67", ScanFault::malformed_key, 0},
    Refusal{"XFEU/art_67", ScanFault::malformed_key, 0},
    Refusal{"Article 67(2 TFEU", ScanFault::missing_number, 13},
    Refusal{"the Treaty", ScanFault::unknown_word, 4},
};

TEST(Literal, SaysWhatIsWrongAndWhere) {
  for (const Refusal& refusal : refusals) {
    const ScanResult result = examine_citation(refusal.text);
    EXPECT_EQ(result.fault, refusal.fault) << refusal.text;
    EXPECT_EQ(result.at, refusal.at) << refusal.text;
    EXPECT_FALSE(result.citation) << refusal.text;
    EXPECT_FALSE(scan_citation(refusal.text)) << refusal.text;
  }
}

TEST(Literal, RefusesWhatIsTooLong) {
  std::string deep = "Article 1";
  for (int i = 0; i < 40; ++i) deep += "(abcdefghij)";
  EXPECT_EQ(examine_citation(deep + " TFEU").fault, ScanFault::too_long);
  EXPECT_EQ(examine_citation("Article 12345678901234567890 TFEU").fault, ScanFault::too_long);
}

}  // namespace
