#include "acquis/citation/lint.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "acquis/citation/treaty_shape.hpp"
#include "citation/lint_phrase.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// What is cited, in order, whatever it is called.
using Cited = std::vector<std::pair<Citation, Citation>>;

Cited cited(const Extraction& found) {
  Cited out;
  for (const Reference& r : found.references)
    out.emplace_back(usual_name(r.target), usual_name(r.last));
  return out;
}

class Linter {
 public:
  Linter(std::string_view text, const CiteContext& context, ReadingState& state)
      : text_(text), context_(context), before_(state) {
    extract_citations(text, context, state, found_);
  }

  std::vector<LintFinding> run() {
    const auto& all = found_.references;
    for (std::size_t first = 0; first < all.size();) {
      std::size_t last = first + 1;
      while (last < all.size() && all[last].phrase_begin == all[first].phrase_begin) ++last;
      phrase(std::span<const Reference>(all).subspan(first, last - first));
      first = last;
    }
    treaty_order();
    std::sort(out_.begin(), out_.end(),
              [](const LintFinding& a, const LintFinding& b) { return a.begin < b.begin; });
    withdraw(0, out_.size());
    return std::move(out_);
  }

 private:
  void phrase(std::span<const Reference> places) {
    const std::size_t begin = places[0].phrase_begin, end = places[0].phrase_end;
    if (begin < done_ || end > text_.size()) return;
    const Citation& target = places[0].target;
    const std::string_view work =
        target && is_treaty(target.work()) ? target.work() : std::string_view();
    auto finding = lint_phrase(text_, begin, end, context_.language, work);
    if (!finding) return;
    done_ = end;
    out_.push_back(*std::move(finding));
  }

  // "Article 67 TFEU and Article 3 TEU": the phrases change places.
  void treaty_order() {
    const auto& all = found_.references;
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const Reference &a = all[i], &b = all[i + 1];
      if (a.phrase_begin == b.phrase_begin || !a.target || !b.target) continue;
      if (treaty_rank(a) <= treaty_rank(b) || treaty_rank(a) > 2) continue;
      const std::string_view between = text_.substr(a.phrase_end, b.phrase_begin - a.phrase_end);
      if (!joins(between)) continue;
      swap(a, b, between);
    }
  }
  // TEU, TFEU, Euratom are 0 to 2; only what names its treaty counts.
  static std::size_t treaty_rank(const Reference& r) {
    const auto at = std::find(treaty_names.begin(), treaty_names.end(), r.target.work());
    const bool named = r.status == ReferenceStatus::named;
    return named ? static_cast<std::size_t>(at - treaty_names.begin()) : treaty_names.size();
  }
  bool joins(std::string_view between) const {
    return std::any_of(joints().begin(), joints().end(),
                       [&](std::string_view word) { return between == word; });
  }
  const std::array<std::string_view, 3>& joints() const {
    static constexpr std::array<std::array<std::string_view, 3>, 4> words{{
        {" and ", " and the ", " or "},
        {" en ", " en het ", " of "},
        {" et ", " et le ", " ou "},
        {" und ", " und dem ", " oder "},
    }};
    return words[static_cast<std::size_t>(context_.language)];
  }
  void swap(const Reference& a, const Reference& b, std::string_view between) {
    const auto overlaps = [&](const LintFinding& f) {
      return f.begin < b.phrase_end && a.phrase_begin < f.end;
    };
    if (std::any_of(out_.begin(), out_.end(), overlaps)) return;
    LintFinding finding;
    finding.begin = a.phrase_begin;
    finding.end = b.phrase_end;
    finding.rule = LintRule::treaty_order;
    finding.has_fix = true;
    finding.written = std::string(text_.substr(a.phrase_begin, b.phrase_end - a.phrase_begin));
    finding.advice = std::string(text_.substr(b.phrase_begin, b.phrase_end - b.phrase_begin)) +
                     std::string(between) +
                     std::string(text_.substr(a.phrase_begin, a.phrase_end - a.phrase_begin));
    finding.reason = "since 1 December 2009 the Treaties are named in the order TEU, TFEU, Euratom";
    out_.push_back(std::move(finding));
  }

  // ---- a fix changes nothing that is cited

  bool is_harmless(std::size_t first, std::size_t last) const {
    const std::span<const LintFinding> fixes =
        std::span<const LintFinding>(out_).subspan(first, last - first);
    Extraction after;
    ReadingState state = before_;
    extract_citations(apply_fixes(text_, fixes), context_, state, after);
    Cited was = cited(found_), is = cited(after);
    if (std::any_of(fixes.begin(), fixes.end(), [](const LintFinding& f) {
          return f.has_fix && f.rule == LintRule::treaty_order;
        }))
      std::sort(was.begin(), was.end()), std::sort(is.begin(), is.end());
    return was == is;
  }
  // Takes back the fixes of [first, last) that are not; after so many tries, all that are left.
  void withdraw(std::size_t first, std::size_t last) {
    const bool any = std::any_of(out_.begin() + static_cast<std::ptrdiff_t>(first),
                                 out_.begin() + static_cast<std::ptrdiff_t>(last),
                                 [](const LintFinding& f) { return f.has_fix; });
    if (!any) return;
    const bool harmless = tries_ > 0 && is_harmless(first, last);
    if (tries_ > 0) --tries_;
    if (harmless) return;
    if (last - first == 1 || tries_ == 0) {
      for (std::size_t i = first; i < last; ++i) out_[i].has_fix = false;
      return;
    }
    const std::size_t middle = first + (last - first) / 2;
    withdraw(first, middle);
    withdraw(middle, last);
  }

  std::string_view text_;
  const CiteContext& context_;
  const ReadingState before_;
  Extraction found_;
  std::size_t done_ = 0;
  int tries_ = 64;
  std::vector<LintFinding> out_;
};

}  // namespace
}  // namespace detail

std::string LintFinding::rule_text() const {
  return "SG" + std::to_string(static_cast<unsigned>(rule));
}

std::string_view LintFinding::section() const noexcept {
  switch (rule) {
    case LintRule::the_annex:
    case LintRule::inserted_article:
      return "Structure of an act (120700)";
    case LintRule::treaty_order:
      return "Order of the Treaties";
    default:
      return "Referring to subdivisions (130203)";
  }
}

std::vector<LintFinding> lint_citations(std::string_view text, const CiteContext& context,
                                        ReadingState& state) {
  return detail::Linter(text, context, state).run();
}

std::vector<LintFinding> lint_citations(std::string_view text, const CiteContext& context) {
  ReadingState state;
  return lint_citations(text, context, state);
}

std::string apply_fixes(std::string_view text, std::span<const LintFinding> findings) {
  std::string out;
  std::size_t at = 0;
  for (const LintFinding& finding : findings) {
    if (!finding.has_fix || finding.begin < at || finding.end > text.size()) continue;
    out += text.substr(at, finding.begin - at);
    out += finding.advice;
    at = finding.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace v0
}  // namespace acquis
