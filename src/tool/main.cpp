// The command acquis: reads the command line; each subcommand is a function of tool/options.hpp.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>

#include "acquis/version.hpp"
#include "tool/cite.hpp"
#include "tool/options.hpp"

namespace acquis::tool {
namespace {

#define ACQUIS_TEXT_(x) #x
#define ACQUIS_TEXT(x) ACQUIS_TEXT_(x)
constexpr const char* version = "acquis " ACQUIS_TEXT(ACQUIS_VERSION_MAJOR) "." ACQUIS_TEXT(
    ACQUIS_VERSION_MINOR) "." ACQUIS_TEXT(ACQUIS_VERSION_PATCH);
#undef ACQUIS_TEXT
#undef ACQUIS_TEXT_

const std::map<std::string, Language> language_names{
    {"en", Language::en}, {"nl", Language::nl}, {"fr", Language::fr}, {"de", Language::de}};
const std::map<std::string, Format> format_names{
    {"table", Format::table}, {"json", Format::json}, {"csv", Format::csv}};

// The value that a word stands for. (The help of CLI::CheckedTransformer would show the values.)
template <typename Value>
CLI::Validator one_of(const std::map<std::string, Value>& names) {
  const auto transform = [&names](std::string& word) -> std::string {
    const auto found = names.find(word);
    if (found == names.end()) {
      std::string known;
      for (const auto& [name, value] : names) known += (known.empty() ? "" : ", ") + name;
      return "\"" + word + "\" is none of " + known;
    }
    word = std::to_string(static_cast<int>(found->second));
    return {};
  };
  return CLI::Validator(transform, "");
}

void add_options(CLI::App& app, Options& options) {
  app.add_option("--corpus", options.corpora,
                 "a corpus file, or the name of a shipped corpus; may be repeated (default: all "
                 "shipped)")
      ->allow_extra_args(false);
  app.add_option("--policy", options.policy,
                 "which links count: edge kinds, stated|derived|editorial, exact|broad, a date; "
                 "joined by commas");
  app.add_option("--as-of", options.as_of, "only what exists and holds on that day (YYYY-MM-DD)");
  app.add_option("--evidence", options.evidence, "the least evidence: stated, derived, editorial");
  app.add_option("--lang", options.language, "en, nl, fr or de")
      ->transform(one_of(language_names))
      ->type_name("TEXT");
  app.add_option("--format", options.format, "table, json or csv")
      ->transform(one_of(format_names))
      ->type_name("TEXT");
}

const std::map<std::string, CiteFormat> cite_formats{
    {"table", CiteFormat::table}, {"json", CiteFormat::json}, {"html", CiteFormat::html}};

void add_cite_options(CLI::App& cite, CiteOptions& options) {
  cite.add_option("FILE", options.file, "UTF-8 text; standard input if left out or -");
  cite.add_option("--context", options.context,
                  "where the text stands: a key or a citation, such as 32016R0399/art_5/par_1");
  cite.add_option("--lang", options.language, "en, nl, fr, de or auto")
      ->check(CLI::IsMember({"en", "nl", "fr", "de", "auto"}));
  cite.add_option("--date", options.date, "the day of the citing text (YYYY-MM-DD)");
  cite.add_option("--format", options.format, "table, json or html")
      ->transform(CLI::CheckedTransformer(cite_formats));
  cite.add_flag("--jsonl", options.jsonl,
                "lines of JSON in and out: {\"id\",\"lang\",\"context\",\"text\"}");
  cite.add_flag("--lint", options.lint,
                "say which citations the Interinstitutional Style Guide would write otherwise");
  cite.add_flag("--fix", options.fix, "print the text with those citations mended");
  cite.add_flag("--check", options.check, "say which targets the corpora have, and suggest others");
}

int run(int argc, char** argv) {
  CLI::App app{"Which policy priorities rest on which provisions of Union law, and why."};
  app.set_version_flag("--version", version);
  app.require_subcommand(1);
  app.fallthrough();

  Options options;
  add_options(app, options);
  int exit = bad_input;
  std::string first, second;
  std::vector<std::string> files;

  CLI::App* query = app.add_subcommand("query", "answer an expression of the query language");
  query->add_option("EXPR", first, "for example: kind(priority, rests_on(\"Article 67 TFEU\"))")
      ->required();
  query->callback([&] { exit = run_query(options, first); });

  CLI::App* why = app.add_subcommand("why", "explain why A rests on B, link by link");
  why->add_option("A", first, "a key, a citation or a label")->required();
  why->add_option("B", second, "a key, a citation or a label")->required();
  why->callback([&] { exit = run_why(options, first, second); });

  CLI::App* show = app.add_subcommand("show", "everything about one node");
  show->add_option("KEY", first, "a key, a citation or a label")->required();
  show->callback([&] { exit = run_show(options, first); });

  CLI::App* corpora = app.add_subcommand("corpora", "list the corpora");
  corpora->callback([&] { exit = run_corpora(options); });

  CLI::App* check = app.add_subcommand("check", "report every problem of corpus files");
  check->add_option("FILE", files, "corpus files")->required();
  check->callback([&] { exit = run_check(options, files); });

  CiteOptions cite_options;
  CLI::App* cite = app.add_subcommand("cite", "find the references in a text");
  add_cite_options(*cite, cite_options);
  cite->callback([&] { exit = run_cite(options, cite_options); });

  CLI::App* key = app.add_subcommand("key", "all identifiers of one citation");
  key->add_option("TEXT", first, "for example: \"Article 77(2), point (b), TFEU\"")->required();
  key->callback([&] { exit = run_key(options, first); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? answered : bad_input;
  }
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit;
  std::fputs("acquis: the answer could not be written\n", stderr);
  return bad_input;
}

}  // namespace
}  // namespace acquis::tool

int main(int argc, char** argv) try {
  return acquis::tool::run(argc, argv);
} catch (const std::exception& error) {  // memory that is not there, an option declared twice
  std::fprintf(stderr, "acquis: %s\n", error.what());
  return acquis::tool::bad_input;
}
