// The corpora in the library are the files in src/corpora, byte for byte.
#include "io/embedded_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace acquis {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(EmbeddedFiles, AreTheFilesByteForByte) {
  const auto files = detail::embedded_files();
  ASSERT_FALSE(files.empty());
  for (const detail::EmbeddedFile& file : files) {
    const std::string text = read(std::filesystem::path(ACQUIS_CORPORA_DIR) / file.name += ".xml");
    ASSERT_FALSE(text.empty()) << file.name;
    EXPECT_TRUE(text == std::string(file.data, file.size)) << file.name;
    EXPECT_EQ(file.data[file.size], '\0');
  }
}

TEST(EmbeddedFiles, LeaveNoneOut) {
  const auto is_corpus = [](const auto& entry) { return entry.path().extension() == ".xml"; };
  const std::filesystem::directory_iterator all(ACQUIS_CORPORA_DIR);
  const auto count = std::count_if(begin(all), end(all), is_corpus);
  EXPECT_EQ(static_cast<std::size_t>(count), detail::embedded_files().size());
}

}  // namespace
}  // namespace acquis
