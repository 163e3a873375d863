acquis_module(query
  HEADERS ask.hpp evaluate.hpp node_set.hpp parse.hpp resolve.hpp syntax.hpp
  SOURCES ask.cpp evaluate.cpp format.cpp functions.cpp lexer.cpp node_set.cpp operators.cpp
          parse.cpp path_compile.cpp path_run.cpp problem.cpp resolve.cpp words.cpp)
