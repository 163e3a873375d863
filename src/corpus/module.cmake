acquis_module(corpus
  HEADERS builder.hpp corpus.hpp fingerprint.hpp records.hpp
  SOURCES aliases.cpp builder.cpp check.cpp corpus.cpp fingerprint.cpp freeze.cpp order.cpp resolve.cpp
          work_type.cpp
          ../detail/nearest.cpp)
