// Finds nodes by key without storing keys: a node knows the last step of its key and the node whose
// key precedes it (its anchor), so hash and comparison run along the anchors.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace acquis {
inline namespace v0 {
namespace detail {

constexpr std::uint64_t hash_start = 14695981039346656037ull;

// FNV-1a; hashing a text in two pieces is hashing it whole.
constexpr std::uint64_t hash_more(std::uint64_t hash, std::string_view text) noexcept {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

// The hash of a node's key from the hash of its anchor's key.
constexpr std::uint64_t hash_step(std::uint64_t anchor, std::string_view segment) noexcept {
  return hash_more(hash_more(anchor, "/"), segment);
}

// `Keys` gives segment(i) and anchor(i) of node number i; anchor is `no_node` at a root.
inline constexpr std::uint32_t no_node = 0xFFFF'FFFFu;

template <typename Keys>
bool key_equals(const Keys& keys, std::uint32_t node, std::string_view key) noexcept {
  for (;;) {
    const std::string_view segment = keys.segment(node);
    if (key.size() < segment.size() || key.substr(key.size() - segment.size()) != segment)
      return false;
    key.remove_suffix(segment.size());
    node = keys.anchor(node);
    if (node == no_node) return key.empty();
    if (key.empty() || key.back() != '/') return false;
    key.remove_suffix(1);
  }
}

template <typename Keys>
std::string key_of(const Keys& keys, std::uint32_t node) {
  std::size_t size = 0;
  for (std::uint32_t at = node; at != no_node; at = keys.anchor(at))
    size += keys.segment(at).size() + 1;
  std::string key(size - 1, '/');
  std::size_t end = key.size();
  for (std::uint32_t at = node; at != no_node; at = keys.anchor(at)) {
    const std::string_view segment = keys.segment(at);
    end -= segment.size();
    key.replace(end, segment.size(), segment);
    if (end != 0) --end;
  }
  return key;
}

// Open addressing with linear probing over node numbers; the number of slots is a power of two.
constexpr std::size_t first_slot(std::uint64_t hash, std::size_t slots) noexcept {
  return static_cast<std::size_t>(hash ^ (hash >> 32)) & (slots - 1);
}

template <typename Keys>
std::uint32_t find_key(std::span<const std::uint32_t> slots, const Keys& keys, std::string_view key,
                       std::uint64_t hash) noexcept {
  if (slots.empty()) return no_node;
  for (std::size_t at = first_slot(hash, slots.size());; at = (at + 1) & (slots.size() - 1))
    if (slots[at] == no_node || key_equals(keys, slots[at], key)) return slots[at];
}

class KeyIndex {
 public:
  template <typename Keys>
  std::uint32_t find(const Keys& keys, std::string_view key) const noexcept {
    return find(keys, key, hash_more(hash_start, key));
  }
  template <typename Keys>
  std::uint32_t find(const Keys& keys, std::string_view key, std::uint64_t hash) const noexcept {
    return find_key(slots_, keys, key, hash);
  }
  std::vector<std::uint32_t> slots() && { return std::move(slots_); }

  // The caller knows that the key is not there yet. `hash_of` gives the hash of any node held.
  template <typename HashOf>
  void insert(std::uint32_t node, HashOf hash_of) {
    if (2 * (count_ + 1) > slots_.size()) grow(hash_of);
    put(node, hash_of(node));
    ++count_;
  }

 private:
  void put(std::uint32_t node, std::uint64_t hash) noexcept {
    std::size_t at = first_slot(hash, slots_.size());
    while (slots_[at] != no_node) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = node;
  }
  template <typename HashOf>
  void grow(HashOf hash_of) {
    std::vector<std::uint32_t> before(slots_.empty() ? 64 : 2 * slots_.size(), no_node);
    before.swap(slots_);
    for (const std::uint32_t node : before)
      if (node != no_node) put(node, hash_of(node));
  }

  std::vector<std::uint32_t> slots_;
  std::size_t count_ = 0;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
