#!/usr/bin/env python3
"""Instructions a row that the product's own functions take, counted by callgrind: no clock, no noise.

Each workload runs with some rows and with three times as many; what the second run takes more, divided by
its further rows, is a row's cost without the start. The portable kernels and those of AVX2 are forced in
turn; callgrind knows no AVX-512. Exit 1 where a count is above the committed one by more than the tolerance.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from harness import layout
from harness.csv_inputs import AT, HEADER, usual_rows
from harness.figure_runs import FIGURES, KEYS
from harness.report import table

COMMITTED = layout.RESULTS / "instructions.json"
VARIANTS = ("portable", "avx2")
# Another compiler lays code out anew; less than this is no news.
TOLERANCE = 1.03
ROWS = 4_000
# Ours by their names: Swift's modules of the product, and its C kernels.
MODULES = (
    "Words", "Faults", "FixedPoint", "EVMArithmetic", "Quantities", "YieldKernels", "Contracts", "Yields",
    "Platform", "Text", "Inputs", "Bulk", "Sheets", "Questions", "berayield")
OURS = re.compile(
    r"^(\$s(?:%s)|berayield_)" % "|".join(f"{len(name)}{name}" for name in MODULES))


def csv_file(folder, rows):
    path = folder / f"{rows}.csv"
    path.write_text("\n".join([HEADER, *(",".join(row) for row in usual_rows(rows))]) + "\n")
    return path


def json_file(folder, rows):
    path = folder / f"{rows}.json"
    path.write_text(json.dumps([dict(zip(KEYS, row)) for row in usual_rows(rows)]))
    return path


def rows_of_csv(emit):
    return lambda folder, rows: ["csv", csv_file(folder, rows), "--emit", emit, "--threads", 1,
                                 "--at", AT]


def grid(metrics, axis):
    def command(folder, rows):
        side = rows // 40
        return [
            "sweep", "--axis", f"{axis}=5:9:{side}", "--axis", "totalSupply=1e20:2e20:40",
            "--fix", "rewardRate=272490527103681170793308992914391673", "--fix", "stakePrice=223845.58",
            "--metric", metrics, "--format", "csv", "--threads", 1]
    return command


WORKLOADS = {
    "csv: apr": rows_of_csv("apr"),
    "csv: apr, apy_daily": rows_of_csv("apr,apy_daily"),
    "csv: all figures": rows_of_csv(",".join(FIGURES)),
    "apr: JSON array": lambda folder, rows: [
        "apr", json_file(folder, rows), "--format", "csv", "--at", AT],
    "sweep: apr": grid("apr", "rewardPrice"),
    "sweep: apyDaily": grid("apyDaily", "rewardPrice"),
}


def own_instructions(profile):
    """The instructions of our functions in a callgrind profile, callees' apart."""
    names, total, ours, skip = {}, 0, False, False
    for line in profile.read_text().splitlines():
        if line.startswith(("fn=", "cfn=")):
            # A name stands with its number where that is first met, also among the callees.
            kind, _, rest = line.partition("=")
            number, _, name = rest.partition(" ")
            names.setdefault(number, name)
            if kind == "fn":
                ours = OURS.match(names[number]) is not None
        elif line.startswith("calls="):
            skip = True
        elif line[:1] in "+-*0123456789" and line[:1]:
            if ours and not skip:
                total += int(line.split()[1])
            skip = False
    return total


def count(program, command, variant, folder):
    profile = folder / "callgrind.out"
    parts = [
        "valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", program, *command, "-o",
        folder / "out"]
    result = subprocess.run(
        [str(part) for part in parts], capture_output=True, text=True,
        env={**os.environ, "BERAYIELD_PROCESSOR": variant})
    if result.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))}: {result.stderr[-1000:]}")
    return own_instructions(profile)


def measure():
    counts = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        # Names are wanted, but valgrind ends at debug information of a later kind than it knows.
        program = folder / "berayield"
        subprocess.run(["strip", "--strip-debug", "-o", program, layout.BERAYIELD], check=True)
        for name, command in WORKLOADS.items():
            for variant in VARIANTS:
                print(f"{name}, {variant}", file=sys.stderr, flush=True)
                few, many = (
                    count(program, command(folder, rows), variant, folder)
                    for rows in (ROWS, 3 * ROWS))
                counts.setdefault(name, {})[variant] = round((many - few) / (2 * ROWS), 1)
    return counts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the counts as the committed ones")
    arguments = parser.parse_args()
    counts = measure()
    if arguments.update:
        COMMITTED.write_text(json.dumps(counts, indent=1) + "\n")
    committed = json.loads(COMMITTED.read_text())
    rows, is_worse = [], False
    for name, found in counts.items():
        for variant, value in found.items():
            before = committed.get(name, {}).get(variant)
            ratio = value / before if before else None
            is_worse |= ratio is not None and ratio > TOLERANCE
            rows.append((name, variant, f"{value:,.1f}", f"{before:,.1f}" if before else "-",
                         f"{ratio:.3f}" if ratio else "-"))
    print(table(("workload", "kernels", "instructions a row", "committed", "ratio"), rows))
    return 1 if is_worse else 0


if __name__ == "__main__":
    sys.exit(main())
