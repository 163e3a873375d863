// The command acquis: reads the command line; each subcommand is a function of tool/options.hpp.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <map>

#include "acquis/version.hpp"
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
      ->transform(CLI::CheckedTransformer(language_names));
  app.add_option("--format", options.format, "table, json or csv")
      ->transform(CLI::CheckedTransformer(format_names));
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

  CLI::App* snapshot =
      app.add_subcommand("snapshot", "write a corpus as a file that opens at once");
  snapshot->add_option("-o,--output", first, "the file, by custom FILE.acq")->required();
  snapshot->callback([&] { exit = run_snapshot(options, first); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? answered : bad_input;
  }
  return exit;
}

}  // namespace
}  // namespace acquis::tool

int main(int argc, char** argv) try {
  return acquis::tool::run(argc, argv);
} catch (const std::exception& error) {  // memory that is not there, an option declared twice
  std::fprintf(stderr, "acquis: %s\n", error.what());
  return acquis::tool::bad_input;
}
