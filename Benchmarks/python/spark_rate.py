"""What Spark makes of rows a second by one core and two, Parquet in and out, on this machine.

    .build/python-clean/bin/python Benchmarks/python/spark_rate.py [--rows 2000000]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import berayield as by
import pyarrow.parquet as pq
from pyspark.sql import SparkSession
from ratios import AT, pa, rows, words


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=2_000_000)
    count = parser.parse_args().rows
    given = rows(count)
    table = pa.table({
        name: pa.array(values) if name == "period_finish" else
        words(values, pa.decimal128(18, 2) if name.endswith("price") else pa.decimal128(38, 0)).cast(pa.string())
        for name, values in given.items()
    })
    with tempfile.TemporaryDirectory() as folder:
        for part in range(8):
            step = -(-count // 8)
            pq.write_table(table.slice(part * step, step), Path(folder) / f"{part}.parquet")
        for cores in (1, 2):
            spark = (
                SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false").config("spark.driver.host", "127.0.0.1")
                .getOrCreate()
            )
            spark.sparkContext.setLogLevel("ERROR")
            source = spark.read.parquet(folder)
            frames = {
                "read and count": lambda s=source: s.selectExpr("sum(length(reward_rate))").collect(),
                "with_apr, Parquet in and out": lambda s=source, c=cores: by.spark.with_apr(
                    s, at=AT, keep=["reward_rate"]).write.parquet(f"{folder}/out{c}"),
                "a grid of 10,000,000 points": lambda s=spark: by.spark.sweep(
                    s, {"totalSupply": by.linear(10**20, 10**22, 1000), "rewardPrice": by.linear(1, 10, 10_000)},
                    fixed={"rewardRate": 10**36, "stakePrice": "12.5"}).selectExpr("max(apr)").collect(),
            }
            for name, run in frames.items():
                start = time.perf_counter()
                run()
                spent = time.perf_counter() - start
                size = 10_000_000 if "grid" in name else count
                print(f"local[{cores}] {name}: {spent:.1f} s, {size / spent / 1e6:.2f} M a second", flush=True)
            spark.stop()


if __name__ == "__main__":
    main()
