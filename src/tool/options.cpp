#include "tool/options.hpp"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <string_view>

#include "acquis/io/embedded.hpp"
#include "acquis/io/load.hpp"
#include "acquis/io/snapshot.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

// One word of --policy: an edge kind, a grade of evidence, exact, broad or a date.
bool apply_word(Policy& policy, bool& kinds_given, std::string_view word) {
  if (const auto kind = parse_edge_kind(word)) {
    if (!kinds_given) policy.kinds = {};
    kinds_given = true;
    policy.kinds.insert(*kind);
    return true;
  }
  if (const auto evidence = parse_evidence(word)) {
    policy.least = *evidence;
    return true;
  }
  if (const auto date = Date::parse(word)) {
    policy.as_of = *date;
    return true;
  }
  policy.exact = word == "exact";
  return word == "exact" || word == "broad";
}

bool apply_policy(Policy& policy, std::string_view text) {
  bool kinds_given = false;
  while (!text.empty()) {
    const std::size_t width = std::min(text.find_first_of(", +|"), text.size());
    const std::string_view word = text.substr(0, width);
    text.remove_prefix(std::min(text.size(), width + 1));
    if (!word.empty() && !apply_word(policy, kinds_given, word)) {
      complain("--policy: \"" + std::string(word) +
               "\" is no edge kind, no evidence (stated, derived, editorial), no date, and neither "
               "exact nor broad");
      return false;
    }
  }
  return true;
}

Date today() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  gmtime_r(&now, &parts);
  return Date::from_ymd(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

}  // namespace

void print_problems(const Diagnostics& problems, bool notes) {
  for (const Diagnostic& d : problems)
    if (notes || d.severity != Severity::note) std::fputs(to_text(d).c_str(), stderr);
}

std::optional<Corpus> open_law(const Options& options) {
  Diagnostics problems;
  const bool one = options.corpora.size() == 1;
  absl::StatusOr<Corpus> law = one && std::string_view(options.corpora[0]).ends_with(".acq")
                                   ? open_snapshot(options.corpora[0])
                                   : load_corpora(options.corpora, {}, &problems);
  print_problems(problems, false);
  if (law.ok()) return *std::move(law);
  if (problems.empty()) complain(std::string(law.status().ToString()));
  return std::nullopt;
}

std::optional<QueryOptions> query_options(const Options& options) {
  QueryOptions out;
  out.language = options.language;
  out.today = today();
  if (!apply_policy(out.policy, options.policy)) return std::nullopt;
  if (!options.as_of.empty()) {
    const auto date = Date::parse(options.as_of);
    if (!date) {
      complain("--as-of: \"" + options.as_of + "\" is no date; write YYYY-MM-DD");
      return std::nullopt;
    }
    out.policy.as_of = *date;
  }
  if (!options.evidence.empty()) {
    const auto evidence = parse_evidence(options.evidence);
    if (!evidence) {
      complain("--evidence: \"" + options.evidence + "\" is none of stated, derived, editorial");
      return std::nullopt;
    }
    out.policy.least = *evidence;
  }
  return out;
}

}  // namespace acquis::tool
