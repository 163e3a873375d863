// acquis why, acquis why-not
#include "acquis/report/figure.hpp"
#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

// The links of each chain, behind its number.
Table numbered(const Reasons& found) {
  Table table = links_table({"chain"});
  std::size_t number = 0;
  for (const Chain& chain : found.chains.chains)
    add_links(table, *found.law, chain, {std::to_string(++number)});
  return table;
}

// The links of each chain that a wider policy would admit, behind its number.
Table numbered(const WhyNot& found) {
  Table table = links_table({"chain"});
  std::size_t number = 0;
  for (const NearMiss& miss : found.misses)
    add_links(table, *found.law, miss.chain, {std::to_string(++number)});
  return table;
}

int print_reasons(const Options& options, const Reasons& found) {
  if (options.format == Format::dot)
    print(to_dot(found, options.language));
  else if (options.format == Format::json)
    print(to_json(found) + "\n");
  else if (options.format == Format::csv)
    print(numbered(found).to_csv());
  else
    print(wrap_lines(to_text(found, options.language), terminal_width()));
  return found ? answered : empty_answer;
}

}  // namespace

int run_why(const Options& options, const WhyOptions& asked) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto best = explanation_of(*session, asked.from, asked.to);
  if (!best) return bad_input;
  if (asked.chains == 1 && options.format != Format::dot) return print_explanation(options, *best);
  const ChainLimits limits{.count = asked.chains, .max_links = asked.max_links};
  return print_reasons(options,
                       reasons(session->law, best->from, best->to, session->asked.policy, limits));
}

int run_why_not(const Options& options, const std::string& a, const std::string& b) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto asked = explanation_of(*session, a, b);
  if (!asked) return bad_input;
  const WhyNot found = why_not(session->law, asked->from, asked->to, session->asked.policy);
  if (options.format == Format::json)
    print(to_json(found) + "\n");
  else if (options.format == Format::csv)
    print(numbered(found).to_csv());
  else
    print(wrap_lines(to_text(found, options.language), terminal_width()));
  return found.misses.empty() && !found.nearest ? empty_answer : answered;
}

}  // namespace acquis::tool
