// Any bytes as a corpus: a clear error or a corpus, never a crash; and a corpus that loads is
// written, loaded again and written to the same bytes.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "acquis/io/load.hpp"
#include "acquis/io/save.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const acquis::CorpusText text{"fuzz.xml", {reinterpret_cast<const char*>(data), size}};
  acquis::Diagnostics problems;
  const auto law = acquis::parse_corpora({&text, 1}, {.max_nodes = 10'000}, &problems);
  if (!law.ok()) {
    if (problems.empty()) std::abort();
    return 0;
  }
  const std::string once = acquis::to_xml(*law, acquis::PartId{0});
  const acquis::CorpusText written{"fuzz.xml", once};
  const auto again = acquis::parse_corpora({&written, 1});
  if (!again.ok() || acquis::to_xml(*again, acquis::PartId{0}) != once) std::abort();
  return 0;
}
