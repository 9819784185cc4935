#!/usr/bin/env bash
# Builds the libraries' documentation with DocC into .build/documentation; a warning is an error.
set -euo pipefail
. "$(dirname "$0")/requirements.sh"

graphs=.build/symbol-graphs
out=.build/documentation
rm -rf "$graphs" "$out"
mkdir -p "$graphs" "$out"

say "symbol graphs"
# As the compiler writes them, beside its build: the package's own command would want the tests built.
built=.build/documented
dumped="$PWD/$built/symbol-graphs"
mkdir -p "$dumped"
swift build --target Bulk --scratch-path "$built" -Xswiftc -emit-symbol-graph \
  -Xswiftc -emit-symbol-graph-dir -Xswiftc "$dumped" \
  -Xswiftc -symbol-graph-minimum-access-level -Xswiftc public \
  -Xswiftc -symbol-graph-skip-synthesized-members >&2

for library in Words FixedPoint EVMArithmetic Quantities YieldKernels Contracts Yields Bulk; do
  say "docc $library"
  mkdir -p "$graphs/$library"
  find "$dumped" -name "$library.symbols.json" -exec cp {} "$graphs/$library/" \;
  find "$dumped" -name "$library@*.symbols.json" -exec cp {} "$graphs/$library/" \;
  catalog="Sources/$library/$library.docc"
  [ -d "$catalog" ] || fail "$library has no DocC catalog at $catalog"
  docc convert "$catalog" \
    --fallback-display-name "$library" --fallback-bundle-identifier "berayield.$library" \
    --additional-symbol-graph-dir "$graphs/$library" \
    --warnings-as-errors --output-path "$out/$library.doccarchive"
done
say "done: $out"
