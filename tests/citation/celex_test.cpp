#include "acquis/citation/celex.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "acquis/citation/literal.hpp"

namespace {

using namespace acquis;
using namespace acquis::literals;

static_assert(Celex::parse("32016R0399")->text().view() == "32016R0399");
static_assert(citation_of(*Celex::parse("12016E067")) == "Article 67 TFEU"_cite);

TEST(Celex, RealFormsReadAndPrintBack) {
  for (const std::string_view text :
       {"32016R0399",      "02016R0399-20190611", "32016R0679R(02)",  "32020Q0214(01)",
        "32024Q02173",     "42000A0922(02)",      "52020DC0605",      "52020PC0610",
        "52020JC0018",     "52020SC0001",         "52001PC0257(02)",  "52013XC1231(01)",
        "62019CJ0001",     "62019CJ0001_SUM",     "62008TJ0341(02)",  "72013L0032HRV_195934",
        "81959DE0414(01)", "92001E001234",        "21994A1223(21)",   "E2019C0323",
        "C2016/202/01",    "12016E067",           "12012E067",        "12006E067",
        "12016M003",       "12012P018",           "12016E/PRO/21",    "12016E/TXT",
        "12016ME/TXT",     "12003TN02/18/A",      "12012JN03/03",     "11951K",
        "11957E100A",      "12016E/AFI/DCL/01",   "52020PC0610R(01)", "02002F0584-20090328"}) {
    const auto celex = Celex::parse(text);
    ASSERT_TRUE(celex) << text;
    EXPECT_EQ(celex->text().view(), text);
  }
}

TEST(Celex, TakesApart) {
  const Celex celex = *Celex::parse("32016R0679R(02)");
  EXPECT_EQ(celex.sector, '3');
  EXPECT_EQ(celex.year, 2016);
  EXPECT_EQ(celex.type.view(), "R");
  EXPECT_EQ(celex.number.view(), "0679");
  EXPECT_EQ(celex.corrigendum, 2);
  EXPECT_EQ(Celex::parse("42000A0922(02)")->sequence, 2);
  EXPECT_EQ(Celex::parse("02016R0399-20190611")->consolidated, Date::from_ymd(2019, 6, 11));
  EXPECT_EQ(Celex::parse("12016E/PRO/21")->tail.view(), "/PRO/21");
}

TEST(Celex, RefusesWhatIsNone) {
  for (const std::string_view text : {"",
                                      "3",
                                      "32016",
                                      "32016R",
                                      "32016R399",
                                      "32016r0399",
                                      "32016RR0399",
                                      "32016R0399(1)",
                                      "32016R0399(00)",
                                      "32016R0399R(02",
                                      "02016R0399",
                                      "02016R0399-20191311",
                                      "42016R0399-1",
                                      "72013L0032",
                                      "7*HRV_195934",
                                      "12016E/",
                                      "12016E//TXT",
                                      "12016E067(01)",
                                      "30016R0399",
                                      "32016R0399 ",
                                      "62019CJ0001_",
                                      "A2016R0399",
                                      "32016R0399HRV_1"})
    EXPECT_FALSE(Celex::parse(text)) << text;
}

TEST(Celex, NamesPlaces) {
  const auto key_of = [](std::string_view text) {
    const auto place = citation_of(*Celex::parse(text));
    return place ? std::string(place->key()) : std::string("nothing");
  };
  EXPECT_EQ(key_of("12016E067"), "TFEU/art_67");
  EXPECT_EQ(key_of("12012E067"), "TFEU/art_67");
  EXPECT_EQ(key_of("12006E067"), "TEC/art_67");
  EXPECT_EQ(key_of("11992E100A"), "TEC/art_100a");
  EXPECT_EQ(key_of("11957E100"), "EEC/art_100");
  EXPECT_EQ(key_of("12016M003"), "TEU/art_3");
  EXPECT_EQ(key_of("12002M034"), "TEU-pre2009/art_34");
  EXPECT_EQ(key_of("12012P018"), "CFR/art_18");
  EXPECT_EQ(key_of("12016A031"), "EAEC/art_31");
  EXPECT_EQ(key_of("12016E/PRO/03"), "TFEU/pro_3");
  EXPECT_EQ(key_of("12016M/PRO/21"), "TFEU/pro_21");
  EXPECT_EQ(key_of("12016E/TXT"), "TFEU");
  EXPECT_EQ(key_of("12016ME/TXT"), "nothing");
  EXPECT_EQ(key_of("11957E000"), "nothing");
  EXPECT_EQ(key_of("02016R0399-20190611"), "32016R0399");
  EXPECT_EQ(key_of("32016R0679R(02)"), "32016R0679");
  EXPECT_EQ(key_of("62019CJ0001_SUM"), "62019CJ0001");
}

TEST(Celex, OfAPlaceLeadsBackToIt) {
  for (const std::string_view text :
       {"TFEU/art_67", "TEU/art_3", "CFR/art_18", "TEC/art_100a", "EEC/art_100", "EAEC/art_31",
        "TEU-pre2009/art_34", "TFEU/pro_3", "TFEU/pro_21", "TFEU", "CFR", "32016R0399",
        "42000A0922(02)", "52020DC0605"}) {
    const Citation place = *Citation::from_key(text);
    const auto celex = celex_of(place);
    ASSERT_TRUE(celex) << text;
    EXPECT_EQ(citation_of(*celex)->key(), text);
  }
  EXPECT_EQ(celex_of("TFEU/art_67"_cite, 2012)->text().view(), "12012E067");
  EXPECT_EQ(celex_of("TFEU/pro_3"_cite)->text().view(), "12016E/PRO/03");
  EXPECT_FALSE(celex_of("TFEU/art_67"_cite, 2006));
  EXPECT_FALSE(celex_of("TFEU/art_67/par_2"_cite));
  EXPECT_FALSE(celex_of("ECHR/art_8"_cite));
  EXPECT_EQ(enclosing_celex("TFEU/art_67/par_2"_cite)->text().view(), "12016E067");
  EXPECT_EQ(enclosing_celex("32016R0399/art_5/par_1"_cite)->text().view(), "32016R0399");
  EXPECT_FALSE(enclosing_celex(Citation()));
}

// What the list of real numbers holds that is no CELEX number, by reason.
std::string_view reason(std::string_view text) {
  if (text == "celex") return "the header of the list";
  if (text.find("e+") != std::string_view::npos) return "damaged by a spreadsheet";
  if (text.substr(0, 2) == "7*") return "a national measure whose act the list masks";
  return "";
}

TEST(Celex, AllRealNumbersPrintBack) {
  const std::string file =
      std::string(ACQUIS_SOURCE_DIR) + "/../shared/data/graphs/evoeu-celex.csv.gz";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no list of real CELEX numbers here";
  FILE* lines = popen(("gunzip -c '" + file + "'").c_str(), "r");
  ASSERT_TRUE(lines);
  std::array<char, 512> line{};
  std::size_t read = 0, masked = 0, damaged = 0;
  while (std::fgets(line.data(), static_cast<int>(line.size()), lines)) {
    std::string_view text = line.data();
    text = text.substr(0, text.find(','));
    const auto celex = Celex::parse(text);
    if (celex) {
      ++read;
      EXPECT_EQ(celex->text().view(), text);
    } else {
      EXPECT_NE(reason(text), "") << text;
      ++(text.substr(0, 2) == "7*" && text.find("e+") == std::string_view::npos ? masked : damaged);
    }
  }
  pclose(lines);
  RecordProperty("read", std::to_string(read));
  RecordProperty("masked", std::to_string(masked));
  EXPECT_EQ(read + masked + damaged, 365254u);  // 365,253 and the header
  EXPECT_LE(damaged, 3u);
}

}  // namespace
