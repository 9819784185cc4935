#!/usr/bin/env bash
# Fuzzing: bytes that nobody thought of against the laws of Tests/Fuzz.
#
#   Scripts/fuzz.sh [SECONDS]        every law for its share of the time (300 s); libFuzzer looks for
#                                    inputs that reach new code. Without it, seeded changes of the corpus
#   Scripts/fuzz.sh inputs LAW N     N seeded inputs against one law, on all processors
#   Scripts/fuzz.sh laws             some seeded inputs against each: that the laws are those of today
#   Scripts/fuzz.sh keep             takes into the corpus what reaches code that nothing there reaches
#
# What breaks a law is kept in .build/found, with the law's name; `Scripts/fuzz.sh try LAW FILE` shows it
# again. Mend it, and add it to the tests of its kind.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

laws=(documents tables numbers options scenarios replies)
corpus=Tests/Fuzz/Corpus
work=.build/corpus
found=.build/found
# How libFuzzer names what it finds.
hash="$(printf '[0-9a-f]%.0s' {1..40})"
# An input that takes longer, or more memory, breaks the law as a crash does.
longest_seconds=10
most_megabytes=2048
longest_bytes=4096
# A trace of a crash takes minutes; the input says more.
export SWIFT_BACKTRACE=enable=no

usage() {
  sed -n '4,8s/^# *//p' "$0" >&2
  exit 2
}

is_law() { [[ " ${laws[*]} " = *" $1 "* ]]; }

# The library that drives guided runs; the toolchains of macOS come without it.
guide() {
  local resources
  resources="$(swift -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')"
  ls "$resources/clang/lib/linux/libclang_rt.fuzzer_no_main-$(uname -m).a" 2>/dev/null
}

# build KIND: the program with libFuzzer inside (guided), or with seeded changes of inputs (seeded).
build() {
  # Seeded, it takes the libraries of the build that the tests take.
  local flags=("${optimised[@]}")
  if [ "$1" = guided ]; then
    # The front end alone is told of libFuzzer: the driver would link a second main.
    flags=(-c release -Xswiftc -enable-testing --scratch-path .build/fuzz-guided
      -Xswiftc -Xfrontend -Xswiftc -sanitize=fuzzer -Xswiftc -DLIBFUZZER
      -Xlinker "$library" -Xlinker -lstdc++ -Xlinker -lm)
  fi
  say "build of the fuzzers ($1)"
  BERAYIELD_FUZZ=1 swift build --quiet "${flags[@]}" --product Fuzz >&2
  program="$(BERAYIELD_FUZZ=1 swift build "${flags[@]}" --show-bin-path)/Fuzz"
}

# guided LAW SECONDS: runs on from what earlier runs found.
guided() {
  mkdir -p "$work/$1"
  BERAYIELD_LAW="$1" "$program" "$work/$1" "$corpus/$1" -max_total_time="$2" -timeout="$longest_seconds" \
    -rss_limit_mb="$most_megabytes" -max_len="$longest_bytes" -use_value_profile=1 \
    -artifact_prefix="$found/$1-" -print_final_stats=1 -verbosity=0 -close_fd_mask=1 2>&1 |
    tee "$found/$1.log" | grep -E 'law of|Fatal|ERROR|stat::number_of_executed|stat::peak_rss' >&2
  # The exit code is libFuzzer's, not that of what shows its words.
  return "${PIPESTATUS[0]}"
}

# seeded LAW SEED ARGUMENTS...: changes of the corpus that follow from the seed.
seeded() {
  local law=$1 seed=$2
  shift 2
  # macOS knows no such limit.
  [ "$(uname -s)" = Darwin ] || ulimit -v $((most_megabytes * 1024))
  "$program" "$law" --seed "$seed" --current "$found/$law-$seed" "$@" "$corpus/$law" >&2
}

run() {
  local seconds=$1 law failed=0
  if library="$(guide)"; then
    build guided
  else
    say "no libFuzzer here: seeded changes of the corpus, which nothing guides"
    build seeded
  fi
  for law in "${laws[@]}"; do
    say "$law: $((seconds / ${#laws[@]})) s"
    if [ -n "$library" ]; then
      guided "$law" $((seconds / ${#laws[@]})) || failed=1
    else
      seeded "$law" "$(date +%s)" --seconds $((seconds / ${#laws[@]})) || failed=1
    fi
  done
  [ "$failed" -eq 0 ] || fail "a law is broken; the inputs are in $found"
}

# inputs LAW N: in as many processes as there are processors, each with a seed of its own.
inputs() {
  local law=$1 count=$2 processes process pids=()
  is_law "$law" || usage
  build seeded
  processes="$(getconf _NPROCESSORS_ONLN)"
  for ((process = 1; process <= processes; process++)); do
    seeded "$law" "$process" --inputs $(((count + processes - 1) / processes)) &
    pids+=($!)
  done
  for process in "${pids[@]}"; do wait "$process" || fail "a law is broken; the input is in $found"; done
}

# laws: what takes half a minute, so that no law is left behind by what it is about.
laws() {
  local law
  build seeded
  for law in "${laws[@]}"; do
    seeded "$law" 1 --inputs 2000 || fail "a law is broken; the input is in $found"
  done
}

# The inputs that somebody named stay; of the others, the few that together reach what those do not.
keep() {
  local law
  library="$(guide)" || fail "libFuzzer is needed, and this toolchain has none"
  build guided
  for law in "${laws[@]}"; do
    mkdir -p "$work/$law"
    find "$corpus/$law" -type f -name "$hash" -exec mv {} "$work/$law" \;
    BERAYIELD_LAW="$law" "$program" -set_cover_merge=1 -use_counters=0 -max_len=1024 \
      -timeout="$longest_seconds" "$corpus/$law" "$work/$law" > "$found/$law.log" 2>&1 ||
      fail "see $found/$law.log"
    say "$law: $(find "$corpus/$law" -type f | wc -l) files"
  done
}

mkdir -p "$found"
# Each part stands alone on its line: behind && the shell would go on after a failed build.
case "$#:${1:-300}" in
  3:inputs)
    [[ $3 =~ ^[0-9]+$ ]] || usage
    inputs "$2" "$3"
    ;;
  3:try)
    is_law "$2" || usage
    build seeded
    "$program" "$2" --inputs 1 "$3"
    ;;
  1:keep) keep ;;
  1:laws) laws ;;
  [01]:*[!0-9]* | 1:) usage ;;
  [01]:*) run "${1:-300}" ;;
  *) usage ;;
esac
