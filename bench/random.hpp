// Numbers from a seed, the same with every standard library.
#pragma once

#include <cstdint>

namespace bench {

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {  // splitmix64
    std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15u);
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9u;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBu;
    return z ^ (z >> 31);
  }
  std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }
  // The smaller the more often: the density falls as the square root of the cube of the value.
  std::uint32_t skewed(std::uint32_t bound) {
    const double u = static_cast<double>(next() >> 11) * 0x1p-53;
    return static_cast<std::uint32_t>(u * u * u * bound);
  }

 private:
  std::uint64_t state_;
};

}  // namespace bench
