// Random corpora: acts with nested provisions, priorities and objectives, edges of every kind that
// the ends admit.
#pragma once

#include <string>
#include <vector>

#include "acquis/corpus/builder.hpp"
#include "support/random_graph.hpp"

namespace acquis::testing {

// Without an end: the validity of the node may have one.
inline Life random_life(Random& random) {
  Life life;
  if (below(random, 2) == 0) return life;
  const int year = 1996 + static_cast<int>(below(random, 4));
  life.document = Date::from_ymd(year, 3, 1);
  if (below(random, 3) != 0) life.in_force = Date::from_ymd(year + 1, 3, 1);
  if (life.in_force && below(random, 2) == 0) life.applicable = Date::from_ymd(year + 2, 3, 1);
  return life;
}

inline Corpus random_corpus(Random& random, std::uint32_t nodes, std::uint32_t edges) {
  struct Drafted {
    DraftId id{};
    NodeKind kind{};
    std::string key;
  };
  CorpusBuilder builder;
  builder.begin_part({.id = "random"});
  builder.add_source({.id = "s"});
  std::vector<Drafted> all;
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const std::string number = std::to_string(i);
    const auto choice = below(random, 6);
    const Drafted* under =
        all.empty() ? nullptr : &all[below(random, static_cast<std::uint32_t>(all.size()))];
    Drafted node;
    if (under != nullptr && choice < 4 &&
        (under->kind == NodeKind::instrument || under->kind == NodeKind::provision)) {
      node = {builder.add_provision("pnt_" + number, under->id), NodeKind::provision,
              under->key + "/pnt_" + number};
      if (i % 3 == 0) builder.set_words(node.id, i + 1, i % 2 == 0 ? "some words" : "");
    } else {
      constexpr NodeKind kinds[]{NodeKind::instrument, NodeKind::priority, NodeKind::objective};
      node.kind = kinds[below(random, 3)];
      node.key = node.kind == NodeKind::instrument
                     ? "32001R" + std::to_string(1000 + i)
                     : std::string(to_text(node.kind)) + ":n" + number;
      node.id = builder.add_node(node.kind, node.key);
      if (node.kind == NodeKind::instrument)
        builder.set_instrument(node.id, {.life = random_life(random)});
    }
    builder.set_validity(node.id, random_interval(random));
    all.push_back(node);
  }
  const auto any = [&]() -> const Drafted& {
    return all[below(random, static_cast<std::uint32_t>(all.size()))];
  };
  for (std::uint32_t i = 0; i < edges; ++i) {
    const Drafted& from = any();
    const Drafted& to = any();
    const auto kind = static_cast<EdgeKind>(below(random, 12));
    if (!may_connect(from.kind, kind, to.kind)) continue;
    builder.add_edge(from.id, kind, to.key,
                     {.evidence = static_cast<Evidence>(below(random, 3)),
                      .source = "s",
                      .note = "n",
                      .validity = random_interval(random)});
  }
  return std::move(builder).build().value();
}

}  // namespace acquis::testing
