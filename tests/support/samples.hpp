// The sample files of a folder below tests/.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace acquis::testing {

struct Sample {
  std::string path;
  std::string name;
  std::string text;
};

inline std::string read_whole(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline std::vector<Sample> samples(const std::filesystem::path& folder) {
  std::vector<Sample> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.is_regular_file())
      out.push_back(
          {entry.path().string(), entry.path().filename().string(), read_whole(entry.path())});
  std::sort(out.begin(), out.end(),
            [](const Sample& a, const Sample& b) { return a.name < b.name; });
  return out;
}

}  // namespace acquis::testing
