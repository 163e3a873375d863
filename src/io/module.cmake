acquis_module(io
  HEADERS embedded.hpp import.hpp load.hpp review.hpp save.hpp
  SOURCES embedded.cpp format.cpp import/act_writer.cpp import/assemble.cpp import/formex.cpp
    import/formex_text.cpp import/formulas.cpp import/import.cpp import/parsed_file.cpp
    import/paths.cpp import/printed_number.cpp import/settle.cpp import/text_run.cpp
    import/xhtml.cpp import/xhtml_text.cpp load.cpp read_corpus.cpp review.cpp save.cpp source_text.cpp well_formed.cpp)
