// The importer against counts that share nothing with it: XPath by libxml2 over every Formex file
// beside the source tree, and the facts about acts.
#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "io/import_support.hpp"
#include "support/samples.hpp"

namespace acquis {
namespace {

namespace fs = std::filesystem;
using testing::Imported;

const fs::path shared = fs::path(ACQUIS_ROOT) / ".." / "shared";

std::vector<fs::path> formex_files() {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::recursive_directory_iterator at(shared / "data/formex", error), end; !error && at != end;
       at.increment(error))
    if (at->path().extension() == ".xml") out.push_back(at->path());
  std::sort(out.begin(), out.end());
  return out;
}

class Counter {
 public:
  explicit Counter(const std::string& xml)
      : document_(xmlReadMemory(
                      xml.data(), static_cast<int>(xml.size()), "f", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
                  &xmlFreeDoc),
        context_(xmlXPathNewContext(document_.get()), &xmlXPathFreeContext) {}

  bool is_act() const { return !texts("/ACT | /CONS.ACT").empty(); }

  // The words of each node that the path finds, notes left out.
  std::vector<std::string> texts(const std::string& path) const {
    const std::unique_ptr<xmlXPathObject, decltype(&xmlXPathFreeObject)> found(
        xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path.c_str()), context_.get()),
        &xmlXPathFreeObject);
    std::vector<std::string> out;
    if (!found || found->nodesetval == nullptr) return out;
    for (int i = 0; i < found->nodesetval->nodeNr; ++i) {
      std::string text;
      collect(found->nodesetval->nodeTab[i], text);
      out.push_back(text);
    }
    return out;
  }

 private:
  static void collect(const xmlNode* node, std::string& text) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE) text += reinterpret_cast<const char*>(child->content);
      const bool note = xmlStrEqual(child->name, reinterpret_cast<const xmlChar*>("NOTE")) == 1;
      if (child->type == XML_ELEMENT_NODE && !note) collect(child, text);
    }
  }

  std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document_;
  std::unique_ptr<xmlXPathContext, decltype(&xmlXPathFreeContext)> context_;
};

// Digits and letters of a printed number, by a rule of its own: "Article 9 bis" is "9a".
std::string plain(std::string text) {
  for (const std::string_view word : {"Article", "article", "premier"})
    if (const auto at = text.find(word); at != std::string::npos)
      text.replace(at, word.size(), word == "premier" ? "1" : "");
  constexpr std::string_view latin[]{"bis", "ter", "quater", "quinquies", "sexies", "septies"};
  std::string out;
  std::string word;
  const auto end_word = [&] {
    const auto* const at = std::find(std::begin(latin), std::end(latin), word);
    if (at != std::end(latin))
      out += static_cast<char>('a' + (at - std::begin(latin)));
    else
      out += word;
    word.clear();
  };
  for (const char c : text) {
    const bool kept =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    if (kept)
      word += c;
    else
      end_word();
  }
  end_word();
  return out;
}

// The values of the places of a level below the articles of the enacting terms, in their order.
std::vector<std::string> imported(const Corpus& law, std::string_view level) {
  std::vector<std::string> out;
  NodeId work = none<NodeId>;
  for (std::uint32_t n = 0; n < law.graph().node_count(); ++n)
    if (law.instrument(NodeId{n}) != nullptr && !law.is_stub(NodeId{n})) work = NodeId{n};
  bool inside = false;
  for (const NodeId node : law.graph().subtree(work)) {
    const std::string_view segment = law.segment(node);
    if (law.graph().parent(node) == work) inside = segment.substr(0, 3) != "anx";
    const bool wanted = inside && !law.is_stub(node) && segment.substr(0, 3) == level;
    if (wanted) out.emplace_back(segment.substr(4));
  }
  return out;
}

// The importer tells a number that is printed twice apart: "a-2".
bool same_number(const std::string& ours, const std::string& theirs) {
  const std::string number = plain(theirs);
  std::string own;
  for (const char c : ours)
    if (c != '.') own += c;
  if (own == number) return true;
  const std::size_t dash = own.rfind('-');
  return dash != std::string::npos && own.substr(0, dash) == number;
}

void expect_same(const std::vector<std::string>& ours, const std::vector<std::string>& theirs,
                 const char* what) {
  ASSERT_EQ(ours.size(), theirs.size()) << what;
  for (std::size_t i = 0; i < ours.size(); ++i)
    EXPECT_TRUE(same_number(ours[i], theirs[i])) << what << " " << ours[i] << " / " << theirs[i];
}

bool has_number(const std::string& printed) {
  return std::any_of(printed.begin(), printed.end(),
                     [](unsigned char c) { return std::isalnum(c); });
}

const std::string outside = "[not(ancestor::QUOT.S) and not(ancestor::TBL)]";

