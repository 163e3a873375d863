# Everything is found, nothing is fetched or vendored; what is missing is named by its Debian package.
macro(acquis_need package debian target)
  if(NOT TARGET ${target})
    find_package(${package} QUIET)
  endif()
  if(NOT TARGET ${target})
    message(FATAL_ERROR "acquis needs ${package}. On Debian: apt-get install ${debian}")
  endif()
endmacro()

acquis_need(absl libabsl-dev absl::statusor)
acquis_need(pugixml libpugixml-dev pugixml::pugixml)
acquis_need(nlohmann_json nlohmann-json3-dev nlohmann_json::nlohmann_json)

# Headers only, and none of them in ours but graph/bgl.hpp.
acquis_need(Boost libboost-dev Boost::headers)

# RE2 comes without files for CMake: it is linked by its name.
find_path(ACQUIS_RE2_INCLUDE re2/re2.h)
mark_as_advanced(ACQUIS_RE2_INCLUDE)
if(NOT ACQUIS_RE2_INCLUDE)
  message(FATAL_ERROR "acquis needs re2. On Debian: apt-get install libre2-dev")
endif()
