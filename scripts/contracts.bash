# What the contract front-end and its tests take: Node.js, and what npm installs into contracts/node_modules.
source scripts/messages.bash
source scripts/apt.bash

# need_contracts: both, as contracts/package-lock.json says.
need_contracts() {
  local lock=contracts/package-lock.json stamp=contracts/node_modules/made-from
  need_node
  if [[ -r $stamp ]] && cmp -s "$lock" "$stamp"; then return; fi
  say "Installing what contracts/ needs with npm"
  quietly npm npm ci --prefix contracts --no-audit --no-fund
  cp "$lock" "$stamp"
}

need_node() {
  if ! is_debian; then
    command -v node >/dev/null && command -v npm >/dev/null ||
      fail "Node.js 18 or later with npm is needed and not on the PATH: install it and run this again"
  elif ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    install_missing nodejs npm
  fi
  local version
  version=$(node --version)
  version=${version#v}
  ((${version%%.*} >= 18)) || fail "this is Node.js $version; 18 or later is needed"
}
