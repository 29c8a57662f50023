# Configuring and building one preset of CMakePresets.json into build/<preset>.
source scripts/jobs.bash

# Sets launcher. Said each time, so that a tree goes on building when ccache comes or goes.
launch_with_ccache() {
  launcher=''
  if command -v ccache >/dev/null; then launcher=ccache; fi
}

# configure PRESET [cmake arguments]
configure() {
  launch_with_ccache
  local headers=()
  # ccache finds nothing again in another folder that clang compiled with a precompiled header, since that is named by
  # its whole path.
  if [[ -n $launcher && ($1 == tsan || $1 == clang) ]]; then headers+=(-D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON); fi
  cmake --preset "$@" "${headers[@]}" --log-level=WARNING -D CMAKE_CXX_COMPILER_LAUNCHER="$launcher"
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
  # ccache cannot see into a precompiled header unless it is told that its defines and times do not matter.
  CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros,include_file_mtime,include_file_ctime} \
    cmake --build "build/$preset" --parallel "$(jobs_that_fit)" "$@"
}
