#!/bin/sh
# Builds find_package/main.cpp as one does without CMake, and runs it.
#
#   pkg_config.sh PREFIX COMPILER...      the prefix is where clamator was installed
set -eu
prefix=$1
shift
sources=$(cd "$(dirname "$0")" && pwd)

PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name clamator-redis.pc)")
export PKG_CONFIG_PATH
version=$(pkg-config --modversion clamator-redis)
flags=$(pkg-config --cflags clamator-memory clamator-redis)
libraries=$(pkg-config --libs clamator-memory clamator-redis)
# shellcheck disable=SC2086 # these are lists of arguments
"$@" -std=c++20 $flags "-DEXPECTED_VERSION=\"$version\"" -c "$sources/find_package/main.cpp" -o main.o
# shellcheck disable=SC2086
"$@" main.o $libraries -o app
LD_LIBRARY_PATH=$(pkg-config --variable=libdir clamator-redis) ./app
