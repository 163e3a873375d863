// Marks links of a corpus file as reviewed, in the text as its editor wrote it.
//
//   const acquis::NodeId article = law.find("TFEU/art_79");
//   const auto edges = acquis::links_at(law, acquis::PartId{2}, article);
//   auto renewed = acquis::mark_reviewed(law, edges, today, acquis::embedded_xml("belgium"));
//
// Each link gets today's date and the fingerprint of its target (corpus/fingerprint.hpp); when the
// target changes, `acquis check` reports the link. Comments, order and layout of the file stay: only
// the attributes reviewed and fingerprint are written. Linear in the text.
#pragma once

#include <absl/status/statusor.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/id/date.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// The links of a part that begin or end at the place or inside it, by position. A held_by that the
// file writes as an attribute is none.
std::vector<EdgeId> links_at(const Corpus& law, PartId part, NodeId place);

// The text with those links reviewed on the day. `xml` is what the part was loaded from; an error if
// a link does not stand in it where it should.
absl::StatusOr<std::string> mark_reviewed(const Corpus& law, std::span<const EdgeId> edges,
                                          Date day, std::string_view xml);

}  // namespace v0
}  // namespace acquis
