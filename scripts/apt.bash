# Installing packages on Debian and Ubuntu.

is_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

# shellcheck disable=SC2016 # dpkg-query's own variables
installed_packages() { dpkg-query --show --showformat='${db:Status-Abbrev}${Package}\n' | sed -n 's/^ii //p'; }

# Installs those of the named packages that are missing; needs no root and takes no time where none is.
install_missing() {
  local installed package missing=()
  installed=$'\n'$(installed_packages)$'\n'
  for package in "$@"; do
    [[ $installed == *$'\n'"$package"$'\n'* ]] || missing+=("$package")
  done
  if [[ ${#missing[@]} -eq 0 ]]; then return; fi

  update_package_lists "${missing[@]}"
  say "Installing ${missing[*]} (this can take some minutes)"
  # A machine's owner decides what is removed from it, for instance an older Boost that is in the way.
  quietly apt-install apt_as_root install --no-install-recommends --no-remove "${missing[@]}" ||
    cannot_install "${missing[@]}"
}

# update_package_lists PACKAGE...: once a run; the packages are those to name where there is no way to be root.
update_package_lists() {
  if [[ -n ${package_lists_updated:-} ]]; then return; fi
  become_root "$@"
  quietly apt-update apt_as_root update || say "Going on with the package lists that are here"
  package_lists_updated=yes
}

# become_root PACKAGE...: finds out, asking for a password if need be, what apt_as_root has to go through.
become_root() {
  as_root=()
  if ((EUID == 0)); then return; fi
  command -v sudo >/dev/null || cannot_install "$@"
  as_root=(sudo)
  [[ -t 0 ]] || as_root+=(--non-interactive)
  "${as_root[@]}" --validate || cannot_install "$@"
}

apt_as_root() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get --yes "$@"; }

cannot_install() {
  printf 'dev: missing packages: %s\n' "$*" >&2
  fail "they could not be installed from here; as root, run: apt-get update && apt-get install $*"
}
