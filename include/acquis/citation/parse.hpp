// Reads one citation, as a person types it or a file stores it, and says what is wrong with it.
//
//   const auto read = acquis::parse_citation("Article 77(2), points (b) and (e), TFEU");
//   for (const acquis::Reference& r : read.places) use(r.target.key());  // ..pnt_b, ..pnt_e
//   const auto wrong = acquis::parse_citation("Artcle 67 TFEU");
//   if (wrong.fault) std::puts(wrong.fault->nearest.c_str());            // "Article"
//
// The whole text must be a citation: one place or work, or a list or range of them, in the grammar
// of citation/extract.hpp and the language of the context (citation/detect_language.hpp guesses
// it). A work may stand without its article ("Charter", "Euratom Treaty") and an act with its title
// behind it. Accepted besides, in any language:
//
//   * keys and ranges of keys ("TFEU/art_67", "TFEU/art_67..TFEU/art_76");
//   * CELEX numbers ("32016R0399", "12016E067"; a consolidated text is its act);
//   * ELI addresses ("http://data.europa.eu/eli/reg/2016/399/art_25/oj");
//   * a work and an Akoma Ntoso eId or a legal-basis code behind it ("TFEU#art_67__para_2",
//     "TFEU A67P2");
//   * ECLI: a judgment, which has no place (`ecli` is set and `places` empty).
//
// Places in the Treaties come under their usual name: the Dutch "artikel 263, vierde alinea, VWEU" is
// TFEU/art_263/par_4. Whether a place exists is for query/resolve.hpp.
//
// Linear in the text but for the search of close words after a fault. Thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/citation.hpp"
#include "acquis/citation/ecli.hpp"
#include "acquis/citation/extract.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

// Why a text is no citation.
struct CitationFault {
  std::size_t begin = 0, end = 0;  // the bytes at fault
  std::string message;             // one clause in English
  std::string nearest;             // the closest known word or name; may be empty
};

struct ParsedCitation {
  std::vector<Reference> places;  // in the order of the text; each has a target
  std::optional<Ecli> ecli;
  std::optional<CitationFault> fault;  // then there are no places

  explicit operator bool() const noexcept { return !fault; }
  // The place, if the text names exactly one and no range; else empty.
  Citation place() const noexcept {
    return places.size() == 1 && !places[0].last ? places[0].target : Citation();
  }
};

ParsedCitation parse_citation(std::string_view text, const CiteContext& context = {});

}  // namespace v0
}  // namespace acquis