// Of each article in turn: the numbers of its paragraphs, or positions where none is numbered.
std::vector<std::string> paragraphs(const Counter& counter, const std::string& terms) {
  std::vector<std::string> out;
  const std::size_t articles = counter.texts(terms + "ARTICLE" + outside).size();
  for (std::size_t i = 1; i <= articles; ++i) {
    const std::string article = "(" + terms + "ARTICLE" + outside + ")[" + std::to_string(i) + "]";
    const auto numbered = counter.texts(article + "//PARAG" + outside + "/NO.PARAG");
    out.insert(out.end(), numbered.begin(), numbered.end());
    const auto others = counter.texts(article + "/ALINEA");
    for (std::size_t k = 1; numbered.empty() && k <= others.size(); ++k)
      out.push_back(std::to_string(k));
  }
  return out;
}

TEST(ImportData, TheNumbersOfEveryFileAreThoseOfAnIndependentCount) {
  const std::vector<fs::path> files = formex_files();
  if (files.empty()) GTEST_SKIP() << "../shared/data/formex is not here";
  std::size_t acts = 0, places = 0;
  for (const fs::path& file : files) {
    std::string xml = testing::read_whole(file);
    const Counter counter(xml);
    if (!counter.is_act()) continue;
    SCOPED_TRACE(file.filename().string());
    ++acts;
    const Imported in = testing::import_text(std::move(xml), {.citations = false});
    ASSERT_EQ(in.count.documents, 1u);
    const std::string terms = "//ENACTING.TERMS//";
    expect_same(imported(in.law, "art"), counter.texts(terms + "ARTICLE" + outside + "/TI.ART"),
                "articles");
    // Numbered ones, and by position those of articles that have no others.
    expect_same(imported(in.law, "par"), paragraphs(counter, terms), "paragraphs");
    EXPECT_EQ(imported(in.law, "sub").size(),
              counter
                  .texts(terms + "PARAG[count(ALINEA)>1]" + outside + "/ALINEA | " + terms +
                         "ARTICLE[PARAG]" + outside + "/ALINEA[not(PARAG)] | " + terms +
                         "SUBDIV[PARAG]/ALINEA")
                  .size());
    std::vector<std::string> points;
    for (const std::string& text :
         counter.texts(terms + "NP[not(parent::TI)]" + outside + "/NO.P | " + terms + "DLIST.ITEM" +
                       outside + "/PREFIX"))
      if (has_number(text)) points.push_back(text);
    expect_same(imported(in.law, "pnt"), points, "points");
    places += in.count.provisions;
  }
  EXPECT_GT(acts, 0u);
  std::printf("%zu acts, %zu provisions\n", acts, places);
}

// ---- one act in two formats

std::set<std::string> keys_of(const Imported& in) {
  std::set<std::string> out;
  for (std::uint32_t n = 0; n < in.law.graph().node_count(); ++n)
    if (!in.law.is_stub(NodeId{n})) out.insert(in.law.key(NodeId{n}));
  return out;
}

TEST(ImportData, TheSameActHasTheSameKeysInFormexAndInXhtml) {
  const fs::path formex = shared / "data/formex/oj/32016R0679/gdpr.fmx.xml";
  if (!fs::exists(formex)) GTEST_SKIP() << "../shared/data/formex is not here";
  const Imported a = testing::import_text(testing::read_whole(formex));
  const Imported b =
      testing::import_text(testing::read_whole(shared / "data/xhtml/oj-original/32016r0679.xhtml"));
  EXPECT_EQ(keys_of(a), keys_of(b));
  EXPECT_GT(keys_of(a).size(), 1000u);
  for (const EdgeKind kind : {EdgeKind::legal_basis, EdgeKind::repeals, EdgeKind::cites})
    EXPECT_EQ(a.links(kind), b.links(kind)) << to_text(kind);
}

// ---- legal bases

std::vector<std::vector<std::string>> rows_of(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::vector<std::string>> out;
  for (std::string line; std::getline(in, line);) {
    std::vector<std::string> row(1);
    for (const char c : line)
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
    out.push_back(std::move(row));
  }
  return out;
}

std::set<std::string> members(const std::string& cell) {
  std::set<std::string> out;
  std::stringstream in(cell);
  for (std::string word; std::getline(in, word, ';');)
    if (!word.empty()) out.insert(word);
  return out;
}

TEST(ImportData, LegalBasesAreThoseOfTheFacts) {
  const auto rows = rows_of(shared / "facts/instruments.tsv");
  if (rows.empty()) GTEST_SKIP() << "../shared/facts/instruments.tsv is not here";
  Diagnostics problems;
  const Imported in = testing::import_all(
      documents_below({(shared / "data/formex").string(), (shared / "data/xhtml").string()}, {},
                      problems),
      {.language = Language::en});
  std::map<std::string, std::set<std::string>> found;
  for (const std::string& link : in.links(EdgeKind::legal_basis))
    found[link.substr(0, link.find(' '))].insert(link.substr(link.find(' ') + 1));
  std::size_t compared = 0;
  for (const auto& row : rows) {
    if (row.size() < 12 || !found.contains(row[0])) continue;
    ++compared;
    EXPECT_EQ(found.at(row[0]), members(row[11])) << row[0];
  }
  EXPECT_GT(compared, 0u);
  std::printf("%zu acts of the facts compared\n", compared);
}

}  // namespace
}  // namespace acquis
