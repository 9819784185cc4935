#!/usr/bin/env bash
# The check, the same here and in CI. The tests run the optimised build: it is what users run, and where
# a wrong lifetime shows.
#
#   Scripts/test.sh          everything: format, rules, build, a stranger's package, the libraries'
#                            documentation, the proofs of its bounds, the fuzzers' laws, every
#                            benchmark once, a run stopped at every system call that writes, a watch
#                            of a chain with real signals, the demonstration, a release, all tests
#                            with all documented examples, the page in a browser, the alerts, the
#                            Python package in an environment without Swift
#   Scripts/test.sh quick    the core, in minutes: without those and the longest tests
set -euo pipefail
[ $# -eq 0 ] || [ "$*" = quick ] || {
  printf "error: found '%s'; expected nothing or 'quick'\n" "$*" >&2
  exit 2
}
. "$(dirname "$0")/requirements.sh"
need_python
need_shells
need_sqlite

# part NAME COMMAND...: runs it and says how long it took.
part() {
  local name=$1 start=$SECONDS
  shift
  "$@" || fail "$name"
  say "$name: $((SECONDS - start)) s"
}

lint() { git ls-files '*.swift' | xargs swift format lint --strict; }

consumer() {
  local printed
  printed="$(swift run --quiet --package-path Tests/Consumer)" || return 1
  [ "$printed" = "$(printf '0.500204779481316715\n7\n7.5')" ] || fail "it printed: $printed"
}

# What README tells a newcomer to run, but for what needs root.
first_minute() {
  Scripts/demo.sh > /dev/null &&
    { ! command -v dpkg-deb >/dev/null 2>&1 || Scripts/release.sh; } &&
    PREFIX="$PWD/.build/installed" Scripts/install.sh &&
    .build/installed/bin/berayield example tiny > /dev/null
}

interruptions() {
  need_strace
  Scripts/interrupt.py "$(swift build "${optimised[@]}" --show-bin-path)/berayield"
}

benchmarks() {
  python3 Benchmarks/run.py --smoke &&
    python3 Benchmarks/history/compare.py --smoke \
      --berayield "$(swift build "${optimised[@]}" --show-bin-path)/berayield"
}

watching() { Tests/Watch/run.py "$(swift build "${optimised[@]}" --show-bin-path)/berayield"; }

tests() { swift test "${optimised[@]}" --skip-build --disable-xctest "$@"; }

part "format" lint
part "rules" python3 Scripts/rules
part "optimised build with tests" swift build "${optimised[@]}" --build-tests
part "a stranger's package prints the known answers" consumer
if [ "${1:-}" = quick ]; then
  part "tests but the longest" tests --skip '(Fuzz|Twin|Hits)Tests'
else
  part "documentation of the libraries, warnings are errors" Scripts/docs.sh
  part "proofs of the filter's bounds" Scripts/proofs.sh
  part "the laws of the fuzzers" Scripts/fuzz.sh laws
  part "benchmarks: each once, answers checked" benchmarks
  part "files at every fault and kill" interruptions
  part "a watch end to end" watching
  part "the demonstration, a release, an installation" first_minute
  part "tests" tests
  part "the page in Chromium" Scripts/page.sh
  part "metrics, alerts and units" Scripts/monitoring.sh
  part "the Python package in a clean environment" Scripts/python.sh
fi
