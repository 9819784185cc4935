#!/usr/bin/env python3
"""Benchmarks BeraYield against its peers in one interleaved run. `run.py --help` tells the options."""

import argparse
import sys
import tempfile
from pathlib import Path

from harness import (
    baseline, builds, csv_runs, figure_runs, inputs, layout, machine, measure, plots, report, startup)
from harness.programs import PLAN

GROUPS = (*PLAN, "csv", "figures", "startup")


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--smoke", action="store_true",
        help="every benchmark once on tiny inputs, answers checked, nothing measured or written")
    parser.add_argument(
        "--quick", action="store_true",
        help="the ratios of the goals in about a minute once built; nothing is written")
    parser.add_argument(
        "--only", default=",".join(GROUPS), metavar="GROUPS", help=f"some of {','.join(GROUPS)}")
    parser.add_argument("--rounds", type=int, help="rounds of each in-process workload")
    parser.add_argument(
        "--check", metavar="RESULTS.json", help="exit 1 when a ratio is worse than in this run")
    parser.add_argument(
        "--no-install", action="store_true", help="install nothing; leave out what is missing")
    parser.add_argument("--output", default=layout.RESULTS, type=Path, help="where results go")
    parser.add_argument("--stem", default="latest", help="name of the result files")
    return parser.parse_args()


def measure_all(arguments, skipped):
    """Runs the chosen groups and returns their samples."""
    samples = measure.Samples()
    chosen = arguments.only.split(",")
    unknown = set(chosen) - set(GROUPS)
    if unknown:
        raise builds.Failed(f"no group {', '.join(sorted(unknown))}; groups: {', '.join(GROUPS)}")
    directory = layout.DATA / ("smoke" if arguments.smoke else "full")
    expected = inputs.prepare(directory, arguments.smoke)
    plan = measure.plans(arguments)
    for workload in PLAN:
        if workload in chosen and workload in plan:
            rounds, budget = plan[workload]
            measure.in_process(
                workload, samples, directory, expected, skipped, arguments.rounds or rounds, budget)
    if "csv" in chosen:
        with layout.memory_directory() as scratch:
            runs = csv_runs.CSVRuns(samples, scratch, skipped, arguments.smoke)
            (runs.quick if arguments.quick else runs.all)()
    if "figures" in chosen:
        with layout.memory_directory() as scratch:
            figure_runs.FigureRuns(samples, scratch, arguments.smoke).all(2 if arguments.quick else 7)
    if "startup" in chosen:
        with tempfile.TemporaryDirectory() as scratch:
            startup.measure(samples, Path(scratch), skipped, measure.processes(arguments))
    return samples


def main():
    arguments = options()
    facts = machine.describe()
    skipped = builds.everything(not arguments.no_install, arguments.smoke)
    samples = measure_all(arguments, skipped)
    if arguments.smoke:
        builds.run_suites_once()
        count = len(samples.times)
        print(f"smoke run: {count} benchmarks gave the right answers; left out: {skipped or 'none'}")
        return 0
    facts["load_after"] = machine.load()
    results = report.collect(samples, facts, skipped)
    if not arguments.quick:
        report.write(results, arguments.output, arguments.stem)
    if not arguments.quick and arguments.only == ",".join(GROUPS):
        plots.write(results, arguments.output)
        report.fill_readme(layout.BENCHMARKS / "README.md", results)
    print(report.aligned(report.GOAL_HEADER, list(report.goal_rows(results))))
    worse = baseline.regressions(results, arguments.check) if arguments.check else []
    for line in worse:
        print(f"regression: {line}")
    return 1 if worse else 0


if __name__ == "__main__":
    sys.set_int_max_str_digits(0)
    try:
        sys.exit(main())
    except builds.Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        sys.exit(1)
