acquis_module(io
  HEADERS embedded.hpp load.hpp review.hpp save.hpp
  SOURCES embedded.cpp format.cpp load.cpp read_corpus.cpp review.cpp save.cpp source_text.cpp well_formed.cpp)
