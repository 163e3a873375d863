#include "acquis/id/date.hpp"

#include <gtest/gtest.h>

namespace acquis {
namespace {

TEST(Date, ReadsExistingDaysOnly) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  for (const char* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-01", "24-01-01",
                           "2024-01-32", "2024-01-01 ", "0000-01-01", "2024/01/01", ""})
    EXPECT_FALSE(Date::parse(text)) << text;
}

TEST(Date, PrintsWhatItRead) {
  const auto iso = Date::parse("1957-03-25")->iso();
  EXPECT_EQ(std::string_view(iso.data(), iso.size()), "1957-03-25");
}

TEST(Interval, BothEndsBelong) {
  const Interval life{Date::from_ymd(2020, 7, 24), Date::from_ymd(2025, 12, 31)};
  EXPECT_TRUE(life.contains(Date::from_ymd(2020, 7, 24)));
  EXPECT_TRUE(life.contains(Date::from_ymd(2025, 12, 31)));
  EXPECT_FALSE(life.contains(Date::from_ymd(2026, 1, 1)));
}

TEST(Interval, IntersectsOpenEnds) {
  const Interval a{Date::from_ymd(2000, 1, 1), {}};
  const Interval b{{}, Date::from_ymd(2001, 1, 1)};
  EXPECT_EQ(intersection(a, b), (Interval{Date::from_ymd(2000, 1, 1), Date::from_ymd(2001, 1, 1)}));
  EXPECT_TRUE(intersection(Interval{}, Interval{}).unbounded());
}

}  // namespace
}  // namespace acquis
