// The head of a snapshot, its table of sections and its checksums.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace acquis {
inline namespace v0 {
namespace detail {
namespace snapshot {

constexpr std::array<char, 8> magic{'a', 'c', 'q', 'u', 'i', 's', '\x1a', '\n'};
constexpr std::uint32_t byte_order = 0x0102'0304u;
constexpr std::uint32_t version = 1;
constexpr std::size_t alignment = 64;

struct Head {
  std::array<char, 8> magic{};
  std::uint32_t byte_order = 0;
  std::uint32_t version = 0;
  std::uint64_t file_size = 0;
  std::uint64_t sections = 0;
  std::uint64_t checksum = 0;  // of the table of sections
  std::array<std::uint64_t, 3> unused{};
};
static_assert(sizeof(Head) == alignment);

struct Section {
  std::uint64_t offset = 0;
  std::uint64_t count = 0;
  std::uint64_t element_size = 0;
  std::uint64_t checksum = 0;
};

// Four lanes, so that it runs at the speed of memory; finds damage, not malice.
inline std::uint64_t checksum_of(std::span<const std::byte> bytes) {
  constexpr std::uint64_t odd = 0x9E37'79B9'7F4A'7C15u;
  std::array<std::uint64_t, 4> lanes{odd, odd << 1, odd << 2, bytes.size()};
  const auto mix = [](std::uint64_t lane, std::uint64_t word) {
    lane = (lane ^ word) * odd;
    return lane ^ (lane >> 29);
  };
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> words{};
    std::memcpy(words.data(), bytes.data() + at, 32);
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = mix(lanes[i], words[i]);
  }
  for (; at < bytes.size(); ++at) lanes[at % 4] = mix(lanes[at % 4], std::uint8_t(bytes[at]));
  std::uint64_t out = 0;
  for (const std::uint64_t lane : lanes) out = mix(out, lane);
  return out;
}

}  // namespace snapshot
}  // namespace detail
}  // namespace v0
}  // namespace acquis
