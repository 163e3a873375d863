// The plain records that readers hand to a CorpusBuilder and that a Corpus hands back.
//
//   acquis::EdgeFacts facts{.evidence = acquis::Evidence::derived, .source = "preamble"};
//
// In a builder call the views need to live only for the call; from a Corpus they live as long as
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/id/date.hpp"
#include "acquis/model/kinds.hpp"
#include "acquis/model/status.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Where in its file something stands; line and column (in bytes) from 1, 0 when unknown.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr bool operator==(const Position&, const Position&) noexcept = default;
};

// A health rule that a corpus switches off, and why.
struct Waiver {
  std::string rule{};    // "ACQ0603"
  std::string reason{};  // in the words of the editor
  std::string about{};   // the key of the node it is about; empty: the whole part
  Position position{};
  friend bool operator==(const Waiver&, const Waiver&) = default;
};

// One corpus file among those that make up a Corpus.
struct PartFacts {
  std::string id{};  // "belgium"
  std::string title{};
  std::string licence{};
  std::string file{};               // for diagnostics
  std::vector<std::string> uses{};  // ids of other parts whose keys it refers to
  std::vector<Waiver> waivers{};
  friend bool operator==(const PartFacts&, const PartFacts&) = default;
};

// A document that evidence points to; its id is unique within its part.
struct SourceFacts {
  std::string id{};
  std::string title{};
  std::string url{};
  Date date{};
  friend bool operator==(const SourceFacts&, const SourceFacts&) = default;
};

struct InstrumentFacts {
  InstrumentType type{};
  Life life{};
  std::string_view celex{};  // only where it is not the key
  std::string_view eli{};    // without the host, "reg/2016/399"
  friend constexpr bool operator==(const InstrumentFacts&, const InstrumentFacts&) = default;
};

struct EdgeFacts {
  Evidence evidence = Evidence::editorial;
  std::string_view source{};  // id of a source of the same part; empty for an editor's judgement
  std::string_view at{};      // locator inside the source
  std::string_view note{};    // why; wanted of every editorial edge
  Interval validity{};
  Date reviewed{};
  std::string_view fingerprint{};  // of the target when it was reviewed; corpus/fingerprint.hpp
  friend constexpr bool operator==(const EdgeFacts&, const EdgeFacts&) = default;
};

}  // namespace v0
}  // namespace acquis
