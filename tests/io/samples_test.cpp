// Every sample through the loader and, apart from it, through libxml2 with the published schema.
#include "support/samples.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <set>

#include "acquis/io/embedded.hpp"
#include "acquis/io/load.hpp"
#include "acquis/report/text.hpp"
#include "support/schema.hpp"

namespace acquis {
namespace {

using testing::Sample;
using testing::samples;
using testing::Schema;

const std::string folder = ACQUIS_TEST_SAMPLES;

struct Loaded {
  bool ok = false;
  Diagnostics problems;
};

Loaded load(const Sample& sample) {
  Loaded out;
  const CorpusText text{sample.name, sample.text};
  out.ok = parse_corpora({&text, 1}, {}, &out.problems).ok();
  std::erase_if(out.problems, [](const Diagnostic& d) { return d.severity != Severity::error; });
  return out;
}

bool breaks_schema(const Loaded& loaded) {
  return std::any_of(loaded.problems.begin(), loaded.problems.end(),
                     [](const Diagnostic& d) { return d.code.substr(0, 5) == "ACQ01"; });
}

// The line as an excerpt shows it.
std::string line_of(std::string_view text, unsigned line) {
  for (; line > 1; --line) text.remove_prefix(text.find('\n') + 1);
  std::string out(text.substr(0, text.find('\n')));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

// The first line of an invalid sample says what must be reported and where.
void expect_announced(const Sample& sample, const Loaded& loaded) {
  char code[8] = {};
  unsigned line = 0, column = 0;
  ASSERT_EQ(std::sscanf(sample.text.c_str(), "<!-- %7s %u:%u", code, &line, &column), 3);
  ASSERT_FALSE(loaded.problems.empty());
  const Diagnostic& first = loaded.problems.front();
  EXPECT_EQ(first.code, code) << first.message;
  EXPECT_EQ(first.line, line);
  EXPECT_EQ(first.column, column);
  EXPECT_EQ(first.file, sample.name);
  EXPECT_FALSE(first.message.empty());
  EXPECT_EQ(first.excerpt, line_of(sample.text, line));
}

TEST(Samples, TheSchemaAndTheLoaderAgreeOnEveryOne) {
  const Schema schema;
  ASSERT_TRUE(schema.loaded());
  for (const char* kind : {"/valid", "/invalid-schema", "/invalid-meaning", "/malformed"})
    for (const Sample& sample : samples(folder + kind)) {
      SCOPED_TRACE(sample.path);
      EXPECT_EQ(schema.accepts(sample.text), !breaks_schema(load(sample)));
    }
}

TEST(Samples, ValidOnesLoad) {
  const auto all = samples(folder + "/valid");
  ASSERT_GE(all.size(), 9u);
  for (const Sample& sample : all) {
    const Loaded loaded = load(sample);
    EXPECT_TRUE(loaded.ok) << sample.path << ": "
                           << (loaded.problems.empty() ? "" : loaded.problems[0].message);
  }
}

TEST(Samples, InvalidOnesAreReportedWhereTheyGoWrong) {
  std::size_t count = 0;
  for (const char* kind : {"/invalid-schema", "/invalid-meaning", "/malformed", "/refused"})
    for (const Sample& sample : samples(folder + kind)) {
      SCOPED_TRACE(sample.path);
      const Loaded loaded = load(sample);
      EXPECT_FALSE(loaded.ok);
      expect_announced(sample, loaded);
      ++count;
    }
  EXPECT_GE(count, 140u);
}

TEST(Samples, TheSchemaRefusesWhatIsMeantToBreakIt) {
  const Schema schema;
  for (const Sample& sample : samples(folder + "/invalid-schema"))
    EXPECT_FALSE(schema.accepts(sample.text)) << sample.path;
  for (const Sample& sample : samples(folder + "/invalid-meaning"))
    EXPECT_TRUE(schema.accepts(sample.text)) << sample.path;
}

// What the schema could say and the loader refuses on purpose (schemas/README.md).
TEST(Samples, RefusedOnesAreTheLoadersOwnDecision) {
  const Schema schema;
  for (const Sample& sample : samples(folder + "/refused"))
    EXPECT_TRUE(schema.accepts(sample.text)) << sample.path;
}

TEST(Samples, WhatStandsBeforeTheRootIsHeldToTheStandardToo) {
  const Schema schema;
  const std::string root = "<corpus xmlns=\"urn:acquis:corpus:1\" id=\"t\"/>";
  for (const std::string before :
       {"<?xml version=\"1.0\"?>", "<?xml version='1.0' encoding='utf-8' standalone='no' ?>",
        "<?xml version=\"2.0\"?>", "<?xml encoding=\"UTF-8\"?>",
        "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?>",
        "<?xml version=\"1.0\" lang=\"en\"?>", "<?xml version=\"1.0\">", " <?xml version=\"1.0\"?>",
        "<?xml?>", "\xEF\xBB\xBF<?xml version=\"1.0\"?>", "\xEF\xBB\xBF", "\xEF\xBB",
        "<?xml version=\"1.0\" standalone=\"perhaps\"?>", "<?a?><!-- b -->\n"}) {
    const Sample sample{before, "head.xml", before + root};
    EXPECT_EQ(schema.accepts(sample.text), !breaks_schema(load(sample))) << before;
  }
  EXPECT_TRUE(breaks_schema(
      load({"", "latin.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + root})));
}

// One small change to a text, such as a slip of the hand.
std::string changed(std::string text, const std::vector<std::string>& words, std::mt19937& random) {
  const auto up_to = [&](std::size_t n) { return random() % n; };
  const std::size_t at = up_to(text.size());
  const std::size_t width = up_to(12);
  const std::string& word = words[up_to(words.size())];
  switch (up_to(6)) {
    case 0:
      return text.erase(at, width);
    case 1:
      return text.insert(at, word);
    case 2:
      return text.replace(at, width, word);
    case 3:
      return text.insert(at, text.substr(up_to(text.size()), up_to(40)));
    case 4: {  // a value for another
      const std::size_t open = text.find('"', at), close = text.find('"', open + 1);
      return close > text.size() ? text : text.replace(open + 1, close - open - 1, word);
    }
    default: {  // a tag twice
      const std::size_t open = text.find('<', at), close = text.find('>', open);
      return close > text.size() ? text : text.insert(open, text.substr(open, close + 1 - open));
    }
  }
}

std::vector<std::string> words_to_slip_in() {
  std::vector<std::string> words{"\"",
                                 "'",
                                 "<",
                                 ">",
                                 "/>",
                                 "</",
                                 "&",
                                 "&amp;",
                                 "&#32;",
                                 "&#x41;",
                                 "]]>",
                                 "--",
                                 "<!-- -->",
                                 "<![CDATA[ ]]>",
                                 "<?a?>",
                                 " ",
                                 "\n",
                                 "\t",
                                 "=",
                                 ":",
                                 "/",
                                 "_",
                                 "-",
                                 "\xC3\xA9",
                                 "\xC3",
                                 "\x01",
                                 " id=\"a\"",
                                 " xmlns=\"\"",
                                 " xmlns:a=\"urn:a\"",
                                 "<theme id=\"x\"/>",
                                 "<label en=\"x\"/>",
                                 "<label/>",
                                 "2020-02-30",
                                 "2020-02-29",
                                 " 2020-01-01 ",
                                 "TFEU/art_67",
                                 "TFEU/",
                                 "art_1a",
                                 "par_",
                                 "actor:BE",
                                 "BE FR",
                                 "BE  FR",
                                 "32016R0399",
                                 "12016E/TXT",
                                 "true",
                                 "stated",
                                 "package:x",
                                 "ACQ0603",
                                 "00ff00ff00ff00ff",
                                 "treaty"};
  for (const char* name : {"corpus", "uses", "source", "waive", "label", "theme", "priority",
                           "provision", "instrument", "about", "pursues", "legal_basis", "held_by"})
    words.emplace_back(name);
  return words;
}

TEST(Samples, SlipsOfTheHandAreSeenBySchemaAndLoaderAlike) {
  const Schema schema;
  std::vector<Sample> all = samples(folder + "/valid");
  for (Sample& sample : samples(folder + "/invalid-meaning")) all.push_back(std::move(sample));
  // Other encodings are refused whatever the schema says.
  std::erase_if(all, [](const Sample& s) { return s.text.find("encoding") < s.text.size(); });
  const std::vector<std::string> words = words_to_slip_in();
  std::mt19937 random(20261124);
  std::size_t accepted = 0;
  const char* wanted = std::getenv("ACQUIS_SLIPS");
  const int rounds = wanted != nullptr ? std::atoi(wanted) : 4000;
  for (int round = 0; round < rounds; ++round) {
    Sample sample = all[random() % all.size()];
    for (std::size_t n = 1 + random() % 2; n > 0 && !sample.text.empty(); --n)
      sample.text = changed(sample.text, words, random);
    if (sample.text.empty()) continue;
    const bool by_schema = schema.accepts(sample.text);
    accepted += by_schema ? 1 : 0;
    ASSERT_EQ(by_schema, !breaks_schema(load(sample))) << sample.text;
  }
  EXPECT_GT(accepted, static_cast<std::size_t>(rounds / 20));
}

// The golden file is ASCII: other bytes as \\xNN.
std::string in_ascii(const std::string& text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      out += c;
    else
      out.append("\\x").append(1, hex[byte >> 4]).append(1, hex[byte & 15]);
  }
  return out;
}

// Every diagnostic of every sample, word for word. ACQUIS_UPDATE=1 writes the file anew.
TEST(Samples, DiagnosticsReadAsAgreed) {
  std::string found;
  std::set<std::string> codes;
  for (const char* kind : {"/malformed", "/invalid-schema", "/invalid-meaning", "/refused"})
    for (const Sample& sample : samples(folder + kind)) {
      found += "== " + std::string(kind + 1) + "\n";
      for (const Diagnostic& d : load(sample).problems) {
        found += in_ascii(to_text(d));
        codes.insert(d.code);
      }
    }
  const std::string path = folder + "/../diagnostics.txt";
  if (std::getenv("ACQUIS_UPDATE") != nullptr) std::ofstream(path, std::ios::binary) << found;
  EXPECT_EQ(testing::read_whole(path), found);
  EXPECT_GE(codes.size(), 21u);
}

TEST(Samples, ShippedCorporaKeepToTheSchema) {
  const Schema schema;
  for (const std::string_view name : embedded_names())
    EXPECT_TRUE(schema.accepts(std::string(embedded_xml(name)))) << name;
}

}  // namespace
}  // namespace acquis
