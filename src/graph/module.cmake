acquis_module(graph
  HEADERS assemble.hpp batch.hpp chains.hpp graph.hpp impact.hpp policy.hpp reach_index.hpp rows.hpp
          scratch.hpp spread.hpp structure.hpp trace.hpp why_not.hpp
  SOURCES batch.cpp chains.cpp graph.cpp impact.cpp passages.cpp reach_index.cpp structure.cpp trace.cpp
          why_not.cpp)
