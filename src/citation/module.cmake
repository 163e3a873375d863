acquis_module(citation
  HEADERS language.hpp citation.hpp words.hpp scan.hpp literal.hpp treaty_divisions.hpp treaty_shape.hpp write.hpp celex.hpp eli.hpp akn.hpp
    ecli.hpp legal_basis_code.hpp oj.hpp names.hpp extract.hpp parse.hpp detect_language.hpp lint.hpp
  SOURCES citation.cpp phrases.cpp works.cpp place_text.cpp write.cpp names.cpp parse.cpp parse_words.cpp detect_language.cpp
    lint.cpp lint_phrase.cpp lint_tokens.cpp
    read/lexicon.cpp read/words_en.cpp read/words_fr.cpp read/words_nl.cpp read/words_de.cpp
    read/data/named_works.cpp read/cursor.cpp read/prefilter.cpp read/work_reader.cpp read/levels.cpp read/phrase.cpp read/attach.cpp read/items.cpp
    read/values.cpp read/antecedents.cpp read/connective.cpp read/binding.cpp read/amending.cpp
    read/titles.cpp read/extractor.cpp)
