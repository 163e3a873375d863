// Any bytes as a document: never a crash or a hang; what is imported builds, and can be written and
// loaded again. A document is counted once: imported, skipped or left out.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "acquis/io/import.hpp"
#include "acquis/io/load.hpp"
#include "acquis/io/save.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::optional<acquis::ImportDocument> document(std::in_place);
  document->files.push_back({"32099r0001.xml", std::string(data, data + size)});
  const auto next = [&] {
    auto out = std::move(document);
    document.reset();
    return out;
  };
  acquis::CorpusBuilder builder;
  builder.begin_part({.id = "fuzz"});
  acquis::Diagnostics problems;
  const auto count =
      acquis::import_documents(next, {.keep_text = true, .max_bytes = 1u << 20}, builder, problems);
  if (count.documents + count.skipped + count.left_out != 1) std::abort();
  if (count.skipped == 1 && problems.empty()) std::abort();
  const auto law = std::move(builder).build(&problems);
  if (!law.ok()) std::abort();
  const std::string xml = acquis::to_xml(*law, acquis::PartId{0});
  const acquis::CorpusText text{"fuzz", xml};
  if (!acquis::parse_corpora({&text, 1}).ok()) std::abort();
  return 0;
}
