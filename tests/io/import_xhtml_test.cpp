// XHTML of EUR-Lex: both generations give the keys of Formex.
#include "io/import_support.hpp"

namespace acquis {
namespace {

using testing::import_text;
using testing::Imported;
using Links = std::set<std::string>;

std::string page(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD "
         "XHTML//EN\" "
         "\"xhtml-strict.dtd\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>L</title>"
         "</head><body><p class=\"oj-hd-lg\">EN</p>" +
         body + "</body></html>";
}

std::string p(const std::string& name, const std::string& words) {
  return "<p class=\"" + name + "\">" + words + "</p>";
}

std::string row(const std::string& number, const std::string& content) {
  return "<table><tbody><tr><td><p class=\"oj-normal\">" + number + "</p></td><td>" + content +
         "</td></tr></tbody></table>";
}

std::string without_prefix(std::string html) {
  for (std::size_t at = 0; (at = html.find("\"oj-", at)) != std::string::npos;)
    html.erase(at + 1, 3);
  return html;
}

const std::string act =
    p("oj-doc-ti", "REGULATION (EU) 2099/1") + p("oj-doc-ti", "of 2 January 2099") +
    p("oj-normal", "THE COUNCIL,") +
    p("oj-normal",
      "Having regard to the Treaty on the Functioning of the European Union, and in "
      "particular Article 16 thereof,") +
    p("oj-normal", "Whereas:") + row("(1)", p("oj-normal", "Reasons.")) +
    p("oj-normal", "HAS ADOPTED THIS REGULATION:") + p("oj-ti-section-1", "CHAPTER I") +
    p("oj-ti-section-2", "Rules") + p("oj-ti-art", "Article 1") + p("oj-sti-art", "Scope") +
    "<div id=\"001.001\">" + p("oj-normal", "1.\xC2\xA0\xC2\xA0 It applies to:") +
    row("(a)", p("oj-normal", "goods:") + row("\xE2\x80\x94", p("oj-normal", "large ones;"))) +
    row("(b)", p("oj-normal", "services.")) + p("oj-normal", "No more.") + "</div>" +
    p("oj-normal",
      "2.\xC2\xA0\xC2\xA0 See Directive 2001/29/EC <a id=\"ntc1-X\" href=\"#ntr1-X\">(<span "
      "class=\"oj-super\">1</span>)</a>.") +
    p("oj-ti-art", "Article 2") + p("oj-normal", "One.") + p("oj-normal", "Two.") +
    p("oj-ti-art", "Article 3") +
    p("oj-normal", "Article 4 of Directive 95/46/EC is replaced by the following:") + "<div>" +
    p("oj-ti-art",
      "\xE2\x80\x98"
      "Article 4") +
    p("oj-normal", "Article 9 applies.\xE2\x80\x99") + "</div>" +
    p("oj-note",
      "<a id=\"ntr1-X\" href=\"#ntc1-X\">(<span>1</span>)</a> Regulation (EU) 2016/399.") +
    p("oj-doc-ti", "ANNEX II") + p("oj-ti-grseq-1", "PART A") + row("1.", p("oj-normal", "Words."));

void expect_act(const Imported& in) {
  for (const std::string_view key :
       {"/cit_1", "/rct_1", "/cpt_I", "/art_1", "/art_1/par_1", "/art_1/par_1/sub_1",
        "/art_1/par_1/sub_2", "/art_1/par_1/pnt_a", "/art_1/par_1/pnt_a/idt_1",
        "/art_1/par_1/pnt_b", "/art_1/par_2", "/art_2/par_1", "/art_2/par_2", "/art_3/par_1",
        "/anx_II", "/anx_II/prt_A", "/anx_II/prt_A/pnt_1"})
    EXPECT_TRUE(in.has("32099R0001" + std::string(key))) << key;
  EXPECT_EQ(in.count.provisions, 19u);  // and Articles 2 and 3
  EXPECT_EQ(in.law.label(in.law.find("32099R0001/art_1"), Language::en), "Scope");
  EXPECT_EQ(in.law.label(in.law.find("32099R0001/cpt_I"), Language::en), "Rules");
  EXPECT_EQ(in.links(EdgeKind::legal_basis), Links{"32099R0001 TFEU/art_16"});
  EXPECT_EQ(in.links(EdgeKind::amends), Links{"32099R0001/art_3/par_1 31995L0046/art_4"});
  EXPECT_EQ(in.links(EdgeKind::cites),
            (Links{"32099R0001/art_1/par_2 32001L0029", "32099R0001/art_1/par_2 32016R0399"}));
}

TEST(ImportXhtml, TheNewerGeneration) { expect_act(import_text(page(act))); }
TEST(ImportXhtml, TheOlderGeneration) { expect_act(import_text(page(without_prefix(act)))); }

TEST(ImportXhtml, TheNameOfTheFileTellsTheAct) {
  const Imported in = testing::import_all(testing::source_of(
      {{{{"x/31991l0533.xhtml", page(p("oj-doc-ti", "COUNCIL DIRECTIVE") + act)}}}}));
  EXPECT_TRUE(in.has("31991L0533/art_1"));
}

TEST(ImportXhtml, ACorrigendumCorrects) {
  const Imported in = testing::import_all(
      testing::source_of({{{{"32016r0679r(02).xhtml",
                             page(p("oj-doc-ti", "Corrigendum to Regulation (EU) 2016/679"))}}}}));
  EXPECT_EQ(in.links(EdgeKind::corrects), Links{"32016R0679R(02) 32016R0679"});
}

TEST(ImportXhtml, DeclarationsInTheDocumentTypeAreRefused) {
  std::string xml = page(act);
  xml.insert(xml.find("\"xhtml-strict.dtd\">") + 18, " [<!ENTITY a \"b\">]");
  const Imported in = import_text(xml);
  EXPECT_EQ(in.count.skipped, 1u);
  EXPECT_TRUE(in.has_code("ACQ0110"));
}

}  // namespace
}  // namespace acquis
