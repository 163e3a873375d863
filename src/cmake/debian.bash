# Sourced by examples/run and tests/run.

# need PACKAGE...: installs the Debian packages that are missing; silent when none is.
need() {
  local package missing=() root=()
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then root=(sudo); fi
  local install=("${root[@]}" env DEBIAN_FRONTEND=noninteractive
    apt-get install -qq -y --no-install-recommends "${missing[@]}")
  echo "installing ${missing[*]}" >&2
  # Lists that are absent or stale are fetched, then the same again, this time with its messages.
  "${install[@]}" >/dev/null 2>&1 || {
    "${root[@]}" apt-get update -qq && "${install[@]}" >/dev/null
  } || { echo "could not install ${missing[*]}: as root, apt-get install ${missing[*]}" >&2; return 1; }
}

# quiet COMMAND...: its output is shown only if it fails.
quiet() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || { status=$?; cat "$log" >&2; echo "failed: $*" >&2; }
  rm -f "$log"
  return $status
}

# What the library, the command and the examples are built with.
build_packages=(g++ cmake ninja-build ccache libabsl-dev libpugixml-dev nlohmann-json3-dev
  libcli11-dev libboost-dev libre2-dev)
# What the tests need besides.
test_packages=(clang clang-format libclang-rt-14-dev pkg-config libgtest-dev
  libbenchmark-dev libxml2-dev libxml2-utils zlib1g-dev)
# What bench/run compares with.
bench_packages=(libboost-dev libbenchmark-dev libigraph-dev liblemon-dev libsqlite3-dev)
