# What only our own targets are built with: never installed, never exported.
add_library(acquis_dev INTERFACE)
target_compile_options(acquis_dev INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
  -Wold-style-cast -Wnull-dereference)
if(ACQUIS_WERROR)
  target_compile_options(acquis_dev INTERFACE -Werror)
endif()
