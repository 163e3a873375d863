# acquis_embed(TARGET file...): the bytes of the files, compiled into TARGET and found at run time
# through acquis::detail::embedded_files() (src/io/embedded_files.hpp), in the order given.
function(acquis_embed target)
  set(bytes "")
  set(rows "")
  foreach(file IN LISTS ARGN)
    cmake_path(GET file STEM name)
    string(MAKE_C_IDENTIFIER ${name} symbol)
    string(APPEND bytes "ACQUIS_EMBED(${symbol}, \"${file}\")\n")
    string(APPEND rows "      {\"${name}\", acquis_embedded_${symbol},\n"
      "       static_cast<std::size_t>(acquis_embedded_${symbol}_end - acquis_embedded_${symbol})},\n")
  endforeach()
  set(table ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
  configure_file(${PROJECT_SOURCE_DIR}/src/cmake/embedded_files.cpp.in ${table} @ONLY)
  set_property(SOURCE ${table} PROPERTY OBJECT_DEPENDS "${ARGN}")
  target_sources(${target} PRIVATE ${table})
endfunction()
