// Every diagnostic code of the sources is documented, and no other.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "support/samples.hpp"

namespace {

namespace fs = std::filesystem;

std::set<std::string> codes_in(const std::string& text) {
  static const std::regex code("ACQ[0-9]{4}");
  std::set<std::string> out;
  for (std::sregex_iterator at(text.begin(), text.end(), code), end; at != end; ++at)
    out.insert(at->str());
  return out;
}

TEST(Codes, AreAllDocumented) {
  std::set<std::string> used;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ACQUIS_ROOT) / "src"))
    if (entry.path().extension() == ".cpp")
      used.merge(codes_in(acquis::testing::read_whole(entry.path())));
  EXPECT_EQ(codes_in(acquis::testing::read_whole(fs::path(ACQUIS_ROOT) / "schemas/README.md")),
            used);
}

}  // namespace
