#include "acquis/report/json.hpp"

#include <nlohmann/json.hpp>

#include "acquis/report/text.hpp"

namespace acquis {
inline namespace v0 {
namespace {

using Json = nlohmann::ordered_json;

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void add_date(Json& json, const char* name, Date date) {
  if (date) json[name] = to_text(date);
}

Json link(const Corpus& law, EdgeId e) {
  const Graph& graph = law.graph();
  const EdgeFacts facts = law.statement(e);
  Json json{{"from", law.key(graph.source(e))}, {"to", law.key(graph.target(e))},
            {"kind", to_text(graph.kind(e))},   {"evidence", to_text(facts.evidence)},
            {"source", facts.source},           {"at", facts.at}};
  if (!facts.note.empty()) json["note"] = facts.note;
  add_date(json, "valid_from", facts.validity.from);
  add_date(json, "valid_to", facts.validity.to);
  return json;
}

Json links(const Corpus& law, const Chain& chain) {
  Json json = Json::array();
  for (const EdgeId e : chain.links) json.push_back(link(law, e));
  return json;
}

Json key_or_null(const Corpus& law, NodeId n) {
  return n == none<NodeId> ? Json(nullptr) : Json(law.key(n));
}

std::string_view name_of(Fit fit) {
  return fit == Fit::exact ? "exact" : fit == Fit::part ? "part" : "broad";
}

Json near_miss(const Corpus& law, const Policy& asked, const NearMiss& miss) {
  Json admit = Json::object();
  if (miss.wider.least != asked.least) admit["evidence"] = to_text(miss.wider.least);
  if (miss.wider.exact != asked.exact) admit["broad"] = true;
  if (miss.wider.as_of != asked.as_of) admit["any_day"] = true;
  for (std::size_t i = 0; i < edge_kind_count; ++i) {
    const auto kind = static_cast<EdgeKind>(i);
    if (miss.wider.kinds.contains(kind) && !asked.kinds.contains(kind))
      admit["kinds"].push_back(to_text(kind));
  }
  return {{"admit", admit}, {"links", links(law, miss.chain)}};
}

}  // namespace

std::string to_json(const Corpus& law, std::span<const NodeId> nodes, Language language) {
  Json json = Json::array();
  for (const NodeId n : nodes)
    json.push_back(
        {{"key", law.key(n)}, {"kind", to_text(law.kind(n))}, {"label", title(law, n, language)}});
  return dump(json);
}

std::string to_json(const Explanation& explanation) {
  if (explanation.law == nullptr) return "null";
  const Corpus& law = *explanation.law;
  Json json{{"from", key_or_null(law, explanation.from)}, {"to", key_or_null(law, explanation.to)}};
  if (explanation.chain) {
    json["strength"] = to_text(explanation.chain->strength);
    json["fit"] = name_of(explanation.chain->fit);
    json["links"] = links(law, *explanation.chain);
  } else {
    json["strength"] = nullptr;
    json["links"] = Json::array();
    if (explanation.miss) json["near_miss"] = near_miss(law, explanation.policy, *explanation.miss);
  }
  add_date(json, "as_of", explanation.policy.as_of);
  return dump(json);
}

std::string to_json(const Reasons& reasons) {
  if (reasons.law == nullptr) return "null";
  const Corpus& law = *reasons.law;
  Json json{{"from", key_or_null(law, reasons.from)}, {"to", key_or_null(law, reasons.to)}};
  json["chains"] = Json::array();
  for (const Chain& chain : reasons.chains.chains)
    json["chains"].push_back({{"strength", to_text(chain.strength)},
                              {"fit", name_of(chain.fit)},
                              {"links", links(law, chain)}});
  json["complete"] = reasons.chains.complete;
  json["essential_links"] = Json::array();
  for (const EdgeId e : reasons.passages.links) json["essential_links"].push_back(link(law, e));
  json["essential_places"] = Json::array();
  for (const NodeId n : reasons.passages.places) json["essential_places"].push_back(law.key(n));
  add_date(json, "as_of", reasons.policy.as_of);
  return dump(json);
}

std::string to_json(const WhyNot& why_not) {
  if (why_not.law == nullptr) return "null";
  const Corpus& law = *why_not.law;
  Json json{{"from", key_or_null(law, why_not.from)},
            {"to", key_or_null(law, why_not.to)},
            {"rests", why_not.rests},
            {"misses", Json::array()}};
  for (const NearMiss& miss : why_not.misses) {
    Json item = near_miss(law, why_not.policy, miss);
    const Interval days = days_of(law.graph(), miss.chain);
    item["ever"] = !days.empty();
    add_date(item, "holds_from", days.from);
    add_date(item, "holds_to", days.to);
    json["misses"].push_back(std::move(item));
  }
  if (why_not.nearest)
    json["nearest"] = {{"reached", law.key(why_not.nearest->reached)},
                       {"whole", law.key(why_not.nearest->whole)}};
  add_date(json, "as_of", why_not.policy.as_of);
  return dump(json);
}

std::string to_json(const Diagnostics& diagnostics) {
  constexpr std::string_view severities[]{"note", "warning", "error"};
  Json json = Json::array();
  for (const Diagnostic& d : diagnostics)
    json.push_back({{"severity", severities[static_cast<std::size_t>(d.severity)]},
                    {"code", d.code},
                    {"file", d.file},
                    {"line", d.line},
                    {"column", d.column},
                    {"excerpt", d.excerpt},
                    {"message", d.message},
                    {"hint", d.hint}});
  return dump(json);
}

}  // namespace v0
}  // namespace acquis
