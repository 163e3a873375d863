// The corpora that are compiled into the library: treaties, instruments, belgium.
//
//   const acquis::Corpus law = acquis::load_embedded();      // all of them
//   for (std::string_view name : acquis::embedded_names()) use(acquis::embedded_xml(name));
//
// load_embedded() reads them anew at each call; keep the result. They are valid: the tests of
// acquis load them.
#pragma once

#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

Corpus load_embedded();

std::vector<std::string_view> embedded_names();

// The XML of a shipped corpus; empty if none has that name.
std::string_view embedded_xml(std::string_view name);

}  // namespace v0
}  // namespace acquis
