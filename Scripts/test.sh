#!/usr/bin/env bash
# The whole check, the same here and in CI: format, build, tests with all documented examples, a
# stranger's package, the libraries' documentation, every benchmark once.
#
# The tests run the optimised build: it is what users run, and where a wrong lifetime shows.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python

say "format lint"
git ls-files '*.swift' | xargs swift format lint --strict

say "build, optimised"
swift build "${optimised[@]}" --build-tests

say "a stranger's package builds on the libraries and prints the known answers"
printed="$(swift run --quiet --package-path Tests/Consumer)"
[ "$printed" = "$(printf '0.500204779481316715\n7\n7.5')" ] || fail "the package printed: $printed"

say "documentation of the libraries, warnings are errors"
Scripts/docs.sh

say "benchmarks: each once, answers checked"
python3 Benchmarks/run.py --smoke

say "tests"
swift test "${optimised[@]}" --skip-build --disable-xctest
