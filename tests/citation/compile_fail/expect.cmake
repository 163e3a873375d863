# cmake -DCOMPILER=g++ -DINCLUDE=dir -DSOURCE=file -DCASE=n [-DMESSAGE=words@more] -P expect.cmake
# With MESSAGE the case must fail and print them; without, it must compile.
execute_process(
  COMMAND ${COMPILER} -std=c++20 -fsyntax-only -I${INCLUDE} -DCASE=${CASE} ${SOURCE}
  RESULT_VARIABLE result ERROR_VARIABLE errors)
if(NOT DEFINED MESSAGE)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "${SOURCE} case ${CASE} must compile:\n${errors}")
  endif()
elseif(result EQUAL 0)
  message(FATAL_ERROR "${SOURCE} case ${CASE} compiles and must not")
else()
  string(REPLACE "@" ";" MESSAGE "${MESSAGE}")
  foreach(wanted IN LISTS MESSAGE)
    string(FIND "${errors}" "${wanted}" at)
    if(at EQUAL -1)
      message(FATAL_ERROR "${SOURCE} case ${CASE}: no \"${wanted}\" in\n${errors}")
    endif()
  endforeach()
endif()
