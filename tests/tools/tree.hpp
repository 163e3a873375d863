// What the programs that test the tree share: its files, and C++ text without comments and strings.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace tree {

namespace fs = std::filesystem;

inline std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> lines(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = (std::min)(text.find('\n'), text.size());
    out.emplace_back(text.substr(0, end));
    text.remove_prefix((std::min)(end + 1, text.size()));
  }
  return out;
}

inline bool is_cpp(std::string_view path) {
  return path.ends_with(".cpp") || path.ends_with(".hpp");
}

// Every file below the parts of the tree that are ours, relative to the root, sorted.
inline std::vector<std::string> files(const fs::path& root) {
  std::vector<std::string> out;
  for (const char* part : {".ci", "include", "src", "schemas", "examples", "tests", "bench"}) {
    if (!fs::exists(root / part)) continue;
    for (const auto& entry : fs::recursive_directory_iterator(root / part))
      if (entry.is_regular_file()) out.push_back(fs::relative(entry.path(), root).generic_string());
  }
  for (const auto& entry : fs::directory_iterator(root)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name != ".git") out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The same text with comments and the insides of literals blanked; lines stay where they are.
inline std::string code_only(std::string_view text) {
  std::string out(text);
  enum class In { code, line, block, string, character, raw } in = In::code;
  std::string raw_end;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    switch (in) {
      case In::code:
        if (rest.starts_with("//")) in = In::line;
        if (rest.starts_with("/*")) in = In::block;
        if (rest.starts_with("R\"")) {
          in = In::raw;
          raw_end = ")" + std::string(rest.substr(2, rest.find('(') - 2)) + "\"";
        } else if (c == '"') {
          in = In::string;
        } else if (c == '\'' &&
                   (i == 0 || !std::isalnum(static_cast<unsigned char>(text[i - 1])))) {
          in = In::character;
        }
        if (in == In::line || in == In::block) out[i] = ' ';
        continue;
      case In::line:
        if (c == '\n') in = In::code;
        break;
      case In::block:
        if (rest.starts_with("*/")) {
          out[i] = out[i + 1] = ' ';
          ++i;
          in = In::code;
          continue;
        }
        break;
      case In::string:
      case In::character:
        if (c == '\\') {
          out[i] = ' ';
          if (i + 1 < out.size() && out[i + 1] != '\n') out[i + 1] = ' ';
          ++i;
          continue;
        }
        if (c == (in == In::string ? '"' : '\'')) {
          in = In::code;
          continue;
        }
        break;
      case In::raw:
        if (rest.starts_with(raw_end)) {
          i += raw_end.size() - 1;
          in = In::code;
          continue;
        }
        break;
    }
    if (c != '\n') out[i] = ' ';
  }
  return out;
}

// Collects what is wrong and says so at the end; the exit code of the program.
class Report {
 public:
  void fault(const std::string& file, std::size_t line, const std::string& what) {
    std::printf("%s:%zu: %s\n", file.c_str(), line, what.c_str());
    ++faults_;
  }
  void seen() { ++seen_; }
  int finish() const {
    std::printf("%zu files, %zu faults\n", seen_, faults_);
    return seen_ == 0 || faults_ != 0 ? 1 : 0;
  }

 private:
  std::size_t faults_ = 0;
  std::size_t seen_ = 0;
};

}  // namespace tree
