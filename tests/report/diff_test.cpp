#include "acquis/report/diff.hpp"

#include <gtest/gtest.h>

#include "acquis/io/embedded.hpp"
#include "acquis/io/load.hpp"
#include "support/random_corpus.hpp"

namespace acquis {
namespace {

Corpus load(const std::string& inside) {
  const std::string xml =
      "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"t\"><source id=\"s\"/>" + inside + "</corpus>";
  return parse_corpora(std::vector<CorpusText>{{"t.xml", xml}}).value();
}

std::string act(const std::string& attributes, const std::string& inside) {
  return "<instrument key=\"32016R0399\" " + attributes + ">" + inside + "</instrument>";
}

std::string changes(const Corpus& before, const Corpus& after) {
  std::string out;
  for (const Change& c : compare(before, after))
    out += std::string(to_text(c.what)) + " " + c.about + " " + c.detail + ": " + c.before + " > " +
           c.after + "\n";
  return out;
}

TEST(Diff, NamesEveryKindOfChange) {
  const std::string basis = "<legal_basis ref=\"TFEU/art_77\" evidence=\"stated\" source=\"s\"";
  const Corpus before = load(
      "<theme id=\"a\"/><theme id=\"b\"><theme id=\"c\"/></theme>" +
      act("type=\"regulation\" document=\"2016-03-09\"", "<label en=\"Code\"/>" + basis +
                                                             "/><cites ref=\"TEU/art_1\" "
                                                             "evidence=\"stated\" source=\"s\"/>"));
  const Corpus after =
      load("<theme id=\"b\"/><theme id=\"c\"/><theme id=\"d\"/>" +
           act("type=\"directive\" document=\"2016-03-10\"",
               "<label en=\"The code\"/>" + basis + " to=\"2020-01-01\"/>" + basis + "/>"));
  EXPECT_EQ(changes(before, after),
            "node removed theme:a :  > \n"
            "node moved theme:c : theme:b > \n"
            "node removed TEU :  > \n"
            "node removed TEU/art_1 :  > \n"
            "type 32016R0399 : regulation > directive\n"
            "label 32016R0399 en: Code > The code\n"
            "dates 32016R0399 document: 2016-03-09 > 2016-03-10\n"
            "node added theme:d :  > \n"
            "link removed 32016R0399 cites TEU/art_1 :  > \n"
            "link changed 32016R0399 legal_basis TFEU/art_77 to:  > 2020-01-01\n"
            "link added 32016R0399 legal_basis TFEU/art_77 :  > \n");
}

TEST(DiffProperty, NothingChangesInACorpusItselfAndAddingIsTheReverseOfRemoving) {
  EXPECT_EQ(changes(load_embedded(), load_embedded()), "");
  for (unsigned seed = 0; seed < 50; ++seed) {
    testing::Random one(seed), two(seed + 1000);
    const Corpus a = testing::random_corpus(one, 10, 14), b = testing::random_corpus(two, 10, 14);
    EXPECT_EQ(changes(a, a), "");
    const auto count = [](const std::vector<Change>& list, Change::What what) {
      return std::count_if(list.begin(), list.end(),
                           [&](const Change& c) { return c.what == what; });
    };
    const auto there = compare(a, b), back = compare(b, a);
    EXPECT_EQ(there.size(), back.size()) << seed;
    EXPECT_EQ(count(there, Change::What::node_added), count(back, Change::What::node_removed));
    EXPECT_EQ(count(there, Change::What::link_added), count(back, Change::What::link_removed));
    EXPECT_EQ(count(there, Change::What::label), count(back, Change::What::label));
  }
}

}  // namespace
}  // namespace acquis
