// What is wrong with an input, where, and what to do about it. One value per problem; readers
// report every problem they find, not only the first.
//
//   acquis::Diagnostics problems;
//   auto law = acquis::load_corpora({"my.xml"}, {}, &problems);
//   for (const acquis::Diagnostic& d : problems) std::puts(acquis::to_text(d).c_str());
//
// Codes are stable: ACQ01xx well-formedness and schema, ACQ02xx meaning, ACQ03xx limits,
// ACQ04xx citations, ACQ05xx queries. Plain data; to_text is in report/text.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Severity : std::uint8_t { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;          // "ACQ0103"
  std::string file;          // as given by the caller; empty for text without a file
  std::uint32_t line = 0;    // from 1; 0 when unknown
  std::uint32_t column = 0;  // in bytes, from 1; 0 when unknown
  std::string excerpt;       // the line of the input, shortened
  std::string message;       // one sentence
  std::string hint;          // the closest known alternative or the way out; may be empty
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace v0
}  // namespace acquis
