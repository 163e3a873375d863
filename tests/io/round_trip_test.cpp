// Random corpora of several files, which contain, cite and complete one another: what is written
// loads to the same corpus, and is written again to the same bytes.
#include <gtest/gtest.h>

#include <random>

#include "acquis/io/load.hpp"
#include "acquis/io/save.hpp"
#include "support/same_corpus.hpp"

namespace acquis {
namespace {

// Writes files that are valid, in as many ways as the format has.
class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  std::vector<std::string> files() {
    constexpr int parts = 3;
    std::vector<std::string> out;
    for (part_ = 0; part_ < parts; ++part_) {
      const std::string id = "p" + std::to_string(part_);
      xml_ = "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"" + id + "\" title=\"" + text() + "\">";
      xml_ +=
          "<uses corpus=\"p0\"/><source id=\"s\" date=\"2020-01-01\"/><source id=\"r\"/>"
          "<waive rule=\"ACQ0607\" reason=\"a &amp; b\"/>"
          "<waive rule=\"ACQ0601\" reason=\"why\" ref=\"TFEU/art_1\"/>";
      for (const char* name : {"BE", "EU"})
        if (part_ == 0) xml_ += std::string("<actor id=\"") + name + "\"/>";
      for (int i = 0; i < 8; ++i) top(i);
      out.push_back(xml_ + "</corpus>");
    }
    return out;
  }

 private:
  unsigned up_to(unsigned n) { return static_cast<unsigned>(random_() % n); }
  bool maybe() { return up_to(2) == 0; }
  std::string one_of(std::vector<std::string> words) {
    return words[up_to(static_cast<unsigned>(words.size()))];
  }
  std::string text() {
    return one_of({"plain", "a &amp; b", "&lt;tag>", "\xC3\xA9t\xC3\xA9 &#233;", "'single'",
                   "&quot;double&quot;", "two&#10;lines", "tab&#9;bed", "  spaces  ", "&#x1F1E7;"});
  }
  std::string own(const std::string& kind, int i) {
    return kind + std::to_string(part_) + "-" + std::to_string(i);
  }
  // A node of this kind that this file or an earlier one defines.
  std::string any(const std::string& kind) {
    return kind + std::to_string(up_to(part_ + 1)) + "-" + std::to_string(up_to(8));
  }
  std::string act(unsigned part, unsigned i) {
    return "3200" + std::to_string(part) + "R000" + std::to_string(i);
  }
  std::string place() {
    const std::string work = one_of({act(up_to(part_ + 1), up_to(8)), "TFEU", "TEU"});
    return work + one_of({"/art_1", "/art_2/par_1", "/art_2/par_2/pnt_a", "/art_9/par_1",
                          "/art_2/par_2/sub_1", "/anx_1/art_1", "/tis_I", "/art_3/snt_1"});
  }

  void attribute(const std::string& name, const std::string& value) {
    if (maybe()) xml_ += " " + name + "=\"" + value + "\"";
  }
  void node_attributes() {
    attribute("at", text());
    attribute("source", one_of({"s", "r"}));
    attribute("from", "2001-01-01");
    attribute("to", "2031-01-01");
  }
  void label() {
    if (!maybe()) return;
    xml_ += "<label en=\"" + text() + "\"";
    attribute("nl", text());
    attribute("fr", text());
    attribute("de", text());
    xml_ += "/>";
  }
  void link(const std::string& kind, const std::string& target) {
    xml_ += "<" + kind + " ref=\"" + target + "\" evidence=\"";
    xml_ += maybe() ? "editorial\" note=\"" + text() + "\""
                    : one_of({"stated", "derived"}) + "\" source=\"" + one_of({"s", "r"}) + "\"";
    attribute("at", text());
    attribute("from", "2002-01-01");
    attribute("reviewed", "2026-01-01");
    attribute("fingerprint", "0123456789abcdef");
    xml_ += "/>";
  }
  void links(bool of_priority) {
    while (maybe()) {
      if (of_priority) link("relies_on", place());
      if (of_priority && maybe()) link("pursues", "objective:" + any("o"));
      link(one_of({"held_by", "addressed_to", "proposed_by"}), one_of({"actor:BE", "actor:EU"}));
      link("grounded_in", place());
    }
  }

