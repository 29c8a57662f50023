# Building one preset and running its tests.
source scripts/packages.bash
source scripts/peers.bash
source scripts/contracts.bash
source scripts/cmake.bash

codegen=() # cmake arguments about the generator

# test_preset PRESET [ctest arguments]
test_preset() {
  local preset=$1
  shift
  need_packages
  need_peers 0.1.5 newest
  need_contracts
  configure "$preset" "${codegen[@]}"
  compile "$preset"
  run_tests "$preset" "$@"
}

# run_tests PRESET [ctest arguments]: what is built already.
run_tests() {
  local preset=$1
  shift
  # Tests start real servers and measure time-outs: two side by side keep a small machine honest.
  ctest --test-dir "build/$preset" --output-on-failure --no-tests=error --parallel 2 "$@"
}
