# RE2 as re2::re2: by its own package where it has one (vcpkg, Conan), else by what is installed, for instance Debian's
# libre2-dev.
find_package(re2 CONFIG QUIET)
if(NOT TARGET re2::re2)
  find_path(RE2_INCLUDE_DIR re2/re2.h)
  find_library(RE2_LIBRARY re2)
endif()
include(FindPackageHandleStandardArgs)
if(TARGET re2::re2)
  set(RE2_FOUND TRUE)
else()
  find_package_handle_standard_args(RE2 REQUIRED_VARS RE2_LIBRARY RE2_INCLUDE_DIR
    REASON_FAILURE_MESSAGE "Install it, on Debian with: apt-get install libre2-dev")
  if(RE2_FOUND)
    add_library(re2::re2 UNKNOWN IMPORTED)
    set_target_properties(re2::re2 PROPERTIES IMPORTED_LOCATION ${RE2_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${RE2_INCLUDE_DIR})
  endif()
endif()
mark_as_advanced(RE2_INCLUDE_DIR RE2_LIBRARY)
