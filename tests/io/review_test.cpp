#include "acquis/io/review.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "acquis/corpus/fingerprint.hpp"
#include "acquis/io/embedded.hpp"
#include "acquis/io/load.hpp"

namespace acquis {
namespace {

const Date day = Date::from_ymd(2026, 11, 25);

Corpus load(std::string_view xml) {
  return parse_corpora(std::vector<CorpusText>{{"t.xml", xml}}).value();
}

constexpr std::string_view text = R"(<corpus xmlns="urn:acquis:corpus:1" id="t">
  <!-- kept as it is: <relies_on/> -->
  <source id="s"/>
  <actor id="BE"/>
  <instrument key="32016R0399" type="regulation"><label en="Code"/></instrument>
  <priority id="p" held_by="BE" source="s">
    <relies_on ref='32016R0399' evidence="editorial" note="reviewed='never' >"
               reviewed = '2001-01-01'  />
    <grounded_in ref="TFEU/art_67" evidence="editorial" note="n"></grounded_in>
  </priority>
</corpus>
)";

TEST(Review, WritesTwoAttributesAndLeavesTheRest) {
  const Corpus law = load(text);
  const auto edges = links_at(law, PartId{0}, law.find("priority:p"));
  ASSERT_EQ(edges.size(), 2u);
  const auto out = mark_reviewed(law, edges, day, text);
  ASSERT_TRUE(out.ok()) << out.status();
  std::string want(text);
  const auto put = [&](std::string_view from, const std::string& to) {
    want.replace(want.find(from), from.size(), to);
  };
  put("reviewed = '2001-01-01'  />", "reviewed = '2026-11-25' fingerprint=\"" +
                                         fingerprint(law, law.find("32016R0399")) + "\"  />");
  put("note=\"n\">", "note=\"n\" reviewed=\"2026-11-25\" fingerprint=\"" +
                         fingerprint(law, law.find("TFEU/art_67")) + "\">");
  EXPECT_EQ(*out, want);
  const Corpus again = load(*out);
  const auto reviewed = links_at(again, PartId{0}, again.find("priority:p"));
  EXPECT_EQ(mark_reviewed(again, reviewed, day, *out).value(), *out);
}

TEST(Review, ALinkIsSuspectUntilItIsReviewedAgain) {
  const Corpus law = load(text);
  const auto edges = links_at(law, PartId{0}, law.find("32016R0399"));
  ASSERT_EQ(edges.size(), 1u);
  std::string xml = mark_reviewed(law, edges, day, text).value();
  const auto suspects = [](const Corpus& now) {
    std::size_t count = 0;
    for (const EdgeId e : now.graph().edges()) count += is_suspect(now, e);
    return count;
  };
  EXPECT_EQ(suspects(load(xml)), 0u);
  xml.replace(xml.find("\"Code\""), 6, "\"Codex\"");
  const Corpus changed = load(xml);
  EXPECT_EQ(suspects(changed), 1u);
  const auto renewed =
      mark_reviewed(changed, links_at(changed, PartId{0}, changed.find("32016R0399")), day, xml);
  EXPECT_EQ(suspects(load(*renewed)), 0u);
}

TEST(Review, AnotherTextIsRefused) {
  const Corpus law = load(text);
  const auto edges = links_at(law, PartId{0}, law.find("priority:p"));
  EXPECT_FALSE(mark_reviewed(law, edges, day, "").ok());
  EXPECT_FALSE(mark_reviewed(law, edges, day, std::string(2000, '<')).ok());
  EXPECT_FALSE(mark_reviewed(law, edges, day, "\n" + std::string(text)).ok());
}

TEST(Review, EveryLinkOfTheShippedCorporaCanBeReviewed) {
  const Corpus law = load_embedded();
  std::vector<std::string> texts;
  for (std::size_t p = 0; p < law.parts().size(); ++p) {
    std::vector<EdgeId> edges;
    const PartId part{static_cast<std::uint16_t>(p)};
    for (const NodeId n : law.graph().nodes())
      if (law.graph().parent(n) == none<NodeId>)
        for (const EdgeId e : links_at(law, part, n)) edges.push_back(e);
    std::sort(edges.begin(), edges.end(), [&](EdgeId a, EdgeId b) {
      const Position x = law.position(a), y = law.position(b);
      return std::tie(x.line, x.column) < std::tie(y.line, y.column);
    });
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    texts.push_back(mark_reviewed(law, edges, day, embedded_xml(law.parts()[p].id)).value());
  }
  std::vector<CorpusText> files;
  for (const std::string& xml : texts) files.push_back({"x", xml});
  const Corpus again = parse_corpora(files).value();
  ASSERT_EQ(again.graph().edge_count(), law.graph().edge_count());
  std::size_t reviewed = 0;
  for (const EdgeId e : again.graph().edges()) {
    EXPECT_FALSE(is_suspect(again, e));
    reviewed += again.statement(e).reviewed == day;
  }
  EXPECT_GT(reviewed, 100u);
}

}  // namespace
}  // namespace acquis
