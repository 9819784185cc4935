#!/usr/bin/env bash
# The engine beside its peers on this machine, every answer compared first.
#
#   Scripts/bench.sh                 everything; results, plots and tables are written (ten minutes)
#   Scripts/bench.sh --quick         the ratios of the goals, in a minute once all is built; writes nothing
#   Scripts/bench.sh --instructions  instructions a row of our own functions, counted by callgrind, beside
#                                    the committed ones; --update after it commits them anew
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python

case "$*" in
  "") exec python3 Benchmarks/run.py ;;
  --quick) exec python3 Benchmarks/run.py --quick ;;
  --instructions | "--instructions --update")
    need_valgrind
    need_packages binutils
    build_release berayield
    exec python3 Benchmarks/instructions.py "${@:2}"
    ;;
  *) fail "found '$*'; expected nothing, --quick, --instructions or --instructions --update" ;;
esac
