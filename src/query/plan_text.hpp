// A plan as text, with what its steps did.
#pragma once

#include <string>
#include <vector>

#include "query/plan.hpp"
#include "query/run.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

std::string to_text(const Corpus& law, const Plan& plan, const std::vector<StepRecord>& records);

}  // namespace detail
}  // namespace v0
}  // namespace acquis
