// The answers in README.md are those of the programs: every ```console block is run again.
// With ACQUIS_UPDATE_README=1 in the environment the file is rewritten from the run.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

namespace {

std::string output_of(const std::string& command) {
  std::FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    text.append(block.data(), n);
  pclose(pipe);
  return text;
}

// What stands behind "$ " as a reader types it, with the programs of this build.
std::string runnable(std::string line) {
  for (const auto& [name, program] :
       {std::pair<std::string, std::string>{"acquis ", ACQUIS_TOOL " "},
        {"./examples/run ", ACQUIS_WHICH_PRIORITIES " "}})
    if (line.rfind(name, 0) == 0) return program + line.substr(name.size());
  return "false";
}

std::string read_readme() {
  std::ifstream in(ACQUIS_README);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The README with the output of every console block taken from a run.
std::string renewed(const std::string& readme, std::size_t& commands) {
  std::istringstream in(readme);
  std::string out, line;
  bool inside = false;
  while (std::getline(in, line)) {
    if (inside && line != "```" && line.rfind("$ ", 0) != 0) continue;
    if (line.rfind("```", 0) == 0) inside = line == "```console";
    out += line + "\n";
    if (!inside || line.rfind("$ ", 0) != 0) continue;
    ++commands;
    std::string answer = output_of(runnable(line.substr(2)));
    while (answer.size() > 1 && answer.substr(answer.size() - 2) == "\n\n") answer.pop_back();
    out += answer;
  }
  return out;
}

TEST(Readme, ShowsWhatTheProgramsPrint) {
  const std::string readme = read_readme();
  std::size_t commands = 0;
  const std::string expected = renewed(readme, commands);
  if (std::getenv("ACQUIS_UPDATE_README") != nullptr) std::ofstream(ACQUIS_README) << expected;
  EXPECT_GE(commands, 4u);
  EXPECT_EQ(readme, expected) << "run with ACQUIS_UPDATE_README=1 to renew README.md";
}

}  // namespace
