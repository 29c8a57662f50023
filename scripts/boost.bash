# Which Boost packages to ask for: Debian and Ubuntu put the version into their names, and each release has others.

readonly oldest_boost=81

# Sets boost_version, as in "1.81": the one that is installed if it will do, else the oldest that apt offers.
choose_boost() {
  local minors
  minors=$(installed_packages | sed -n 's/^libboost1\.\([0-9]*\)-dev$/\1/p')
  if pick_boost "$minors"; then return; fi
  if pick_boost "$(offered_boosts)"; then return; fi
  update_package_lists "libboost1.$oldest_boost-dev" # a fresh machine has none
  pick_boost "$(offered_boosts)" || cannot_install "libboost1.$oldest_boost-dev (or a later one)"
}

pick_boost() {
  local minor
  for minor in $1; do
    if ((minor >= oldest_boost)); then
      # shellcheck disable=SC2034 # for whoever asked to choose
      boost_version=1.$minor
      return
    fi
  done
  return 1
}

offered_boosts() {
  apt-cache --names-only search '^libboost-url1\.[0-9]+-dev$' | sed 's/^libboost-url1\.\([0-9]*\)-dev .*/\1/' | sort -n
}
