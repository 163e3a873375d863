// Imports documents as the Union publishes them: documents in, a CorpusBuilder out.
//
//   acquis::CorpusBuilder builder;
//   builder.begin_part({.id = "mine"});
//   acquis::Diagnostics problems;
//   const auto next = acquis::documents_below({"formex"}, {}, problems);
//   const auto count = acquis::import_documents(next, {.threads = 2}, builder, problems);
//   if (count.skipped > 0) use(problems);
//
// Read are Formex 4 (ACT, CONS.ACT, ANNEX; DOC and PUBLICATION say what belongs together) and the
// XHTML of EUR-Lex, both generations. The format is recognised from the content.
//
// What comes out: the work with its type, date and title; recitals, visas, divisions, articles,
// paragraphs, subparagraphs, points, indents and annexes with their printed numbers, headings and
// fingerprints; legal_basis from the visas, cites, amends, repeals and corrects from the text and
// from the markup, each with line and column in its file. A treaty that a visa names without an
// article is cited and carries nothing. Quoted text of amended acts makes no places and no links.
//
//   * Of one work the first document counts. Later ones add what it lacks: the preamble, headings
//     in another language. documents_below gives the latest consolidated text of a work first.
//   * A document that cannot be read is skipped and reported; the others are imported.
//   * What comes out does not depend on the number of threads.
//
// Cost: linear in the bytes. Memory: the documents that are being read, at most two a thread, about
// four times their size, and what the builder holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/language.hpp"
#include "acquis/config.hpp"
#include "acquis/corpus/builder.hpp"
#include "acquis/id/diagnostic.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class ImportFormat : std::uint8_t { automatic, formex, xhtml };

// The format that the content shows; nothing if it is none of them.
std::optional<ImportFormat> recognise_format(std::string_view bytes) noexcept;

struct ImportFile {
  std::string name;  // as diagnostics and sources are to call it
  std::string bytes;
};

// One act in one version and language: the main text first, then its annexes.
struct ImportDocument {
  std::vector<ImportFile> files;
};

struct ImportOptions {
  ImportFormat format = ImportFormat::automatic;
  std::optional<Language> language{};  // documents in others are left out; unset: all four are read
  bool citations = true;               // whether references are looked for
  bool keep_text = false;              // whether provisions keep their words
  unsigned threads = 1;
  std::size_t max_bytes = std::size_t{1} << 28;  // of one file
  std::size_t max_depth = 200;                   // of nested elements
};

struct ImportCount {
  std::size_t documents = 0;  // imported
  std::size_t skipped = 0;    // that could not be read
  std::size_t left_out = 0;   // in another language, or of a work that was there already
  std::size_t provisions = 0;
  std::size_t references = 0;  // found in texts
  std::size_t open = 0;        // of these, without a target: ambiguous, or of an unknown work
  std::size_t bytes = 0;
  bool cancelled = false;
};

// Gives one document after another; never called from two threads at once.
using ImportSource = std::function<std::optional<ImportDocument>()>;
// Called after each document; false stops the import.
using ImportProgress = std::function<bool(const ImportCount&)>;

// Adds to the part that was begun last. What was imported before a cancellation stays.
ImportCount import_documents(const ImportSource& next, const ImportOptions& options,
                             CorpusBuilder& builder, Diagnostics& problems,
                             const ImportProgress& progress = {});

// The documents of files and of folders with all that is in them. A manifest says which files of its
// own folder make up a document, and in which order; it cannot name a file elsewhere. `problems`
// must outlive the source.
ImportSource documents_below(const std::vector<std::string>& paths, const ImportOptions& options,
                             Diagnostics& problems);

}  // namespace v0
}  // namespace acquis
