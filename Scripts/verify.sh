#!/usr/bin/env bash
# The long checks, for nights and releases: millions of inputs where the test suite takes thousands.
# Needs python3 beside what Scripts/test.sh needs.
#
#   Scripts/verify.sh [BAD_INPUTS]   bad inputs for tables and for numbers, 100000000 unless given; of
#                                    documents a tenth, of scenarios and options a hundredth, and a
#                                    thousandth through the executable: about twelve hours of one
#                                    processor, ten of them for the tables
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python

bad_inputs=${1:-100000000}
[[ $# -le 1 && $bad_inputs =~ ^[0-9]+$ ]] || fail "found '$*'; expected nothing or a number of bad inputs"

generators=Tests/Vectors/generators
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

fuzz() {
  BERAYIELD_TEST_SCALE=$1 swift test "${optimised[@]}" --skip-build --disable-xctest --filter "$2"
}

# grid TOOL POINTS: `sweep` equals Python's integers byte by byte, for one thread and for all, and equals
# itself after `csv` has read what it wrote.
grid() {
  python3 $generators/grid.py "$2" > "$scratch/python.csv"
  sweep() {
    "$berayield" sweep \
      --axis totalSupply=1000000000000000000000:7000000000000000000007:4 \
      --axis stakePrice=0.3:223845.58:5 \
      --axis rewardRate=1000000000000000000000000000000000:272490527103681170793308992914391673:20 \
      --axis "rewardPrice=0.1:20:$inner" --fix commission=500 \
      --metric apr,netApr,tvlUsd,rewardsPerYearUsd,rewardsPerDay --format csv "$@" 2> "$scratch/notes"
  }
  local berayield=$1 inner=$(($2 / 400))
  sweep -o "$scratch/all.csv"
  sweep --threads 1 > "$scratch/one.csv"
  cmp "$scratch/python.csv" "$scratch/all.csv"
  cmp "$scratch/python.csv" "$scratch/one.csv"

  # The inputs cut out, evaluated as rows, and the same figures compared.
  awk -F, 'NR == 1 { print $1 "," $2 "," $3 "," $4 ",periodFinish"; next }
           { print $1 "," $2 "," $3 "," $4 ",2000000000" }' "$scratch/all.csv" > "$scratch/inputs.csv"
  "$berayield" csv "$scratch/inputs.csv" --at 1900000000 \
    --emit apr,tvl_usd,rewards_per_year_usd,rewards_per_day 2> "$scratch/notes" |
    tail -n +2 | cut -d, -f6- > "$scratch/again.csv"
  tail -n +2 "$scratch/all.csv" | cut -d, -f5,7- > "$scratch/figures.csv"
  cmp "$scratch/figures.csv" "$scratch/again.csv"
  echo "$(($(wc -l < "$scratch/all.csv") - 1)) points equal Python's integers and the CSV path"
}

say "optimised build with tests"
swift build "${optimised[@]}" --build-tests
binary="$(swift build "${optimised[@]}" --show-bin-path)/berayield"

say "vectors: their generators write the committed files again"
python3 -m venv .build/vectors-venv
.build/vectors-venv/bin/pip install --quiet --requirement $generators/requirements.txt
PYTHON="$PWD/.build/vectors-venv/bin/python" $generators/all.sh
git diff --exit-code --stat -- Tests/Vectors

say "bad inputs: seeded changes against the laws of Tests/Fuzz"
Scripts/fuzz.sh inputs tables "$bad_inputs"
Scripts/fuzz.sh inputs numbers "$bad_inputs"
Scripts/fuzz.sh inputs documents $((bad_inputs / 10))
Scripts/fuzz.sh inputs scenarios $((bad_inputs / 100))
Scripts/fuzz.sh inputs replies $((bad_inputs / 1000))
Scripts/fuzz.sh inputs options $((bad_inputs / 100))

say "bad inputs: $((bad_inputs / 1000)) runs of the executable"
fuzz $(((bad_inputs / 1000 + 39) / 40)) SpoiledRunTests

say "bad inputs: what reaches new code, for ten minutes"
Scripts/fuzz.sh 600

say "CSV: a million spoiled rows of every shape"
fuzz 250 CSVTwinTests

say "JSON: a million spoiled documents"
fuzz 50 JSONReaderTests

say "CSV: a million rows against Python's integers"
python3 $generators/csv_oracle.py --verify "$binary" --rows 1000000

say "kernels: ten million adversarial cases through the fast and the unbounded paths"
fuzz 500 YieldKernelsTests

say "filter: a hundred million adversarial rows for each kernel and variant against GMP"
fuzz 100 'APRFilterTests|APYFilterTests'

say "grid: a million points against Python's integers, and again through csv"
grid "$binary" 1000000

say "EVM words: a hundred thousand Solady calls against Python's integers"
python3 $generators/evm_python_twin.py --cases 5300 --seed "$(date +%s)" --output "$scratch/evm.json"
"$binary" vectors "$scratch/evm.json"

say "diff: pairs of conventions for 800 figures against an independent count"
fuzz 8 VaultDiffHitsTests

say "accounting: laws on ten thousand random sequences"
fuzz 200 'RewardVaultInvariantsTests|WBERAStakerVaultLawsTests'

say "the whole suite under the address sanitizer, then under the thread sanitizer"
make test-asan test-tsan
