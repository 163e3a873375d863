// acquis diff, acquis timeline, acquis ask
#include "acquis/report/diff.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "acquis/query/parse.hpp"
#include "acquis/query/questions.hpp"
#include "acquis/query/timeline.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

using Json = nlohmann::ordered_json;

void print_json(const Json& json) {
  print(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

std::optional<std::vector<Question>> questions_of(const std::string& file) {
  if (file.empty()) return std::vector<Question>{};
  const auto text = read_file(file);
  if (!text) return std::nullopt;
  Diagnostics problems;
  auto questions = parse_questions(*text, file, problems);
  print_problems(problems, true);
  if (!problems.empty()) return std::nullopt;
  return questions;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::vector<std::string> missing(std::vector<std::string> here, std::vector<std::string> there) {
  std::sort(here.begin(), here.end());
  std::sort(there.begin(), there.end());
  std::vector<std::string> out;
  std::set_difference(here.begin(), here.end(), there.begin(), there.end(),
                      std::back_inserter(out));
  return out;
}

// What a query without an answer is shown with.
std::string text_of(const Response& response) {
  if (response.problems.empty())
    return response.keys.empty() ? std::to_string(response.count) : joined(response.keys);
  return response.problems.front().message;
}

// Of one question asked of two corpora: a row if the answers differ.
void compare_answers(const Question& question, const Response& before, const Response& after,
                     Table& table, Json& json) {
  if (text_of(before) == text_of(after)) return;
  const bool lists = before.problems.empty() && after.problems.empty() && !before.keys.empty() &&
                     !after.keys.empty();
  const std::string lost = lists ? joined(missing(before.keys, after.keys)) : text_of(before);
  const std::string gained = lists ? joined(missing(after.keys, before.keys)) : text_of(after);
  table.add({"answer", question.name, "", lost, gained});
  json.push_back(
      {{"what", "answer"}, {"about", question.name}, {"before", lost}, {"after", gained}});
}

Options with_corpus(Options options, const std::string& corpus) {
  options.corpora.insert(options.corpora.begin(), corpus);
  return options;
}

}  // namespace

int run_diff(const Options& options, const std::string& before, const std::string& after,
             const std::string& file) {
  const auto questions = questions_of(file);
  if (!questions) return bad_input;
  const auto old_one = open_session(with_corpus(options, before));
  const auto new_one = old_one ? open_session(with_corpus(options, after)) : std::nullopt;
  if (!new_one) return bad_input;
  Table table({"what", "about", "detail", "before", "after"});
  Json json = Json::array();
  for (const Change& c : compare(old_one->law, new_one->law)) {
    table.add({std::string(to_text(c.what)), c.about, c.detail, c.before, c.after});
    json.push_back({{"what", to_text(c.what)},
                    {"about", c.about},
                    {"detail", c.detail},
                    {"before", c.before},
                    {"after", c.after}});
  }
  for (const Question& question : *questions)
    compare_answers(question, respond(old_one->law, question, old_one->asked),
                    respond(new_one->law, question, new_one->asked), table, json);
  if (options.format == Format::json)
    print_json(json);
  else
    print_table(options, table);
  return table.empty() ? passed : failed;
}

namespace {

std::string_view name_of(Cause::What what) {
  constexpr std::string_view names[]{"begins",  "ends",        "adopted",  "enters into force",
                                     "applies", "link begins", "link ends"};
  return names[static_cast<std::size_t>(what)];
}

std::string cause_text(const Corpus& law, const Cause& cause) {
  const Graph& graph = law.graph();
  const std::string about = cause.edge == none<EdgeId>
                                ? law.key(cause.node)
                                : law.key(graph.source(cause.edge)) + " " +
                                      std::string(to_text(graph.kind(cause.edge))) + " " +
                                      law.key(graph.target(cause.edge));
  return about + " " + std::string(name_of(cause.what));
}

void add_turn(const Corpus& law, const Turn& turn, Table& table, Json& json) {
  Json gained = Json::array(), lost = Json::array(), causes = Json::array();
  std::vector<std::string> changes;
  for (const NodeId n : turn.gained) {
    gained.push_back(law.key(n));
    changes.push_back("+ " + law.key(n));
  }
  for (const NodeId n : turn.lost) {
    lost.push_back(law.key(n));
    changes.push_back("- " + law.key(n));
  }
  std::string because;
  for (const Cause& cause : turn.causes) {
    causes.push_back(cause_text(law, cause));
    because += (because.empty() ? "" : "; ") + cause_text(law, cause);
  }
  for (std::size_t i = 0; i < changes.size(); ++i)
    table.add({to_text(turn.day), changes[i], i == 0 ? because : ""});
  json.push_back(
      {{"day", to_text(turn.day)}, {"gained", gained}, {"lost", lost}, {"causes", causes}});
}

}  // namespace

int run_timeline(const Options& options, const std::string& expression, const std::string& from,
                 const std::string& to) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto first = date_of("--from", from);
  const auto last = to.empty() ? std::optional(session->asked.today) : date_of("--to", to);
  if (!first || !last) return bad_input;
  Diagnostics problems;
  const auto query = parse_query(expression, &problems);
  const auto turns = query.ok()
                         ? timeline(session->law, *query, *first, *last, session->asked, &problems)
                         : absl::StatusOr<std::vector<Turn>>(query.status());
  print_problems(problems, true);
  if (!turns.ok()) {
    if (problems.empty()) complain(std::string(turns.status().message()));
    return bad_input;
  }
  Table table({"day", "change", "because"});
  Json json = Json::array();
  for (const Turn& turn : *turns) add_turn(session->law, turn, table, json);
  if (options.format == Format::json)
    print_json(json);
  else
    print_table(options, table);
  return turns->empty() ? empty_answer : answered;
}

int run_ask(const Options& options, const std::string& file) {
  const auto questions = questions_of(file);
  if (!questions) return bad_input;
  const auto session = open_session(options);
  if (!session) return bad_input;
  bool all_well = true;
  std::string text;
  Table table({"question", "as expected", "count", "answer"});
  Json json = Json::array();
  for (const Question& question : *questions) {
    const Response response = respond(session->law, question, session->asked);
    const bool well = is_expected(question, response);
    all_well = all_well && well;
    text += std::string(well ? "ok      " : "FAILED  ") + question.name + ": " +
            std::to_string(response.count) + "\n          " + text_of(response) + "\n";
    table.add(
        {question.name, well ? "yes" : "no", std::to_string(response.count), text_of(response)});
    json.push_back({{"question", question.name},
                    {"as_expected", well},
                    {"count", response.count},
                    {"answer", response.keys}});
    if (!response.problems.empty()) json.back()["problem"] = text_of(response);
  }
  if (options.format == Format::json)
    print_json(json);
  else if (options.format == Format::csv)
    print(table.to_csv());
  else
    print(wrap_lines(text, terminal_width()));
  return all_well ? passed : failed;
}

}  // namespace acquis::tool
