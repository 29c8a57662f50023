# The Python peers that the interop tests and the demo talk to, one virtual environment for each version of them.
source scripts/messages.bash
source scripts/python.bash

# need_peers VERSION...: makes .venv/peers-VERSION from tests/interop/peers/requirements-VERSION.txt, once.
need_peers() {
  local version
  for version in "$@"; do make_peers "$version"; done
}

make_peers() {
  local pins=tests/interop/peers/requirements-$1.txt directory=.venv/peers-$1 stamp wanted python
  stamp=$directory/made-from
  # A virtual environment knows its own path, so one in a tree that was moved has to be made again.
  wanted="$PWD"$'\n'$(<"$pins")
  if [[ -r $stamp && $(<"$stamp") == "$wanted" && -x $directory/bin/python ]]; then return; fi

  python=$(find_python) || fail "no Python 3.11 or later with venv was found: install one, or name it in CLAMATOR_PYTHON"
  say "Making $directory with $python"
  rm -rf "$directory"
  quietly "venv-$1" "$python" -m venv "$directory"
  quietly "pip-$1" "$directory/bin/python" -m pip install --disable-pip-version-check --requirement "$pins"
  echo "$wanted" >"$stamp"
}
