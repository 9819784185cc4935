#!/usr/bin/env bash
# Builds BeraYield in release mode and runs its main job on real input: the APR of the example vault
# of Berachain's documentation from raw on-chain values, with its derivation; then all vaults of a
# recorded chain.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

need_curl
need_sqlite
say "building (release; the first build takes a few minutes)"
build_release berayield
berayield="$(swift build -c release --show-bin-path)/berayield"

show() {
  printf '\n$ berayield %s\n\n' "$*"
  "$berayield" "$@"
}

# 1. The documentation's vault, every step shown. Known answer: 0.500204779481316715.
show apr data/documentation-vault.json --explain

# 2. At the very second of periodFinish nothing is emitted any more: the APR is 0.
show apr data/documentation-vault.json --period-finish 1750000000 --at 1750000000 --format json

# 3. Without stake there is no APR, which is not the same as 0, and the output says why.
show apr data/synthetic/empty.json

# 4. All vaults of a chain at one block, from a recorded session, and the table of their yields.
today="$(mktemp -d)/today.json"
show snapshot --replay data/recorded/pol-next.ndjson --prices data/recorded/prices.csv -o "$today"
show apr "$today" --sort apr --top 12

# 5. A set of synthetic vaults (6- and 8-decimal stake tokens, expired, empty, tiny, huge) as CSV.
show apr data/synthetic/all.json --format csv
