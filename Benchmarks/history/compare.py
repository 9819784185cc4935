#!/usr/bin/env python3
"""Times `berayield history` on a SYNTHETIC store: 235 vaults read every hour for a year.

The realised APR of every vault over all of it is compared with Python's integers first. Writes the table of
README.md.
"""

import argparse
import csv
import io
import statistics
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness import builds, layout, machine, measure, report  # noqa: E402
from made import WAD, blocks, make  # noqa: E402

VAULTS, HOURS, ROUNDS = 235, 365 * 24, 5
YEAR = 31_536_000


def check(output, ends, hours):
    """Compares what vaults really paid over all of the store."""
    seconds = blocks(hours)[-1][1] - blocks(hours)[0][1]
    rows = [row for row in csv.DictReader(io.StringIO(output)) if row["window"] == "all"]
    if len(rows) != len(ends):
        raise builds.Failed(f"{len(rows)} vaults, expected {len(ends)}")
    for row in rows:
        first, (last, decimals, reward, stake) = ends[row["vault"]]
        paid = (last - first) * 10**decimals * reward * YEAR
        if Fraction(row["apr"]) * WAD != paid * WAD // (10**36 * stake * seconds):
            raise builds.Failed(f"{row['vault']}: {row['apr']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--berayield", type=Path, help="a tool that is built already")
    parser.add_argument("--smoke", action="store_true", help="a day, once; nothing is written")
    arguments = parser.parse_args()
    facts = machine.describe()
    tool = arguments.berayield or layout.BERAYIELD
    if not arguments.berayield:
        builds.tool(arguments.smoke)
    builds.meter()
    hours, rounds = (24, 1) if arguments.smoke else (HOURS, ROUNDS)
    with tempfile.TemporaryDirectory() as scratch:
        store = Path(scratch) / "year.sqlite"
        ends = make(store, VAULTS, hours)
        size = store.stat().st_size / (VAULTS * hours)
        vault = min(ends)
        runs = {
            "realised, all vaults, four windows": ["realized", "--format", "csv"],
            "realised, one vault": ["realized", "--vault", vault, "--format", "csv"],
            "APR of one vault, every block": ["apr", "--vault", vault, "--format", "csv"],
            "realised week of one vault, by day": [
                "realized", "--every", "1d", "--vault", vault, "--format", "csv"],
            "what is in it": [], "export, CSV": ["export", "--format", "csv"]}
        rows = []
        for name, options in runs.items():
            times, peaks = [], []
            for _ in range(rounds):
                ended = measure.child([tool, "history", store, *options], scratch)
                times.append(ended.seconds)
                peaks.append(ended.peak_bytes)
            if name.startswith("realised, all"):
                check(ended.output, ends, hours)
            rows.append((
                name, f"{statistics.median(times):.3g} s", f"{max(peaks) / 1e6:.1f} MB"))
        rows.append(("bytes a vault and block, with prices", f"{size:.0f}", ""))
    content = (("235 vaults, hourly for a year", "median", "peak memory"), rows)
    print(report.aligned(*content))
    if not arguments.smoke:
        report.fill(layout.BENCHMARKS / "README.md", {
            "history": report.table(*content),
            "history-machine": report.machine_lines(
                {"machine": {**facts, "load_after": machine.load()}, "skipped": {}})})


if __name__ == "__main__":
    try:
        main()
    except builds.Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        sys.exit(1)
