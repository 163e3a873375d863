// The ten questions of examples/: each program says what its line of the query language says.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

std::string output_of(const std::string& command, int& status) {
  std::FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    text.append(block.data(), n);
  status = pclose(pipe);
  return text;
}

TEST(TenQuestions, ProgramsAndQueriesAgree) {
  int status = -1;
  const std::string answers = output_of(
      std::string(ACQUIS_TOOL) + " ask " + ACQUIS_ROOT + "/examples/questions.txt --format json",
      status);
  EXPECT_EQ(status, 0) << answers;
  const auto json = nlohmann::json::parse(answers);
  std::istringstream programs(ACQUIS_QUESTIONS);
  std::string program;
  std::size_t asked = 0, answered = 0;
  while (std::getline(programs, program, ',')) {
    ASSERT_LT(asked, json.size());
    const auto& question = json[asked++];
    std::istringstream lines(output_of(program, status));
    EXPECT_EQ(status, 0) << program;
    std::set<std::string> printed, wanted;
    for (std::string line; std::getline(lines, line);) printed.insert(line);
    for (const auto& key : question["answer"]) wanted.insert(key.get<std::string>());
    EXPECT_EQ(printed, wanted) << program;
    answered += !wanted.empty();
  }
  EXPECT_EQ(asked, 10u);
  EXPECT_EQ(json.size(), 10u);
  EXPECT_GE(answered, 7u);
}

}  // namespace
