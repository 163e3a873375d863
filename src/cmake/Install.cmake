# The installed package: library, headers, command, corpora, schemas, and the files by which CMake
# and pkg-config find them.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(acquis_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/acquis)

install(TARGETS acquis EXPORT acquisTargets FILE_SET HEADERS)
install(EXPORT acquisTargets NAMESPACE acquis:: DESTINATION ${acquis_config_dir})
if(TARGET acquis_bgl)
  install(TARGETS acquis_bgl EXPORT acquisBglTargets FILE_SET HEADERS)
  install(EXPORT acquisBglTargets NAMESPACE acquis:: DESTINATION ${acquis_config_dir})
endif()
if(TARGET acquis_tool)
  if(BUILD_SHARED_LIBS)
    file(RELATIVE_PATH to_lib ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(acquis_tool PROPERTIES INSTALL_RPATH "$ORIGIN/${to_lib}")
  endif()
  install(TARGETS acquis_tool)
endif()
install(FILES ${ACQUIS_CORPORA} DESTINATION ${CMAKE_INSTALL_DATADIR}/acquis/corpora)
install(DIRECTORY schemas/ DESTINATION ${CMAKE_INSTALL_DATADIR}/acquis/schemas)

configure_package_config_file(src/cmake/acquisConfig.cmake.in acquisConfig.cmake
  INSTALL_DESTINATION ${acquis_config_dir})
write_basic_package_version_file(acquisConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/acquisConfig.cmake ${PROJECT_BINARY_DIR}/acquisConfigVersion.cmake
  DESTINATION ${acquis_config_dir})

file(RELATIVE_PATH acquis_pc_prefix
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
set(acquis_pc_requires "absl_flat_hash_map absl_strings pugixml re2")
# A static library brings none of its own dependencies: then what it needs is everybody's.
if(BUILD_SHARED_LIBS)
  set(acquis_pc_public "absl_statusor")
  set(acquis_pc_private "${acquis_pc_requires}")
else()
  set(acquis_pc_public "absl_statusor ${acquis_pc_requires}")
  set(acquis_pc_private "")
endif()
configure_file(src/cmake/acquis.pc.in acquis.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/acquis.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
