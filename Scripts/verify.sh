#!/usr/bin/env bash
# The long checks, for nights and releases: a million inputs where the test suite takes thousands.
# Needs python3 beside what Scripts/test.sh needs.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

fuzz() {
  BERAYIELD_TEST_SCALE=$1 swift test "${optimised[@]}" --skip-build --disable-xctest --filter "$2"
}

say "optimised build with tests"
swift build "${optimised[@]}" --build-tests
binary="$(swift build "${optimised[@]}" --show-bin-path)/berayield"
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

say "CSV: a million spoiled inputs"
fuzz 250 CSVTwinTests

say "JSON: a million spoiled documents"
fuzz 50 JSONReaderTests

say "CSV: a million rows against Python's integers"
Scripts/make-csv-oracle.py --verify "$binary" --rows 1000000

say "kernels: ten million adversarial cases through the fast and the unbounded paths"
fuzz 500 YieldKernelsTests

say "grid: a million points against Python's integers, and again through csv"
BERAYIELD="$binary" Scripts/verify-grid.sh

say "EVM words: a hundred thousand Solady calls against Python's integers"
Scripts/make-evm-vectors.py --cases 5300 --seed "$(date +%s)" --output "$scratch/evm-vectors.json"
"$binary" vectors "$scratch/evm-vectors.json"

say "accounting: laws on ten thousand random sequences"
fuzz 200 'RewardVaultInvariantsTests|WBERAStakerVaultLawsTests'

say "the whole suite under the address sanitizer"
make test-asan
