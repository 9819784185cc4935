#!/usr/bin/env bash
# The check of the Python package: builds the wheel, installs it beside the current pyarrow, polars, pandas, duckdb,
# nanoarrow and pyspark in a clean environment without Swift on the PATH, and runs its tests there, the recipes of
# docs/python.md and docs/scale.md among them.
#
#   Scripts/python.sh           everything
#   Scripts/python.sh -k NAME   as pytest takes it
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python
need_java
need_cc

wheel="$(Scripts/wheel.sh)"

clean=.build/python-clean
rm -rf "$clean"
python3 -m venv "$clean"
say "libraries of frames (pip)"
"$clean/bin/pip" install --quiet --disable-pip-version-check "$wheel" \
  mypy nanoarrow numpy pandas polars pyarrow duckdb pyspark pytest
"$clean/bin/pip" list --disable-pip-version-check --format=freeze |
  grep -E '^(duckdb|nanoarrow|pandas|polars|pyarrow|pyspark)==' | tr '\n' ' ' >&2
echo >&2

say "types (mypy)"
(cd python && "../$clean/bin/mypy" --cache-dir ../.build/mypy >&2)

say "the door in C"
native="$("$clean/bin/python" -c 'import berayield._library as l; print(l.NATIVE)')"
cc -Wall -Wextra -Werror -std=c11 -I Sources/CBeraYield/include -o .build/door python/tests/door.c \
  "$native/libBeraYieldC.so" "-Wl,-rpath,$native"
.build/door >&2
if [ "$(uname -s)" != Darwin ]; then
  # No sanitizer is built into what users have: every access to memory is watched from outside. It knows no AVX-512,
  # and takes what Swift's optimiser compares in advance for uninitialised.
  need_valgrind
  BERAYIELD_PROCESSOR=portable valgrind -q --error-exitcode=9 --undef-value-errors=no --leak-check=no \
    .build/door 2000 >&2
fi

say "tests (pytest)"
# What finds a java in the PATH and no swift is what users have.
cd python/tests
env PATH="$PWD/../../$clean/bin:/usr/bin:/bin" "../../$clean/bin/python" -m pytest -q "$@"
