#!/usr/bin/env bash
# Writes the pages and schemas of docs/ anew that are made from the catalogues in Sources. The tests
# hold them to the catalogues: Scripts/test.sh fails where one has drifted.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
BERAYIELD_UPDATE_SNAPSHOTS=1 swift test "${optimised[@]}" --disable-xctest --filter 'DocumentTests.PageTests|OperationPageTests'
git status --short docs