  void top(int i) {
    theme(i);
    objective(i);
    instrument(i);
    if (part_ > 0) about();
  }
  // Of an earlier file, so that no containment goes round.
  void in(const std::string& prefix, const std::string& kind) {
    if (part_ > 0 && maybe())
      xml_ += " in=\"" + prefix + kind + std::to_string(up_to(part_)) + "-" +
              std::to_string(up_to(8)) + "\"";
  }
  void theme(int i) {
    xml_ += "<theme id=\"" + own("t", i) + "\"";
    in("theme:", "t");
    node_attributes();
    xml_ += ">";
    label();
    xml_ += "<priority id=\"" + own("q", i) + "\" source=\"s\"";
    in("theme:", "t");
    attribute("held_by", one_of({"BE", "EU BE", "BE BE"}));
    xml_ += ">";
    label();
    links(true);
    xml_ += "</priority></theme>";
  }
  void objective(int i) {
    xml_ += "<objective id=\"" + own("o", i) + "\"";
    in("objective:", "o");
    node_attributes();
    xml_ += ">";
    links(false);
    link("laid_down_in", place());
    xml_ += "</objective>";
  }
  void instrument(int i) {
    xml_ += "<instrument type=\"regulation\" key=\"" + act(part_, static_cast<unsigned>(i)) + "\"";
    if (part_ > 0 && maybe()) xml_ += " in=\"" + act(up_to(part_), up_to(8)) + "\"";
    node_attributes();
    attribute("eli", "reg/2000/" + std::to_string(i));
    attribute("document", "2000-01-01");
    if (maybe()) xml_ += " end=\"2020-01-01\" ended=\"" + one_of({"repealed", "expired"}) + "\"";
    xml_ += ">";
    label();
    links(false);
    link("cites", place());
    xml_ += "<provision id=\"tis_I\"><provision id=\"art_1\"/><provision id=\"art_2\">";
    label();
    xml_ += "<provision id=\"par_1\"";
    node_attributes();
    xml_ += "/><provision id=\"par_2\">";
    link("cites", place());
    xml_ += "<provision id=\"pnt_a\"/></provision></provision></provision></instrument>";
  }
  void about() {
    xml_ += "<about ref=\"" + place() + "\">";
    link("cites", place());
    if (maybe()) link("implements", "objective:" + any("o"));
    xml_ += "</about><about ref=\"theme:t0-" + std::to_string(up_to(8)) + "\">";
    links(false);
    xml_ += "</about>";
  }

  std::mt19937 random_;
  unsigned part_ = 0;
  std::string xml_;
};

Corpus load(const std::vector<std::string>& files) {
  std::vector<CorpusText> texts;
  for (const std::string& xml : files) texts.push_back({"file", xml});
  Diagnostics problems;
  auto law = parse_corpora(texts, {}, &problems);
  EXPECT_TRUE(law.ok()) << law.status();
  return law.ok() ? *std::move(law) : CorpusBuilder().build().value();
}

std::vector<std::string> written(const Corpus& law) {
  std::vector<std::string> out;
  for (std::uint16_t i = 0; i < law.parts().size(); ++i) out.push_back(to_xml(law, PartId{i}));
  return out;
}

TEST(RoundTrip, RandomCorporaOfSeveralFilesComeBackTheSame) {
  for (unsigned seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const Corpus law = load(Author(seed).files());
    ASSERT_EQ(law.parts().size(), 3u);
    ASSERT_GT(law.graph().edge_count(), 20u);
    const std::vector<std::string> once = written(law);
    const Corpus again = load(once);
    testing::expect_same_corpus(law, again);
    ASSERT_EQ(written(again), once);
    if (::testing::Test::HasFailure()) return;
  }
}

}  // namespace
}  // namespace acquis
