// What is wrong with a corpus that loads: rules of good practice, each with a code and a severity.
//
//   const acquis::Health health = acquis::check_health(law, {.today = today});
//   for (const acquis::Diagnostic& d : health.findings) std::fputs(acquis::to_text(d).c_str(), stderr);
//   std::puts(acquis::to_sarif(health.findings).c_str());     // for the code host
//
// What keeps a corpus from loading is the loader's to say (io/load.hpp); a finding here is a corpus
// that means less than it seems to. A corpus switches a rule off, for all of it or for one node and
// what is in it, with <waive rule="ACQ0603" reason="..." ref="KEY"/>; only findings in that file go.
// Findings come by part, place in the file and code. Cost: linear, but for a search for each
// priority and objective. A circle of support is one of links alone, containment left out.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/id/date.hpp"
#include "acquis/id/diagnostic.hpp"

namespace acquis {
inline namespace ACQUIS_EXPORT v0 {

struct HealthRule {
  std::string_view code;  // "ACQ0603"
  std::string_view name;  // "obsolete"
  Severity severity{};
  std::string_view text;  // what it finds, in one line
};

// All rules, by code.
std::span<const HealthRule> health_rules() noexcept;

struct HealthOptions {
  Date today{};                       // for what has ended; none: nothing has
  std::size_t max_findings = 10'000;  // of each rule
};

struct Health {
  Diagnostics findings{};
  std::size_t waived = 0;  // findings that a corpus has switched off
};

Health check_health(const Corpus& law, const HealthOptions& options = {});

// SARIF 2.1.0: the form in which code hosts and editors take findings. Rules are those of the
// findings, with their documentation.
std::string to_sarif(const Diagnostics& diagnostics);

}  // namespace v0
}  // namespace acquis
