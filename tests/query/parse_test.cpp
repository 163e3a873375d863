#include "acquis/query/parse.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <regex>
#include <set>

#include "query/functions.hpp"

namespace acquis {
namespace {

std::string canonical(std::string_view text) {
  const auto query = parse_query(text);
  return query.ok() ? format(*query) : "error";
}

TEST(Parse, SpellsQueriesCanonically) {
  EXPECT_EQ(canonical("kind( priority,rests_on('Article 67 TFEU') )"),
            "kind(priority, rests_on(\"Article 67 TFEU\"))");
  EXPECT_EQ(canonical("a + b ^ c - d"), "a union b intersect c except d");
  EXPECT_EQ(canonical("a union (b intersect c)"), "a union (b intersect c)");
  EXPECT_EQ(canonical("(a union b) intersect c"), "a union b intersect c");
  EXPECT_EQ(canonical("let x = rests_on(TFEU/art_78) in count(kind(article, cites(x)))"),
            "let x = rests_on(TFEU/art_78) in count(kind(article, cites(x)))");
  EXPECT_EQ(canonical("priority:be-pact->TFEU/art_67"), "priority:be-pact -> TFEU/art_67");
  EXPECT_EQ(canonical("42000A0922(01)"), "42000A0922(01)");
  EXPECT_EQ(canonical("in(legal_basis|cites, TFEU)"), "in(legal_basis|cites, TFEU)");
  EXPECT_EQ(canonical("all()"), "all()");
}

TEST(Parse, TheGrammarThatIsPublishedHasTheFunctionsOfTheParser) {
  std::ifstream file(std::string(ACQUIS_SOURCE_DIR) + "/schemas/query.ebnf");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::size_t from = text.find("\ncall "), to = text.find("\nclass ");
  ASSERT_NE(from, std::string::npos);
  ASSERT_NE(to, std::string::npos);
  const std::string call = text.substr(from, to - from);
  std::set<std::string, std::less<>> published, known;
  static const std::regex name("\"([a-z_]+)\"");
  for (std::sregex_iterator at(call.begin(), call.end(), name), end; at != end; ++at)
    published.insert((*at)[1]);
  for (const detail::Signature& signature : detail::signatures()) known.emplace(signature.name);
  for (const std::string_view key : detail::words_of(detail::Param::sort_key)) known.emplace(key);
  EXPECT_EQ(published, known);
}

struct Bad {
  const char* text;
  std::uint32_t column;
  const char* message;
  const char* hint;
};

TEST(Parse, ErrorsNamePlaceExpectationAndNearestWord) {
  for (const Bad& bad : {
           Bad{"", 1, "expected a word, a quoted citation or (, found the end", ""},
           Bad{"rest_on(TFEU)", 1, "no function is named rest_on", "did you mean rests_on?"},
           Bad{"rests_on(TFEU", 14, "expected ), found the end", ""},
           Bad{"a b", 3, "expected an operator or the end, found \"b\"", ""},
           Bad{"a union", 8, "expected a word, a quoted citation or (, found the end", ""},
           Bad{"kind(priorty, all())", 6,
               "expected a node kind, an instrument type or a level of provision, found "
               "\"priorty\"",
               "did you mean priority?"},
           Bad{"rests_on()", 10, "expected a set, found \")\"", ""},
           Bad{"rests_on(a, b)", 11, "expected ), found \",\"", ""},
           Bad{"as_of(2021-13-01, all())", 7, "expected a date (YYYY-MM-DD), found \"2021-13-01\"",
               ""},
           Bad{"\"Article 67", 1, "the quotation mark is never closed", ""},
           Bad{"a & b", 3, "this character has no meaning here", ""},
           Bad{"path(\"cites (amend)\", TFEU)", 14, "no step is named amend",
               "did you mean amends"},
           Bad{"path(\"cites{2,1}\", TFEU)", 17, "the second number is smaller", ""},
           Bad{"let x y", 7, "expected =, found \"y\"", ""},
       }) {
    SCOPED_TRACE(bad.text);
    Diagnostics problems;
    EXPECT_FALSE(parse_query(bad.text, &problems).ok());
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].column, bad.column);
    EXPECT_EQ(problems[0].line, 1u);
    EXPECT_EQ(problems[0].message.substr(0, std::string_view(bad.message).size()), bad.message);
    EXPECT_EQ(problems[0].hint.substr(0, std::string_view(bad.hint).size()), bad.hint);
  }
}

