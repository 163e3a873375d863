#include "acquis/io/embedded.hpp"

#include "acquis/io/load.hpp"
#include "io/embedded_files.hpp"

namespace acquis {
inline namespace v0 {

Corpus load_embedded() { return load_corpora({}).value(); }

std::vector<std::string_view> embedded_names() {
  std::vector<std::string_view> names;
  for (const detail::EmbeddedFile& file : detail::embedded_files()) names.emplace_back(file.name);
  return names;
}

std::string_view embedded_xml(std::string_view name) {
  for (const detail::EmbeddedFile& file : detail::embedded_files())
    if (file.name == name) return {file.data, file.size};
  return {};
}

}  // namespace v0
}  // namespace acquis
