// acquis why, acquis why-not
#include "acquis/report/figure.hpp"
#include "acquis/report/json.hpp"
#include "acquis/report/text.hpp"
#include "tool/print.hpp"

namespace acquis::tool {
namespace {

int print_reasons(const Options& options, const Reasons& found) {
  if (options.format == Format::dot)
    print(to_dot(found, options.language));
  else if (options.format == Format::json)
    print(to_json(found) + "\n");
  else
    print(wrap_lines(to_text(found, options.language), terminal_width()));
  return found ? answered : empty_answer;
}

}  // namespace

int run_why(const Options& options, const WhyOptions& asked) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto from = place_of(*session, asked.from), to = place_of(*session, asked.to);
  if (!from || !to) return bad_input;
  const Policy& policy = session->asked.policy;
  if (asked.chains == 1 && options.format != Format::dot)
    return print_explanation(options, why(session->law, *from, *to, policy));
  const ChainLimits limits{.count = asked.chains, .max_links = asked.max_links};
  return print_reasons(options, reasons(session->law, *from, *to, policy, limits));
}

int run_why_not(const Options& options, const std::string& a, const std::string& b) {
  const auto session = open_session(options);
  if (!session) return bad_input;
  const auto from = place_of(*session, a), to = place_of(*session, b);
  if (!from || !to) return bad_input;
  const WhyNot found = why_not(session->law, *from, *to, session->asked.policy);
  if (options.format == Format::json)
    print(to_json(found) + "\n");
  else
    print(wrap_lines(to_text(found, options.language), terminal_width()));
  return found.misses.empty() && !found.nearest ? empty_answer : answered;
}

}  // namespace acquis::tool
