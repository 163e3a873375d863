// Counts what a query costs and says when it costs too much.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "acquis/config.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

class Meter {
 public:
  Meter(std::size_t max_steps, std::uint32_t max_milliseconds)
      : max_steps_(max_steps), max_time_(max_milliseconds), start_(Clock::now()) {}

  // False once the budget is spent. The clock is read every few thousand steps.
  bool take(std::size_t steps) {
    steps_ += steps;
    unread_ += steps;
    if (unread_ >= steps_between_readings) read_clock();
    return within();
  }
  bool within() const noexcept { return steps_ <= max_steps_ && !late_; }
  void read_clock() {
    unread_ = 0;
    late_ = late_ || (max_time_.count() != 0 && Clock::now() - start_ > max_time_);
  }

  std::size_t steps() const noexcept { return steps_; }
  bool late() const noexcept { return late_; }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::size_t steps_between_readings = 4096;

  std::size_t max_steps_;
  std::chrono::milliseconds max_time_;
  Clock::time_point start_;
  std::size_t steps_ = 0;
  std::size_t unread_ = 0;
  bool late_ = false;
};

}  // namespace detail
}  // namespace v0
}  // namespace acquis
