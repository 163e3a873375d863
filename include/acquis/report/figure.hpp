// Chains as a figure: the subgraph that explains an answer, in the language of Graphviz.
//
//   const std::string dot = acquis::to_dot(reasons(law, priority, article));
//   std::puts(dot.c_str());           // acquis why A B --format dot | dot -Tsvg > why.svg
//
// Links are drawn solid when stated, dashed when derived, dotted when editorial; a grey arrow leads
// from a place to the whole or the part where a chain goes on. What every chain uses is bold. Nodes
// and links come in legal order, so equal answers give equal text. Linear in what is drawn.
#pragma once

#include <string>

#include "acquis/citation/language.hpp"
#include "acquis/query/ask.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

std::string to_dot(const Reasons& reasons, Language language = Language::en);

}  // namespace v0
}  // namespace acquis
