// acquis key: all identifiers of a citation.
#include <cstdio>

#include "acquis/citation/akn.hpp"
#include "acquis/citation/celex.hpp"
#include "acquis/citation/detect_language.hpp"
#include "acquis/citation/eli.hpp"
#include "acquis/citation/legal_basis_code.hpp"
#include "acquis/citation/parse.hpp"
#include "acquis/citation/write.hpp"
#include "tool/cite.hpp"
#include "tool/options.hpp"
#include "tool/print.hpp"
#include "tool/table.hpp"

namespace acquis::tool {
namespace {

// In the language that it seems to be in, else in any.
ParsedCitation read_in_any(const std::string& text) {
  const Language likely = detect_language(text);
  ParsedCitation first = parse_citation(text, {.language = likely});
  for (const Language language : languages) {
    if (first) break;
    if (language == likely) continue;
    if (ParsedCitation other = parse_citation(text, {.language = language})) return other;
  }
  return first;
}

template <class Text>
void add(Json& json, const char* name, const Text& identifier) {
  if (identifier) json[name] = identifier->view();
}

Json identifiers(const Reference& r) {
  Json json{{"key", r.target.key()}};
  if (r.last) json["last"] = r.last.key();
  for (const Language language : languages)
    json["citation"][std::string(to_text(language))] =
        r.last ? to_text_range(r.target, r.last, language) : to_text(r.target, language);
  if (const auto celex = enclosing_celex(r.target)) json["celex"] = celex->text().view();
  if (const auto eli = eli_of(r.target); eli && !eli->text().empty())
    json["eli"] = eli->text().view();
  add(json, "eid", eid_of(r.target));
  add(json, "legal_basis_code", code_of(r.target));
  return json;
}

Table table_of(const Json& all) {
  Table table({"identifier", "value"});
  for (const Json& one : all)
    for (const auto& [name, value] : one.items()) {
      if (value.is_string()) {
        table.add({name, value.get<std::string>()});
        continue;
      }
      for (const auto& [language, text] : value.items())
        table.add({"citation, " + language, text.get<std::string>()});
    }
  return table;
}

int complain(const std::string& text, const CitationFault& fault) {
  Positions positions(text);
  std::string message = positions.of(fault.begin) + ": " + fault.message;
  if (!fault.nearest.empty()) message += "; did you mean " + fault.nearest + "?";
  std::fprintf(stderr, "acquis: %s\n", message.c_str());
  return bad_input;
}

}  // namespace

int run_key(const Options& options, const std::string& text) {
  const ParsedCitation read = read_in_any(text);
  if (read.fault) return complain(text, *read.fault);
  Json all = Json::array();
  if (read.ecli) all.push_back({{"ecli", read.ecli->text().view()}});
  for (const Reference& r : read.places) all.push_back(identifiers(r));
  if (options.format == Format::json)
    print(dumped(all) + "\n");
  else
    print_table(options, table_of(all));
  return answered;
}

}  // namespace acquis::tool
