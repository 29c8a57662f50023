# Configuring and building one preset of CMakePresets.json into build/<preset>.
source scripts/jobs.bash

# Sets launcher to cmake arguments. Said each time, so that a tree goes on building when ccache comes or goes.
launch_with_ccache() {
  launcher=(-D CMAKE_CXX_COMPILER_LAUNCHER= -D CMAKE_DISABLE_PRECOMPILE_HEADERS=OFF)
  # A precompiled header is named by its whole path, and differs each time that it is made, so ccache would have to keep
  # the header itself: g++ 12 has crashed over one that came from there, in every file that included it.
  if command -v ccache >/dev/null; then
    launcher=(-D CMAKE_CXX_COMPILER_LAUNCHER=ccache -D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON)
  fi
}

# configure PRESET [cmake arguments]
configure() {
  local preset=$1
  shift
  launch_with_ccache
  cmake --preset "$preset" "${launcher[@]}" -D CLAMATOR_UNITY_TESTS="${CLAMATOR_UNITY_TESTS:-OFF}" --log-level=WARNING "$@"
}

# use_release_codegen: builds the generator without sanitizers, and sets codegen to the cmake arguments by which another
# preset takes it.
use_release_codegen() {
  build release --target clamator_codegen
  codegen=(-D CLAMATOR_CODEGEN_EXECUTABLE="$PWD/build/release/codegen/clamator-codegen")
}

# build PRESET [cmake --build arguments]
build() {
  configure "$1"
  compile "$@"
}

compile() {
  local preset=$1
  shift
  cmake --build "build/$preset" --parallel "$(jobs_that_fit)" "$@"
}
