#include "acquis/citation/write.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/literal.hpp"
#include "acquis/citation/treaty_shape.hpp"

namespace {

using namespace acquis;
using namespace acquis::literals;

Citation key(std::string_view text) { return Citation::from_key(text).value_or(Citation()); }

std::vector<Citation> keys(std::initializer_list<std::string_view> texts) {
  std::vector<Citation> out;
  for (const std::string_view text : texts) out.push_back(key(text));
  return out;
}

struct Row {
  std::string_view key, en, nl, fr, de;
};

constexpr std::array short_rows{
    Row{"TFEU/art_67", "Article 67 TFEU", "artikel 67 VWEU", "article 67 TFUE", "Artikel 67 AEUV"},
    Row{"TFEU/art_67/par_2", "Article 67(2) TFEU", "artikel 67, lid 2, VWEU",
        "article 67, paragraphe 2, TFUE", "Artikel 67 Absatz 2 AEUV"},
    Row{"TFEU/art_77/par_2/pnt_b", "Article 77(2)(b) TFEU", "artikel 77, lid 2, onder b), VWEU",
        "article 77, paragraphe 2, point b), TFUE", "Artikel 77 Absatz 2 Buchstabe b AEUV"},
    Row{"TFEU/art_263/par_4", "Article 263, fourth paragraph, TFEU",
        "artikel 263, vierde alinea, VWEU", "article 263, quatrième alinéa, TFUE",
        "Artikel 263 Absatz 4 AEUV"},
    Row{"TEU/art_4/par_3/sub_1", "Article 4(3), first subparagraph, TEU",
        "artikel 4, lid 3, eerste alinea, VEU", "article 4, paragraphe 3, premier alinéa, TUE",
        "Artikel 4 Absatz 3 Unterabsatz 1 EUV"},
    Row{"TFEU/art_72/snt_2", "Article 72, second sentence, TFEU", "artikel 72, tweede zin, VWEU",
        "article 72, deuxième phrase, TFUE", "Artikel 72 Satz 2 AEUV"},
    Row{"TFEU/prt_3/tis_V", "Title V of Part Three TFEU", "derde deel, titel V, VWEU",
        "troisième partie, titre V, TFUE", "Dritter Teil Titel V AEUV"},
    Row{"TFEU/pro_21/art_4a", "Article 4a of Protocol No 21", "artikel 4 bis van Protocol nr. 21",
        "article 4 bis du protocole n° 21", "Artikel 4a des Protokolls Nr. 21"},
    Row{"CFR/art_18", "Article 18 of the Charter", "artikel 18 van het Handvest",
        "article 18 de la charte", "Artikel 18 der Charta"},
    Row{"32016R0399/art_5/par_1/pnt_a/pnt_ii", "Article 5(1)(a)(ii) of Regulation (EU) 2016/399",
        "artikel 5, lid 1, onder a), ii), van Verordening (EU) 2016/399",
        "article 5, paragraphe 1, point a) ii), du règlement (UE) 2016/399",
        "Artikel 5 Absatz 1 Buchstabe a Ziffer ii der Verordnung (EU) 2016/399"},
    Row{"32016R0399/art_2/pnt_14", "Article 2, point (14), of Regulation (EU) 2016/399",
        "artikel 2, punt 14, van Verordening (EU) 2016/399",
        "article 2, point 14), du règlement (UE) 2016/399",
        "Artikel 2 Nummer 14 der Verordnung (EU) 2016/399"},
    Row{"32018R1806/anx_I", "Annex I to Regulation (EU) 2018/1806",
        "bijlage I bij Verordening (EU) 2018/1806", "annexe I du règlement (UE) 2018/1806",
        "Anhang I der Verordnung (EU) 2018/1806"},
    Row{"32016R0399/rct_12", "recital 12 of Regulation (EU) 2016/399",
        "overweging 12 van Verordening (EU) 2016/399", "considérant 12 du règlement (UE) 2016/399",
        "Erwägungsgrund 12 der Verordnung (EU) 2016/399"},
    Row{"32012R1215", "Regulation (EU) No 1215/2012", "Verordening (EU) nr. 1215/2012",
        "règlement (UE) n° 1215/2012", "Verordnung (EU) Nr. 1215/2012"},
    Row{"32024R1348", "Regulation (EU) 2024/1348", "Verordening (EU) 2024/1348",
        "règlement (UE) 2024/1348", "Verordnung (EU) 2024/1348"},
    Row{"31995L0046", "Directive 95/46/EC", "Richtlijn 95/46/EG", "directive 95/46/CE",
        "Richtlinie 95/46/EG"},
    Row{"32002F0584", "Framework Decision 2002/584/JHA", "Kaderbesluit 2002/584/JBZ",
        "décision-cadre 2002/584/JAI", "Rahmenbeschluss 2002/584/JI"},
    Row{"31998F0428", "Joint Action 98/428/JHA", "Gemeenschappelijk Optreden 98/428/JBZ",
        "action commune 98/428/JAI", "Gemeinsame Maßnahme 98/428/JI"},
    Row{"32013D0183", "Decision 2013/183", "Besluit 2013/183", "décision 2013/183",
        "Beschluss 2013/183"},
    Row{"52020DC0605", "COM(2020) 605", "COM(2020) 605", "COM(2020) 605", "COM(2020) 605"},
    Row{"62019CJ0001", "62019CJ0001", "62019CJ0001", "62019CJ0001", "62019CJ0001"},
};

TEST(Write, ShortFormsInFourLanguages) {
  for (const Row& row : short_rows) {
    EXPECT_EQ(to_text(key(row.key)), row.en);
    EXPECT_EQ(to_text(key(row.key), Language::nl), row.nl);
    EXPECT_EQ(to_text(key(row.key), Language::fr), row.fr);
    EXPECT_EQ(to_text(key(row.key), Language::de), row.de);
  }
}

TEST(Write, LongFormsNameTheTreaty) {
  const Citation point = "Article 77(2)(b) TFEU"_cite;
  EXPECT_EQ(to_text(point, Language::en, Style::style_guide), "Article 77(2), point (b), TFEU");
  EXPECT_EQ(to_text(point, Language::en, Style::long_form),
            "Article 77(2), point (b), of the Treaty on the Functioning of the European Union");
  EXPECT_EQ(to_text("TEU"_cite, Language::de, Style::long_form),
            "Vertrag über die Europäische Union");
  EXPECT_EQ(to_text("CFR"_cite, Language::fr, Style::long_form),
            "charte des droits fondamentaux de l'Union européenne");
  EXPECT_EQ(to_text(Citation()), "");
}

TEST(Write, JoinsSeveralTargets) {
  const auto points =
      keys({"TFEU/art_77/par_2/pnt_b", "TFEU/art_77/par_2/pnt_e", "TFEU/art_79/par_2/pnt_c"});
  EXPECT_EQ(to_text(points),
            "Article 77(2), points (b) and (e), and Article 79(2), point (c), TFEU");
  EXPECT_EQ(to_text(points, Language::en, Style::short_form),
            "Article 77(2)(b) and (e) and Article 79(2)(c) TFEU");
  EXPECT_EQ(to_text(points, Language::nl),
            "artikel 77, lid 2, onder b) en e), en artikel 79, lid 2, onder c), VWEU");
  EXPECT_EQ(to_text(points, Language::fr),
            "article 77, paragraphe 2, points b) et e), et article 79, paragraphe 2, point c), "
            "TFUE");
  EXPECT_EQ(to_text(points, Language::de),
            "Artikel 77 Absatz 2 Buchstaben b und e und Artikel 79 Absatz 2 Buchstabe c AEUV");
  EXPECT_EQ(to_text(keys({"TFEU/art_47/snt_1", "TFEU/art_47/snt_3", "TFEU/art_95"})),
            "Article 47, first and third sentences, and Article 95 TFEU");
  EXPECT_EQ(to_text(std::vector<Citation>()), "");
}

TEST(Write, NamesAProtocolOrAnAnnexOnceBehindItsArticles) {
  const auto protocol = keys({"TFEU/pro_21/art_3/par_1", "TFEU/pro_21/art_4a"});
  EXPECT_EQ(to_text(protocol), "Article 3(1) and Article 4a of Protocol No 21");
  EXPECT_EQ(to_text(keys({"TFEU/pro_22/anx_1/art_4/par_1"})),
            "Article 4(1) of the Annex to Protocol No 22");
  EXPECT_EQ(to_text(keys({"TFEU/pro_22/anx_1/art_4/par_1"}), Language::nl),
            "artikel 4, lid 1, van de bijlage bij Protocol nr. 22");
  EXPECT_EQ(to_text(keys({"TFEU/art_72", "TFEU/pro_21/art_3"})),
            "Article 72 TFEU and Article 3 of Protocol No 21");
  EXPECT_EQ(to_text(keys({"32018R1806/anx_I/art_2", "32018R1806/anx_I/art_4"}), Language::de),
            "Artikel 2 und 4 des Anhangs I der Verordnung (EU) 2018/1806");
}

TEST(Write, TheTreatyBeforeLisbonIsEx) {
  EXPECT_EQ(to_text(key("TEU-pre2009/art_34/par_2/pnt_b")), "ex Article 34(2)(b) TEU");
  EXPECT_EQ(to_text(key("TEU-pre2009/art_34"), Language::fr), "ex-article 34 TUE");
  EXPECT_EQ(to_text(key("TEU-pre2009/art_34"), Language::nl), "oud artikel 34 VEU");
  EXPECT_EQ(to_text(key("TEU-pre2009/art_34"), Language::de), "ex-Artikel 34 EUV");
  EXPECT_EQ(to_text(key("TEU-pre2009")), "former TEU");
}

TEST(Write, OrdinalsAreSingularInDutchAndGerman) {
  const auto places = keys({"TEU/art_4/par_3/sub_1", "TEU/art_4/par_3/sub_3"});
  EXPECT_EQ(to_text(places, Language::nl), "artikel 4, lid 3, eerste en derde alinea, VEU");
  EXPECT_EQ(to_text(places, Language::fr),
            "article 4, paragraphe 3, premier et troisième alinéas, TUE");
}

TEST(Write, NamesASubdivisionOnceForElementsOfOneKind) {
  EXPECT_EQ(to_text(keys({"TFEU/art_1", "TFEU/art_4", "TFEU/art_9"})), "Articles 1, 4 and 9 TFEU");
  EXPECT_EQ(to_text(keys({"TFEU/art_2", "TFEU/art_3/par_1"})), "Article 2 and Article 3(1) TFEU");
  EXPECT_EQ(to_text(keys({"TFEU/art_1", "TFEU/art_2"}), Language::fr), "articles 1er et 2 TFUE");
  EXPECT_EQ(to_text(keys({"TFEU/art_263/par_1", "TFEU/art_263/par_4"})),
            "Article 263, first and fourth paragraphs, TFEU");
}

TEST(Write, OrdersTheTreaties) {
  const auto mixed =
      keys({"32016R0399/art_5", "EAEC/art_31", "TFEU/art_67", "TEU/art_3", "TFEU/art_72"});
  EXPECT_EQ(to_text(mixed),
            "Article 3 TEU, Articles 67 and 72 TFEU, Article 31 of the Euratom Treaty and "
            "Article 5 of Regulation (EU) 2016/399");
}

TEST(Write, Ranges) {
  EXPECT_EQ(to_text_range("TFEU/art_67"_cite, "TFEU/art_76"_cite), "Articles 67 to 76 TFEU");
  EXPECT_EQ(to_text_range("TFEU/art_67"_cite, "TFEU/art_76"_cite, Language::nl),
            "artikelen 67 tot en met 76 VWEU");
  EXPECT_EQ(to_text_range(key("TFEU/art_78/par_2/pnt_a"), key("TFEU/art_78/par_2/pnt_d")),
            "Article 78(2), points (a) to (d), TFEU");
  EXPECT_EQ(to_text_range(key("TFEU/art_78/par_2"), key("TFEU/art_79/par_1")),
            "Article 78(2) to Article 79(1) TFEU");
}

TEST(Write, IsRelativeToAPlace) {
  const Citation here = key("32016R0399/art_5/par_2/pnt_b");
  const auto english = [&](std::string_view target) {
    return to_text(key(target), Language::en, Style::style_guide, here);
  };
  EXPECT_EQ(english("32016R0399/art_5/par_2/pnt_a"), "point (a) of this paragraph");
  EXPECT_EQ(english("32016R0399/art_5/par_3"), "paragraph 3 of this Article");
  EXPECT_EQ(english("32016R0399/art_5/par_3/sub_1"),
            "paragraph 3, first subparagraph, of this Article");
  EXPECT_EQ(english("32016R0399/art_5/par_2"), "this paragraph");
  EXPECT_EQ(english("32016R0399/art_5"), "this Article");
  EXPECT_EQ(english("32016R0399/art_6/par_1"), "Article 6(1)");
  EXPECT_EQ(english("32016R0399"), "this Regulation");
  EXPECT_EQ(english("TFEU/art_67"), "Article 67 TFEU");
  EXPECT_EQ(to_text(key("32016R0399/art_5/par_3"), Language::nl, Style::style_guide, here),
            "lid 3 van dit artikel");
  EXPECT_EQ(to_text(key("32016R0399/art_5/par_3"), Language::fr, Style::style_guide, here),
            "paragraphe 3 du présent article");
  EXPECT_EQ(to_text(key("32016R0399/art_5/par_3"), Language::de, Style::style_guide, here),
            "Absatz 3 dieses Artikels");
  EXPECT_EQ(to_text(keys({"32016R0399/art_5/par_1", "32016R0399/art_5/par_3"}), Language::en,
                    Style::style_guide, here),
            "paragraphs 1 and 3 of this Article");
  // Several: "of this Article" once, and only if all are of it.
  const auto seen_from = [&](std::initializer_list<std::string_view> targets,
                             std::string_view place) {
    return to_text(keys(targets), Language::en, Style::style_guide, key(place));
  };
  EXPECT_EQ(seen_from({"TFEU/art_79/par_1", "TFEU/art_79/par_2/pnt_a"}, "TFEU/art_79/par_4"),
            "paragraph 1, and paragraph 2, point (a), of this Article");
  EXPECT_EQ(seen_from({"TFEU/art_79/par_1", "TFEU/art_80"}, "TFEU/art_79/par_4"),
            "Article 79(1) and Article 80");
  EXPECT_EQ(seen_from({"32016R0399/art_5", "TFEU/art_67"}, "32016R0399/art_6"),
            "Article 67 TFEU and Article 5 of this Regulation");
  EXPECT_EQ(seen_from({"TFEU/art_352"}, "TFEU/pro_2/art_1"), "Article 352 TFEU");
  EXPECT_EQ(seen_from({"TFEU/art_218/par_6/pnt_a/pnt_v"}, "TFEU/art_218/par_6/pnt_a/pnt_v"),
            "point (a)(v) of this paragraph");
}

TEST(TreatyShape, CountsParagraphs) {
  EXPECT_EQ(treaty_article("TFEU", "263")->paragraphs, 6);
  EXPECT_FALSE(treaty_article("TFEU", "263")->numbered);
  EXPECT_EQ(treaty_article("TFEU", "67")->paragraphs, 4);
  EXPECT_TRUE(treaty_article("TFEU", "67")->numbered);
  EXPECT_EQ(treaty_article("TFEU", "136")->paragraphs, 3);
  EXPECT_FALSE(treaty_article("TFEU", "359"));
  EXPECT_FALSE(treaty_article("TEU", "10a"));
  EXPECT_FALSE(treaty_article("CFR", "68"));
  EXPECT_EQ(usual_name(key("TFEU/art_263/sub_4")).key(), "TFEU/art_263/par_4");
  EXPECT_EQ(usual_name(key("TEU/art_4/par_3/sub_1")).key(), "TEU/art_4/par_3/sub_1");
  EXPECT_EQ(usual_name(key("TFEU/pro_21/art_1/sub_1")).key(), "TFEU/pro_21/art_1/sub_1");
}

// What is written in English reads back to the same place.
TEST(Write, EnglishReadsBack) {
  for (const Row& row : short_rows)
    for (const Style style : {Style::short_form, Style::style_guide, Style::long_form}) {
      if (row.key.substr(0, 5) == "62019") continue;
      const std::string text = to_text(key(row.key), Language::en, style);
      const auto read = scan_citation(text);
      EXPECT_EQ(read ? read->key() : "nothing", row.key) << text;
    }
}

}  // namespace
