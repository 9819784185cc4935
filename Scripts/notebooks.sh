#!/usr/bin/env bash
# Remakes notebooks-exports/ from scratch: exports, executed notebooks, HTML.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python

say "building (release)"
build_release berayield
tools="$(swift build -c release --show-bin-path)"

say "virtual environment"
python3 -m venv .build/notebooks-venv
.build/notebooks-venv/bin/pip install --quiet --requirement notebooks-exports/requirements.txt
.build/notebooks-venv/bin/python notebooks-exports/make.py "$tools"
say "done: notebooks-exports"
