"""What Spark spends on a row, Parquet in and out, on this machine: processor time of all its processes.

    .build/python-clean/bin/python Benchmarks/python/spark_rate.py [--rows 1000000]

Processor time and not wall time, so that other work on the machine matters little. Each run is made twice, and the
second counts: the first warms the JVM up.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

import berayield as by
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from ratios import AT, pa, rows, words

os.environ.setdefault("PYSPARK_PYTHON", sys.executable)


def spent() -> float:
    """Seconds of the processor that this process and all below it have used."""
    parents, seconds = {}, {}
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(process)] = int(fields[1])
        seconds[int(process)] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    below, found = {os.getpid()}, True
    while found:
        found = {p for p, parent in parents.items() if parent in below} - below
        below |= found
    return sum(seconds.get(p, 0) for p in below)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    count = parser.parse_args().rows
    given = rows(count)
    table = pa.table({
        name: pa.array(values) if name == "period_finish" else
        words(values, pa.decimal128(18, 2) if name.endswith("price") else pa.decimal128(38, 0)).cast(pa.string())
        for name, values in given.items()
    })
    spark = (
        SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false").config("spark.driver.host", "127.0.0.1").getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        pq.write_table(table, f"{folder}/in.parquet", row_group_size=-(-count // 8))
        source = spark.read.parquet(f"{folder}/in.parquet")
        write = {"mode": "overwrite"}
        work = {
            "the same columns through Python and back": lambda: source.mapInArrow(
                lambda batches: batches, source.schema).write.parquet(f"{folder}/a", **write),
            "with_apr, Parquet in and out": lambda: by.spark.with_apr(
                source, at=AT).write.parquet(f"{folder}/b", **write),
        }
        for name, run in work.items():
            for _ in range(2):
                before = spent()
                run()
                used = spent() - before
            print(f"{name}: {used / count * 1e9:.0f} ns of the processor a row", flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
