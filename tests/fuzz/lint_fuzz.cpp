// Any text through the linter and the parser of one citation: findings lie in the text, one behind
// the other; what is fixed cites the same and has no more fixes; a parsed text has places inside it
// or a fault inside it.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/citation/detect_language.hpp"
#include "acquis/citation/lint.hpp"
#include "acquis/citation/parse.hpp"
#include "acquis/citation/treaty_shape.hpp"

namespace {

using namespace acquis;

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<std::pair<Citation, Citation>> cited(std::string_view text,
                                                 const CiteContext& context) {
  std::vector<std::pair<Citation, Citation>> out;
  for (const Reference& r : extract_citations(text, context).references)
    out.emplace_back(usual_name(r.target), usual_name(r.last));
  std::sort(out.begin(), out.end());
  return out;
}

void check_lint(std::string_view text, const CiteContext& context) {
  const auto findings = lint_citations(text, context);
  std::size_t at = 0;
  for (const LintFinding& f : findings) {
    require(f.begin >= at && f.begin < f.end && f.end <= text.size());
    require(text.substr(f.begin, f.end - f.begin) == f.written && f.written != f.advice);
    at = f.end;
  }
  require(cited(apply_fixes(text, findings), context) == cited(text, context));
}

void check_parse(std::string_view text, const CiteContext& context) {
  const ParsedCitation read = parse_citation(text, context);
  if (read.fault) {
    require(read.places.empty() && !read.fault->message.empty());
    require(read.fault->begin <= read.fault->end && read.fault->end <= text.size());
  }
  for (const Reference& r : read.places)
    require(r.target && r.begin < r.end && r.end <= text.size());
}

}  // namespace

// The input is a byte for the language, a line with the key of the place, and a text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  CiteContext context;
  context.language = languages[static_cast<unsigned char>(rest[0]) % 4u];
  rest.remove_prefix(1);
  const std::size_t line = (std::min)(rest.find('\n'), rest.size());
  context.place = Citation::from_key(rest.substr(0, line)).value_or(Citation());
  rest.remove_prefix((std::min)(line + 1, rest.size()));
  detect_language(rest);
  check_lint(rest, context);
  check_parse(rest, context);
  return 0;
}
