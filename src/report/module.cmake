acquis_module(report HEADERS json.hpp text.hpp SOURCES json.cpp phrases.cpp text.cpp)
