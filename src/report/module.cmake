acquis_module(report
  HEADERS coverage.hpp diff.hpp figure.hpp health.hpp json.hpp text.hpp
  SOURCES chain_writer.cpp coverage.cpp diff.cpp explanation.cpp figure.cpp health.cpp json.cpp phrases.cpp
          sarif.cpp text.cpp)
