# The Python peers that the interop tests and the demo talk to, one virtual environment for each version of them.
source scripts/environments.bash

# need_peers VERSION...: makes .venv/peers-VERSION from tests/interop/peers/requirements-VERSION.txt, once.
need_peers() {
  local version
  for version in "$@"; do need_environment "peers-$version" "tests/interop/peers/requirements-$version.txt"; done
}
