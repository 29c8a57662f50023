# Finding a Python that can make the virtual environments of the peers.

# Prints the first that is 3.11 or later and has venv, whichever python3 comes first on the PATH. Where there is
# none, says on stderr why those that were found will not do.
find_python() {
  local candidate answer rejected=''
  for candidate in ${CLAMATOR_PYTHON:+"$CLAMATOR_PYTHON"} python3 /usr/bin/python3 \
    python3.14 python3.13 python3.12 python3.11; do
    command -v "$candidate" >/dev/null || continue
    if answer=$("$candidate" -c 'import sys, ensurepip, venv
if sys.version_info < (3, 11): sys.exit("it is " + sys.version.split()[0])' 2>&1); then
      command -v "$candidate"
      return
    fi
    rejected+="dev: $(command -v "$candidate") will not do: ${answer##*$'\n'}"$'\n'
  done
  printf '%s' "$rejected" >&2
  return 1
}
