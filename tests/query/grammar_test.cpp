// schemas/query.ebnf against the parser.
#include <gtest/gtest.h>

#include <iterator>
#include <regex>
#include <sstream>

#include "acquis/id/date.hpp"
#include "acquis/query/parse.hpp"
#include "query/functions.hpp"
#include "support/ebnf.hpp"
#include "support/samples.hpp"

namespace acquis {
namespace {

using testing::Ebnf;

const Ebnf& grammar() {
  static const std::string digits = "0123456789";
  static const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static const Ebnf out(testing::read_whole(std::string(ACQUIS_ROOT) + "/schemas/query.ebnf"),
                        {"name", "word", "celex", "quoted", "date", "number", "kinds", "kind"},
                        {{"digit", digits},
                         {"letter", letters},
                         {"character", letters + digits + " /:.,()<>=+^-*_|{}[]~?!"}});
  return out;
}

bool parses(const std::string& text) { return parse_query(text).ok(); }

// What the grammar says in words and not in rules: days that exist, numbers that fit, bounds of
// repetition in order, the end of a word before an arrow, expressions of RE2, the bound on nesting.
bool beyond_grammar(const std::string& text) {
  static const std::regex bounds(R"(\{\s*(\d+)\s*,\s*(\d+)\s*\})"), repeated(R"(\{\s*(\d+))"),
      day(R"(\d{4}-\d\d-\d\d)"), number(R"(\d{10,})"), pattern(R"(label\s*\()");
  std::smatch match;
  if (std::regex_search(text, match, number) || std::regex_search(text, match, pattern))
    return true;
  if (text.find("->") != std::string::npos && text.find(" -> ") == std::string::npos) return true;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), day); at != std::sregex_iterator();
       ++at)
    if (!Date::parse(at->str())) return true;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), bounds);
       at != std::sregex_iterator(); ++at)
    if (std::stol(at->str(1)) > std::stol(at->str(2)) || std::stol(at->str(2)) > 20) return true;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), repeated);
       at != std::sregex_iterator(); ++at)
    if (std::stol(at->str(1)) > 20) return true;
  return false;
}

TEST(Grammar, IsWholeAndNamesTheFunctionsOfTheParser) {
  EXPECT_EQ(grammar().undefined(), std::set<std::string>{});
  const auto literals = grammar().literals();
  const auto knows = [&](std::string_view word) {
    EXPECT_EQ(literals.count(std::string(word)), 1u) << word;
  };
  for (const auto& signature : detail::signatures()) knows(signature.name);
  for (const auto param : {detail::Param::node_class, detail::Param::edge_kinds,
                           detail::Param::status, detail::Param::sort_key})
    for (const auto word : detail::words_of(param)) knows(word);
}

TEST(GrammarProperty, ItsSentencesParse) {
  std::mt19937 random(7);
  std::size_t tried = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = grammar().sentence("query", random, 7);
    if (beyond_grammar(text) || text.size() > 2000) continue;
    ++tried;
    Diagnostics problems;
    EXPECT_TRUE(parse_query(text, &problems).ok())
        << text << "\n"
        << problems.front().column << ": " << problems.front().message;
  }
  EXPECT_GT(tried, 1000u);
}

// Sentences with one token lost, doubled or put elsewhere: both say the same of each.
TEST(GrammarProperty, ParserAndGrammarRefuseTheSame) {
  std::mt19937 random(11);
  std::size_t taken = 0, refused = 0;
  for (int i = 0; i < 2500; ++i) {
    std::istringstream in(grammar().sentence("query", random, 5));
    std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
    const std::size_t at = random() % words.size();
    const std::size_t other = random() % words.size();
    if (random() % 3 == 0)
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(at));
    else if (random() % 2 == 0)
      std::swap(words[at], words[other]);
    else
      words.insert(words.begin() + static_cast<std::ptrdiff_t>(at), words[other]);
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    if (beyond_grammar(text) || text.size() > 300) continue;
    // Quotation marks around words that are not sets are left to the comment of the grammar.
    const bool grammatical = grammar().recognises("query", text);
    EXPECT_EQ(parses(text), grammatical) << text;
    ++(grammatical ? taken : refused);
  }
  EXPECT_GT(taken, 100u);
  EXPECT_GT(refused, 300u);
}

}  // namespace
}  // namespace acquis
