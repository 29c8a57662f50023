# Python virtual environments, each made from a file of pinned packages.
source scripts/messages.bash
source scripts/python.bash

# need_environment NAME PINS: makes .venv/NAME from the file, once.
need_environment() {
  local name=$1 pins=$2 directory=.venv/$1 stamp wanted python
  stamp=$directory/made-from
  # A virtual environment knows its own path, so one in a tree that was moved has to be made again.
  wanted="$PWD"$'\n'$(<"$pins")
  if [[ -r $stamp && $(<"$stamp") == "$wanted" && -x $directory/bin/python ]]; then return; fi

  python=$(find_python) || fail "no Python 3.11 or later with venv was found: install one, or name it in CLAMATOR_PYTHON"
  say "Making $directory with $python"
  rm -rf "$directory"
  quietly "venv-$name" "$python" -m venv "$directory"
  quietly "pip-$name" "$directory/bin/python" -m pip install --disable-pip-version-check --requirement "$pins"
  echo "$wanted" >"$stamp"
}
