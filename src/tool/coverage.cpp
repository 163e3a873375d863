// acquis coverage, acquis matrix, acquis impact
#include "acquis/report/coverage.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "acquis/graph/impact.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

using Json = nlohmann::ordered_json;

// Both sets, or nothing.
struct Matter {
  NodeSet scope;
  NodeSet askers;
};
std::optional<Matter> matter_of(const Session& session, const std::string& scope,
                                const std::string& askers) {
  auto places = set_of(session, scope);
  auto who = set_of(session, askers.empty() ? "kind(priority, all())" : askers);
  if (!places || !who) return std::nullopt;
  return Matter{*std::move(places), *std::move(who)};
}

struct List {
  std::string_view name;
  const std::vector<NodeId>* nodes;
};
std::vector<List> lists_of(const Audit& audit) {
  return {{"shallow", &audit.shallow},     {"deep", &audit.deep},
          {"uncovered", &audit.uncovered}, {"orphaned", &audit.orphaned},
          {"unwanted", &audit.unwanted},   {"obsolete", &audit.obsolete},
          {"ambiguous", &audit.ambiguous}};
}

Json row_json(const Corpus& law, const Coverage& row) {
  Json askers = Json::array();
  for (const auto& asker : row.askers)
    askers.push_back({{"key", law.key(asker.node)}, {"strength", to_text(asker.strength)}});
  return {
      {"place", law.key(row.place)}, {"direct", row.direct},         {"part", row.part},
      {"broad", row.broad},          {"transitive", row.transitive}, {"askers", std::move(askers)}};
}

void print_json(const Corpus& law, const Audit& audit) {
  Json json{{"places", Json::array()}};
  for (const Coverage& row : audit.rows) json["places"].push_back(row_json(law, row));
  for (const List& list : lists_of(audit)) {
    Json keys = Json::array();
    for (const NodeId n : *list.nodes) keys.push_back(law.key(n));
    json[std::string(list.name)] = std::move(keys);
  }
  print(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::string asker_text(const Corpus& law, const Coverage& row) {
  std::string out;
  for (const auto& asker : row.askers)
    out += (out.empty() ? "" : ", ") + law.key(asker.node) + " (" +
           std::string(to_text(asker.strength)) + ")";
  return out;
}

Table table_of(const Corpus& law, const Audit& audit) {
  Table table(
      {"place", "direct", "part", "broad", "transitive", "who, and the strictest evidence"});
  for (const Coverage& row : audit.rows)
    table.add({law.key(row.place), std::to_string(row.direct), std::to_string(row.part),
               std::to_string(row.broad), std::to_string(row.transitive), asker_text(law, row)});
  return table;
}

void print_lists(const Corpus& law, const Audit& audit) {
  std::string out;
  for (const List& list : lists_of(audit)) {
    out += std::string(list.name) + ": " + std::to_string(list.nodes->size());
    const bool named = list.name != "shallow" && list.name != "deep";
    for (std::size_t i = 0; named && i < list.nodes->size(); ++i)
      out += (i == 0 ? "; " : ", ") + law.key((*list.nodes)[i]);
    out += "\n";
  }
  print(wrap_lines(out, terminal_width()));
}

}  // namespace

int run_coverage(const Options& options, const std::string& scope, const std::string& askers) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto matter = matter_of(*session, scope, askers);
  if (!matter) return bad_input;
  const Audit found =
      audit(matter->scope, matter->askers, session->asked.policy, day_of(session->asked));
  if (options.format == Format::json) {
    print_json(session->law, found);
  } else {
    print_table(options, table_of(session->law, found));
    if (options.format == Format::table) print_lists(session->law, found);
  }
  return found.rows.empty() ? empty_answer : answered;
}

int run_matrix(const Options& options, const std::string& scope, const std::string& askers) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto matter = matter_of(*session, scope, askers);
  if (!matter) return bad_input;
  const auto rows = coverage(matter->scope, matter->askers, session->asked.policy);
  print(matrix_csv(session->law, rows));
  return rows.empty() ? empty_answer : answered;
}

int run_impact(const Options& options, const std::string& expression) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto places = set_of(*session, expression);
  if (!places) return bad_input;
  const Corpus& law = session->law;
  Scratch scratch;
  auto found = impact(law.graph(), session->asked.policy, places->nodes(), scratch);
  std::sort(found.begin(), found.end(), [&](const Impact& a, const Impact& b) {
    if (a.links != b.links) return a.links < b.links;
    return a.strength != b.strength ? a.strength > b.strength : law.precedes(a.node, b.node);
  });
  Json json = Json::array();
  Table table({"links", "weakest evidence", "key", "label"});
  for (const Impact& i : found) {
    json.push_back(
        {{"key", law.key(i.node)}, {"links", i.links}, {"strength", to_text(i.strength)}});
    table.add({std::to_string(i.links), std::string(to_text(i.strength)), law.key(i.node),
               title(law, i.node, options.language)});
  }
  if (options.format == Format::json)
    print(json.dump() + "\n");
  else
    print_table(options, table);
  return found.empty() ? empty_answer : answered;
}

}  // namespace acquis::tool
