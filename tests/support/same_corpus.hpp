// Whether two corpora say the same, down to the last locator; positions in files do not count.
#pragma once

#include <gtest/gtest.h>

#include "acquis/corpus/corpus.hpp"

namespace acquis::testing {

inline void expect_same_node(const Corpus& a, const Corpus& b, NodeId n) {
  SCOPED_TRACE(a.key(n));
  EXPECT_EQ(a.key(n), b.key(n));
  EXPECT_EQ(a.kind(n), b.kind(n));
  EXPECT_EQ(a.graph().parent(n), b.graph().parent(n));
  EXPECT_EQ(a.graph().existence(n), b.graph().existence(n));
  EXPECT_EQ(a.validity(n), b.validity(n));
  EXPECT_EQ(a.source(n), b.source(n));
  EXPECT_EQ(a.locator(n), b.locator(n));
  EXPECT_EQ(a.is_stub(n), b.is_stub(n));
  EXPECT_EQ(a.is_complete(n), b.is_complete(n));
  EXPECT_EQ(a.part(n), b.part(n));
  EXPECT_EQ(a.rank(n), b.rank(n));
  EXPECT_EQ(a.fingerprint(n), b.fingerprint(n));
  EXPECT_EQ(a.words(n), b.words(n));
  for (const Language language : languages) EXPECT_EQ(a.label(n, language), b.label(n, language));
  const auto *x = a.instrument(n), *y = b.instrument(n);
  ASSERT_EQ(x == nullptr, y == nullptr);
  if (x != nullptr) {
    EXPECT_EQ(*x, *y);
  }
}

inline void expect_same_edge(const Corpus& a, const Corpus& b, EdgeId e) {
  SCOPED_TRACE(a.key(a.graph().source(e)) + " -> " + a.key(a.graph().target(e)));
  EXPECT_EQ(a.graph().source(e), b.graph().source(e));
  EXPECT_EQ(a.graph().target(e), b.graph().target(e));
  EXPECT_EQ(a.graph().kind(e), b.graph().kind(e));
  EXPECT_EQ(a.statement(e), b.statement(e));
  EXPECT_EQ(a.part(e), b.part(e));
}

inline void expect_same_corpus(const Corpus& a, const Corpus& b) {
  ASSERT_EQ(a.graph().node_count(), b.graph().node_count());
  ASSERT_EQ(a.graph().edge_count(), b.graph().edge_count());
  for (const NodeId n : a.graph().nodes()) expect_same_node(a, b, n);
  for (const EdgeId e : a.graph().edges()) expect_same_edge(a, b, e);
  ASSERT_EQ(a.parts().size(), b.parts().size());
  for (std::size_t i = 0; i < a.parts().size(); ++i) {
    const PartId part{static_cast<std::uint16_t>(i)};
    EXPECT_EQ(a.parts()[i].id, b.parts()[i].id);
    EXPECT_EQ(a.parts()[i].title, b.parts()[i].title);
    EXPECT_EQ(a.parts()[i].licence, b.parts()[i].licence);
    EXPECT_EQ(a.parts()[i].uses, b.parts()[i].uses);
    ASSERT_EQ(a.parts()[i].waivers.size(), b.parts()[i].waivers.size());
    for (std::size_t w = 0; w < a.parts()[i].waivers.size(); ++w) {
      Waiver x = a.parts()[i].waivers[w], y = b.parts()[i].waivers[w];
      x.position = y.position = {};
      EXPECT_EQ(x, y);
    }
    ASSERT_EQ(a.sources(part).size(), b.sources(part).size());
    for (std::size_t s = 0; s < a.sources(part).size(); ++s)
      EXPECT_EQ(a.sources(part)[s], b.sources(part)[s]);
  }
}

}  // namespace acquis::testing
