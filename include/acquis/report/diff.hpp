// What changed between two corpora.
//
//   for (const acquis::Change& c : acquis::compare(law, law))
//     use(to_text(c.what), c.about, c.before, c.after);     // "label en", "32016R0399", ...
//
// Nodes are matched by key, links by both ends and kind (parallel ones in document order). Ordered by
// legal order of the old corpus, then of the new. Linear but for the sorting of links. Answers to
// saved questions: query/questions.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct Change {
  enum class What : std::uint8_t {
    node_removed,
    node_added,
    node_moved,  // from one whole into another
    label,
    dates,  // validity, or a date of an instrument's life
    type,
    link_removed,
    link_added,
    link_changed,  // evidence, source, locator, note, validity
  };
  What what{};
  std::string about{};   // a key, or "A legal_basis B"
  std::string detail{};  // "en", "in_force", "evidence"; may be empty
  std::string before{};
  std::string after{};
  friend bool operator==(const Change&, const Change&) = default;
};

std::string_view to_text(Change::What what) noexcept;  // "node removed"

std::vector<Change> compare(const Corpus& before, const Corpus& after);

}  // namespace v0
}  // namespace acquis
