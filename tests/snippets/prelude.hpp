// What the examples of the headers take for granted: everything of acquis, and a few names.
#pragma once

#include <array>
#include <cstdio>
#include <span>
#include <string>
#include <vector>

#include "acquis_headers.hpp"

extern const acquis::Corpus& law;
extern const acquis::Graph& g;
extern const acquis::Graph& graph;
extern const acquis::Policy policy;
extern acquis::Scratch scratch;
extern const acquis::NodeId a, b, n, node, priority, article, first, last;
extern const acquis::EdgeId edge;
extern const acquis::NodeSet scope, priorities;
extern const std::vector<acquis::NodeId> places;
extern const acquis::Answer answer;
extern const acquis::Date today;
template <typename... Values>
void use(const Values&...);
template <typename Value>
void show(const Value&);
