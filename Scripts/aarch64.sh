#!/usr/bin/env bash
# Compiles the C kernels for aarch64 and compares its two-lane filter with GMP, under qemu. For Debian and
# its like; installs a cross compiler's headers, that processor's GMP, and qemu.
#
#   Scripts/aarch64.sh [ROWS]   rows for each kernel, 1000000 unless given: half a minute
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

rows=${1:-1000000}
[[ $# -le 1 && $rows =~ ^[0-9]+$ ]] || fail "found '$*'; expected nothing or a number of rows"

need_packages gcc-aarch64-linux-gnu qemu-user lld
if ! have_package libgmp-dev:arm64; then
  as_root dpkg --add-architecture arm64
  need_packages libgmp-dev:arm64
fi

scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# Swift's clang, which is the one that builds the package.
clang="$(dirname "$(readlink -f "$(command -v swift)")")/clang"
oracle=Tests/FilterOracle
"$clang" --target=aarch64-linux-gnu --gcc-toolchain=/usr -fuse-ld=lld -O2 -Wall -Wextra -Werror \
  -I $oracle/include -I Sources/CKernels/include -L /usr/lib/aarch64-linux-gnu \
  $oracle/*.c Tests/FilterCheck/*.c Sources/CKernels/*.c Sources/CKernels/Filter/*.c \
  -lgmp -lm -o "$scratch/check"
qemu-aarch64 -L / "$scratch/check" "$rows" | tee "$scratch/said"
# A filter that decided nothing would be right always.
awk '$3 == $5 { exit 1 }' FS='[ ,]+' "$scratch/said" || fail "the filter decided no row"
