// acquis cite: what its parts share.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/extract.hpp"
#include "acquis/citation/lint.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/query/resolve.hpp"

namespace acquis::tool {

using Json = nlohmann::ordered_json;

enum class CiteFormat { table, json, html };

struct CiteOptions {
  std::string file;  // empty or "-": standard input
  std::string context, date;
  std::string language = "auto";
  CiteFormat format = CiteFormat::table;
  bool jsonl = false, check = false, lint = false, fix = false;
};

// A text and what was found in it; offsets of references are those of the whole text.
struct CitedText {
  std::string_view text;
  Language language = Language::en;
  Extraction found;
};

// "KEY", or "KEY..KEY" for a range.
std::string target_text(const Reference& reference);

// What the law says of a reference; nothing without a law or a target.
std::optional<Resolution> resolved(const Corpus* law, const Reference& reference,
                                   std::string_view text);
std::string_view name_of(Outcome outcome);

// {"refs": [...], "unbound": [...]}, as schemas/cite.schema.json has it.
Json cited_json(const CitedText& cited, const Corpus* law);

// [{"start","end","rule","section","written","advice","fix","reason"}]
Json lint_json(const std::vector<LintFinding>& findings);

// A whole HTML document: the text with a link for every reference.
std::string cited_html(const CitedText& cited, const Corpus* law);

// The address of the target at data.europa.eu, else at EUR-Lex; empty if it has none.
std::string address_of(const Citation& place, Language language);

// The text with bytes that are no UTF-8 replaced by U+FFFD.
std::string valid_utf8(std::string_view text);

// One line of JSON, bytes that are no UTF-8 replaced.
std::string dumped(const Json& json);

// Parts of the text that are read one after the other: they end at an empty line, and at a line
// that ends a sentence.
std::vector<std::string_view> paragraphs(std::string_view text);

// "LINE:COLUMN" of a byte, both from 1, columns in characters.
class Positions {
 public:
  explicit Positions(std::string_view text) : text_(text) {}
  // Bytes must be asked for in ascending order.
  std::string of(std::size_t byte);

 private:
  std::string_view text_;
  std::size_t at_ = 0, line_ = 1, line_start_ = 0;
};

}  // namespace acquis::tool
