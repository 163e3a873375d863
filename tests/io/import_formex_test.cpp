// Formex as it comes: each trap of real files in an act of a few lines.
#include "io/import_support.hpp"

namespace acquis {
namespace {

using testing::import_all;
using testing::import_text;
using testing::Imported;
using Links = std::set<std::string>;

std::string act(const std::string& preamble, const std::string& terms,
                const std::string& behind = {},
                const std::string& title = "Regulation (EU) 2099/1 of 2 January 2099") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ACT>\n<BIB.INSTANCE>"
         "<LG.DOC>EN</LG.DOC></BIB.INSTANCE>\n<TITLE><TI><P>" +
         title + "</P></TI></TITLE>\n<PREAMBLE>" + preamble + "</PREAMBLE>\n<ENACTING.TERMS>\n" +
         terms + "\n</ENACTING.TERMS>" + behind + "</ACT>\n";
}

std::string consolidated(const std::string& family, const std::string& terms) {
  return "<CONS.ACT><INFO.CONSLEG CONSLEG.REF=\"2012R1215\" START.DATE=\"20150226\"/><CONS.DOC>"
         "<BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><FAM.COMP><BIB.DATA><NO.CELEX>32012R1215"
         "</NO.CELEX><DATE ISO=\"20121212\">20121212</DATE></BIB.DATA>" +
         family + "</FAM.COMP><TITLE><TI><P>Regulation</P></TI></TITLE><ENACTING.TERMS>" + terms +
         "</ENACTING.TERMS></CONS.DOC></CONS.ACT>";
}

std::string visa(const std::string& words) {
  return "<GR.VISA><VISA>" + words + "</VISA></GR.VISA>";
}

TEST(ImportFormex, PlacesToTheLastIndent) {
  const Imported in = import_text(act("", R"(<DIVISION><TITLE><TI><P>CHAPTER II</P></TI>
    <STI><P>Rules</P></STI></TITLE><ARTICLE IDENTIFIER="001"><TI.ART>Article 1</TI.ART>
    <STI.ART>Scope</STI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>It applies to:</P>
    <LIST TYPE="alpha"><ITEM><NP><NO.P>(a)</NO.P><TXT>goods:</TXT><P><LIST TYPE="DASH"><ITEM>
    <P>large ones,</P></ITEM><ITEM><P>small ones;</P></ITEM></LIST></P></NP></ITEM><ITEM><NP>
    <NO.P>(b)</NO.P><TXT>services.</TXT></NP></ITEM></LIST></ALINEA><ALINEA>No more.</ALINEA>
    </PARAG></ARTICLE></DIVISION>)"));
  for (const std::string_view key :
       {"/cpt_II", "/art_1", "/art_1/par_1", "/art_1/par_1/sub_1", "/art_1/par_1/sub_2",
        "/art_1/par_1/pnt_a", "/art_1/par_1/pnt_a/idt_1", "/art_1/par_1/pnt_a/idt_2",
        "/art_1/par_1/pnt_b"})
    EXPECT_TRUE(in.has("32099R0001" + std::string(key))) << key;
  EXPECT_EQ(in.count.provisions, 9u);
  EXPECT_EQ(in.law.label(in.law.find("32099R0001/art_1"), Language::en), "Scope");
  EXPECT_EQ(in.law.label(in.law.find("32099R0001/cpt_II"), Language::en), "Rules");
  EXPECT_EQ(in.law.find("32099R0001/art_1/par_1/sub_1/pnt_b"),
            in.law.find("32099R0001/art_1/par_1/pnt_b"));
}

TEST(ImportFormex, UnnumberedParagraphsCountAndTheOnlyOneLeavesItsPointsToTheArticle) {
  const Imported in =
      import_text(act("", R"(<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>One.</ALINEA>
    <ALINEA>Two.</ALINEA></ARTICLE><ARTICLE><TI.ART>Article 2</TI.ART><ALINEA><P>Here:</P><LIST
    TYPE="ARAB"><ITEM><NP><NO.P>(1)</NO.P><TXT>a thing;</TXT></NP></ITEM></LIST></ALINEA>
    </ARTICLE><ARTICLE><TI.ART>Article 3</TI.ART><ALINEA>See Article 2(1).</ALINEA></ARTICLE>)"));
  EXPECT_TRUE(in.has("32099R0001/art_1/par_2"));
  EXPECT_TRUE(in.has("32099R0001/art_2/par_1"));
  EXPECT_TRUE(in.has("32099R0001/art_2/pnt_1"));
  EXPECT_EQ(in.links(EdgeKind::cites), Links{"32099R0001/art_3/par_1 32099R0001/art_2/par_1"});
}

TEST(ImportFormex, PointsOfTwoSubparagraphsDoNotMix) {
  const std::string list =
      "<LIST TYPE=\"alpha\"><ITEM><NP><NO.P>(a)</NO.P><TXT>x</TXT></NP></ITEM></LIST>";
  const Imported in = import_text(
      act("", "<ARTICLE><TI.ART>Article 1</TI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>" + list +
                  "</ALINEA><ALINEA>" + list + "</ALINEA></PARAG></ARTICLE>"));
  EXPECT_TRUE(in.has("32099R0001/art_1/par_1/pnt_a"));
  EXPECT_TRUE(in.has("32099R0001/art_1/par_1/sub_2/pnt_a"));
  EXPECT_EQ(in.count.provisions, 6u);
}

TEST(ImportFormex, PrintedNumbersDecide) {
  const Imported in =
      import_text(act("", R"(<ARTICLE IDENTIFIER="007"><TI.ART>Article&#160;5a<NOTE><P>Of
    Regulation (EU) 2016/399.</P></NOTE></TI.ART><PARAG IDENTIFIER="007.009"><NO.PARAG>3.</NO.PARAG>
    <ALINEA>Words.</ALINEA></PARAG></ARTICLE><ARTICLE IDENTIFIER="007"><TI.ART>Article 41 ter</TI.ART>
    <ALINEA>Words.</ALINEA></ARTICLE>)"));
  EXPECT_TRUE(in.has("32099R0001/art_5a/par_3"));
  EXPECT_TRUE(in.has("32099R0001/art_41b"));
  EXPECT_EQ(in.count.provisions, 4u);
}

TEST(ImportFormex, QuotedTextIsOfTheAmendedAct) {
  const Imported in =
      import_text(act("", R"(<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA><P>Article 4 of
    Directive 2001/29/EC is replaced by the following:</P><P><QUOT.S LEVEL="1"><ARTICLE><TI.ART>Article
    4</TI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>Article 9 and Regulation (EU) 2016/399
    apply.</ALINEA></PARAG></ARTICLE></QUOT.S></P></ALINEA></ARTICLE>)"));
  EXPECT_EQ(in.count.provisions, 2u);
  EXPECT_EQ(in.links(EdgeKind::amends), Links{"32099R0001/art_1/par_1 32001L0029/art_4"});
  EXPECT_EQ(in.links(EdgeKind::cites), Links{});
}

TEST(ImportFormex, PageMarksSplitNoWord) {
  const std::string whole =
      "<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Regulation (EU) 2016/399 "
      "applies.</ALINEA></ARTICLE>";
  std::string broken = whole;
  broken.insert(broken.find("lation"), "<?PAGE NO='3'?>");
  const Imported a = import_text(act("", whole)), b = import_text(act("", broken));
  EXPECT_EQ(b.links(EdgeKind::cites), Links{"32099R0001/art_1/par_1 32016R0399"});
  const auto print = [](const Imported& in) {
    return in.law.fingerprint(in.law.find("32099R0001/art_1/par_1"));
  };
  EXPECT_EQ(print(a), print(b));
  EXPECT_NE(print(a), 0u);
}

TEST(ImportFormex, NotesAreTakenOutAndNameActs) {
  const Imported in = import_text(
      act("", R"(<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>The rules<NOTE><P>Regulation (EU)
    2016/399 and Directive 2001/29/EC (OJ L 1, 2.1.2001, p. 3).</P></NOTE> apply.</ALINEA></ARTICLE>)"),
      {.keep_text = true});
  EXPECT_EQ(in.links(EdgeKind::cites),
            (Links{"32099R0001/art_1/par_1 32016R0399", "32099R0001/art_1/par_1 32001L0029"}));
  EXPECT_EQ(in.law.words(in.law.find("32099R0001/art_1/par_1")), "The rules apply.");
}

TEST(ImportFormex, BasesComeFromVisasThatNameAPlace) {
  const Imported in =
      import_text(act("<GR.VISA><VISA>Having regard to the Treaty on European "
                      "Union,</VISA><VISA>Having regard to the "
                      "Treaty on the Functioning of the European Union, and in particular Article "
                      "67(4) and points (a) "
                      "and (c) of Article 81(2) thereof,</VISA><VISA>Having regard to the opinion "
                      "of the Court under "
                      "Article 218(11) of the Treaty on the Functioning of the European "
                      "Union,</VISA><VISA>Acting in "
                      "accordance with the procedure laid down in Article 294 of the Treaty on the "
                      "Functioning of the "
                      "European Union,</VISA></GR.VISA>",
                      ""));
  EXPECT_EQ(in.links(EdgeKind::legal_basis),
            (Links{"32099R0001 TFEU/art_67/par_4", "32099R0001 TFEU/art_81/par_2/pnt_a",
                   "32099R0001 TFEU/art_81/par_2/pnt_c"}));
  EXPECT_EQ(in.links(EdgeKind::cites),
            (Links{"32099R0001/cit_1 TEU", "32099R0001/cit_3 TFEU/art_218/par_11",
                   "32099R0001/cit_4 TFEU/art_294"}));
}

TEST(ImportFormex, BasesInTheTitleOfAnActAreNoneOfThisOne) {
  const Imported in = import_text(act(
      visa("Having regard to Council Regulation (EU) 2015/1588 of 13 July 2015 on the application "
           "of "
           "Articles 107 and 108 of the Treaty on the Functioning of the European Union to certain "
           "categories, and in particular the 10th subparagraph of Article 1(2) thereof,"),
      ""));
  EXPECT_EQ(in.links(EdgeKind::legal_basis), Links{"32099R0001 32015R1588/art_1/par_2/sub_10"});
}

TEST(ImportFormex, TheTreatyIsTheOneOfItsTime) {
  const Imported in = import_text(
      act(visa("Having regard to the Treaty establishing the European Community, and in particular "
               "Articles 61(c) and 67(1) thereof,"),
          "", "", "Council Regulation (EC) No 44/2001 of 22 December 2000"));
  EXPECT_EQ(in.links(EdgeKind::legal_basis),
            (Links{"32001R0044 TEC/art_61/pnt_c", "32001R0044 TEC/art_67/par_1"}));
}

TEST(ImportFormex, EveryLinkSaysWhereItStands) {
  const std::string xml = act("",
                              "<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Under &amp; by\n"
                              "  Regulation (EU) 2016/399.</ALINEA></ARTICLE>");
  const Imported in = import_text(xml);
  ASSERT_EQ(in.law.graph().edge_count(), 1u);
  const EdgeFacts facts = in.law.statement(EdgeId{0});
  EXPECT_EQ(facts.evidence, Evidence::derived);
  const std::size_t at = xml.find("Regulation (EU) 2016/399");
  const auto line =
      std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
  EXPECT_EQ(facts.at, "line " + std::to_string(line) + ", column " +
                          std::to_string(at - xml.rfind('\n', at)));
  EXPECT_EQ(facts.source, "act.xml");
}

TEST(ImportFormex, RepealsAndAmendmentsBySayingSo) {
  const Imported in = import_text(act("", R"(<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Directive
    95/46/EC is repealed.</ALINEA></ARTICLE><ARTICLE><TI.ART>Article 2</TI.ART><ALINEA>Regulation (EU)
    2016/399 is amended as follows: nothing.</ALINEA></ARTICLE><ARTICLE><TI.ART>Article 3</TI.ART>
    <ALINEA>It was said in Directive 2001/29/EC that Article 5 is deleted.</ALINEA></ARTICLE>)",
                                      "",
                                      "Regulation (EU) 2099/1 of 2 January 2099 repealing "
                                      "Directive 95/46/EC"));
  EXPECT_EQ(in.links(EdgeKind::repeals),
            (Links{"32099R0001 31995L0046", "32099R0001/art_1/par_1 31995L0046"}));
  EXPECT_TRUE(in.links(EdgeKind::amends).contains("32099R0001/art_2/par_1 32016R0399"));
}

TEST(ImportFormex, RangesNameAllTheirMembers) {
  const Imported in =
      import_text(act("", R"(<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Articles 2 to 3
    apply. So do Articles 5 to 7 of Directive 2001/29/EC.</ALINEA></ARTICLE><ARTICLE><TI.ART>Article 2</TI.ART>
    </ARTICLE><ARTICLE><TI.ART>Article 2a</TI.ART></ARTICLE><ARTICLE><TI.ART>Article 3</TI.ART>
    </ARTICLE>)"));
  const std::string from = "32099R0001/art_1/par_1 ";
  EXPECT_EQ(
      in.links(EdgeKind::cites),
      (Links{from + "32099R0001/art_2", from + "32099R0001/art_2a", from + "32099R0001/art_3",
             from + "32001L0029/art_5", from + "32001L0029/art_6", from + "32001L0029/art_7"}));
}

TEST(ImportFormex, ChangesThatEditorsMarked) {
  const Imported in = import_text(consolidated(
      R"(<GR.MOD.ACT><MOD.ACT TYPE="MOD"><BIB.DATA><NO.CELEX>32014R0542</NO.CELEX></BIB.DATA></MOD.ACT>
    <MOD.ACT TYPE="REP"><BIB.DATA><NO.CELEX>32020R0001</NO.CELEX></BIB.DATA></MOD.ACT></GR.MOD.ACT>
    <GR.CORRIG><CORRIG><BIB.DATA><NO.CELEX>32012R1215R(02)</NO.CELEX></BIB.DATA></CORRIG></GR.CORRIG>)",
      R"(<?CLG.MDFO ID="O1" ACTION="INSERTED" ACTIVE.DOC="32014R0542" ACTIVE.LOC="AR:1;PT:2 .AND. AX:0;PT:3"?>
    <ARTICLE><TI.ART>Article 71a</TI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA>Words
    <?CLG.MDFO ID="O2" ACTION="DELETED" ACTIVE.DOC="32015R0281" ACTIVE.LOC="AR:4;AL:2"?><?CLG.MDFC
    IDREF="O2"?>.</ALINEA></PARAG></ARTICLE><?CLG.MDFC IDREF="O1"?>)"));
  EXPECT_EQ(in.links(EdgeKind::amends),
            (Links{"32014R0542 32012R1215", "32014R0542/art_1/pnt_2 32012R1215/art_71a",
                   "32014R0542/anx_1/pnt_3 32012R1215/art_71a",
                   "32015R0281/art_4/par_2 32012R1215/art_71a/par_1"}));
  EXPECT_EQ(in.links(EdgeKind::repeals), Links{"32020R0001 32012R1215"});
  EXPECT_EQ(in.links(EdgeKind::corrects), Links{"32012R1215R(02) 32012R1215"});
}

TEST(ImportFormex, AnnexesAndRecitals) {
  const Imported in = import_text(act(
      "<GR.CONSID><CONSID><P><NP><NO.P>(1)</NO.P><TXT>Reasons.</TXT></NP></P></CONSID><CONSID><NP>"
      "<NO.P>(1a)</NO.P><TXT>More.</TXT></NP></CONSID></GR.CONSID>",
      "",
      R"(<ANNEX><TITLE><TI><P>ANNEX II</P></TI><STI><P>Forms</P></STI></TITLE><CONTENTS><GR.SEQ><TITLE>
    <TI><P>PART A</P></TI></TITLE><NP><NO.P>1.</NO.P><TXT>See Article 3.</TXT></NP><TBL><CORPUS><ROW>
    <CELL>Article 5</CELL></ROW></CORPUS></TBL></GR.SEQ></CONTENTS></ANNEX><ANNEX><TITLE><TI><P>ANNEX
    </P></TI></TITLE><CONTENTS><P>Words</P></CONTENTS></ANNEX>)"));
  EXPECT_TRUE(in.has("32099R0001/rct_1"));
  EXPECT_TRUE(in.has("32099R0001/rct_1a"));
  EXPECT_FALSE(in.has("32099R0001/rct_1/pnt_1"));
  EXPECT_TRUE(in.has("32099R0001/anx_II/prt_A/pnt_1"));
  EXPECT_TRUE(in.has("32099R0001/anx_2"));
  EXPECT_EQ(in.links(EdgeKind::cites), Links{"32099R0001/anx_II/prt_A/pnt_1 32099R0001/art_3"});
}

TEST(ImportFormex, ThePreambleComesFromTheOriginal) {
  const std::string title = "Regulation (EU) No 1215/2012 of 12 December 2012";
  const Imported in = import_all(testing::source_of(
      {{{{"cons.xml", consolidated("", "<ARTICLE><TI.ART>Article 1</TI.ART></ARTICLE>")}}},
       {{{"oj.xml",
          act(visa("Having regard to the Treaty on the Functioning of the European Union, "
                   "and in particular Article 67(4) thereof,"),
              "<ARTICLE><TI.ART>Article 9</TI.ART></ARTICLE>", "", title)}}}}));
  EXPECT_EQ(in.links(EdgeKind::legal_basis), Links{"32012R1215 TFEU/art_67/par_4"});
  EXPECT_TRUE(in.has("32012R1215/cit_1"));
  EXPECT_TRUE(in.has("32012R1215/art_1"));
  EXPECT_FALSE(in.has("32012R1215/art_9"));
}

TEST(ImportFormex, ThreadsChangeNothing) {
  std::vector<ImportDocument> documents;
  for (int i = 1; i < 40; ++i)
    documents.push_back({{{"a" + std::to_string(i) + ".xml",
                           act("",
                               "<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Article 2 of "
                               "Regulation (EU) 2099/1.</ALINEA></ARTICLE>",
                               "", "Regulation (EU) 2099/" + std::to_string(i))}}});
  const auto xml = [&](unsigned threads) {
    const Imported in = import_all(testing::source_of(documents), {.threads = threads});
    EXPECT_EQ(in.count.documents, 39u);
    return to_xml(in.law, PartId{0});
  };
  const std::string one = xml(1);
  for (const unsigned threads : {2u, 3u, 8u}) EXPECT_EQ(xml(threads), one);
}

TEST(ImportFormex, OneBrokenDocumentIsReportedAndTheOthersAreRead) {
  const Imported in = import_all(testing::source_of({{{{"broken.xml", "<ACT><TITLE>\n</ACT>"}}},
                                                     {{{"good.xml", act("", "")}}},
                                                     {{{"x", "text"}}}}));
  EXPECT_EQ(in.count.documents, 1u);
  EXPECT_EQ(in.count.skipped, 2u);
  ASSERT_EQ(in.problems.size(), 2u);
  EXPECT_EQ(in.problems[0].code, "ACQ0101");
  EXPECT_EQ(in.problems[0].file, "broken.xml");
  EXPECT_EQ(in.problems[0].line, 2u);
  EXPECT_EQ(in.problems[1].code, "ACQ0600");
}

TEST(ImportFormex, AnImportCanBeStopped) {
  for (const unsigned threads : {1u, 3u}) {
    CorpusBuilder builder;
    builder.begin_part({.id = "test"});
    Diagnostics problems;
    int given = 0;
    const auto endless = [&]() -> std::optional<ImportDocument> {
      return ImportDocument{
          {{"a.xml", act("", "", "", "Regulation (EU) 2099/" + std::to_string(++given))}}};
    };
    const ImportCount count =
        import_documents(endless, {.threads = threads}, builder, problems,
                         [](const ImportCount& so_far) { return so_far.documents < 5; });
    EXPECT_TRUE(count.cancelled);
    EXPECT_EQ(count.documents, 5u);
    EXPECT_LE(given, 5 + 2 * static_cast<int>(threads));
    EXPECT_TRUE(std::move(builder).build().ok());
  }
}

}  // namespace
}  // namespace acquis
