#!/usr/bin/env bash
# The check of the page: makes sites of invented vaults and looks at them with a headless Chromium.
#
#   Scripts/page.sh           everything
#   Scripts/page.sh -k NAME   as pytest takes it
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python
need_chromium

swift build "${optimised[@]}" --product berayield >&2
BERAYIELD="$(swift build "${optimised[@]}" --show-bin-path)/berayield"
export BERAYIELD

clean=.build/page-clean
if [ ! -x "$clean/bin/pytest" ]; then
  rm -rf "$clean"
  python3 -m venv "$clean"
  say "pytest and selenium (pip)"
  "$clean/bin/pip" install --quiet --disable-pip-version-check pytest selenium
fi
"$clean/bin/python" -m pytest -q -p no:cacheprovider Tests/Page "$@"
