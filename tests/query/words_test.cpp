// What words mean in the shipped corpora, and what is said of those that mean nothing.
#include "query/words.hpp"

#include <gtest/gtest.h>

#include "acquis/citation/write.hpp"
#include "acquis/io/embedded.hpp"

namespace acquis {
namespace {

using detail::Meaning;
using detail::Unknown;

const Corpus& law() {
  static const Corpus shipped = load_embedded();
  return shipped;
}

// The key, or the message and the hint.
std::string told(const Meaning& meaning) {
  if (const auto* n = std::get_if<NodeId>(&meaning)) return law().key(*n);
  const auto& unknown = std::get<Unknown>(meaning);
  return unknown.message + "; " + unknown.hint;
}
std::string by_name(std::string_view text) {
  return told(detail::find_quoted(law(), text, Language::en));
}
std::string by_key(std::string_view text) { return told(detail::find_word(law(), text)); }

struct Slip {
  std::string_view written;
  std::string_view hint;
};

TEST(Words, OtherSpellingsOfACitationAreRead) {
  for (const std::string_view text : {"Article 67(2) TFUE", "artikel 67 lid 2 VWEU",
                                      "paragraph 2 of Article 67 TFEU", "Art. 67(2) TFEU"})
    EXPECT_EQ(by_name(text), "TFEU/art_67/par_2") << text;
}

TEST(Words, ASlipOfTheHandIsToldTheClosestName) {
  for (const Slip& slip : std::vector<Slip>{
           {"Artcle 67 TFEU", "did you mean Article 67 TFEU?"},
           {"Tackle smugling networks", "did you mean Tackle smuggling networks?"},
           {"tfeu/art_79/par_3", "did you mean TFEU/art_79/par_3?"},
           {"Article 81", "did you mean Article 81 TFEU"},
           {"87(2) TFEU", "did you mean Article 87(2) TFEU?"},
           {"Brussels Ia", "did you mean Brussels Ia Regulation (recast)?"},
           {"BE", "did you mean actor:BE?"},
       })
    EXPECT_NE(by_name(slip.written).find(slip.hint), std::string::npos) << by_name(slip.written);
  for (const Slip& slip : std::vector<Slip>{
           {"tfeu/art_79/par_3", "did you mean TFEU/art_79/par_3"},
           {"TFEU/art67", "did you mean TFEU/art_67"},
           {"priority:be-partnership", "did you mean priority:be-partnerships?"},
           {"smuggling", "did you mean priority:be-tackle-smuggling?"},
           {"rests_on", "write rests_on(...)"},
           {"32012R1216", "did you mean 32012R1215"},
       })
    EXPECT_NE(by_key(slip.written).find(slip.hint), std::string::npos) << by_key(slip.written);
}

TEST(Words, APlaceThatDoesNotExistIsToldWhatIsKnown) {
  EXPECT_EQ(
      by_key("TFEU/art_67/par_5"),
      "TFEU/art_67/par_5 is not in the corpus; Article 67 TFEU has 4 paragraphs; did you mean "
      "TFEU/art_67/par_4 or TFEU/art_67?");
  EXPECT_EQ(by_key("TFEU/art_79/par_2/pnt_x").find("in part"), std::string::npos);
  EXPECT_NE(by_name("Title V TFEU").find("TFEU/prt_3/tis_V or TFEU/prt_5/tis_V?"),
            std::string::npos);
  EXPECT_NE(by_key("TFEU/art_999").find("the TFEU has Articles 1 to 358"), std::string::npos);
}

// What a table or an explanation prints can be asked about again.
TEST(Words, EveryCitationIsReadInEveryLanguage) {
  std::size_t count = 0;
  for (const NodeId n : law().graph().nodes()) {
    if (index(n) % 7 != 0 || law().kind(n) != NodeKind::provision) continue;
    for (const Language language : languages) {
      const std::string text = to_text(*law().citation(n), language);
      EXPECT_EQ(by_name(text), law().key(n)) << text;
      ++count;
    }
  }
  EXPECT_GT(count, 400u);
}

TEST(Words, AHeadingThatSeveralPlacesBearIsNotGuessedAt) {
  EXPECT_EQ(by_name("Judicial cooperation in civil matters"),
            "\"Judicial cooperation in civil matters\" names 2 places; write "
            "TFEU/prt_3/tis_V/cpt_3 or TEC/art_61/pnt_c");
  EXPECT_EQ(by_name("a high level of security"), "objective:security") << "also a heading";
}

TEST(Words, WhatIsLikeNothingGetsNoHint) {
  EXPECT_EQ(by_name("zzzzzzzzzzzz"), "\"zzzzzzzzzzzz\" is neither a citation nor a label; ");
}

}  // namespace
}  // namespace acquis
