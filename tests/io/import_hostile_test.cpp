// Documents and folders that nobody publishes: a clear error or a skipped document, never a crash,
// a hang, or a look outside the folder.
#include <filesystem>
#include <fstream>

#include "io/import_support.hpp"

namespace acquis {
namespace {

namespace fs = std::filesystem;
using testing::import_text;
using testing::Imported;

std::string act_with(const std::string& terms) {
  return "<ACT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE><TITLE><TI><P>Regulation (EU) 2099/1"
         "</P></TI></TITLE><ENACTING.TERMS>" +
         terms + "</ENACTING.TERMS></ACT>";
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string long_act() {
  std::string terms;
  for (int i = 1; i < 200; ++i)
    terms +=
        "<ARTICLE><TI.ART>Article " + std::to_string(i) +
        "</TI.ART><PARAG><NO.PARAG>1.</NO.PARAG><ALINEA><P>See Article 3(1) to (9) &amp; Annex "
        "I:</P><LIST TYPE=\"alpha\"><ITEM><NP><NO.P>(a)</NO.P><TXT>x</TXT></NP></ITEM></LIST>"
        "</ALINEA></PARAG></ARTICLE>";
  return act_with(terms);
}

TEST(ImportHostile, TruncatedAnywhere) {
  const std::string whole = long_act();
  for (std::size_t size = 0; size < whole.size(); size += 1000) {
    const Imported in = import_text(whole.substr(0, size));
    EXPECT_EQ(in.count.skipped, 1u) << size;
    EXPECT_FALSE(in.problems.empty());
  }
}

TEST(ImportHostile, BytesOfChance) {
  const std::string whole = long_act();
  std::uint32_t seed = 1;
  const auto random = [&] { return seed = seed * 1664525u + 1013904223u; };
  for (int round = 0; round < 100; ++round) {
    std::string broken = whole.substr(0, 5000 + random() % 2000) + "</ENACTING.TERMS></ACT>";
    for (int i = 0; i < 10; ++i)
      broken[random() % broken.size()] = static_cast<char>(random() >> 24);
    const Imported in = import_text(broken);
    EXPECT_EQ(in.count.skipped + in.count.left_out + in.count.documents, 1u);
  }
}

TEST(ImportHostile, NestedDeeply) {
  const std::string deep =
      act_with(repeated("<DIVISION>", 100'000) + repeated("</DIVISION>", 100'000));
  EXPECT_TRUE(import_text(deep).has_code("ACQ0304"));
}

TEST(ImportHostile, AMillionAttributes) {
  std::string many;
  for (int i = 0; i < 1'000'000; ++i) many += " a" + std::to_string(i) + "=\"1\"";
  const Imported in =
      import_text(act_with("<ARTICLE" + many + "><TI.ART>Article 1</TI.ART></ARTICLE>"));
  EXPECT_TRUE(in.has("32099R0001/art_1"));
}

TEST(ImportHostile, WrongEncodings) {
  for (const std::string& bytes :
       {std::string("\xFF\xFE<\0A\0C\0T\0", 10), act_with("<P>\xE9t\xE9</P>"),
        act_with("<P>\xED\xA0\x80</P>"), act_with("<P>\x05</P>"), act_with("<P>\xEF\xBF\xBF</P>")})
    EXPECT_EQ(import_text(bytes).count.skipped, 1u);
}

TEST(ImportHostile, EntitiesOfADocumentTypeAreNeverRead) {
  const std::string bomb =
      "<!DOCTYPE ACT [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY f SYSTEM "
      "\"file:///etc/hostname\">]>" +
      act_with("<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>&b;&f;</ALINEA></ARTICLE>");
  EXPECT_TRUE(import_text(bomb).has_code("ACQ0110"));
  const Imported plain = import_text(
      "<!DOCTYPE ACT SYSTEM \"file:///etc/hostname\">" +
          act_with("<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>a &f; b</ALINEA></ARTICLE>"),
      {.keep_text = true});
  EXPECT_EQ(plain.law.words(plain.law.find("32099R0001/art_1/par_1")), "a &f; b");
}

TEST(ImportHostile, ManyReferencesToTheLast) {
  std::string terms = "<ARTICLE><TI.ART>Article 1</TI.ART>";
  for (int i = 0; i < 3000; ++i)
    terms += "<ALINEA>See the last paragraph and Articles 1 to 2.</ALINEA>";
  EXPECT_EQ(import_text(act_with(terms + "</ARTICLE>")).count.documents, 1u);
}

// ---- folders

class Folder : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(::testing::TempDir()) / (std::string("acquis_import_") + test->name());
    fs::remove_all(root_);
    fs::create_directories(root_ / "inside");
  }
  void TearDown() override { fs::remove_all(root_); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  Imported import() {
    Imported in =
        testing::import_all(documents_below({(root_ / "inside").string()}, {}, problems_));
    return in;
  }
  bool has_code(std::string_view code) const {
    return std::any_of(problems_.begin(), problems_.end(),
                       [&](const Diagnostic& d) { return d.code == code; });
  }
  fs::path root_;
  Diagnostics problems_;
};

std::string manifest(const std::vector<std::string>& files) {
  std::string out = "<DOC><FMX>";
  for (const std::string& file : files) out += "<REF.PHYS FILE=\"" + file + "\"/>";
  return out + "</FMX></DOC>";
}

const std::string annex =
    "<ANNEX ><TITLE><TI><P>ANNEX</P></TI></TITLE><CONTENTS><P>Words</P></CONTENTS></ANNEX>";

TEST_F(Folder, AManifestOrdersItsFiles) {
  write("inside/b.xml", act_with(""));
  write("inside/a.xml", annex);
  write("inside/x.doc.xml", manifest({"b.xml", "a.xml"}));
  const Imported in = import();
  EXPECT_EQ(in.count.documents, 1u);
  EXPECT_TRUE(in.has("32099R0001/anx_1"));
}

TEST_F(Folder, NothingOutsideIsRead) {
  write("secret.xml", act_with("<ARTICLE><TI.ART>Article 1</TI.ART></ARTICLE>"));
  fs::create_symlink(root_ / "secret.xml", root_ / "inside/link.xml");
  write("inside/x.doc.xml",
        manifest({"../secret.xml", (root_ / "secret.xml").string(), "link.xml", ".."}));
  const Imported in = import();
  EXPECT_EQ(in.count.documents, 0u);
  EXPECT_TRUE(has_code("ACQ0604"));
}

TEST_F(Folder, LoopsOfLinksEnd) {
  fs::create_directory_symlink(root_ / "inside", root_ / "inside/again");
  write("inside/a.xml", act_with(""));
  EXPECT_EQ(import().count.documents, 1u);
}

TEST_F(Folder, APathThatIsNotThereIsReported) {
  const Imported in =
      testing::import_all(documents_below({(root_ / "no").string()}, {}, problems_));
  EXPECT_EQ(in.count.documents, 0u);
  EXPECT_TRUE(has_code("ACQ0305"));
}

}  // namespace
}  // namespace acquis
