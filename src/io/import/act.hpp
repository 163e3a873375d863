// What a reader has found in one document, before it goes into a builder.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/language.hpp"
#include "acquis/corpus/records.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// A byte of one of the files of a document.
struct Spot {
  std::uint32_t file = 0;
  std::uint32_t offset = 0;
};

struct ActPlace {
  std::uint32_t parent = 0;  // index of a place; the first place is the act
  Spot spot{};
  std::string segment;
  std::string heading;
  std::string text;               // if it is kept
  std::uint64_t fingerprint = 0;  // of its own words, those of places inside left out
  bool in_preamble = false;
};

struct ActEdge {
  static constexpr std::uint32_t elsewhere = std::numeric_limits<std::uint32_t>::max();

  std::uint32_t from = elsewhere;  // a place, or
  Citation from_key;               // a place of another act
  EdgeKind kind{};
  Evidence evidence = Evidence::derived;
  Citation to;
  Spot spot{};
  Position position{};
  std::string note;
};

struct Act {
  Citation work;
  InstrumentType type{};
  Date date{};     // of the document
  Date version{};  // of a consolidated text
  std::string eli;
  Language language = Language::en;
  std::string title;
  std::vector<std::string> files;
  std::vector<ActPlace> places;
  std::vector<ActEdge> edges;
  std::size_t references = 0;
  std::size_t open = 0;
  Diagnostics problems;
  bool has_preamble = false;
  bool failed = false;    // problems say why
  bool left_out = false;  // in another language
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
