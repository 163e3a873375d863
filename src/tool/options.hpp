// What the command line says, common to all subcommands.
#pragma once

#include <string>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/query/evaluate.hpp"

namespace acquis::tool {

enum class Format { table, json, csv, dot, sarif };

// Exit codes of the command. `check`, `ask` and `diff` are tests: 0 if all is well or the same, 1 if
// not.
enum Exit : int { answered = 0, empty_answer = 1, bad_input = 2 };
inline constexpr int passed = answered, failed = empty_answer;

struct Options {
  std::vector<std::string> corpora;  // names of shipped corpora or files; empty: all shipped
  std::string policy;
  std::string as_of;
  std::string evidence;
  Language language = Language::en;
  Format format = Format::table;
};

struct CiteOptions;  // tool/cite.hpp

// Prints the problems on standard error (notes only if asked for).
void print_problems(const Diagnostics& problems, bool notes);

// The corpora that the options name; prints what is wrong and gives nothing if they do not load.
std::optional<Corpus> open_law(const Options& options);

// Policy, date and language for queries; prints what is wrong and gives nothing if they are not.
std::optional<QueryOptions> query_options(const Options& options);

// The subcommands; each gives the exit code.
int run_query(const Options& options, const std::string& expression, bool plan);
int run_show(const Options& options, const std::string& word);
int run_corpora(const Options& options);
int run_snapshot(const Options& options, const std::string& path);

struct WhyOptions {
  std::string from, to;
  std::size_t chains = 1;  // the best ones that are listed
  std::size_t max_links = 12;
};
int run_why(const Options& options, const WhyOptions& why);
int run_why_not(const Options& options, const std::string& from, const std::string& to);

int run_coverage(const Options& options, const std::string& scope, const std::string& askers);
int run_matrix(const Options& options, const std::string& scope, const std::string& askers);
int run_impact(const Options& options, const std::string& expression);

// `questions`: a file of them, or empty.
int run_diff(const Options& options, const std::string& before, const std::string& after,
             const std::string& questions);
int run_timeline(const Options& options, const std::string& expression, const std::string& from,
                 const std::string& to);
int run_stats(const Options& options, std::size_t top);
int run_ask(const Options& options, const std::string& file);

struct CheckOptions {
  std::vector<std::string> files;
  std::string fail_on = "error";  // note, warning, error: what makes the check fail
  bool notes = false;             // shown in the text
  bool rules = false;             // list them, and check nothing
};
int run_check(const Options& options, const CheckOptions& check);
int run_review(const Options& options, const std::string& key, const std::string& file);

int run_cite(const Options& common, const CiteOptions& options);
int run_key(const Options& options, const std::string& text);

}  // namespace acquis::tool
