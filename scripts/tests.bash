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
  # Many tests wait more than they compute: a third beside two fills two cores. Tests measure time-outs as well, and
  # more of them would keep a small machine from being honest.
  ctest --test-dir "build/$preset" --output-on-failure --no-tests=error --parallel 3 "$@"
}
