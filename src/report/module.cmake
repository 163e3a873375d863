acquis_module(report
  HEADERS coverage.hpp figure.hpp json.hpp text.hpp
  SOURCES chain_writer.cpp coverage.cpp explanation.cpp figure.cpp json.cpp phrases.cpp text.cpp)
