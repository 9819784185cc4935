#!/usr/bin/env bash
# The whole check, the same here and in CI: format, build, tests, examples.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

say "format lint"
git ls-files '*.swift' | xargs swift format lint --strict

say "build"
swift build --build-tests

say "tests"
swift test --skip-build --disable-xctest
