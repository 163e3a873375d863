// Finds citations that the Interinstitutional Style Guide would write otherwise, says why, and puts
// them right.
//
//   const std::string_view text = "as laid down in paragraph 2 of Article 1 of Regulation (EU) 2016/399";
//   const auto findings = acquis::lint_citations(text);
//   findings[0].rule_text();                   // "SG1"
//   findings[0].advice;                        // "Article 1(2)"
//   acquis::apply_fixes(text, findings);       // "as laid down in Article 1(2) of Regulation ..."
//
// In English, French, Dutch and German, on the texts of citation/extract.hpp. What is looked at is
// the inside of a work: the order and form of its divisions, lists and ranges, the order of the
// Treaties; names of works, and words between citations, stay as they are. Forms that the guide
// allows beside one another ("Article 1(2)(a)", "Article 1(2), point (a)") are left alone.
//
//   * A fix never changes what is cited: targets before and after are the same, which is checked (but
//     for the order of the Treaties, in the same order). Where it would not be so, or where the sentence around would have to change, the finding has
//     no fix.
//   * Fixed text has no more findings with a fix.
//
// Rules: publications.europa.eu/code/en, "referring to subdivisions" (130203) and "structure of an
// act" (120700). Offsets are bytes. Cost: that of reading the text, and of reading each changed
// citation thrice. Thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/citation/extract.hpp"
#include "acquis/config.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

enum class LintRule : std::uint8_t {
  descending_order = 1,  // Article 1(2)(a), without spaces; not paragraph 2 of Article 1
  name_once,             // Articles 1, 4 and 9
  name_again,            // Article 2 and Article 3(1), not Articles 2 and 3(1)
  closed_list,           // a list names only its members: never a finding
  range_words,           // Articles 2 to 4, not 2-4
  point_once,            // point (2)(a)(i)
  unnumbered,            // Article 263, fourth paragraph; not Article 263(4)
  the_annex,             // the Annex, if there is one
  treaty_order,          // TEU, TFEU, Euratom
  inserted_article,      // Article 1a, not 1 bis (in English and German)
  other_languages,       // article 1er, paragraphe 2, point a); artikel 1, lid 2, onder a)
};

struct LintFinding {
  std::uint32_t begin = 0, end = 0;  // the bytes that a fix replaces
  LintRule rule{};
  bool has_fix = false;
  std::string written;
  std::string advice;  // what it should be
  std::string reason;  // one clause in English

  // "SG1" to "SG11".
  std::string rule_text() const;
  // The part of the guide.
  std::string_view section() const noexcept;
};

// The findings in the order of the text; they do not overlap.
std::vector<LintFinding> lint_citations(std::string_view text, const CiteContext& context = {});

// The same for one paragraph of a document; `state` as in extract_citations.
std::vector<LintFinding> lint_citations(std::string_view text, const CiteContext& context,
                                        ReadingState& state);

// The text with every fix applied. Findings must be those of this text.
std::string apply_fixes(std::string_view text, std::span<const LintFinding> findings);

}  // namespace v0
}  // namespace acquis
