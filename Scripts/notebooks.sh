#!/usr/bin/env bash
# Remakes notebooks-exports/ from scratch: exports, executed notebooks, HTML.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python

wheel="$(Scripts/wheel.sh)"

say "virtual environment"
python3 -m venv .build/notebooks-venv
.build/notebooks-venv/bin/pip install --quiet --force-reinstall "$wheel" \
  --requirement notebooks-exports/requirements.txt
# The command of the wheel makes the exports.
.build/notebooks-venv/bin/python notebooks-exports/make.py "$PWD/.build/notebooks-venv/bin"
say "done: notebooks-exports"
