// A loaded corpus as one file that is opened without reading it: graph, keys, labels, evidence and
// indexes lie in it as they lie in memory.
//
//   acquis::Corpus law = acquis::load_embedded();
//   law.make_reach_index();
//   absl::Status saved = acquis::save_snapshot(law, "law.acq");
//   absl::StatusOr<acquis::Corpus> again = acquis::open_snapshot("law.acq");
//
//    0        magic, byte order, version, size of the file, number of sections, checksum of the head
//    64       for each section: where it begins, elements, bytes an element, checksum
//    ...      the sections, each at a multiple of 64 bytes, in a fixed order
//
// A snapshot belongs to the version of the library and the kind of machine that wrote it: any other
// is refused, as is a file that is cut off or altered. It is written beside the target and renamed,
// so that a failure leaves the old one. Opening maps the file: the corpus and copies of its graph
// live on it, so it must not be changed in place. Cost: with Verify::nothing that of mapping, with
// Verify::checksums one pass over the bytes, with Verify::contents (the default, for files that may
// come from anywhere) some more.
#pragma once

#include <absl/status/statusor.h>

#include <string>

#include "acquis/corpus/corpus.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class Verify : std::uint8_t {
  nothing,    // the head only: for files that nobody else can write
  checksums,  // that nothing was damaged
  contents,   // and that every number points to something that is there
};

absl::Status save_snapshot(const Corpus& law, const std::string& path);

absl::StatusOr<Corpus> open_snapshot(const std::string& path, Verify verify = Verify::contents);

}  // namespace v0
}  // namespace acquis
