# cmake -DROOT=dir -DCLANG_FORMAT=program -P format.cmake: every C++ file is formatted.
set(files "")
foreach(part include src examples tests bench)
  file(GLOB_RECURSE found ${ROOT}/${part}/*.hpp ${ROOT}/${part}/*.cpp)
  list(APPEND files ${found})
endforeach()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files}
  RESULT_VARIABLE result ERROR_VARIABLE said)
if(NOT result EQUAL 0)
  string(SUBSTRING "${said}" 0 4000 said)
  message(FATAL_ERROR "${said}\nclang-format -i mends it")
endif()
