// What the examples of the headers and of the README take for granted: the shipped corpora as
// `law`, some nodes of it, and functions that swallow a result.
#pragma once

#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "acquis/acquis.hpp"
#include "acquis/graph/scratch.hpp"
#include "acquis/query/evaluate.hpp"
#include "acquis/query/parse.hpp"

template <typename... Values>
void use(const Values&...) {}
template <typename... Values>
void show(const Values&...) {}

// Parameters, so that an example may declare one of these names itself.
#define EXAMPLE_PARAMETERS                                                                        \
  const acquis::Corpus &law, const acquis::Graph &g, const acquis::Graph &graph,                  \
      const acquis::Policy &policy, acquis::Scratch &scratch, acquis::NodeId a, acquis::NodeId b, \
      acquis::NodeId n, acquis::NodeId node, acquis::NodeId priority, acquis::NodeId article,     \
      acquis::NodeId first, acquis::NodeId last, acquis::EdgeId edge,                             \
      const acquis::NodeSet &scope, const acquis::NodeSet &priorities,                            \
      const std::vector<acquis::NodeId>&places, const acquis::Answer &answer, acquis::Date today
#define EXAMPLE_WORLD                                                                         \
  const acquis::Corpus law = acquis::load_embedded();                                         \
  const acquis::Policy policy;                                                                \
  acquis::Scratch scratch;                                                                    \
  const acquis::NodeId article = law.find("TFEU/art_67");                                     \
  const acquis::NodeSet scope = acquis::NodeSet(law, {article});                              \
  const acquis::NodeSet priorities = resting_on(law, article).of(acquis::NodeKind::priority); \
  const acquis::NodeId priority = *priorities.begin();                                        \
  const acquis::Answer answer =                                                               \
      acquis::evaluate(law, acquis::parse_query("rests_on(TFEU/art_67)").value()).value();
#define EXAMPLE_ARGUMENTS                                                                         \
  law, law.graph(), law.graph(), policy, scratch, priority, article, article, priority, priority, \
      article, priority, article, acquis::EdgeId{0}, scope, priorities,                           \
      std::vector<acquis::NodeId>{article}, answer, acquis::Date::from_ymd(2026, 11, 23)
