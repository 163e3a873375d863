#include "tool/print.hpp"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"

namespace acquis::tool {

std::optional<Session> open_session(const Options& options) {
  const auto asked = query_options(options);
  if (!asked) return std::nullopt;
  auto law = open_law(options);
  if (!law) return std::nullopt;
  return Session{*std::move(law), *asked};
}

Date day_of(const QueryOptions& asked) {
  return asked.policy.as_of ? asked.policy.as_of : asked.today;
}

namespace {

std::optional<NodeSet> members(const Session& session, const absl::StatusOr<Answer>& answer,
                               const Diagnostics& problems) {
  print_problems(problems, true);
  if (!answer.ok()) return std::nullopt;
  return NodeSet(session.law, answer->nodes);
}

}  // namespace

std::optional<NodeSet> set_of(const Session& session, const std::string& expression) {
  Diagnostics problems;
  const auto answer = ask(session.law, expression, session.asked, &problems);
  return members(session, answer, problems);
}

std::optional<NodeId> place_of(const Session& session, const std::string& word) {
  Query query;
  query.terms = {{Term::Kind::quoted, 0, word, {}}};
  QueryOptions whenever = session.asked;
  whenever.policy.as_of = {};
  Diagnostics problems;
  const auto answer = evaluate(session.law, query, whenever, &problems);
  const auto found = members(session, answer, problems);
  return found ? std::optional(*found->begin()) : std::nullopt;
}

std::optional<Explanation> explanation_of(const Session& session, const std::string& from,
                                          const std::string& to) {
  Query query;
  query.terms = {{Term::Kind::quoted, 0, from, {}},
                 {Term::Kind::quoted, 0, to, {}},
                 {Term::Kind::arrow, 0, {}, {0, 1}}};
  query.root = 2;
  Diagnostics problems;
  auto answer = evaluate(session.law, query, session.asked, &problems);
  print_problems(problems, true);
  if (!answer.ok()) return std::nullopt;
  return std::move(answer->explanation);
}

std::optional<Date> date_of(std::string_view option, const std::string& text) {
  const auto date = Date::parse(text);
  if (!date) complain(std::string(option) + ": \"" + text + "\" is no date; write YYYY-MM-DD");
  return date;
}

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    complain("cannot read " + path);
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }
void complain(const std::string& message) { std::fprintf(stderr, "acquis: %s\n", message.c_str()); }

void print_table(const Options& options, const Table& table) {
  if (options.format == Format::csv)
    print(table.to_csv());
  else if (!table.empty())
    print(table.to_text(terminal_width()));
}

int print_nodes(const Options& options, const Corpus& law, const std::vector<NodeId>& nodes) {
  if (options.format == Format::json) {
    print(to_json(law, nodes, options.language) + "\n");
  } else {
    Table table({"key", "kind", "label"});
    for (const NodeId n : nodes)
      table.add({law.key(n), std::string(to_text(law.kind(n))), title(law, n, options.language)});
    print_table(options, table);
  }
  return nodes.empty() ? empty_answer : answered;
}

Table links_table(std::vector<std::string> head) {
  head.insert(head.end(), {"from", "to", "kind", "evidence", "source", "at", "note"});
  return Table(std::move(head));
}

void add_links(Table& table, const Corpus& law, const Chain& chain,
               const std::vector<std::string>& cells) {
  const Graph& graph = law.graph();
  for (const EdgeId e : chain.links) {
    const EdgeFacts facts = law.statement(e);
    std::vector<std::string> row = cells;
    row.insert(row.end(),
               {law.key(graph.source(e)), law.key(graph.target(e)),
                std::string(to_text(graph.kind(e))), std::string(to_text(facts.evidence)),
                std::string(facts.source), std::string(facts.at), std::string(facts.note)});
    table.add(std::move(row));
  }
}

int print_explanation(const Options& options, const Explanation& explanation) {
  if (options.format == Format::json) {
    print(to_json(explanation) + "\n");
  } else if (options.format == Format::csv) {
    Table table = links_table({});
    if (explanation.chain) add_links(table, *explanation.law, *explanation.chain, {});
    print(table.to_csv());
  } else {
    print(wrap_lines(to_text(explanation, options.language), terminal_width()));
  }
  return explanation ? answered : empty_answer;
}

namespace {

int print_count(const Options& options, std::size_t count) {
  const std::string number = std::to_string(count);
  print(options.format == Format::json ? "{\"count\":" + number + "}\n" : number + "\n");
  return count == 0 ? empty_answer : answered;
}

}  // namespace

int print_answer(const Options& options, const Corpus& law, const Answer& answer) {
  switch (answer.kind) {
    case Answer::Kind::count:
      return print_count(options, answer.count);
    case Answer::Kind::chain:
      return print_explanation(options, *answer.explanation);
    case Answer::Kind::nodes:
      break;
  }
  return print_nodes(options, law, answer.nodes);
}

}  // namespace acquis::tool
