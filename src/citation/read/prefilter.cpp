#include "citation/read/prefilter.hpp"

#include <bit>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// Letters are those of ASCII and every byte of a longer character: é begins a word, a no-break
// space does not end one. The reader sorts out the latter.
#if defined(__SSE2__)
unsigned letters16(const char* at) noexcept {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  const __m128i above = _mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1));
  const __m128i below = _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1));
  const __m128i ascii = _mm_and_si128(above, below);
  return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(ascii, bytes)));
}
#else
unsigned letters16(const char* at) noexcept {
  unsigned mask = 0;
  for (unsigned i = 0; i < 16; ++i) {
    const auto c = static_cast<unsigned char>(at[i]);
    const auto lower = static_cast<unsigned char>(c | 0x20);
    if (c >= 0x80 || (lower >= 'a' && lower <= 'z')) mask |= 1u << i;
  }
  return mask;
}
#endif

constexpr bool is_wordy(unsigned char c) noexcept {
  const auto lower = static_cast<unsigned char>(c | 0x20);
  return c >= 0x80 || (lower >= 'a' && lower <= 'z');
}

}  // namespace

void Prefilter::load(std::size_t block) noexcept {
  block_ = block;
  const std::size_t from = block * 64;
  char padded[64] = {};
  const char* bytes = text_.data() + from;
  if (from + 64 > text_.size()) {
    std::memcpy(padded, bytes, text_.size() - from);
    bytes = padded;
  }
  std::uint64_t letters = 0;
  for (unsigned i = 0; i < 4; ++i)
    letters |= static_cast<std::uint64_t>(letters16(bytes + 16 * i)) << (16 * i);
  const bool carried = from > 0 && is_wordy(static_cast<unsigned char>(text_[from - 1]));
  // A word also begins behind the bytes of a character that is no letter (a quotation mark).
  std::uint64_t long_bytes = 0;
  for (unsigned i = 0; i < 64; ++i)
    if (static_cast<unsigned char>(bytes[i]) >= 0x80) long_bytes |= 1ull << i;
  const std::uint64_t after_long = (long_bytes << 1) & ~long_bytes;
  const bool carried_long = from > 0 && static_cast<unsigned char>(text_[from - 1]) >= 0x80;
  starts_ = (letters & ~(letters << 1 | (carried ? 1u : 0u))) |
            ((after_long | (carried_long && !(long_bytes & 1) ? 1u : 0u)) & letters);
}

bool Prefilter::may_open(std::size_t at) const noexcept {
  std::uint32_t four = 0;
  const std::size_t left = text_.size() - at;
  std::memcpy(&four, text_.data() + at, left < 4 ? left : 4);
  if constexpr (std::endian::native == std::endian::big) four = __builtin_bswap32(four);
  // A short word: what follows it does not count.
  std::uint32_t keep = 0;
  for (unsigned i = 0; i < 4; ++i) {
    const auto c = static_cast<unsigned char>(four >> (8 * i));
    if (!is_wordy(c) && c != '-') break;
    keep |= 0xFFu << (8 * i);
    if (c == 0xC2 || c == 0xE2) return true;  // a space or soft hyphen inside: look closer
  }
  return wanted_.has(beginning_hash(four & keep));
}

std::size_t Prefilter::next(std::size_t from) noexcept {
  for (std::size_t block = from / 64; block * 64 < text_.size(); ++block) {
    if (block != block_) load(block);
    std::uint64_t starts = starts_;
    if (block == from / 64) starts &= ~0ull << (from % 64);
    for (; starts != 0; starts &= starts - 1) {
      const std::size_t at = block * 64 + static_cast<std::size_t>(std::countr_zero(starts));
      if (at < text_.size() && may_open(at)) return at;
    }
  }
  return text_.size();
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
