// What several subcommands share: the loaded corpus, sets by expression, answers on the terminal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/query/node_set.hpp"
#include "tool/options.hpp"
#include "tool/table.hpp"

namespace acquis::tool {

struct Session {
  Corpus law;
  QueryOptions asked;
};
// What the options name; prints what is wrong and gives nothing if it is not there.
std::optional<Session> open_session(const Options& options);

// The day that the options name, or today.
Date day_of(const QueryOptions& asked);

// The members of an expression; prints what is wrong with it.
std::optional<NodeSet> set_of(const Session& session, const std::string& expression);
// The node that a key, a citation or a label names; prints what is wrong.
std::optional<NodeId> place_of(const Session& session, const std::string& word);
// Why one such node rests on another; prints what is wrong with either name.
std::optional<Explanation> explanation_of(const Session& session, const std::string& from,
                                          const std::string& to);
// A date of the command line; prints what is wrong.
std::optional<Date> date_of(std::string_view option, const std::string& text);
// A whole file; prints what is wrong.
std::optional<std::string> read_file(const std::string& path);

void print(std::string_view text);
void complain(const std::string& message);
// As a table, as CSV; nothing of an empty one but its head as CSV.
void print_table(const Options& options, const Table& table);
int print_nodes(const Options& options, const Corpus& law, const std::vector<NodeId>& nodes);
int print_answer(const Options& options, const Corpus& law, const Answer& answer);
int print_explanation(const Options& options, const Explanation& explanation);

// A table of links, behind columns of one's own.
Table links_table(std::vector<std::string> head);
void add_links(Table& table, const Corpus& law, const Chain& chain,
               const std::vector<std::string>& cells);

}  // namespace acquis::tool
