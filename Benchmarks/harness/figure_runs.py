"""What further figures of a row cost, and what vaults cost that come as JSON: the command line tool beside
itself, one thread, in processor time. Every output is checked before its time counts."""

import csv
import itertools
import json
from pathlib import Path

from . import layout
from .builds import Failed, say
from .csv_inputs import AT, CSVInput, parse_ratio, usual_rows
from .inputs import WAD, daily_apy
from .measure import child

KEYS = ("vault", "rewardRate", "periodFinish", "totalSupply", "rewardPrice", "stakePrice")
# What `apr` writes of each vault and `csv` can, by the names of `csv`.
FIGURES = (
    "status", "active", "apr", "apr_percent", "apy_daily", "apy_continuous", "tvl_usd",
    "rewards_per_day", "rewards_per_year", "rewards_per_day_usd", "rewards_per_year_usd",
    "seconds_left", "warnings",
)
# No APY is stated for an APR beyond 10,000 %.
LARGEST_STATED_APR = 100 * WAD
# Rows whose APYs are compared with the exact rational's.
CHECKED_APYS = 300


class FigureRuns:
    """Files, runs and checks of these workloads."""

    def __init__(self, samples, scratch, smoke):
        self.samples = samples
        self.scratch = Path(scratch)
        self.smoke = smoke
        self.block = 200 if smoke else 100_000

    def run(self, workload, tool, rows, command):
        """Runs the tool once and keeps its processor time; returns the rows that it wrote."""
        target = self.scratch / f"{tool}.csv"
        ended = child([layout.BERAYIELD, *command, "-o", target, "--at", AT], self.scratch)
        self.samples.add(workload, tool, ended.cpu_seconds * 1e9 / rows, rows)
        self.samples.peak(workload, tool, ended.peak_bytes)
        return target

    def figures(self):
        """APRs alone, and daily APYs beside them."""
        rows = self.block * (1 if self.smoke else 20)
        inputs = CSVInput("usual", self.block)
        source = inputs.write(self.scratch / "figures.csv", rows)
        for emit, tool in (("apr", "product-apr-1t"), ("apr,apy_daily", "product-apr-apy-1t")):
            command = ["csv", source, "--threads", 1, "--emit", emit]
            target = self.run("csv/figures", tool, rows, command)
            with open(target, newline="") as file:
                for row, apr in zip(itertools.islice(csv.DictReader(file), CHECKED_APYS),
                                    inputs.answers):
                    if parse_ratio(row["apr"]) != apr:
                        raise Failed(f"csv/figures: {tool} wrote a wrong APR: {row}")
                    text = "" if apr > LARGEST_STATED_APR else str(daily_apy(apr))
                    if "apy_daily" in row and scaled(row["apy_daily"]) != text:
                        raise Failed(f"csv/figures: {tool} wrote a wrong APY: {row}")
        source.unlink()

    def array(self):
        """An array of vaults, and the same rows as CSV with the same figures."""
        rows = self.block * (1 if self.smoke else 2)
        table = self.scratch / "vaults.csv"
        inputs = CSVInput("usual", self.block)
        inputs.write(table, rows)
        document = self.scratch / "vaults.json"
        vaults = [
            json.dumps({**dict(zip(KEYS, row)), "periodFinish": int(row[2])})
            for row in usual_rows(self.block)]
        with open(document, "w") as file:
            for block in range(rows // self.block):
                file.write("[" if block == 0 else ",\n")
                file.write(",\n".join(vaults))
            file.write("]\n")
        outputs = (
            self.run("json/array", "product-json", rows, ["apr", document, "--format", "csv"]),
            self.run(
                "json/array", "product-csv-1t", rows,
                ["csv", table, "--threads", 1, "--emit", ",".join(FIGURES)]))
        self.compare(*outputs)
        for path in (table, document):
            path.unlink()

    @staticmethod
    def compare(answers, rows):
        """Both must have the same figures, every one of them."""
        with open(answers, newline="") as one, open(rows, newline="") as other:
            for answer, row in itertools.zip_longest(csv.DictReader(one), csv.DictReader(other)):
                for name in FIGURES:
                    if answer is None or row is None or answer[camel(name)] != row[name]:
                        raise Failed(f"json/array: {name} differs: {answer} {row}")

    def all(self, rounds):
        """Every workload, round after round."""
        for index in range(1 if self.smoke else rounds):
            say(f"figures: round {index + 1}")
            self.figures()
            self.array()


def scaled(text):
    """A decimal as the text of its integer at 18 decimals; what is empty stays empty."""
    return text and str(parse_ratio(text))


def camel(name):
    """The name of a figure in documents: `tvlUsd` of `tvl_usd`."""
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)
