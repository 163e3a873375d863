acquis_module(graph
  HEADERS assemble.hpp graph.hpp impact.hpp policy.hpp scratch.hpp spread.hpp trace.hpp
  SOURCES graph.cpp impact.cpp trace.cpp)
