// The fingerprint of a node: what it says, in sixteen digits, to see later whether it has changed.
//
//   const std::string now = acquis::fingerprint(law, law.find("TFEU/art_67"));   // "3f0c..."
//   if (acquis::is_suspect(law, edge)) std::puts("its target has changed since it was reviewed");
//
// It covers key, kind, labels, dates, type and validity of the node and of every place inside it, in
// document order; neither links nor where they are stated. FNV-1a of 64 bits: a change is missed once
// in 10^19, unless someone means it to be. The same on every machine and in every version of 1.x.
// Linear in the places inside.
#pragma once

#include <string>

#include "acquis/config.hpp"
#include "acquis/corpus/corpus.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

std::string fingerprint(const Corpus& law, NodeId node);

// Whether the edge has a fingerprint of its target, and the target has another one now.
bool is_suspect(const Corpus& law, EdgeId edge);

}  // namespace v0
}  // namespace acquis
