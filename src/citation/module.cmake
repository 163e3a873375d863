acquis_module(citation
  HEADERS language.hpp citation.hpp words.hpp scan.hpp literal.hpp treaty_divisions.hpp treaty_shape.hpp write.hpp celex.hpp eli.hpp akn.hpp
    ecli.hpp legal_basis_code.hpp oj.hpp
  SOURCES citation.cpp phrases.cpp works.cpp place_text.cpp write.cpp)
