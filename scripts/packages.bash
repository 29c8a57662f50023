# What the system must have: packages on Debian and Ubuntu, tools on the PATH elsewhere.
source scripts/messages.bash
source scripts/boost.bash
source scripts/apt.bash
source scripts/python.bash

readonly libraries='Boost 1.81 or later (headers, json, url), OpenSSL, GoogleTest and GoogleMock, Google Benchmark, hiredis, simdjson, nlohmann-json, CLI11, RE2, Lua 5.1'

# need_packages: all that building, testing and the demo take.
need_packages() {
  if ! is_debian; then
    need_tools_elsewhere
    return
  fi
  choose_boost
  local packages=("libboost$boost_version-dev" "libboost-json$boost_version-dev" "libboost-url$boost_version-dev"
    libssl-dev libgtest-dev libgmock-dev libbenchmark-dev libhiredis-dev libsimdjson-dev nlohmann-json3-dev libcli11-dev libre2-dev liblua5.1-0-dev)
  has_tool g++ || packages+=(g++)
  has_tool cmake || packages+=(cmake)
  has_tool ninja || packages+=(ninja-build)
  has_tool pkg-config || packages+=(pkg-config)
  has_tool dpkg-shlibdeps || packages+=(dpkg-dev)
  has_tool fakeroot || packages+=(fakeroot)
  has_redis || packages+=(redis-server)
  find_python >/dev/null || packages+=(python3-venv)
  install_missing "${packages[@]}"
}

# need_tool NAME: a program whose Debian package has the same name.
need_tool() {
  if has_tool "$1"; then return; fi
  is_debian || fail "$1 is needed and not on the PATH: install it and run this again"
  install_missing "$1"
}

# need_clang: the compiler, what its sanitizers run on, and the symbolizer that names the functions in their reports.
need_clang() {
  if is_debian; then
    install_missing clang-19 libclang-rt-19-dev llvm-19
  else
    need_tool clang++-19
    need_tool llvm-symbolizer-19
  fi
}

need_tools_elsewhere() {
  local missing=()
  has_tool c++ || has_tool g++ || has_tool clang++ || missing+=("a C++20 compiler (g++ 12, clang 16)")
  has_tool cmake || missing+=("cmake 3.25")
  has_tool ninja || missing+=(ninja)
  has_tool pkg-config || missing+=(pkg-config)
  has_redis || missing+=("redis-server (6.2 or later)")
  find_python >/dev/null || missing+=("python 3.11 or later with venv")
  if [[ ${#missing[@]} -eq 0 ]]; then
    return
  fi
  printf 'dev: not on the PATH: %s\n' "${missing[@]}" >&2
  printf 'dev: also needed are these libraries: %s\n' "$libraries" >&2
  fail "this system has no apt: install the above with its own package manager and run this again"
}

has_tool() { command -v "$1" >/dev/null; }
has_redis() { [[ -n ${CLAMATOR_REDIS_SERVER:-} ]] || has_tool redis-server; }
