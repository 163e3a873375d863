#include "citation/read/prefilter.hpp"

#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace acquis {
inline namespace v0 {
namespace detail {
namespace {

// By byte: ASCII letters, and bytes of longer characters. A quotation mark is such a character too;
// the reader sorts that out.
struct Masks {
  std::uint64_t ascii = 0;
  std::uint64_t high = 0;
};

#if defined(__SSE2__)
Masks masks_of(const char* bytes) noexcept {
  Masks out;
  for (unsigned i = 0; i < 4; ++i) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
    const __m128i lower = _mm_or_si128(here, _mm_set1_epi8(0x20));
    const __m128i letter = _mm_and_si128(_mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)),
                                         _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
    const auto ascii = static_cast<std::uint16_t>(_mm_movemask_epi8(letter));
    const auto high = static_cast<std::uint16_t>(_mm_movemask_epi8(here));
    out.ascii |= static_cast<std::uint64_t>(ascii) << (16 * i);
    out.high |= static_cast<std::uint64_t>(high) << (16 * i);
  }
  return out;
}
#else
Masks masks_of(const char* bytes) noexcept {
  Masks out;
  for (unsigned i = 0; i < 64; ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const auto lower = static_cast<unsigned char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') out.ascii |= std::uint64_t{1} << i;
    if (c >= 0x80) out.high |= std::uint64_t{1} << i;
  }
  return out;
}
#endif

constexpr bool is_high(char c) noexcept { return static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_ascii_letter(char c) noexcept { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

std::uint64_t load8(const char* at, std::size_t left) noexcept {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, left < 8 ? left : 8);
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t swapped = 0;
    for (unsigned i = 0; i < 8; ++i) swapped |= ((eight >> (8 * i)) & 0xFF) << (56 - 8 * i);
    eight = swapped;
  }
  return eight;
}

constexpr std::uint64_t each = 0x0101010101010101u;
constexpr std::uint64_t high_bits = 0x80 * each;

// The high bit of every byte that is no letter; all eight are of ASCII.
constexpr std::uint64_t others_among(std::uint64_t eight) noexcept {
  const std::uint64_t lower = eight | 0x20 * each;
  const std::uint64_t from_a = lower + (0x80 - 'a') * each;
  const std::uint64_t past_z = lower + (0x80 - ('z' + 1)) * each;
  return ~(from_a & ~past_z) & high_bits;
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
  const Masks masks = masks_of(bytes);
  const std::uint64_t letters = masks.ascii | masks.high;
  const char before = from > 0 ? text_[from - 1] : ' ';
  const std::uint64_t follows = is_ascii_letter(before) || is_high(before) ? 1 : 0;
  const std::uint64_t follows_high = is_high(before) ? 1 : 0;
  // A word begins at a letter behind none, and at an ASCII letter behind a longer character, which
  // may have been a quotation mark or a space.
  starts_ =
      (letters & ~(letters << 1 | follows)) | (masks.ascii & (masks.high << 1 | follows_high));
}

bool Prefilter::may_open(std::size_t at) const noexcept {
  if (at + 8 > text_.size()) return may_open_slowly(at);
  const std::uint64_t eight = load8(text_.data() + at, 8);
  if ((eight & high_bits) != 0) return may_open_slowly(at);
  const int run = std::countr_zero(others_among(eight)) / 8;
  const std::uint64_t keep = run >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * run)) - 1;
  return wants(beginning_hash(eight & keep));
}

bool Prefilter::may_open_slowly(std::size_t at) const noexcept {
  const std::uint64_t eight = load8(text_.data() + at, text_.size() - at);
  std::uint64_t keep = 0;
  for (unsigned i = 0; i < 8; ++i) {
    const auto c = static_cast<char>(static_cast<unsigned char>(eight >> (8 * i)));
    if (!is_ascii_letter(c) && !is_high(c)) break;
    // A space or soft hyphen inside: look closer.
    if (static_cast<unsigned char>(c) == 0xC2 || static_cast<unsigned char>(c) == 0xE2) return true;
    keep |= std::uint64_t{0xFF} << (8 * i);
  }
  return wants(beginning_hash(eight & keep));
}

std::size_t Prefilter::next(std::size_t from) noexcept {
  for (std::size_t block = from / 64; block * 64 < text_.size(); ++block) {
    if (block != block_) load(block);
    std::uint64_t starts = starts_;
    if (block == from / 64) starts &= ~std::uint64_t{0} << (from % 64);
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
