// Loads corpora from XML: shipped ones by name, others from files or from memory.
//
//   acquis::Diagnostics problems;
//   auto law = acquis::load_corpora({"treaties", "instruments", "my.xml"}, {}, &problems);
//   for (const acquis::Diagnostic& d : problems) std::fputs(acquis::to_text(d).c_str(), stderr);
//   if (!law.ok()) return 2;
//
// The format is schemas/acquis-corpus-1.xsd; everything that the schema says and what it cannot say
// is checked, and every problem is reported in one pass with file, line, column and excerpt.
// Several files refer to one another by key; a shipped corpus that a file <uses> is loaded with it.
// Nothing half-loaded is ever returned. External entities and document types are refused. Cost:
// linear in bytes, about four times the largest file in memory while it is read.
#pragma once

#include <absl/status/statusor.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/builder.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/id/diagnostic.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Bounds on what hostile input may cost.
struct LoadOptions {
  std::size_t max_bytes = std::size_t{1} << 30;  // of one file
  std::size_t max_nodes = 100'000'000;           // of all together
  std::size_t max_edges = 1'000'000'000;
  std::size_t max_depth = 1'000;      // of nested elements
  std::size_t max_problems = 10'000;  // reported of one file
};

// A corpus in memory; `name` stands for the file in diagnostics.
struct CorpusText {
  std::string_view name;
  std::string_view xml;
};

// Each a shipped name ("treaties") or a path; all shipped corpora if there are none.
absl::StatusOr<Corpus> load_corpora(const std::vector<std::string>& names_or_paths,
                                    const LoadOptions& options = {},
                                    Diagnostics* problems = nullptr);

absl::StatusOr<Corpus> parse_corpora(std::span<const CorpusText> texts,
                                     const LoadOptions& options = {},
                                     Diagnostics* problems = nullptr);

// Adds one file to a builder. False if the text does not keep to the schema; what is wrong has then
// been appended to `problems`, and the builder is of no further use.
bool read_corpus(const CorpusText& text, const LoadOptions& options, CorpusBuilder& builder,
                 Diagnostics& problems);

}  // namespace v0
}  // namespace acquis