TEST(Parse, CountsLines) {
  Diagnostics problems;
  EXPECT_FALSE(parse_query("a union\n  nothing(b)", &problems).ok());
  EXPECT_EQ(problems[0].line, 2u);
  EXPECT_EQ(problems[0].column, 3u);
  EXPECT_EQ(problems[0].excerpt, "  nothing(b)");
}

TEST(Parse, NestingAndSizeAreBounded) {
  EXPECT_FALSE(parse_query(std::string(10000, '(')).ok());
  EXPECT_FALSE(parse_query(std::string(max_query_size + 1, 'a')).ok());
  std::string wide = "a";
  for (int i = 0; i < 5000; ++i) wide += " + a";
  EXPECT_TRUE(parse_query(wide).ok());
}

// A random tree, built as the parser builds one: children before parents, left to right.
class RandomQuery {
 public:
  explicit RandomQuery(unsigned seed) : random_(seed) {}
  Query make() {
    query_.root = expression(4);
    return query_;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  TermId add(Term term) {
    query_.terms.push_back(std::move(term));
    return static_cast<TermId>(query_.terms.size() - 1);
  }
  TermId word(std::string text) { return add({Term::Kind::word, 0, std::move(text), {}}); }

  TermId expression(int depth) {
    if (depth > 0 && below(8) == 0) {
      const TermId value = expression(depth - 1);
      const TermId body = expression(depth - 1);
      return add({Term::Kind::let, 0, "x", {value, body}});
    }
    if (depth > 0 && below(8) == 0) {
      const TermId from = set(depth - 1);
      const TermId to = set(depth - 1);
      return add({Term::Kind::arrow, 0, {}, {from, to}});
    }
    return set(depth);
  }
  TermId set(int depth) {
    TermId left = operand(depth);
    while (depth > 0 && below(3) == 0) {
      const TermId right = operand(depth - 1);
      constexpr Term::Kind kinds[]{Term::Kind::unite, Term::Kind::intersect, Term::Kind::subtract};
      left = add({kinds[below(3)], 0, {}, {left, right}});
    }
    return left;
  }
  TermId operand(int depth) {
    if (depth == 0 || below(3) == 0) {
      return below(2) ? word("TFEU/art_67") : add({Term::Kind::quoted, 0, "a \"b\" \\ c", {}});
    }
    if (below(3) == 0) return expression(depth - 1);
    const auto all = detail::signatures();
    const auto& signature = all[below(all.size())];
    std::vector<TermId> args;
    for (std::size_t i = 0; i < signature.arity(); ++i)
      args.push_back(argument(signature.params[i], depth - 1));
    return add({Term::Kind::call, 0, std::string(signature.name), std::move(args)});
  }
  TermId argument(detail::Param param, int depth) {
    using detail::Param;
    if (param == Param::set) return expression(depth);
    if (const auto words = detail::words_of(param); !words.empty())
      return word(std::string(words[below(words.size())]));
    if (param == Param::number) return word("7");
    if (param == Param::date) return word("2021-06-01");
    if (param == Param::path)
      return add({Term::Kind::quoted, 0, "~held_by (legal_basis | cites)+ part_of{1,2}", {}});
    return param == Param::open_date ? word("*") : word("BE");
  }

  std::mt19937 random_;
  Query query_;
};

TEST(ParseProperty, ReadsBackWhatFormatWrites) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const Query query = RandomQuery(seed).make();
    const auto back = parse_query(format(query));
    ASSERT_TRUE(back.ok()) << format(query) << "\n" << back.status();
    EXPECT_EQ(*back, query) << format(query);
  }
}

}  // namespace
}  // namespace acquis
