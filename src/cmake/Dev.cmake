# What only our own targets are built with: never installed, never exported.
add_library(acquis_dev INTERFACE)
target_compile_options(acquis_dev INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Wnull-dereference)
if(ACQUIS_WERROR)
  target_compile_options(acquis_dev INTERFACE -Werror)
endif()

if(PROJECT_IS_TOP_LEVEL AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(ACQUIS_CCACHE ccache)
  mark_as_advanced(ACQUIS_CCACHE)
  if(ACQUIS_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ACQUIS_CCACHE})
  endif()
endif()
