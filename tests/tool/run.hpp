// Runs the command as its user does.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace acquis::testing {

struct Outcome {
  int exit = -1;
  std::string out;
  std::string err;
};

inline std::string shell_quoted(const std::string& word) {
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

inline Outcome acquis(const std::vector<std::string>& words) {
  const std::string errors =
      ::testing::TempDir() + "acquis_tool_errors_" + std::to_string(getpid());
  std::string line = ACQUIS_TOOL;
  for (const std::string& word : words) line += " " + shell_quoted(word);
  std::FILE* pipe = popen((line + " 2>" + errors).c_str(), "r");
  Outcome run;
  std::array<char, 4096> block{};
  for (std::size_t n = 0; (n = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
    run.out.append(block.data(), n);
  run.exit = WEXITSTATUS(pclose(pipe));
  std::ifstream in(errors);
  run.err.assign(std::istreambuf_iterator<char>(in), {});
  return run;
}

inline bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// A file of this test's own.
inline std::string file_with(const std::string& name, std::string_view text) {
  const auto path = std::filesystem::path(::testing::TempDir()) /
                    ("acquis_" + std::to_string(getpid()) + "_" + name);
  std::ofstream(path, std::ios::binary) << text;
  return path.string();
}

}  // namespace acquis::testing
