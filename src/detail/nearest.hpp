// The closest known spellings of a word, for hints.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace acquis {
inline namespace v0 {
namespace detail {

// Edits (insert, delete, replace, swap of neighbours) between two words, ASCII case ignored; at
// most `limit` + 1 is returned. O(|a| |b|).
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Keeps the best few candidates offered to it.
class Nearest {
 public:
  explicit Nearest(std::string_view word, std::size_t keep = 3);
  void offer(std::string_view candidate);
  // "did you mean a, b or c?"; empty when nothing is close.
  std::string hint() const;
  // The closest candidate; empty if there is none. Lives as long as this.
  std::string_view best() const noexcept;
  bool empty() const noexcept { return found_.empty(); }

 private:
  struct Match {
    std::size_t distance;
    std::string text;
    bool operator<(const Match& other) const;
  };
  std::string word_;
  std::size_t keep_;
  std::size_t limit_;
  std::vector<Match> found_;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
