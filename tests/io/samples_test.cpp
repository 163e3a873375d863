// Every sample through the loader and, apart from it, through libxml2 with the published schema.
#include "support/samples.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <cstdio>
#include <memory>

#include "acquis/io/load.hpp"

namespace acquis {
namespace {

using testing::Sample;
using testing::samples;

const std::string folder = ACQUIS_TEST_SAMPLES;

void silent(void*, const char*, ...) {}

class Schema {
 public:
  Schema() {
    xmlSetGenericErrorFunc(nullptr, silent);
    const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser(
        xmlSchemaNewParserCtxt(ACQUIS_SCHEMA), &xmlSchemaFreeParserCtxt);
    schema_.reset(xmlSchemaParse(parser.get()));
  }
  bool loaded() const { return schema_ != nullptr; }

  bool accepts(const std::string& xml) const {
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "sample", nullptr,
                      XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING),
        &xmlFreeDoc);
    if (!document) return false;
    const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> context(
        xmlSchemaNewValidCtxt(schema_.get()), &xmlSchemaFreeValidCtxt);
    return xmlSchemaValidateDoc(context.get(), document.get()) == 0;
  }

 private:
  std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)> schema_{nullptr, &xmlSchemaFree};
};

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
  const std::vector<std::string> lines = [&] {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < sample.text.size();) {
      const std::size_t end = std::min(sample.text.find('\n', at), sample.text.size());
      out.push_back(sample.text.substr(at, end - at));
      at = end + 1;
    }
    return out;
  }();
  if (line <= lines.size()) {
    EXPECT_EQ(first.excerpt, lines[line - 1].substr(0, 300));
  }
}

TEST(Samples, TheSchemaAndTheLoaderAgreeOnEveryOne) {
  const Schema schema;
  ASSERT_TRUE(schema.loaded());
  for (const char* kind : {"/valid", "/invalid-schema", "/invalid-meaning"})
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
  for (const char* kind : {"/invalid-schema", "/invalid-meaning", "/malformed"})
    for (const Sample& sample : samples(folder + kind)) {
      SCOPED_TRACE(sample.path);
      const Loaded loaded = load(sample);
      EXPECT_FALSE(loaded.ok);
      expect_announced(sample, loaded);
      ++count;
    }
  EXPECT_GE(count, 90u);
}

TEST(Samples, TheSchemaRefusesWhatIsMeantToBreakIt) {
  const Schema schema;
  for (const Sample& sample : samples(folder + "/invalid-schema"))
    EXPECT_FALSE(schema.accepts(sample.text)) << sample.path;
  for (const Sample& sample : samples(folder + "/invalid-meaning"))
    EXPECT_TRUE(schema.accepts(sample.text)) << sample.path;
}

}  // namespace
}  // namespace acquis
