#!/bin/sh
# Installs the Debian packages into an empty root, builds find_package/ from there with either kind of library, runs
# both programs, and removes the packages again.
#
#   deb.sh PACKAGES WORK COMPILER [LAUNCHER]      the directory of the .deb files, one to work in, the compiler
set -eu
sources=$(cd "$(dirname "$0")" && pwd)
packages=$(cd "$1" && pwd)
rm -rf "$2"
mkdir -p "$2"
work=$(cd "$2" && pwd)
root=$work/root
compiler=$3
launcher=${4:-}

fail() {
  printf 'deb.sh: %s\n' "$*" >&2
  exit 1
}

# The root has no other packages, which is why dependencies are not looked at, and no programs to run scripts with.
dpkg_there() {
  set -- dpkg --root="$root" --log="$work/dpkg.log" --force-depends --force-script-chrootless "$@"
  [ "$(id -u)" = 0 ] || set -- fakeroot -s "$work/owners" -i "$work/owners" "$@"
  PATH=$PATH:/usr/sbin:/sbin "$@" >"$work/dpkg.out" 2>&1 || fail "$(cat "$work/dpkg.out")"
}

mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
touch "$root/var/lib/dpkg/status" "$root/var/lib/dpkg/available" "$work/owners"
dpkg_there --install "$packages"/libclamator*.deb

dpkg-deb --field "$packages"/libclamator[0-9]*.deb Depends | grep -q 'libboost-json.*libssl3' ||
  fail "the package of shared libraries does not depend on Boost.JSON and OpenSSL"
dpkg-deb --field "$packages"/libclamator-dev*.deb Depends | grep -q '^libclamator0.*libboost-json.*-dev' ||
  fail "the package of headers does not depend on the shared libraries and Boost.JSON"

libraries=$(dirname "$(find "$root" -name libclamator_redis.so)")
for static in OFF ON; do
  cmake -S "$sources/find_package" -B "$work/app-$static" --log-level=WARNING -D CMAKE_PREFIX_PATH="$root/usr" \
    -D CMAKE_CXX_COMPILER="$compiler" -D CMAKE_CXX_COMPILER_LAUNCHER="$launcher" -D CLAMATOR_USE_STATIC_LIBS=$static
  cmake --build "$work/app-$static" >"$work/build.log" 2>&1 || fail "$(cat "$work/build.log")"
  LD_LIBRARY_PATH="$libraries" "$work/app-$static/app"
  needed=$(readelf --dynamic "$work/app-$static/app" | grep -c 'NEEDED.*libclamator_redis.so.0' || true)
  case $static$needed in
    OFF1 | ON0) ;;
    *) fail "CLAMATOR_USE_STATIC_LIBS=$static, and the program needs $needed shared libraries of clamator's for Redis" ;;
  esac
done

dpkg_there --purge libclamator-dev "$(dpkg-deb --field "$packages"/libclamator[0-9]*.deb Package)"
left=$(find "$root/usr" -type f 2>/dev/null || true)
[ -z "$left" ] || fail "these files stay when the packages go: $left"
