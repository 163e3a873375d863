acquis_module(report HEADERS coverage.hpp json.hpp text.hpp SOURCES coverage.cpp json.cpp phrases.cpp text.cpp)
