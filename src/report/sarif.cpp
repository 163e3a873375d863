#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "acquis/report/health.hpp"
#include "acquis/version.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level(Severity severity) {
  constexpr std::string_view names[]{"note", "warning", "error"};
  return names[static_cast<std::size_t>(severity)];
}

Json rule_of(const std::string& code) {
  Json json{{"id", code}};
  for (const HealthRule& rule : health_rules())
    if (rule.code == code) {
      json["name"] = rule.name;
      json["shortDescription"] = {{"text", rule.text}};
    }
  return json;
}

Json location(const Diagnostic& d) {
  Json place{{"artifactLocation", {{"uri", d.file}}}};
  if (d.line != 0) place["region"] = {{"startLine", d.line}, {"startColumn", d.column}};
  return {{"physicalLocation", place}};
}

Json result(const Diagnostic& d) {
  const std::string text = d.hint.empty() ? d.message : d.message + " (" + d.hint + ")";
  Json json{{"ruleId", d.code}, {"level", level(d.severity)}, {"message", {{"text", text}}}};
  if (!d.file.empty()) json["locations"] = Json::array({location(d)});
  return json;
}

}  // namespace

std::string to_sarif(const Diagnostics& diagnostics) {
  Json rules = Json::array(), results = Json::array();
  std::set<std::string> codes;
  for (const Diagnostic& d : diagnostics) {
    codes.insert(d.code);
    results.push_back(result(d));
  }
  for (const std::string& code : codes) rules.push_back(rule_of(code));
  const Json driver{{"name", "acquis"}, {"rules", rules}};
  const Json json{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                  {"version", "2.1.0"},
                  {"runs", Json::array({{{"tool", {{"driver", driver}}},
                                         {"columnKind", "utf16CodeUnits"},
                                         {"results", results}}})}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace v0
}  // namespace acquis
