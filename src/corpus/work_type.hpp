// What the key of a work tells of its type. Private.
#pragma once

#include <string_view>

#include "acquis/model/kinds.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

// By the letter of a CELEX number, for an act of which nothing else is known.
InstrumentType type_of_work(std::string_view work) noexcept;

}  // namespace detail
}  // namespace v0
}  // namespace acquis
