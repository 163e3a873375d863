#include "acquis/io/snapshot.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "acquis/graph/reach_index.hpp"
#include "acquis/graph/trace.hpp"
#include "acquis/io/embedded.hpp"
#include "acquis/io/load.hpp"
#include "support/same_corpus.hpp"

namespace acquis {
namespace {

class Snapshot : public ::testing::Test {
 protected:
  Snapshot() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = ::testing::TempDir() + "acquis_" + test->name() + std::to_string(::getpid()) + ".acq";
    law_.make_reach_index();
    law_.make_reach_index({.exact = true});
    EXPECT_TRUE(save_snapshot(law_, path_).ok());
  }
  ~Snapshot() override { std::remove(path_.c_str()); }

  std::string read() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const {
    std::ofstream(path_, std::ios::binary | std::ios::trunc) << bytes;
  }
  std::string refusal(Verify verify = Verify::contents) const {
    const auto law = open_snapshot(path_, verify);
    return law.ok() ? "opened" : std::string(law.status().message());
  }

  Corpus law_ = load_embedded();
  std::string path_;
};

TEST_F(Snapshot, HoldsTheWholeCorpus) {
  for (const Verify verify : {Verify::nothing, Verify::checksums, Verify::contents}) {
    const auto again = open_snapshot(path_, verify);
    ASSERT_TRUE(again.ok()) << again.status();
    testing::expect_same_corpus(law_, *again);
    ASSERT_EQ(again->reach_indexes().size(), 2u);
  }
}

TEST_F(Snapshot, HoldsWaiversAndFingerprints) {
  const auto law = load_corpora({ACQUIS_TEST_SAMPLES "/valid/every-kind.xml"});
  ASSERT_TRUE(law.ok()) << law.status();
  ASSERT_TRUE(save_snapshot(*law, path_).ok());
  const auto again = open_snapshot(path_);
  ASSERT_TRUE(again.ok()) << again.status();
  testing::expect_same_corpus(*law, *again);
  std::size_t waivers = 0, fingerprints = 0;
  for (std::size_t i = 0; i < law->parts().size(); ++i) {
    EXPECT_EQ(again->parts()[i].waivers, law->parts()[i].waivers);
    waivers += law->parts()[i].waivers.size();
  }
  for (const EdgeId e : law->graph().edges())
    fingerprints += !law->statement(e).fingerprint.empty();
  EXPECT_GT(waivers, 0u);
  EXPECT_GT(fingerprints, 0u);
}

TEST_F(Snapshot, OutlivesItsFileAndMoves) {
  auto opened = open_snapshot(path_);
  ASSERT_TRUE(opened.ok());
  std::remove(path_.c_str());
  const Corpus moved = *std::move(opened);
  testing::expect_same_corpus(law_, moved);
}

TEST_F(Snapshot, AnswersAsTheCorpusDoes) {
  const auto again = open_snapshot(path_);
  ASSERT_TRUE(again.ok());
  Scratch scratch;
  for (const NodeId n : law_.graph().nodes()) {
    EXPECT_EQ(again->find(law_.key(n)), n);
    EXPECT_EQ(resting_on(again->graph(), {}, std::array{n}, scratch),
              resting_on(law_.graph(), {}, std::array{n}, scratch));
  }
  const NodeId article = law_.find("TFEU/art_67");
  EXPECT_FALSE(law_.reach_index()->askers_on(article).empty());
  EXPECT_EQ(again->reach_index()->askers_on(article), law_.reach_index()->askers_on(article));
}

TEST_F(Snapshot, WritesTheSameBytesAgain) {
  const std::string bytes = read();
  const auto again = open_snapshot(path_);
  ASSERT_TRUE(again.ok());
  ASSERT_TRUE(save_snapshot(*again, path_).ok());
  EXPECT_EQ(read(), bytes);
}

TEST_F(Snapshot, RefusesWhatIsNoSnapshot) {
  write("");
  EXPECT_NE(refusal().find("shorter than the head"), std::string::npos);
  write(std::string(1000, 'x'));
  EXPECT_NE(refusal().find("no snapshot"), std::string::npos);
  std::remove(path_.c_str());
  EXPECT_NE(refusal().find("cannot open"), std::string::npos);
}

TEST_F(Snapshot, RefusesAnotherByteOrderOrVersion) {
  const std::string bytes = read();
  std::string other = bytes;
  std::reverse(other.begin() + 8, other.begin() + 12);
  write(other);
  EXPECT_NE(refusal(Verify::nothing).find("byte order"), std::string::npos);
  other = bytes;
  ++other[12];
  write(other);
  EXPECT_NE(refusal(Verify::nothing).find("version 2"), std::string::npos);
}

TEST_F(Snapshot, RefusesATruncatedFile) {
  const std::string bytes = read();
  for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
    write(bytes.substr(0, size));
    EXPECT_NE(refusal(Verify::nothing), "opened") << size;
  }
  write(bytes + "x");
  EXPECT_NE(refusal(Verify::nothing), "opened");
}

// Every byte but the padding between sections counts.
TEST_F(Snapshot, NoticesWhatWasAltered) {
  const std::string bytes = read();
  std::size_t noticed = 0, tried = 0;
  for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 300) {
    std::string altered = bytes;
    altered[at] = static_cast<char>(altered[at] ^ 64);
    write(altered);
    ++tried;
    noticed += refusal(Verify::checksums) != "opened";
  }
  EXPECT_GE(noticed, tried - tried / 20);
}

TEST_F(Snapshot, AFailedSaveLeavesTheOldFile) {
  const std::string bytes = read();
  EXPECT_FALSE(save_snapshot(law_, path_ + "/no/such/place").ok());
  EXPECT_EQ(read(), bytes);
}

}  // namespace
}  // namespace acquis
