// What the command line says, common to all subcommands.
#pragma once

#include <string>
#include <vector>

#include "acquis/corpus/corpus.hpp"
#include "acquis/id/diagnostic.hpp"
#include "acquis/query/evaluate.hpp"

namespace acquis::tool {

enum class Format { table, json, csv };

// Exit codes of the command.
enum Exit : int { answered = 0, empty_answer = 1, bad_input = 2 };

struct Options {
  std::vector<std::string> corpora;  // names of shipped corpora or files; empty: all shipped
  std::string policy;
  std::string as_of;
  std::string evidence;
  Language language = Language::en;
  Format format = Format::table;
};

// Prints the problems on standard error (notes only if asked for).
void print_problems(const Diagnostics& problems, bool notes);

// The corpora that the options name; prints what is wrong and gives nothing if they do not load.
std::optional<Corpus> open_law(const Options& options);

// Policy, date and language for queries; prints what is wrong and gives nothing if they are not.
std::optional<QueryOptions> query_options(const Options& options);

// The subcommands; each gives the exit code.
int run_query(const Options& options, const std::string& expression);
int run_why(const Options& options, const std::string& from, const std::string& to);
int run_show(const Options& options, const std::string& word);
int run_corpora(const Options& options);
int run_snapshot(const Options& options, const std::string& path);
int run_check(const Options& options, const std::vector<std::string>& files);

}  // namespace acquis::tool
