# What every target of this project is built with.

# Flags of the project's own targets, libraries and programs alike.
function(clamator_compile_options target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
    $<$<BOOL:${CLAMATOR_WARNINGS_AS_ERRORS}>:-Werror>)
  if(CLAMATOR_SANITIZE)
    # g++ 12 takes the checks that it adds itself for paths on which Asio's use_future would be uninitialised. The
    # builds without them keep the warning.
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_compile_options(${target} PRIVATE -fsanitize=${CLAMATOR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(${target} PRIVATE -fsanitize=${CLAMATOR_SANITIZE})
  endif()
endfunction()

# clamator_room(<name>): the library of one room, from src/<name>, as clamator::<name>.
function(clamator_room name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(clamator_${name} ${sources})
  add_library(clamator::${name} ALIAS clamator_${name})
  target_include_directories(clamator_${name}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    PRIVATE ${PROJECT_SOURCE_DIR}/src)
  # No macro says which library is being compiled, so that they can share a precompiled header.
  set_target_properties(clamator_${name} PROPERTIES EXPORT_NAME ${name} POSITION_INDEPENDENT_CODE ON
    DEFINE_SYMBOL "" VERSION ${PROJECT_VERSION} SOVERSION ${clamator_soversion})
  clamator_compile_options(clamator_${name})
endfunction()

# clamator_program(<target> SOURCES ... LIBRARIES ...): an executable of this project.
function(clamator_program target)
  cmake_parse_arguments(ARG "" "" "SOURCES;LIBRARIES" ${ARGN})
  add_executable(${target} ${ARG_SOURCES})
  target_link_libraries(${target} PRIVATE ${ARG_LIBRARIES})
  clamator_compile_options(${target})
endfunction()
