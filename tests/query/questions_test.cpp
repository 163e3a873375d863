#include "acquis/query/questions.hpp"

#include <gtest/gtest.h>

#include "acquis/io/embedded.hpp"

namespace acquis {
namespace {

constexpr std::string_view file = R"(# The questions of a ministry.
[one article]
kind(article,
     TFEU/art_67 + TFEU/art_68)
expect 2
expect TFEU/art_68
expect TFEU/art_67

[number]
count(TFEU/art_67 + TFEU/art_68)
expect 2
[none]
TFEU/art_67 - TFEU/art_67
expect nothing
[wrong]
TFEU/art_67
expect nothing
[chain]
32024R1348 -> TFEU/art_78
expect something
[misspelt]
kind(article,
  rest_on(TFEU))
[free]
TFEU/art_67
)";

TEST(Questions, AreReadAskedAndCompared) {
  const Corpus law = load_embedded();
  Diagnostics problems;
  const auto questions = parse_questions(file, "q.txt", problems);
  EXPECT_TRUE(problems.empty());
  ASSERT_EQ(questions.size(), 7u);
  std::string failed;
  for (const Question& q : questions)
    if (!is_expected(q, respond(law, q))) failed += q.name + ";";
  EXPECT_EQ(failed, "wrong;misspelt;");
  EXPECT_EQ(questions[0].query, "kind(article,\nTFEU/art_67 + TFEU/art_68)");
  EXPECT_EQ(questions[0].line, 3u);
  const Response misspelt = respond(law, questions[5]);
  EXPECT_EQ(misspelt.problems.front().line, 2u);
  EXPECT_EQ(respond(law, questions[1]).count, 2u);
  const Response chain = respond(law, questions[4]);
  EXPECT_EQ(chain.keys.front(), "32024R1348");
  EXPECT_EQ(chain.keys.back(), "TFEU/art_78");
}

TEST(Questions, WhatCannotBeReadIsReportedWithItsLine) {
  Diagnostics problems;
  const auto questions =
      parse_questions("TFEU\n[a]\nTFEU\nexpect \n[b]\n[a]\nTFEU\n[c\n[d]\n", "q.txt", problems);
  EXPECT_EQ(questions.size(), 2u);
  std::string lines;
  for (const Diagnostic& d : problems) lines += std::to_string(d.line) + " " + d.message + "\n";
  EXPECT_EQ(lines,
            "1 a question begins with its name in brackets\n"
            "6 this question has no query\n"
            "6 two questions have this name\n"
            "8 a name ends with ]\n"
            "9 this question has no query\n");
}

}  // namespace
}  // namespace acquis
