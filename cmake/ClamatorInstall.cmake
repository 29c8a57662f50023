# What `cmake --install` puts where. A static and a shared build may go into the same prefix: each brings a file of
# targets of its own, and find_package(clamator) takes the shared ones unless CLAMATOR_USE_STATIC_LIBS is set.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(libraries clamator_protocol clamator_rpc clamator_memory clamator_redis)
if(CLAMATOR_BUILD_GENERATED)
  list(APPEND libraries clamator_generated)
endif()
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/clamator)
set(kind static)
if(BUILD_SHARED_LIBS)
  set(kind shared)
endif()

# The libraries find each other wherever the prefix is moved to.
if(NOT DEFINED CMAKE_INSTALL_RPATH)
  set_target_properties(${libraries} PROPERTIES
    INSTALL_RPATH $<IF:$<PLATFORM_ID:Darwin>,@loader_path,$ORIGIN>)
endif()
install(TARGETS ${libraries} EXPORT clamator
  ARCHIVE COMPONENT development
  RUNTIME COMPONENT libraries
  LIBRARY COMPONENT libraries NAMELINK_COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
if(CLAMATOR_BUILD_CODEGEN)
  install(TARGETS clamator_codegen RUNTIME COMPONENT development)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/clamator DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT development FILES_MATCHING PATTERN *.hpp)

# Manuals, and examples to begin with.
install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
  ${PROJECT_SOURCE_DIR}/CONTRIBUTING.md ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development
  FILES_MATCHING PATTERN *.md PATTERN *.json)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT development)

# What makes documents of contracts: a package for npm.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/contracts DESTINATION ${CMAKE_INSTALL_DATADIR}/clamator COMPONENT development
  PATTERN node_modules EXCLUDE PATTERN test EXCLUDE)

# For CMake.
install(EXPORT clamator FILE clamator-${kind}-targets.cmake NAMESPACE clamator:: DESTINATION ${package_dir}
  COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/clamator-config.cmake.in
  ${PROJECT_BINARY_DIR}/package/clamator-config.cmake INSTALL_DESTINATION ${package_dir}
  PATH_VARS CMAKE_INSTALL_BINDIR)
set(compatible SameMajorVersion)
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatible SameMinorVersion)
endif()
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/clamator-config-version.cmake
  COMPATIBILITY ${compatible})
install(FILES
  ${PROJECT_BINARY_DIR}/package/clamator-config.cmake
  ${PROJECT_BINARY_DIR}/package/clamator-config-version.cmake
  ${CMAKE_CURRENT_LIST_DIR}/ClamatorGenerate.cmake
  ${CMAKE_CURRENT_LIST_DIR}/FindRE2.cmake
  DESTINATION ${package_dir} COMPONENT development)

# For pkg-config. Boost has no files of its own there. What static libraries need besides is private, so that
# programs with shared ones do not link it; where there are only static ones, everybody needs it.
file(RELATIVE_PATH pc_up ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" pc_up ${pc_up})
set(container "")
if(TARGET Boost::container)
  set(container " -lboost_container")
endif()

function(clamator_pkg_config room description)
  cmake_parse_arguments(ARG "" "REQUIRES;PRIVATE_REQUIRES;LIBS;PRIVATE_LIBS" "" ${ARGN})
  set(libdir "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
  set(includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
  if(IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
    set(libdir ${CMAKE_INSTALL_LIBDIR})
  endif()
  if(IS_ABSOLUTE ${CMAKE_INSTALL_INCLUDEDIR})
    set(includedir ${CMAKE_INSTALL_INCLUDEDIR})
  endif()
  set(requires "${ARG_REQUIRES}")
  set(libs "-L\${libdir} -lclamator_${room}${ARG_LIBS}")
  set(requires_private "")
  set(libs_private "")
  if(BUILD_SHARED_LIBS)
    set(requires_private "${ARG_PRIVATE_REQUIRES}")
    set(libs_private "${ARG_PRIVATE_LIBS}")
  else()
    string(APPEND requires " ${ARG_PRIVATE_REQUIRES}")
    string(APPEND libs "${ARG_PRIVATE_LIBS}")
  endif()
  configure_file(${PROJECT_SOURCE_DIR}/cmake/clamator.pc.in ${PROJECT_BINARY_DIR}/package/clamator-${room}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/package/clamator-${room}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT development)
endfunction()

clamator_pkg_config(protocol "envelopes, errors and JSON" LIBS " -lboost_json" PRIVATE_LIBS "${container}")
clamator_pkg_config(rpc "clients and servers without a transport" REQUIRES clamator-protocol LIBS " -pthread")
clamator_pkg_config(memory "calls within a process" REQUIRES clamator-rpc)
clamator_pkg_config(redis "calls over Redis streams" REQUIRES clamator-rpc
  PRIVATE_REQUIRES openssl PRIVATE_LIBS " -lboost_url")
if(CLAMATOR_BUILD_GENERATED)
  clamator_pkg_config(generated "what generated code is linked with" REQUIRES clamator-rpc PRIVATE_LIBS " -lre2")
endif()
