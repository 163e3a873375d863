// Answers as text for people, in the language they read.
//
//   std::puts(acquis::title(law, node, acquis::Language::nl).c_str());
//   std::puts(acquis::to_text(why(law, priority, article), acquis::Language::fr).c_str());
//
// Plain UTF-8 without colour or terminal codes; lines end in '\n'. Each call builds one string.
#pragma once

#include <string>
#include <string_view>

#include "acquis/citation/language.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/model/kinds.hpp"
#include "acquis/model/status.hpp"
#include "acquis/query/ask.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// What to call a node: its label in that language, else its citation, else its label in another
// language (English first), else its key. Never empty.
std::string title(const Corpus& law, NodeId node, Language language = Language::en);

// The words for a kind of link, a grade of evidence and a status ("rests on the legal basis",
// "stated", "in force").
std::string_view phrase(EdgeKind kind, Language language) noexcept;
std::string_view phrase(Evidence evidence, Language language) noexcept;
std::string_view phrase(Status status, Language language) noexcept;

// The source of a link as one line: title of the source, locator, note. Empty if it has none.
std::string source_line(const Corpus& law, EdgeId edge);

// A chain link by link, each with its evidence; or, without a chain, what would have to be
// admitted.
std::string to_text(const Explanation& explanation, Language language = Language::en);

// The chains, numbered, then the links and places that every chain uses.
std::string to_text(const Reasons& reasons, Language language = Language::en);
// What would have to be admitted, with the chain there would be and its days; then the nearest place.
std::string to_text(const WhyNot& why_not, Language language = Language::en);

// "file:line:column: error ACQ0103: message" with the excerpt, a caret and the hint below.
std::string to_text(const Diagnostic& diagnostic);

// The ISO form; empty for no date.
std::string to_text(Date date);

}  // namespace v0
}  // namespace acquis
