// acquis query, acquis why
#include <cstdio>
#include <string_view>

#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"
#include "tool/options.hpp"
#include "tool/table.hpp"

namespace acquis::tool {
namespace {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// The links of a chain; without one, none.
std::string links_as_csv(const Explanation& explanation) {
  Table table({"from", "to", "kind", "evidence", "source", "at", "note"});
  const Corpus& law = *explanation.law;
  const Graph& graph = law.graph();
  for (const EdgeId e : explanation.chain ? explanation.chain->links : std::vector<EdgeId>{}) {
    const EdgeFacts facts = law.statement(e);
    table.add({law.key(graph.source(e)), law.key(graph.target(e)),
               std::string(to_text(graph.kind(e))), std::string(to_text(facts.evidence)),
               std::string(facts.source), std::string(facts.at), std::string(facts.note)});
  }
  return table.to_csv();
}

int print_explanation(const Options& options, const Explanation& explanation) {
  if (options.format == Format::json) {
    print(to_json(explanation) + "\n");
  } else if (options.format == Format::csv) {
    print(links_as_csv(explanation));
  } else {
    print(wrap_lines(to_text(explanation, options.language), terminal_width()));
  }
  return explanation ? answered : empty_answer;
}

int print_count(const Options& options, std::size_t count) {
  const std::string number = std::to_string(count);
  print(options.format == Format::json ? "{\"count\":" + number + "}\n" : number + "\n");
  return count == 0 ? empty_answer : answered;
}

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

int answer_to(const Options& options, const auto& evaluate_it) {
  const auto asked = query_options(options);
  if (!asked) return bad_input;
  const auto law = open_law(options);
  if (!law) return bad_input;
  Diagnostics problems;
  const absl::StatusOr<Answer> answer = evaluate_it(*law, *asked, &problems);
  print_problems(problems, true);
  return answer.ok() ? print_answer(options, *law, *answer) : bad_input;
}

}  // namespace

int print_nodes(const Options& options, const Corpus& law, const std::vector<NodeId>& nodes) {
  if (options.format == Format::json) {
    print(to_json(law, nodes, options.language) + "\n");
  } else {
    Table table({"key", "kind", "label"});
    for (const NodeId n : nodes)
      table.add({law.key(n), std::string(to_text(law.kind(n))), title(law, n, options.language)});
    if (options.format == Format::csv) {
      print(table.to_csv());
    } else if (!nodes.empty()) {
      print(table.to_text(terminal_width()));
    }
  }
  return nodes.empty() ? empty_answer : answered;
}

int run_query(const Options& options, const std::string& expression) {
  return answer_to(options, [&](const Corpus& law, const QueryOptions& asked, Diagnostics* out) {
    return ask(law, expression, asked, out);
  });
}

int run_why(const Options& options, const std::string& from, const std::string& to) {
  Query query;
  query.terms = {{Term::Kind::quoted, 0, from, {}},
                 {Term::Kind::quoted, 0, to, {}},
                 {Term::Kind::arrow, 0, {}, {0, 1}}};
  query.root = 2;
  return answer_to(options, [&](const Corpus& law, const QueryOptions& asked, Diagnostics* out) {
    return evaluate(law, query, asked, out);
  });
}

}  // namespace acquis::tool
