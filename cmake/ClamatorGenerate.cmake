# clamator_generate(): typed C++ of contracts, made while building.

# clamator_generate(TARGET <target> DOCUMENTS <file>... | CONTRACTS <file>...
#                   [PUBLIC] [NAMESPACE <outer>] [OUT <folder>] [DOCUMENTS_DIR <folder>])
#
# Adds <service>.hpp and <service>.cpp of each contract to <target>, which finds the header as "<service>.hpp" and is linked
# with clamator::generated. With PUBLIC whoever links the target sees both, too.
#   DOCUMENTS      contract documents; they need nothing besides.
#   CONTRACTS      TypeScript or JavaScript; they need Node.js and clamator-contracts (CLAMATOR_CONTRACTS_TOOL names it). Their
#                  documents are made when CMake runs, which it does again when a file beside them changes.
#   NAMESPACE      a namespace around those of the services.
#   OUT            where the sources go; by default in the build directory.
#   DOCUMENTS_DIR  where the documents of CONTRACTS go; by default in the build directory.
# When cross-compiling, CLAMATOR_CODEGEN_EXECUTABLE names a clamator-codegen for this machine, or it is on the PATH.
function(clamator_generate)
  cmake_parse_arguments(PARSE_ARGV 0 ARG "PUBLIC" "TARGET;NAMESPACE;OUT;DOCUMENTS_DIR" "DOCUMENTS;CONTRACTS")
  if(ARG_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "clamator_generate: unknown argument ${ARG_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT TARGET "${ARG_TARGET}")
    message(FATAL_ERROR "clamator_generate: TARGET has to name a target, and \"${ARG_TARGET}\" is none")
  endif()
  get_target_property(made_in ${ARG_TARGET} SOURCE_DIR)
  if(NOT made_in STREQUAL CMAKE_CURRENT_SOURCE_DIR)
    message(FATAL_ERROR "clamator_generate: call it in the folder that makes the target ${ARG_TARGET}, ${made_in}: CMake "
      "does not let another one add what it generates")
  endif()
  if(NOT ARG_DOCUMENTS AND NOT ARG_CONTRACTS)
    message(FATAL_ERROR "clamator_generate: give DOCUMENTS or CONTRACTS")
  endif()
  set(base ${CMAKE_CURRENT_BINARY_DIR}/clamator/${ARG_TARGET})
  if(NOT ARG_OUT)
    set(ARG_OUT ${base})
  endif()
  cmake_path(ABSOLUTE_PATH ARG_OUT BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR})
  if(ARG_CONTRACTS)
    if(NOT ARG_DOCUMENTS_DIR)
      set(ARG_DOCUMENTS_DIR ${base}/documents)
    endif()
    cmake_path(ABSOLUTE_PATH ARG_DOCUMENTS_DIR BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    _clamator_documents_of_contracts(made ${base}/fresh "${ARG_DOCUMENTS_DIR}" ${ARG_CONTRACTS})
    list(APPEND ARG_DOCUMENTS ${made})
  endif()
  _clamator_codegen_command(command depends)
  set(options --out-cpp ${ARG_OUT})
  file(MAKE_DIRECTORY ${base})
  if(ARG_NAMESPACE)
    list(APPEND options --cpp-namespace ${ARG_NAMESPACE})
  endif()
  foreach(document IN LISTS ARG_DOCUMENTS)
    cmake_path(ABSOLUTE_PATH document BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    _clamator_stem_of(stem ${document})
    set(made ${ARG_OUT}/${stem}.hpp ${ARG_OUT}/${stem}.cpp)
    # What would not change is not written, so that nobody compiles it again. Files then may be older than what they are made
    # of; the stamp tells that they are right all the same.
    set(stamp ${base}/${stem}.stamp)
    add_custom_command(OUTPUT ${stamp} BYPRODUCTS ${made}
      COMMAND ${command} --src ${document} ${options}
      COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
      DEPENDS ${document} ${depends}
      COMMENT "Generating ${stem}.hpp and ${stem}.cpp" VERBATIM)
    target_sources(${ARG_TARGET} PRIVATE ${made} ${stamp})
  endforeach()
  set(scope PRIVATE)
  if(ARG_PUBLIC)
    set(scope PUBLIC)
  endif()
  target_include_directories(${ARG_TARGET} ${scope} $<BUILD_INTERFACE:${ARG_OUT}>)
  target_link_libraries(${ARG_TARGET} ${scope} clamator::generated)
endfunction()

# How the files of a document's service are called, as clamator-codegen calls them.
function(_clamator_stem_of result document)
  if(NOT EXISTS ${document})
    message(FATAL_ERROR "clamator_generate: no file ${document}")
  endif()
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${document})
  file(READ ${document} text)
  string(JSON service ERROR_VARIABLE problem GET "${text}" service)
  if(problem)
    message(FATAL_ERROR "clamator_generate: ${document} is no contract document: ${problem}")
  endif()
  string(REPLACE "-" "_" stem "${service}")
  set(${result} ${stem} PARENT_SCOPE)
endfunction()

# The program that generates, and what has to be built before it can run.
function(_clamator_codegen_command command depends)
  set(found clamator::codegen)
  if(CLAMATOR_CODEGEN_EXECUTABLE OR NOT TARGET clamator::codegen OR CMAKE_CROSSCOMPILING)
    # Not where packages are looked for: what is there runs on the other machine.
    find_program(CLAMATOR_CODEGEN_EXECUTABLE clamator-codegen NO_CMAKE_PATH NO_CMAKE_ENVIRONMENT_PATH)
    set(found ${CLAMATOR_CODEGEN_EXECUTABLE})
  endif()
  if(NOT found)
    message(FATAL_ERROR "clamator_generate: clamator-codegen is needed, for the machine that builds: set "
      "CLAMATOR_CODEGEN_EXECUTABLE to it, or build clamator with CLAMATOR_BUILD_CODEGEN")
  endif()
  set(${command} ${found} PARENT_SCOPE)
  set(${depends} ${found} PARENT_SCOPE)
endfunction()

# Makes the documents of contracts, and has CMake run again when one of the files beside them changes. They are made in
# `fresh` first, so that a refused contract leaves those in `folder` as they are.
function(_clamator_documents_of_contracts result fresh folder)
  set(sources "")
  foreach(contract IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH contract BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    if(NOT EXISTS ${contract})
      message(FATAL_ERROR "clamator_generate: no file ${contract}")
    endif()
    list(APPEND sources --src ${contract})
    cmake_path(GET contract PARENT_PATH beside)
    file(GLOB imported CONFIGURE_DEPENDS ${beside}/*.ts ${beside}/*.mts ${beside}/*.js ${beside}/*.mjs)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${imported})
  endforeach()
  _clamator_contracts_command(command ${beside})
  file(REMOVE_RECURSE ${fresh})
  execute_process(COMMAND ${command} ${sources} --out ${fresh}
    RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "clamator_generate: clamator-contracts refused the contracts or could not be run (${status})\n${said}")
  elseif(said)
    message(NOTICE "${said}")
  endif()
  file(GLOB names RELATIVE ${fresh} ${fresh}/*.json)
  file(MAKE_DIRECTORY ${folder})
  set(made "")
  foreach(name IN LISTS names)
    file(COPY_FILE ${fresh}/${name} ${folder}/${name} ONLY_IF_DIFFERENT)
    list(APPEND made ${folder}/${name})
  endforeach()
  set(${result} "${made}" PARENT_SCOPE)
endfunction()

# clamator-contracts: as named, as npm installed it in the folder of contracts or one above, or on the PATH.
function(_clamator_contracts_command result folder)
  set(tool "${CLAMATOR_CONTRACTS_TOOL}")
  while(NOT tool)
    if(EXISTS ${folder}/node_modules/.bin/clamator-contracts)
      set(tool ${folder}/node_modules/.bin/clamator-contracts)
    endif()
    cmake_path(GET folder PARENT_PATH above)
    if(above STREQUAL folder)
      break()
    endif()
    set(folder ${above})
  endwhile()
  if(NOT tool)
    find_program(CLAMATOR_CONTRACTS_TOOL clamator-contracts)
    set(tool ${CLAMATOR_CONTRACTS_TOOL})
  endif()
  if(NOT tool)
    message(FATAL_ERROR "clamator_generate: CONTRACTS need clamator-contracts: in the project, run npm install "
      "--save-dev --install-links and the path of share/clamator/contracts, which clamator installs, or set CLAMATOR_CONTRACTS_TOOL to it; DOCUMENTS need neither")
  endif()
  if(tool MATCHES "\\.m?js$")
    find_program(CLAMATOR_NODE node REQUIRED)
    list(PREPEND tool ${CLAMATOR_NODE})
  endif()
  set(${result} ${tool} PARENT_SCOPE)
endfunction()
