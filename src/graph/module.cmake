acquis_module(graph
  HEADERS assemble.hpp graph.hpp policy.hpp scratch.hpp spread.hpp trace.hpp
  SOURCES graph.cpp trace.cpp)
