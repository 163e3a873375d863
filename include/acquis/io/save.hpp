// Writes a corpus back to XML, one part at a time.
//
//   std::string xml = acquis::to_xml(law, acquis::PartId{0});
//   absl::Status saved = acquis::save_corpus(law, "belgium", "belgium.xml");
//
// What is written loads again to the same corpus, and writes again to the same bytes. Stubs are not
// written. save_corpus writes a temporary file beside the target and renames it: a failure leaves
// the old file whole. What could not be loaded again (a note that is not UTF-8) is not saved.
// Linear in the size of the part and of the corpus.
#pragma once

#include <absl/status/status.h>

#include <string>
#include <string_view>

#include "acquis/corpus/corpus.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

std::string to_xml(const Corpus& law, PartId part);

// As save_corpus, of a text that stands already, such as one of io/review.hpp.
absl::Status save_text(std::string_view xml, std::string_view path);

absl::Status save_corpus(const Corpus& law, std::string_view part_id, std::string_view path);

}  // namespace v0
}  // namespace acquis
