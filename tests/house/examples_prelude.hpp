// What the examples at the top of the public headers may take for granted: a small corpus `law`,
// some nodes and edges of it, and functions that swallow a result.
#pragma once

#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/corpus/builder.hpp"
#include "acquis/graph/scratch.hpp"

inline acquis::Corpus example_law() {
  using acquis::EdgeKind;
  using acquis::NodeKind;
  acquis::CorpusBuilder builder;
  builder.begin_part({.id = "example"});
  builder.add_source({.id = "page"});
  const acquis::EdgeFacts stated{.evidence = acquis::Evidence::stated, .source = "page"};
  const auto treaty = builder.add_node(NodeKind::instrument, "TFEU");
  const auto article = builder.add_provision("art_67", treaty);
  builder.add_provision("par_1", article);
  builder.add_provision("par_2", article);
  builder.add_provision("par_2", builder.add_provision("art_77", treaty));
  const auto act = builder.add_node(NodeKind::instrument, "32016R0399");
  builder.set_instrument(act, {.type = acquis::InstrumentType::regulation});
  builder.add_edge(act, EdgeKind::legal_basis, "TFEU/art_77/par_2", stated);
  builder.add_node(NodeKind::actor, "actor:BE");
  const auto aim = builder.add_node(NodeKind::objective, "objective:borders");
  builder.add_edge(aim, EdgeKind::laid_down_in, "TFEU/art_67/par_2", stated);
  const auto priority = builder.add_node(NodeKind::priority, "priority:be-borders");
  builder.add_edge(priority, EdgeKind::pursues, "objective:borders", stated);
  builder.add_edge(priority, EdgeKind::relies_on, "32016R0399", stated);
  builder.add_edge(priority, EdgeKind::held_by, "actor:BE", stated);
  return std::move(builder).build().value();
}

template <typename... Results>
void use(const Results&...) {}
template <typename... Results>
void show(const Results&...) {}

#define EXAMPLE_PARAMETERS                                                                \
  [[maybe_unused]] const acquis::Corpus &law, [[maybe_unused]] const acquis::Graph &g,    \
      [[maybe_unused]] acquis::Scratch &scratch, [[maybe_unused]] acquis::NodeId article, \
      [[maybe_unused]] acquis::NodeId priority, [[maybe_unused]] acquis::EdgeId edge,     \
      [[maybe_unused]] acquis::Date today, [[maybe_unused]] acquis::NodeId a,             \
      [[maybe_unused]] acquis::NodeId b, [[maybe_unused]] acquis::NodeId n,               \
      [[maybe_unused]] acquis::NodeId node, [[maybe_unused]] acquis::NodeId first,        \
      [[maybe_unused]] acquis::NodeId last, [[maybe_unused]] const acquis::Graph &graph,  \
      [[maybe_unused]] const acquis::Policy &policy,                                      \
      [[maybe_unused]] const std::vector<acquis::NodeId>&places
#define EXAMPLE_WORLD                                     \
  const acquis::Corpus law = example_law();               \
  acquis::Scratch scratch;                                \
  const acquis::NodeId article = law.find("TFEU/art_67"); \
  const acquis::NodeId priority = law.find("priority:be-borders");
#define EXAMPLE_ARGUMENTS                                                                  \
  law, law.graph(), scratch, article, priority, acquis::EdgeId{0},                         \
      acquis::Date::from_ymd(2026, 11, 23), priority, article, article, priority, article, \
      acquis::NodeId{5}, law.graph(), acquis::Policy{}, std::vector {                      \
    article                                                                                \
  }
