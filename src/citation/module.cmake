acquis_module(citation
  HEADERS language.hpp citation.hpp words.hpp scan.hpp literal.hpp
  SOURCES citation.cpp)
