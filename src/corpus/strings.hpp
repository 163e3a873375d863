// Interned strings: each distinct text is kept once, in chunks that never move.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/id/array.hpp"
#include "acquis/id/id.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// The texts of a finished corpus by symbol: one run of bytes, and where each begins.
struct Texts {
  Array<char> bytes{};
  Array<std::uint64_t> first{};

  std::string_view operator[](Symbol symbol) const noexcept {
    if (symbol == none<Symbol>) return {};
    const std::uint64_t begin = first[index(symbol)];
    return {bytes.data() + begin, static_cast<std::size_t>(first[index(symbol) + 1] - begin)};
  }
  template <typename Self, typename Visit>
  static void visit_arrays(Self& self, Visit visit) {
    visit(self.bytes), visit(self.first);
  }
};

class Strings {
 public:
  Texts flat() const {
    std::vector<std::uint64_t> first{0};
    first.reserve(views_.size() + 1);
    for (const std::string_view text : views_) first.push_back(first.back() + text.size());
    std::vector<char> bytes;
    bytes.reserve(static_cast<std::size_t>(first.back()));
    for (const std::string_view text : views_) bytes.insert(bytes.end(), text.begin(), text.end());
    return {std::move(bytes), std::move(first)};
  }

  std::string_view operator[](Symbol symbol) const noexcept {
    return symbol == none<Symbol> ? std::string_view{} : views_[index(symbol)];
  }

 private:
  friend class Interner;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::vector<std::string_view> views_;
};

class Interner {
 public:
  explicit Interner(Strings& strings) : strings_(strings) {}

  // The empty text is no symbol.
  Symbol intern(std::string_view text) {
    if (text.empty()) return none<Symbol>;
    const auto found = known_.find(text);
    if (found != known_.end()) return found->second;
    const Symbol symbol{static_cast<std::uint32_t>(strings_.views_.size())};
    strings_.views_.push_back(keep(text));
    known_.emplace(strings_.views_.back(), symbol);
    return symbol;
  }

 private:
  static constexpr std::size_t chunk_size = std::size_t{64} * 1024;

  std::string_view keep(std::string_view text) {
    if (text.size() > left_) {
      left_ = text.size() > chunk_size ? text.size() : chunk_size;
      strings_.chunks_.push_back(std::make_unique<char[]>(left_));
      free_ = strings_.chunks_.back().get();
    }
    char* const start = free_;
    std::memcpy(start, text.data(), text.size());
    free_ += text.size();
    left_ -= text.size();
    return {start, text.size()};
  }

  Strings& strings_;
  absl::flat_hash_map<std::string_view, Symbol> known_;
  char* free_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
