acquis_module(graph
  HEADERS assemble.hpp batch.hpp chains.hpp graph.hpp impact.hpp policy.hpp reach_index.hpp rows.hpp scratch.hpp spread.hpp trace.hpp
  SOURCES batch.cpp chains.cpp graph.cpp impact.cpp reach_index.cpp trace.cpp)
