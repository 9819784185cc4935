#!/usr/bin/env bash
# The door for other languages under the Address Sanitizer: 10,000 wrong batches from C, each in memory of exactly its
# size. The library is built anew for it, which takes minutes.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

build=(swift build -c release --sanitize address --scratch-path .build/asan-door)
"${build[@]}" --product BeraYieldC >&2
library="$("${build[@]}" --show-bin-path)"
runtime="$(clang -print-resource-dir)/lib/linux"
swift="$(dirname "$(dirname "$(readlink -f "$(command -v swiftc)")")")/lib/swift/linux"
clang -Wall -Wextra -Werror -std=c11 -g -fsanitize=address -shared-libasan -I Sources/CBeraYield/include \
  -o .build/asan-door/door python/tests/door.c -L"$library" -lBeraYieldC \
  "-Wl,-rpath,$library" "-Wl,-rpath,$runtime" "-Wl,-rpath,$swift"
# What Swift keeps for as long as the process lives looks like a leak; the door counts its own.
ASAN_OPTIONS=detect_leaks=0 .build/asan-door/door "$@"
