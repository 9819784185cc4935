#!/bin/sh
# A grid of a million points (or $1) by `berayield sweep`, equal to Python's integers byte by byte for
# one thread and for all, and equal again after `berayield csv` has read it.
set -eu
cd "$(dirname "$0")/.."
points=${1:-1000000}
berayield=${BERAYIELD:-.build/release/berayield}
[ -n "${BERAYIELD:-}" ] || swift build -c release --product berayield
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

Scripts/make-grid-vectors.py "$points" > "$work/python.csv"
inner=$((points / 400))
sweep() {
  "$berayield" sweep \
    --axis totalSupply=1000000000000000000000:7000000000000000000007:4 \
    --axis stakePrice=0.3:223845.58:5 \
    --axis rewardRate=1000000000000000000000000000000000:272490527103681170793308992914391673:20 \
    --axis "rewardPrice=0.1:20:$inner" --fix commission=500 \
    --metric apr,netApr,tvlUsd,rewardsPerYearUsd,rewardsPerDay --format csv "$@" 2> "$work/notes"
}
sweep -o "$work/all.csv"
sweep --threads 1 > "$work/one.csv"
cmp "$work/python.csv" "$work/all.csv"
cmp "$work/python.csv" "$work/one.csv"

# The same figures from the CSV path: cut the inputs out, evaluate, compare the APRs.
awk -F, 'NR == 1 { print $1 "," $2 "," $3 "," $4 ",periodFinish"; next }
         { print $1 "," $2 "," $3 "," $4 ",2000000000" }' "$work/all.csv" > "$work/inputs.csv"
"$berayield" csv "$work/inputs.csv" --at 1900000000 \
  --emit apr,tvl_usd,rewards_per_year_usd,rewards_per_day 2> "$work/notes" |
  tail -n +2 | cut -d, -f6- > "$work/again.csv"
tail -n +2 "$work/all.csv" | cut -d, -f5,7- > "$work/figures.csv"
cmp "$work/figures.csv" "$work/again.csv"
echo "$(($(wc -l < "$work/all.csv") - 1)) points equal Python's integers and the CSV path"
