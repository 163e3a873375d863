// Interned strings: each distinct text is kept once, in chunks that never move.
#pragma once

#include <absl/container/flat_hash_map.h>

#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "acquis/id/id.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Strings {
 public:
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
