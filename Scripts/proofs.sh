#!/usr/bin/env bash
# Proves the bounds of docs/filter.md: Gappa on every script, fractions for the powers.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"
need_python
need_gappa

proofs=Sources/CKernels/Filter/Proofs
scratch="$(mktemp -d)"
trap 'rm -rf "$scratch"' EXIT

# Gappa takes a rewriting rule that it cannot check for true, and says so: here that is no proof.
prove() {
  local said
  if said=$(gappa "$1" 2>&1) && ! grep -q 'not trivially equal' <<< "$said"; then
    echo "proven: $1"
  else
    printf 'not proven: %s\n%s\n' "$1" "$said"
    return 1
  fi
}
export -f prove

# A check that cannot fail is none.
sed 's/1b-98/1b-99/' $proofs/apr_undecided.g > "$scratch/half-the-room.g"
printf '{ x in [1,2] -> x + 1 in [3,4] }\nx + 1 -> x + 2;\n' > "$scratch/false-rule.g"
for false in "$scratch"/*.g; do
  ! prove "$false" > /dev/null || fail "what is false passed: $(basename "$false")"
done

# The scripts and the code name the same constants.
same() {
  local constant script
  constant=$(grep -o "$2" "Sources/CKernels/Filter/$1" | head -1 | sed 's/0x1p/1b/') || true
  for script in "${@:3}"; do
    [ -n "$constant" ] && grep -q -e "$constant" "$proofs/$script" || fail "$1 and $script differ in '$2'"
  done
}
same apr_rows.h '0x1p-98' apr_decided.g apr_decided_below_one.g apr_undecided.g
same apr_rows.h '0\.5 - 0x1p-48' apr_decided.g apr_decided_below_one.g apr_undecided.g
same apy_rows.h '0x1p-30' apy_decided.g
same apy_rows.h '0\.5 - 0x1p-40' apy_decided.g
same apy_rows.h '8760' power.py

python3 $proofs/power.py
# As many at a time as there are processors.
printf '%s\n' $proofs/*.g | xargs -P "$(getconf _NPROCESSORS_ONLN)" -I{} bash -c 'prove {}'
