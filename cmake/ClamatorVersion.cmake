# The version stands in one place, the header that programs see.
set(version_header ${CMAKE_CURRENT_LIST_DIR}/../include/clamator/version.hpp)
if(NOT CMAKE_SCRIPT_MODE_FILE)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${version_header})
endif()
set(clamator_version "")
foreach(part MAJOR MINOR PATCH)
  file(STRINGS ${version_header} line REGEX "^#define CLAMATOR_VERSION_${part} [0-9]+$")
  string(REGEX REPLACE "^.* " "" number "${line}")
  list(APPEND clamator_version ${number})
endforeach()

# What shared libraries promise: while the version is 0.x, each minor version is an ABI of its own.
list(GET clamator_version 0 clamator_soversion)
if(clamator_soversion EQUAL 0)
  list(GET clamator_version 1 number)
  set(clamator_soversion 0.${number})
endif()
list(JOIN clamator_version . clamator_version)
