// Documents for tests of the importers: imported from memory, asked by key.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "acquis/io/import.hpp"
#include "acquis/io/save.hpp"

namespace acquis::testing {

struct Imported {
  Corpus law;
  ImportCount count;
  Diagnostics problems;

  bool has(std::string_view key) const {
    const NodeId node = law.find(key);
    return node != none<NodeId> && !law.is_stub(node);
  }
  // "32099R0001/art_1 amends 32001L0001/art_4"
  std::set<std::string> links(EdgeKind kind) const {
    std::set<std::string> out;
    for (std::uint32_t e = 0; e < law.graph().edge_count(); ++e)
      if (law.graph().kind(EdgeId{e}) == kind)
        out.insert(law.key(law.graph().source(EdgeId{e})) + " " +
                   law.key(law.graph().target(EdgeId{e})));
    return out;
  }
  bool has_code(std::string_view code) const {
    return std::any_of(problems.begin(), problems.end(),
                       [&](const Diagnostic& d) { return d.code == code; });
  }
};

inline ImportSource source_of(std::vector<ImportDocument> documents) {
  return [documents = std::move(documents), at = std::size_t{0}]() mutable {
    return at < documents.size() ? std::optional(documents[at++]) : std::nullopt;
  };
}

inline Imported import_all(const ImportSource& next, const ImportOptions& options = {}) {
  CorpusBuilder builder;
  builder.begin_part({.id = "test"});
  Diagnostics problems;
  const ImportCount count = import_documents(next, options, builder, problems);
  auto law = std::move(builder).build(&problems);
  EXPECT_TRUE(law.ok()) << law.status();
  return {law.ok() ? *std::move(law) : std::move(CorpusBuilder()).build().value(), count,
          std::move(problems)};
}

inline Imported import_text(std::string xml, const ImportOptions& options = {}) {
  return import_all(source_of({{{{"act.xml", std::move(xml)}}}}), options);
}

}  // namespace acquis::testing
