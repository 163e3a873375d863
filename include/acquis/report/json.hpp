// Answers as JSON, for programs. The shapes are fixed in schemas/ (query.schema.json,
// why.schema.json); keys are stable, members may be added.
//
//   std::puts(acquis::to_json(law, answer.nodes).c_str());      // [{"key","kind","label"}, ...]
//   std::puts(acquis::to_json(why(law, a, b)).c_str());         // {"from","to","strength","links"}
//
// Compact UTF-8 on one line; bytes that are not UTF-8 are replaced.
#pragma once

#include <span>
#include <string>

#include "acquis/citation/language.hpp"
#include "acquis/corpus/corpus.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/query/ask.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

std::string to_json(const Corpus& law, std::span<const NodeId> nodes,
                    Language language = Language::en);
std::string to_json(const Explanation& explanation);
std::string to_json(const Reasons& reasons);  // reasons.schema.json
std::string to_json(const WhyNot& why_not);   // why-not.schema.json
std::string to_json(const Diagnostics& diagnostics);

}  // namespace v0
}  // namespace acquis
