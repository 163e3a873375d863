acquis_module(graph
  HEADERS assemble.hpp chains.hpp graph.hpp impact.hpp policy.hpp scratch.hpp spread.hpp trace.hpp
  SOURCES chains.cpp graph.cpp impact.cpp trace.cpp)
