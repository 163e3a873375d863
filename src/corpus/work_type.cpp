#include "corpus/work_type.hpp"

#include "acquis/citation/citation.hpp"

namespace acquis {
inline namespace v0 {
namespace detail {

InstrumentType type_of_work(std::string_view work) noexcept {
  if (work == "CFR") return InstrumentType::charter;
  if (work == "ECHR") return InstrumentType::convention;
  if (is_treaty(work) || work[0] == '1') return InstrumentType::treaty;
  if (work[0] == '5') return InstrumentType::communication;
  if (work[0] != '3') return InstrumentType::convention;
  switch (work[5]) {
    case 'R':
      return InstrumentType::regulation;
    case 'L':
      return InstrumentType::directive;
    case 'F':
      return InstrumentType::framework_decision;
    default:
      return InstrumentType::decision;
  }
}

}  // namespace detail
}  // namespace v0
}  // namespace acquis
