// Any bytes as corpora: a clear error or a corpus, never a crash; and a corpus that loads is
// written, loaded again and written to the same bytes. "<!--next-->" begins another file.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/io/load.hpp"
#include "acquis/io/save.hpp"

namespace {

std::vector<acquis::CorpusText> files(std::string_view bytes) {
  constexpr std::string_view mark = "<!--next-->";
  std::vector<acquis::CorpusText> out;
  for (;;) {
    const std::size_t width = bytes.find(mark);
    out.push_back({"fuzz.xml", bytes.substr(0, width)});
    if (width == std::string_view::npos) return out;
    bytes.remove_prefix(width + mark.size());
  }
}

std::vector<std::string> written(const acquis::Corpus& law) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < law.parts().size(); ++i)
    out.push_back(acquis::to_xml(law, static_cast<acquis::PartId>(i)));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  acquis::Diagnostics problems;
  const auto law = acquis::parse_corpora(files({reinterpret_cast<const char*>(data), size}),
                                         {.max_nodes = 10'000}, &problems);
  if (!law.ok()) {
    if (problems.empty()) std::abort();
    return 0;
  }
  const std::vector<std::string> once = written(*law);
  std::vector<acquis::CorpusText> texts;
  for (const std::string& xml : once) texts.push_back({"fuzz.xml", xml});
  const auto again = acquis::parse_corpora(texts);
  if (!again.ok() || written(*again) != once) std::abort();
  if (again->graph().node_count() != law->graph().node_count()) std::abort();
  if (again->graph().edge_count() != law->graph().edge_count()) std::abort();
  return 0;
}
