# Sourced by the other scripts: finds Swift, installs what the build needs, and says so.
# A machine needs nothing but Swift, git and a shell; on macOS Homebrew as well.

say() { printf '== %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    fail "'$*' needs root, and there is no sudo; run it as root, then run this script again"
  fi
}

# have_package NAME: is this Debian package installed?
have_package() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# need_packages NAME...: installs the Debian packages that are missing.
need_packages() {
  local missing=() name
  for name in "$@"; do have_package "$name" || missing+=("$name"); done
  [ "${#missing[@]}" -eq 0 ] && return 0
  say "installing ${missing[*]} (apt-get)"
  # An old or empty package list is the usual reason for a failed install: refresh it first.
  as_root apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >&2
}

need_swift() {
  command -v swift >/dev/null 2>&1 || fail "Swift 6.3 or later is needed: https://www.swift.org/install"
}

need_gmp() {
  case "$(uname -s)" in
    Darwin)
      if ! brew list gmp >/dev/null 2>&1; then
        say "installing gmp (brew)"
        brew install gmp >&2
      fi
      ;;
    *)
      if command -v dpkg-query >/dev/null 2>&1; then
        need_packages libgmp-dev pkg-config
      elif ! echo '#include <gmp.h>' | cc -E - >/dev/null 2>&1; then
        fail "GMP's header is missing; install it (gmp-devel, gmp-dev or the like) and run this again"
      fi
      ;;
  esac
}

# need_curl: libcurl as programs load it, for `berayield snapshot`; nothing is built with it.
need_curl() {
  [ "$(uname -s)" = Darwin ] && return 0
  ldconfig -p 2>/dev/null | grep -q 'libcurl\(-gnutls\)\?\.so\.4' && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    # Debian's and Ubuntu's name; newer releases have a suffix for 64-bit time.
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libcurl4t64 >&2 ||
      need_packages libcurl4
  else
    say "libcurl is missing: snapshot needs it to ask an endpoint, nothing else does"
  fi
}

# need_sqlite: SQLite as programs load it, for stores; nothing is built with it.
need_sqlite() {
  [ "$(uname -s)" = Darwin ] && return 0
  ldconfig -p 2>/dev/null | grep -q 'libsqlite3\.so\.0' && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    need_packages libsqlite3-0
  else
    say "libsqlite3 is missing: watch and history need it, nothing else does"
  fi
}

# build_release PRODUCT: builds it as it is installed. Where the toolchain has Swift's own library in its
# static form (on Linux it does), that goes inside: half the start-up time, 3 MB less memory; and so do libgmp
# and what Swift's library needs of GCC, so that the program runs where none of them is installed.
build_release() {
  local resources archive name folder=.build/archives options=()
  resources="$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')"
  if [ "$(uname -s)" != Darwin ] && [ -d "${resources}_static" ]; then
    options+=(--static-swift-stdlib)
    # A folder that is looked at before all others and has no shared library; libgcc_s is the shared form of
    # libgcc_eh.
    mkdir -p "$folder"
    for name in libgmp:libgmp libstdc++:libstdc++ libgcc_eh:libgcc_s; do
      archive="$(cc -print-file-name="${name%:*}.a")"
      [ ! -f "$archive" ] || cp "$archive" "$folder/${name#*:}.a"
    done
    # Its random device, which nothing here uses, would ask for a newer glibc than all else does.
    [ ! -f "$folder/libstdc++.a" ] || ar d "$folder/libstdc++.a" random.o 2>/dev/null || true
    if [ -f "$folder/libgmp.a" ]; then
      printf 'Name: gmp\nDescription: as an archive\nVersion: 6\nLibs: -L%s -lgmp\nCflags:\n' \
        "$PWD/$folder" > "$folder/gmp.pc"
    fi
  fi
  PKG_CONFIG_PATH="$PWD/$folder:${PKG_CONFIG_PATH:-}" \
    swift build -c release ${options[@]+"${options[@]}"} --product "$1" >&2
}

# need_python: a Python 3 that can make virtual environments, for the scripts that want one.
need_python() {
  if ! python3 -c 'import ensurepip, venv' >/dev/null 2>&1; then
    command -v dpkg-query >/dev/null 2>&1 || fail "Python 3 with venv is needed"
    need_packages python3 python3-venv
  fi
}

# need_strace: strace, which stops a run at a system call; only Linux has it.
need_strace() {
  command -v strace >/dev/null 2>&1 && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    need_packages strace
  elif [ "$(uname -s)" != Darwin ]; then
    fail "strace is missing; install it and run this again"
  fi
}

# need_shells: what the completions and the man pages are tested in.
need_shells() {
  if command -v dpkg-query >/dev/null 2>&1; then
    need_packages bash zsh fish man-db groff-base bsdextrautils
  elif [ "$(uname -s)" = Darwin ]; then
    command -v fish >/dev/null 2>&1 || brew install fish >&2
  fi
}

# need_java: a Java for Spark, 17 or later.
need_java() {
  java -version >/dev/null 2>&1 && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    need_packages default-jre-headless
  else
    fail "Java 17 or later is missing; install it and run this again"
  fi
}

# need_cc: a C compiler, for the test of the door.
need_cc() {
  command -v cc >/dev/null 2>&1 && return 0
  command -v dpkg-query >/dev/null 2>&1 || fail "a C compiler is missing; install it and run this again"
  need_packages gcc libc6-dev
}

# need_valgrind: Valgrind, which watches every access to memory; only Linux has it.
need_valgrind() {
  command -v valgrind >/dev/null 2>&1 && return 0
  command -v dpkg-query >/dev/null 2>&1 || fail "valgrind is missing; install it and run this again"
  need_packages valgrind
}

# need_chromium: Chromium and its driver, which look at the page.
need_chromium() {
  [ -n "${CHROMIUM:-}" ] && [ -n "${CHROMEDRIVER:-}" ] && return 0
  command -v dpkg-query >/dev/null 2>&1 || fail "set CHROMIUM and CHROMEDRIVER to where they are"
  need_packages chromium chromium-driver
}

# need_prometheus: promtool, which checks metrics, alerts and their tests.
need_prometheus() {
  command -v promtool >/dev/null 2>&1 && return 0
  command -v dpkg-query >/dev/null 2>&1 || fail "promtool is missing; install Prometheus and run this again"
  need_packages prometheus
}

# need_gappa: Gappa, which proves the bounds of floating-point code.
need_gappa() {
  command -v gappa >/dev/null 2>&1 && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    need_packages gappa
  elif [ "$(uname -s)" = Darwin ]; then
    brew install gappa >&2
  else
    fail "gappa is missing; install it and run this again"
  fi
}

# The build that the checks test: as users get it, but open to tests.
optimised=(-c release -Xswiftc -enable-testing --scratch-path .build/optimised)

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
need_swift
need_gmp
