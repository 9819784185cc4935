"""Bulk CSV: the command line tool and its peers, each in a process of its own, from a file
to a file on a memory file system. Every output is checked before its time counts."""

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from . import layout
from .builds import Failed, say
from .csv_inputs import AT, CSVInput, SampleInput, parse_ratio
from .folding import fold
from .measure import child


@dataclass(frozen=True)
class Tool:
    """A way to do the job: `lean` tools write less than the job asks, to their advantage."""

    name: str
    threads: int
    lean: bool = False
    exact: bool = False

    @property
    def label(self):
        return f"{self.name}-{self.threads}t"


PRODUCT = tuple(Tool("product", threads, exact=True) for threads in (1, 2))
TABLES = tuple(
    Tool(name, threads, lean=name.endswith("lean"))
    for name in ("polars-streaming", "polars-lean", "duckdb", "duckdb-lean")
    for threads in (1, 2)
)
PANDAS = Tool("pandas-pyarrow", 2)
PYTHON_CSV = Tool("python-csv", 1, exact=True)
BEST = tuple(Tool(name, 2) for name in ("polars-streaming", "duckdb"))


class CSVRuns:
    """Files, runs and checks of one benchmark run."""

    def __init__(self, samples, scratch, skipped, smoke):
        self.samples = samples
        self.scratch = Path(scratch)
        self.python = "python" not in skipped
        self.smoke = smoke
        block = 200 if smoke else 100_000
        self.inputs = {kind: CSVInput(kind, block) for kind in ("clean", "quoted", "dirty")}
        self.inputs["sample"] = SampleInput(block)
        # The digest of what the first exact tool made of the sample.
        self.sample_digest = None

    def rows(self, count):
        """`count` rows in the full run, a few blocks in the smoke run."""
        return min(count, 1000) if self.smoke else count

    def file(self, kind, rows):
        path = self.scratch / f"{kind}-{rows}.csv"
        if not path.exists():
            self.inputs[kind].write(path, rows)
        return path

    def measure(self, workload, kind, rows, tool):
        """Runs one tool once, checks what it wrote and keeps time and peak memory."""
        source, target = self.file(kind, rows), self.scratch / "out.csv"
        if tool.name == "product":
            seconds, peak = self.product(source, target, tool.threads)
        else:
            script = layout.PEERS / "Python" / "tables.py"
            ended = child(
                [layout.PYTHON, script, tool.name, source, target, tool.threads, AT],
                self.scratch, environment={"POLARS_MAX_THREADS": str(tool.threads)})
            seconds, peak = json.loads(ended.output)["seconds"], ended.peak_bytes
        key = workload, tool.label
        wrong = self.check(kind, rows, target, tool, workload)
        if wrong is not None:
            self.samples.inexact[key] = wrong
        self.samples.add(*key, seconds * 1e9 / rows, rows)
        self.samples.peak(*key, peak)
        self.samples.row_bytes[workload] = source.stat().st_size / rows
        target.unlink()

    def product(self, source, target, threads):
        """The command line tool: whole process, from start to exit."""
        rejects = self.scratch / "rejects.csv"
        ended = child(
            [layout.BERAYIELD, "csv", source, "-o", target, "--threads", threads, "--at", AT,
             "--rejects", rejects], self.scratch, codes=(0, 4))
        return ended.seconds, ended.peak_bytes

    def check(self, kind, rows, target, tool, workload):
        """Exact tools must give the expected fingerprint in the first block, and the same bytes in
        every further block. Others have their wrong answers counted in the first block."""
        expected = self.inputs[kind]
        answers = expected.answers
        if expected.block_size is not None and rows < expected.block_size:
            answers = answers[:rows]
        with open(target, newline="") as file:
            reader = csv.reader(file)
            column = next(reader).index("apr")
            found = [parse_ratio(row[column]) for row, _ in zip(reader, answers)]
        if tool.exact:
            if fold(found) != fold(answers):
                raise Failed(f"{workload}: {tool.label} wrote wrong APRs")
            if expected.block_size is None:
                self.check_digest(target, workload, tool)
                return None
            blocks = rows // expected.block_size
            check_blocks(target, len(answers), blocks, workload, tool.label)
            if expected.bad_in_block:
                self.check_rejects(expected.bad_in_block * blocks, workload)
            return None
        differences = [abs(a - b) for a, b in zip(found, answers) if a != b]
        return {
            "wrong": len(differences), "of": len(answers),
            "wrong_digits": sum(len(str(value)) for value in differences) / len(answers),
        }

    def check_digest(self, target, workload, tool):
        """Every exact run on the sample must write the same bytes."""
        digest = hashlib.blake2b()
        with open(target, "rb") as file:
            while block := file.read(1 << 20):
                digest.update(block)
        self.sample_digest = self.sample_digest or digest.digest()
        if digest.digest() != self.sample_digest:
            raise Failed(f"{workload}: {tool.label} wrote other bytes than the first run")

    def check_rejects(self, count, workload):
        """Every bad row must be in the rejects."""
        with open(self.scratch / "rejects.csv", newline="") as file:
            found = sum(1 for _ in csv.reader(file)) - 1
        if found != count:
            raise Failed(f"{workload}: {found} rejected rows, expected {count}")

    def all(self):
        """Every CSV workload."""
        rounds = 1 if self.smoke else 5
        size, small = self.rows(2_000_000), self.rows(200_000)
        for index in range(rounds):
            say(f"csv: round {index + 1} of {rounds}")
            for tool in (*PRODUCT, *(TABLES if self.python else ())):
                self.measure("csv/clean", "clean", size, tool)
            for tool in (*PRODUCT, *(BEST if self.python else ())):
                self.measure("csv/quoted", "quoted", size, tool)
            for tool in PRODUCT:
                self.measure("csv/dirty", "dirty", size, tool)
            if self.python and index < 2:
                self.measure("csv/clean", "clean", size, PANDAS)
                self.measure("csv/clean", "clean", small, PYTHON_CSV)
        for path in self.scratch.glob("*-*.csv"):
            path.unlink()
        self.without_repetition()
        self.growth()

    def quick(self):
        """One size beside the peers of the goals."""
        for _ in range(3):
            for tool in (*PRODUCT, *(TABLES if self.python else ())):
                if not tool.lean:
                    self.measure("csv/clean", "clean", 500_000, tool)

    def without_repetition(self):
        """A file in which no row is like another, by the product and its peers."""
        rows = self.rows(10_000_000)
        for index in range(1 if self.smoke else 3):
            say(f"csv: no two rows alike, round {index + 1}")
            for tool in (*PRODUCT, *(BEST if self.python else ())):
                self.measure("csv/sample", "sample", rows, tool)
        self.file("sample", rows).unlink()

    def growth(self):
        """Time and memory against size, so that a step that grows faster than the rows shows."""
        for rows in (1_000,) if self.smoke else (10**3, 10**4, 10**5, 10**6, 10**7):
            say(f"csv: {rows} rows")
            for _ in range(1 if self.smoke or rows == 10**7 else 3):
                for tool in (PRODUCT[1], *(BEST if self.python else ())):
                    self.measure(f"csv/size/{rows}", "clean", rows, tool)
            self.file("clean", rows).unlink()


def check_blocks(path, rows, blocks, workload, label):
    """Every whole block of the output must be the first one, byte for byte, and nothing must follow."""
    if blocks == 0:
        return
    with open(path, "rb") as file:
        file.readline()
        start = file.tell()
        for _ in range(rows):
            file.readline()
        length = file.tell() - start
        file.seek(start)
        first = file.read(length)
        for _ in range(blocks - 1):
            if file.read(length) != first:
                raise Failed(f"{workload}: {label} wrote blocks that differ")
        if file.read(1):
            raise Failed(f"{workload}: {label} wrote more rows than it read")
