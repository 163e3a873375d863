// acquis check, acquis review
#include <algorithm>

#include "acquis/io/load.hpp"
#include "acquis/io/review.hpp"
#include "acquis/io/save.hpp"
#include "acquis/report/health.hpp"
#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

std::optional<Severity> severity_named(std::string_view name) {
  if (name == "note") return Severity::note;
  if (name == "warning") return Severity::warning;
  if (name == "error") return Severity::error;
  return std::nullopt;
}

int print_rules(const Options& options) {
  constexpr std::string_view severities[]{"note", "warning", "error"};
  Table table({"code", "name", "severity", "finds"});
  for (const HealthRule& rule : health_rules())
    table.add({std::string(rule.code), std::string(rule.name),
               std::string(severities[static_cast<std::size_t>(rule.severity)]),
               std::string(rule.text)});
  print_table(options, table);
  return answered;
}

// Of the files named; of all if none is.
void keep_files(Diagnostics& findings, const std::vector<std::string>& files) {
  if (files.empty()) return;
  std::erase_if(findings, [&](const Diagnostic& d) {
    return std::find(files.begin(), files.end(), d.file) == files.end();
  });
}

std::string problems_as_csv(const Diagnostics& problems) {
  constexpr const char* severities[]{"note", "warning", "error"};
  Table table({"severity", "code", "file", "line", "column", "message", "hint"});
  for (const Diagnostic& d : problems)
    table.add({severities[static_cast<std::size_t>(d.severity)], d.code, d.file,
               std::to_string(d.line), std::to_string(d.column), d.message, d.hint});
  return table.to_csv();
}

void print_text(const Diagnostics& all, const CheckOptions& check, const Corpus* law,
                std::size_t waived) {
  std::size_t notes = 0;
  for (const Diagnostic& d : all) {
    const bool hidden = law != nullptr && d.severity == Severity::note && !check.notes;
    notes += hidden;
    if (!hidden) print(to_text(d));
  }
  if (law == nullptr) return;
  const bool sound = std::none_of(
      all.begin(), all.end(), [](const Diagnostic& d) { return d.severity == Severity::error; });
  std::string line = std::string(sound ? "the corpus is sound: " : "the corpus has errors: ") +
                     std::to_string(law->graph().node_count()) + " nodes, " +
                     std::to_string(law->graph().edge_count()) + " edges";
  if (notes != 0) line += "; " + std::to_string(notes) + " notes (--notes shows them)";
  if (waived != 0) line += "; " + std::to_string(waived) + " findings switched off";
  print(line + "\n");
}

}  // namespace

int run_check(const Options& options, const CheckOptions& check) {
  if (check.rules) return print_rules(options);
  const auto fail_on = severity_named(check.fail_on);
  if (!fail_on) return complain("--fail-on: note, warning or error"), bad_input;
  const auto asked = query_options(options);
  if (!asked) return bad_input;
  Options all = options;
  all.corpora.insert(all.corpora.end(), check.files.begin(), check.files.end());
  Diagnostics problems;
  const auto law = load_corpora(all.corpora, {}, &problems);
  Health health;
  if (law.ok()) health = check_health(*law, {.today = day_of(*asked)});
  keep_files(health.findings, all.corpora);
  // The loader says of each stub what rule ACQ0601 says of each link to it.
  std::erase_if(problems, [](const Diagnostic& d) { return d.code == "ACQ0212"; });
  problems.insert(problems.end(), health.findings.begin(), health.findings.end());
  if (options.format == Format::json)
    print(to_json(problems) + "\n");
  else if (options.format == Format::sarif)
    print(to_sarif(problems) + "\n");
  else if (options.format == Format::csv)
    print(problems_as_csv(problems));
  else
    print_text(problems, check, law.ok() ? &*law : nullptr, health.waived);
  if (!law.ok()) {
    if (problems.empty()) complain(std::string(law.status().ToString()));
    return bad_input;
  }
  return std::any_of(problems.begin(), problems.end(),
                     [&](const Diagnostic& d) { return d.severity >= *fail_on; })
             ? failed
             : passed;
}

int run_review(const Options& options, const std::string& key, const std::string& file) {
  Options all = options;
  all.corpora.push_back(file);
  const auto session = open_session(all);
  if (!session) return bad_input;
  const auto place = place_of(*session, key);
  const auto text = read_file(file);
  if (!place || !text) return bad_input;
  const Corpus& law = session->law;
  const auto parts = law.parts();
  const auto part =
      std::find_if(parts.begin(), parts.end(), [&](const PartFacts& p) { return p.file == file; });
  if (part == parts.end()) return complain(file + " is not a corpus file"), bad_input;
  const auto edges = links_at(law, static_cast<PartId>(part - parts.begin()), *place);
  const auto marked = mark_reviewed(law, edges, session->asked.today, *text);
  const absl::Status saved = marked.ok() ? save_text(*marked, file) : marked.status();
  if (!saved.ok()) return complain(std::string(saved.message())), bad_input;
  print(std::to_string(edges.size()) + " links reviewed\n");
  return edges.empty() ? empty_answer : answered;
}

}  // namespace acquis::tool
