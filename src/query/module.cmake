acquis_module(query
  HEADERS ask.hpp build.hpp evaluate.hpp node_set.hpp parse.hpp questions.hpp resolve.hpp syntax.hpp
          timeline.hpp
  SOURCES ask.cpp build.cpp evaluate.cpp format.cpp functions.cpp label_pattern.cpp lexer.cpp
          node_set.cpp operators.cpp parse.cpp path_compile.cpp path_run.cpp plan.cpp plan_text.cpp
          problem.cpp questions.cpp resolve.cpp run.cpp timeline.cpp words.cpp)
