// acquis cite: references of a text, or of lines of JSON.
#include "tool/cite.hpp"

#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>

#include "acquis/citation/detect_language.hpp"
#include "acquis/citation/parse.hpp"
#include "tool/options.hpp"
#include "tool/print.hpp"
#include "tool/table.hpp"

namespace acquis::tool {
namespace {

// The name of the input, and the input.
class Input {
 public:
  explicit Input(const std::string& file) : standard_(file.empty() || file == "-") {
    name_ = standard_ ? "standard input" : file;
    if (!standard_) file_.open(file, std::ios::binary);
  }
  bool good() {
    const bool is_open = standard_ || (file_.is_open() && file_.peek() != EOF) || file_.eof();
    if (!is_open) complain(name_ + ": cannot be read");
    return is_open;
  }
  std::istream& stream() { return standard_ ? std::cin : file_; }
  const std::string& name() const { return name_; }

 private:
  bool standard_;
  std::string name_;
  std::ifstream file_;
};

// The place that a context names, by its key or as a citation; nothing if it names none.
std::optional<Citation> place_of(const std::string& text) {
  if (text.empty()) return Citation();
  const ParsedCitation read = parse_citation(text, {.language = detect_language(text)});
  if (const Citation place = read.place()) return place;
  return std::nullopt;
}

std::optional<Language> language_of(const std::string& code, std::string_view text) {
  return code == "auto" ? detect_language(text) : parse_language(code);
}

// A context as given; prints what is wrong with it. `where`: before the message.
std::optional<CiteContext> context_of(const std::string& language, const std::string& place,
                                      const std::string& date, std::string_view text,
                                      const std::string& where) {
  CiteContext out;
  const auto known = language_of(language, text);
  const auto here = place_of(place);
  const auto day = date.empty() ? std::optional<Date>(Date()) : Date::parse(date);
  if (!known) complain(where + "language \"" + language + "\" is none of en, fr, nl, de, auto");
  if (!here) complain(where + "context \"" + place + "\" is no place of the law");
  if (!day) complain(where + "date \"" + date + "\" is no date; write YYYY-MM-DD");
  if (!known || !here || !day) return std::nullopt;
  out.language = *known;
  out.place = *here;
  out.date = *day;
  return out;
}

// Paragraph by paragraph, so that short names and antecedents carry on.
CitedText cite_document(std::string_view text, const CiteContext& context) {
  CitedText out{text, context.language, {}};
  ReadingState state;
  for (const std::string_view paragraph : paragraphs(text)) {
    const std::size_t from = out.found.references.size();
    extract_citations(paragraph, context, state, out.found);
    const auto by = static_cast<std::uint32_t>(paragraph.data() - text.data());
    for (std::size_t i = from; i < out.found.references.size(); ++i) {
      Reference& r = out.found.references[i];
      r.begin += by, r.end += by, r.phrase_begin += by, r.phrase_end += by;
    }
  }
  return out;
}

std::string keys(std::span<const Citation> places) {
  std::string out;
  for (const Citation& place : places) out += (out.empty() ? "" : ", ") + std::string(place.key());
  return out;
}

std::string status_text(const CitedText& cited, const Reference& r, const Corpus* law) {
  std::string out(to_text(r.status));
  if (!r.target && r.candidate_count > 0) out += ": " + keys(cited.found.candidates_of(r));
  const std::string_view words = cited.text.substr(r.begin, r.end - r.begin);
  const auto known = resolved(law, r, words);
  if (!known) return out;
  out += ", " + std::string(name_of(known->outcome));
  if (!known->reason.empty()) out += ": " + known->reason;
  if (!known->suggestions.empty()) out += "; did you mean " + keys(known->suggestions) + "?";
  return out;
}

std::string cited_table(const CitedText& cited, const Corpus* law) {
  Table table({"at", "text", "target", "status"});
  Positions positions(cited.text);
  for (const Reference& r : cited.found.references) {
    std::string words = valid_utf8(cited.text.substr(r.begin, r.end - r.begin));
    for (char& c : words)
      if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    table.add({positions.of(r.begin), words, target_text(r), status_text(cited, r, law)});
  }
  return table.to_text(terminal_width());
}

int cite_text(const CiteOptions& options, Input& input, const Corpus* law) {
  const std::string text(std::istreambuf_iterator<char>(input.stream()), {});
  const auto context = context_of(options.language, options.context, options.date, text, "");
  if (!context) return bad_input;
  const CitedText cited = cite_document(text, *context);
  const bool none = cited.found.references.empty();
  if (options.format == CiteFormat::json)
    print(dumped(cited_json(cited, law)) + "\n");
  else if (options.format == CiteFormat::html)
    print(cited_html(cited, law));
  else if (!none)
    print(cited_table(cited, law));
  return none ? empty_answer : answered;
}

std::vector<LintFinding> lint_document(std::string_view text, const CiteContext& context) {
  std::vector<LintFinding> out;
  ReadingState state;
  for (const std::string_view paragraph : paragraphs(text)) {
    const auto by = static_cast<std::uint32_t>(paragraph.data() - text.data());
    for (LintFinding& finding : lint_citations(paragraph, context, state)) {
      finding.begin += by, finding.end += by;
      out.push_back(std::move(finding));
    }
  }
  return out;
}

std::string lint_table(std::string_view text, const std::vector<LintFinding>& findings) {
  Table table({"at", "rule", "written", "should be"});
  Positions positions(text);
  for (const LintFinding& f : findings)
    table.add({positions.of(f.begin), f.rule_text(), valid_utf8(f.written),
               valid_utf8(f.advice) + " (" + f.reason + (f.has_fix ? ")" : "; not mended)")});
  return table.to_text(terminal_width());
}

int lint_text(const CiteOptions& options, Input& input) {
  const std::string text(std::istreambuf_iterator<char>(input.stream()), {});
  const auto context = context_of(options.language, options.context, options.date, text, "");
  if (!context) return bad_input;
  const std::vector<LintFinding> findings = lint_document(text, *context);
  if (options.fix)
    print(apply_fixes(text, findings));
  else if (options.format == CiteFormat::json)
    print(dumped(lint_json(findings)) + "\n");
  else if (!findings.empty())
    print(lint_table(text, findings));
  return findings.empty() ? empty_answer : answered;
}

// A member that is a string or absent; otherwise says so and gives nothing.
std::optional<std::string> member(const Json& line, const char* name, const std::string& otherwise,
                                  const std::string& where) {
  if (!line.contains(name) || line[name].is_null()) return otherwise;
  if (line[name].is_string()) return line[name].get<std::string>();
  complain(where + "\"" + name + "\" is not a string");
  return std::nullopt;
}

// The answer to one line; nothing if it is wrong.
std::optional<Json> cite_line(const CiteOptions& options, const std::string& raw,
                              const std::string& where, const Corpus* law, bool& found) {
  Json line;
  try {
    line = Json::parse(valid_utf8(raw));
  } catch (const Json::exception& error) {
    const std::string_view what = error.what();  // "[json.exception...] parse error at ..."
    complain(where + std::string(what.substr(what.find("] ") + 2)));
    return std::nullopt;
  }
  if (!line.is_object() || !line.contains("text")) {
    complain(where + "expected an object with a member \"text\"");
    return std::nullopt;
  }
  const auto text = member(line, "text", "", where);
  const auto language = member(line, "lang", options.language, where);
  const auto place = member(line, "context", options.context, where);
  const auto date = member(line, "date", options.date, where);
  if (!text || !language || !place || !date) return std::nullopt;
  const auto context = context_of(*language, *place, *date, *text, where);
  if (!context) return std::nullopt;
  const CitedText cited{*text, context->language, extract_citations(*text, *context)};
  found = found || !cited.found.references.empty();
  Json out;
  out["id"] = line.contains("id") ? line["id"] : Json(nullptr);
  out.update(cited_json(cited, law));
  return out;
}

int cite_lines(const CiteOptions& options, Input& input, const Corpus* law) {
  bool found = false, wrong = false;
  std::string line;
  for (std::size_t number = 1; std::getline(input.stream(), line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string where = input.name() + ":" + std::to_string(number) + ": ";
    const auto answer = cite_line(options, line, where, law, found);
    wrong = wrong || !answer;
    if (answer) print(dumped(*answer) + "\n");
  }
  return wrong ? bad_input : found ? answered : empty_answer;
}

}  // namespace

int run_cite(const Options& common, const CiteOptions& options) {
  Input input(options.file);
  if (!input.good()) return bad_input;
  if (options.lint || options.fix) return lint_text(options, input);
  std::optional<Corpus> law;
  if (options.check && !(law = open_law(common))) return bad_input;
  const Corpus* known = law ? &*law : nullptr;
  return options.jsonl ? cite_lines(options, input, known) : cite_text(options, input, known);
}

}  // namespace acquis::tool
