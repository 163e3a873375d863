acquis_module(graph
  HEADERS assemble.hpp chains.hpp graph.hpp impact.hpp policy.hpp scratch.hpp spread.hpp
          structure.hpp trace.hpp why_not.hpp
  SOURCES chains.cpp graph.cpp impact.cpp passages.cpp structure.cpp trace.cpp why_not.cpp)
