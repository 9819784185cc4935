"""Runs programs in turn, round after round, and keeps every sample that passed its check."""

import json
import os
import statistics
import subprocess
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from . import layout
from .builds import Failed, say
from .programs import PLAN, PROGRAMS, QUICK


class Samples:
    """Samples by workload and tool, one a round, and what is known of inexact tools."""

    def __init__(self):
        self.times = defaultdict(list)
        self.operations = {}
        self.inexact = {}
        self.peaks = {}
        self.row_bytes = {}

    def add(self, workload, tool, value, operations):
        self.times[workload, tool].append(value)
        self.operations[workload, tool] = operations

    def peak(self, workload, tool, peak_bytes):
        """Keeps the largest peak memory of a workload's rounds."""
        self.peaks[workload, tool] = max(self.peaks.get((workload, tool), 0), peak_bytes)

    def median(self, workload, tool):
        return statistics.median(self.times[workload, tool])

    def ratios(self, numerator, denominator):
        """Ratios of two (workload, tool) pairs, round by round: what one round's disturbance does
        to both does not reach the ratio."""
        return [a / b for a, b in zip(self.times[numerator], self.times[denominator])]

    def tools(self, workload):
        return [tool for name, tool in self.times if name == workload]

    def workloads(self):
        return list(dict.fromkeys(name for name, _ in self.times))


def check(line, expected):
    """Fails the run when an exact program's answers are not the expected ones."""
    if "wrong" in line:
        return
    workload = line["workload"]
    if line["fold"] != expected[workload]:
        raise Failed(
            f"{workload}: {line['tool']} computed {line['fold']}, expected {expected[workload]}")


def in_process(workload, samples, inputs, expected, skipped, rounds, budget_ms):
    """All programs of one workload, interleaved."""
    for round_index in range(rounds):
        say(f"{workload}: round {round_index + 1} of {rounds}")
        for program in PROGRAMS:
            if workload not in program.workloads or program.family in skipped:
                continue
            command = program.arguments(workload, inputs, budget_ms)
            environment = {**os.environ, **program.environment}
            result = subprocess.run(command, capture_output=True, text=True, env=environment)
            if result.returncode != 0:
                raise Failed(f"{' '.join(command)}\n{result.stdout[-500:]}{result.stderr[-3000:]}")
            for text in result.stdout.splitlines():
                line = json.loads(text)
                check(line, expected)
                key = line["workload"], line["tool"]
                samples.add(*key, line["ns"], line["operations"])
                if "wrong" in line:
                    samples.inexact[key] = {
                        name: line[name] for name in ("wrong", "of", "wrong_digits")
                    }


def plans(arguments):
    """Rounds and milliseconds a measurement, by workload; a quick run has those of the goals alone."""
    if arguments.smoke:
        return {workload: (1, 1) for workload in PLAN}
    return QUICK if arguments.quick else PLAN


def processes(arguments):
    """How often each whole process of the start-up runs."""
    return 1 if arguments.smoke else 7 if arguments.quick else 21


@dataclass(frozen=True)
class Ended:
    """What one process took, from start to exit, and what it printed."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    code: int
    output: str


def child(command, scratch, stdin=None, environment=None, codes=(0,)):
    """Runs a process to its end through Meter/meter.c, which sees its peak memory alone."""
    report = Path(scratch) / "meter.json"
    with open(Path(scratch) / "meter.err", "w+") as errors:
        result = subprocess.run(
            [str(part) for part in (layout.METER, report, *command)], stdin=stdin,
            stdout=subprocess.PIPE, stderr=errors, text=True,
            env={**os.environ, **(environment or {})})
        errors.seek(0)
        text = errors.read()
    if result.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}\n{text[-2000:]}")
    facts = json.loads(report.read_text())
    if facts["exit"] not in codes:
        raise Failed(f"{' '.join(map(str, command))}\nexit {facts['exit']}\n{text[-2000:]}")
    return Ended(
        facts["seconds"], facts["cpu_seconds"], int(facts["peak_bytes"]), facts["exit"],
        result.stdout)
