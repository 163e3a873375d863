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
const std::map<std::string, Format> format_names{{"table", Format::table},
                                                 {"json", Format::json},
                                                 {"csv", Format::csv},
                                                 {"dot", Format::dot},
                                                 {"sarif", Format::sarif}};

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
  app.add_option("--format", options.format, "table, json or csv; why: dot; check: sarif")
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
      ->transform(one_of(cite_formats))
      ->type_name("TEXT");
  cite.add_flag("--jsonl", options.jsonl,
                "lines of JSON in and out: {\"id\",\"lang\",\"context\",\"text\"}");
  cite.add_flag("--lint", options.lint,
                "say which citations the Interinstitutional Style Guide would write otherwise");
  cite.add_flag("--fix", options.fix, "print the text with those citations mended");
  cite.add_flag("--check", options.check, "say which targets the corpora have, and suggest others");
}

// The subcommands, and what they read from the command line.
class Commands {
 public:
  Commands(CLI::App& app, Options& options) : app_(app), options_(options) {
    add_questions();
    add_reports();
    add_comparisons();
    add_care();
    add_files();
    add_citations();
  }
  int exit() const noexcept { return exit_; }

 private:
  template <typename Run>
  CLI::App& add(const char* name, const char* text, Run run) {
    CLI::App* command = app_.add_subcommand(name, text);
    command->callback([this, run] { exit_ = run(); });
    return *command;
  }

  void add_questions() {
    CLI::App& query = add("query", "answer an expression of the query language",
                          [this] { return run_query(options_, first_, plan_); });
    query.add_option("EXPR", first_, "for example: kind(priority, rests_on(\"Article 67 TFEU\"))")
        ->required();
    query.add_flag("--plan", plan_, "how it runs, step by step, instead of the answer");

    CLI::App& why = add("why", "explain why A rests on B, link by link",
                        [this] { return run_why(options_, why_); });
    add_pair(why, why_.from, why_.to);
    why.add_option("-k,--chains", why_.chains, "the best so many chains, and what all chains share")
        ->check(CLI::PositiveNumber);
    why.add_option("--max-links", why_.max_links, "no chain longer than this")
        ->check(CLI::PositiveNumber);

    CLI::App& why_not = add("why-not", "what would have to be admitted for A to rest on B",
                            [this] { return run_why_not(options_, first_, second_); });
    add_pair(why_not, first_, second_);

    CLI::App& show =
        add("show", "everything about one node", [this] { return run_show(options_, first_); });
    show.add_option("KEY", first_, "a key, a citation or a label")->required();
    add("corpora", "list the corpora", [this] { return run_corpora(options_); });
  }

  static void add_pair(CLI::App& command, std::string& a, std::string& b) {
    command.add_option("A", a, "a key, a citation or a label")->required();
    command.add_option("B", b, "a key, a citation or a label")->required();
  }

  void add_reports() {
    CLI::App& coverage = add("coverage", "who rests on each place of a scope, and how",
                             [this] { return run_coverage(options_, first_, second_); });
    CLI::App& matrix = add("matrix", "the traceability matrix of a scope, as CSV",
                           [this] { return run_matrix(options_, first_, second_); });
    for (CLI::App* command : {&coverage, &matrix}) {
      command->add_option("SCOPE", first_, "an expression: the places")->required();
      command->add_option("ASKERS", second_,
                          "an expression: who may rest on them "
                          "(default: every priority)");
    }
    CLI::App& impact = add("impact", "everything that rests on a set, by distance",
                           [this] { return run_impact(options_, first_); });
    impact.add_option("EXPR", first_, "an expression: what changes")->required();
    CLI::App& stats = add("stats", "counts, and the structure of the law",
                          [this] { return run_stats(options_, top_); });
    stats.add_option("--top", top_, "entries of each ranking");
  }

  void add_comparisons() {
    CLI::App& diff = add("diff", "what changed from one corpus to another (1: something)",
                         [this] { return run_diff(options_, first_, second_, third_); });
    diff.add_option("OLD", first_, "a corpus file, or the name of a shipped corpus")->required();
    diff.add_option("NEW", second_, "a corpus file, or the name of a shipped corpus")->required();
    diff.add_option("--questions", third_, "a file of questions whose answers are compared");
    CLI::App& timeline = add("timeline", "when an answer changed, and because of what",
                             [this] { return run_timeline(options_, first_, from_, to_); });
    timeline.add_option("EXPR", first_, "an expression")->required();
    timeline.add_option("--from", from_, "the first day (YYYY-MM-DD)")->required();
    timeline.add_option("--to", to_, "the last day (default: today)");
    CLI::App& ask = add("ask", "the questions of a file, and whether the answers are as expected",
                        [this] { return run_ask(options_, first_); });
    ask.add_option("FILE", first_, "questions: [name], a query, expect ...")->required();
  }

  void add_care() {
    CLI::App& check = add("check", "report every problem of corpus files, or of the shipped ones",
                          [this] { return run_check(options_, check_); });
    check.add_option("FILE", check_.files, "corpus files");
    check.add_option("--fail-on", check_.fail_on, "exit with 1 on: note, warning, error (default)");
    check.add_flag("--notes", check_.notes, "show notes too");
    check.add_flag("--rules", check_.rules, "list the rules");
    CLI::App& review = add("review", "mark the links at KEY in a file as reviewed today",
                           [this] { return run_review(options_, first_, second_); });
    review.add_option("KEY", first_, "where the links begin or end")->required();
    review.add_option("FILE", second_, "the corpus file, which is rewritten")->required();
  }

  void add_files() {
    CLI::App& snapshot = add("snapshot", "write a corpus as a file that opens at once",
                             [this] { return run_snapshot(options_, first_); });
    snapshot.add_option("-o,--output", first_, "the file, by custom FILE.acq")->required();
  }

  void add_citations() {
    add_cite_options(
        add("cite", "find the references in a text", [this] { return run_cite(options_, cite_); }),
        cite_);
    CLI::App& key =
        add("key", "all identifiers of one citation", [this] { return run_key(options_, first_); });
    key.add_option("TEXT", first_, "for example: \"Article 77(2), point (b), TFEU\"")->required();
  }

  CLI::App& app_;
  Options& options_;
  int exit_ = bad_input;
  std::string first_, second_, third_, from_, to_;
  std::size_t top_ = 10;
  bool plan_ = false;
  WhyOptions why_;
  CheckOptions check_;
  CiteOptions cite_;
};

int run(int argc, char** argv) {
  CLI::App app{"Which policy priorities rest on which provisions of Union law, and why."};
  app.set_version_flag("--version", version);
  app.require_subcommand(1);
  app.fallthrough();

  Options options;
  add_options(app, options);
  Commands commands(app, options);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? answered : bad_input;
  }
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return commands.exit();
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
