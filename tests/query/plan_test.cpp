// Plans: what is merged, what they say, and their budgets.
#include "query/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "acquis/io/embedded.hpp"
#include "acquis/query/build.hpp"
#include "acquis/query/evaluate.hpp"
#include "acquis/query/parse.hpp"

namespace acquis {
namespace {

class PlanTest : public ::testing::Test {
 protected:
  std::size_t steps_of(std::string_view text) {
    const auto plan = detail::make_plan(law, parse_query(text).value(), {});
    return std::get<detail::Plan>(plan).steps.size();
  }
  std::string error_of(const Query& query, const QueryOptions& options = {}) {
    const auto answer = evaluate(law, query, options);
    return answer.ok() ? "none" : std::string(answer.status().message());
  }
  static bool says(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  }
  const Corpus law = load_embedded();
};

TEST_F(PlanTest, EqualPartsRunOnce) {
  EXPECT_EQ(steps_of("rests_on(TFEU/art_67)"), 2u);
  EXPECT_EQ(steps_of("rests_on(TFEU/art_67) ^ kind(priority, rests_on(\"Article 67 TFEU\"))"), 4u);
  EXPECT_EQ(steps_of("let x = rests_on(TFEU/art_67) in x ^ x"), 3u);
  // Another policy is another question.
  EXPECT_EQ(steps_of("rests_on(TFEU/art_67) ^ stated(rests_on(TFEU/art_67))"), 4u);
  EXPECT_EQ(steps_of("as_of(2021-06-01, TFEU/art_67) ^ TFEU/art_67"), 3u);
}

TEST_F(PlanTest, ExplainShowsEachStepWithItsWork) {
  const auto text = explain_plan(
      law, parse_query("count(stated(kind(priority, rests_on(TFEU/art_67))))").value());
  ASSERT_TRUE(text.ok());
  EXPECT_TRUE(says(*text, "#0 TFEU/art_67: found by name; 1 members")) << *text;
  EXPECT_TRUE(says(*text, "#1 rests_on(#0): one search over links, at least stated; ")) << *text;
  EXPECT_TRUE(says(*text, "#2 kind(priority, #1): filter")) << *text;
  EXPECT_TRUE(says(*text, "  count")) << *text;
}

TEST_F(PlanTest, TheEndsOfAnArrowAreSoughtOnThatDayAndOnAnyOther) {
  const auto text =
      explain_plan(law, parse_query("priority:be-pact-adoption -> TFEU/art_67").value(),
                   {.policy = {.as_of = Date::from_ymd(2026, 11, 23)}});
  ASSERT_TRUE(text.ok());
  EXPECT_TRUE(says(*text, "#2 #0 or if empty #1: on that day, or on any; 1 members")) << *text;
  EXPECT_EQ(steps_of("priority:be-pact-adoption -> TFEU/art_67"), 2u);
}

TEST_F(PlanTest, AllRunsOnceWithItsBracketsOrWithout) { EXPECT_EQ(steps_of("all - all()"), 2u); }

TEST_F(PlanTest, TheMainQuestionIsAnsweredFromAnIndex) {
  Corpus indexed = load_embedded();
  ASSERT_TRUE(indexed.make_reach_index());
  const auto text_of = [&](std::string_view question) {
    return explain_plan(indexed, parse_query(question).value()).value();
  };
  const std::string_view line = "kind(priority, rests_on(#0)): reach index";
  const std::string question = "kind(priority, rests_on(TFEU/art_67))";
  EXPECT_TRUE(says(text_of(question), line)) << text_of(question);
  EXPECT_FALSE(says(text_of("stated(" + question + ")"), line)) << "the index is of another policy";
  const std::string several = "kind(priority, rests_on(TFEU/art_67 + TFEU/art_78))";
  EXPECT_TRUE(says(text_of(several), "kind(priority, rests_on(#2)): reach index"));
  EXPECT_EQ(ask(indexed, several)->nodes, ask(law, several)->nodes);
}

TEST_F(PlanTest, EveryBudgetIsAnErrorAndNoneCutsAnAnswer) {
  const build::Set all = build::all();
  EXPECT_EQ(error_of(all), "none");
  EXPECT_TRUE(says(error_of(all, {.max_steps = 10}), "more than 10 steps"));
  EXPECT_TRUE(says(error_of(all, {.max_results = 10}), "more than 10 members"));
  EXPECT_TRUE(says(error_of(all, {.max_members = 10}), "holds sets of more than 10 members"));
  EXPECT_EQ(error_of(build::limit(10, all), {.max_results = 10}), "none");
}

TEST_F(PlanTest, TimeIsBudgeted) {
  // Thousands of different searches, each small.
  std::string text = "all()";
  for (int year = 1000; year < 2200; ++year)
    text += " + as_of(" + std::to_string(year) + "-01-01, rests_on(all()))";
  const auto start = std::chrono::steady_clock::now();
  const std::string error = error_of(parse_query(text).value(), {.max_milliseconds = 20});
  EXPECT_TRUE(says(error, "longer than 20 milliseconds")) << error;
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(PlanTest, ATreeThatNoParserGaveIsCheckedAsWell) {
  EXPECT_TRUE(says(error_of({}), "the query is empty"));
  EXPECT_TRUE(says(error_of({{{Term::Kind::call, 0, "parts", {0}}}, 0}), "before its arguments"));
  EXPECT_TRUE(says(error_of({{{Term::Kind::call, 0, "party", {}}}, 0}), "no function is named"));
  EXPECT_TRUE(says(error_of({{{Term::Kind::call, 0, "parts", {}}}, 0}), "takes 1 arguments"));
  EXPECT_TRUE(says(error_of(build::path("cites (", "TFEU")), "expected a path"));
  EXPECT_TRUE(says(error_of(build::label("(")), "expected a regular expression"));
  EXPECT_TRUE(says(error_of(build::as_of({}, build::all())), "expected a date"));
  EXPECT_TRUE(says(error_of(build::count(build::chain("TFEU", "TEU"))), "-> gives a chain"));
  build::Set deep("TFEU");
  for (int i = 0; i < 1000; ++i) deep = build::parts(deep);
  EXPECT_TRUE(says(error_of(deep), "nested deeper"));
}

TEST_F(PlanTest, LabelsAreFoundByRegularExpression) {
  const auto keys = [&](std::string_view text) {
    std::string out;
    const auto answer = ask(law, text);
    EXPECT_TRUE(answer.ok()) << answer.status();
    for (const NodeId n : answer->nodes) out += law.key(n) + " ";
    return out;
  };
  std::string want;
  for (const NodeId n : law.graph().nodes())
    if (law.kind(n) == NodeKind::event &&
        std::any_of(languages.begin(), languages.end(), [&](Language l) {
          return law.label(n, l).find("COVID") != std::string_view::npos;
        }))
      want += law.key(n) + " ";
  EXPECT_FALSE(want.empty());
  EXPECT_EQ(keys("kind(event, label(COVID))"), want);
  EXPECT_EQ(keys("kind(event, label(\"(?i)covid-[0-9]+ \"))"), want);
  EXPECT_FALSE(ask(law, "label(\"(unclosed\")").ok());
}

}  // namespace
}  // namespace acquis
