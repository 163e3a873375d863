// The command as its user runs it.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace tool_tests {

struct Outcome {
  int exit = -1;
  std::string out;
  std::string err;
};

inline std::string quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

inline std::string read(std::FILE* pipe) {
  std::string text;
  std::array<char, 4096> block{};
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    text.append(block.data(), n);
  return text;
}

inline Outcome acquis(const std::vector<std::string>& words) {
  const std::string errors =
      ::testing::TempDir() + "acquis_tool_errors_" + std::to_string(getpid());
  std::string line = ACQUIS_TOOL;
  for (const std::string& word : words) line += " " + quoted(word);
  std::FILE* pipe = popen((line + " 2>" + errors).c_str(), "r");
  Outcome run;
  run.out = read(pipe);
  run.exit = WEXITSTATUS(pclose(pipe));
  std::ifstream in(errors);
  run.err.assign(std::istreambuf_iterator<char>(in), {});
  return run;
}

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace tool_tests
