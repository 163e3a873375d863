acquis_module(io
  HEADERS embedded.hpp load.hpp review.hpp save.hpp snapshot.hpp
  SOURCES embedded.cpp format.cpp load.cpp read_corpus.cpp review.cpp save.cpp snapshot.cpp
          snapshot_sound.cpp source_text.cpp well_formed.cpp write_file.cpp)
