acquis_module(citation HEADERS language.hpp citation.hpp SOURCES citation.cpp)
