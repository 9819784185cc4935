"""Bulk CSV with polars, duckdb, pandas and Python's csv module: read all columns, add `apr` and
`active`, write all columns, in order. Prints one JSON line; the time leaves out imports.

usage: tables.py TOOL IN.csv OUT.csv THREADS AT
"""

import json
import os
import sys
import time

TOOL, SOURCE, TARGET, THREADS, AT = sys.argv[1:]
YEAR = 31_536_000.0
NUMBERS = ("reward_rate", "total_supply", "reward_price", "stake_price")
os.environ["POLARS_MAX_THREADS"] = THREADS
os.environ["OMP_NUM_THREADS"] = THREADS


def polars_streaming():
    """float64; the columns that pass through stay text, so that they come out as they came in."""
    import polars as pl

    start = time.perf_counter()
    rate, supply, reward, stake = (pl.col(name).cast(pl.Float64) for name in NUMBERS)
    active = pl.col("period_finish").cast(pl.Int64) > int(AT)
    # 18 of the 36 decimals of the rate cancel against the supply's: one scale remains.
    apr = pl.when(active).then(rate * YEAR * reward / (supply * stake) / 1e18).otherwise(0.0)
    names = ("vault", "reward_rate", "period_finish", "total_supply", "reward_price", "stake_price")
    frame = pl.scan_csv(SOURCE, schema={name: pl.String for name in names})
    frame.with_columns(apr=apr, active=active).sink_csv(TARGET, engine="streaming")
    return time.perf_counter() - start


def polars_lean():
    """The least work: numbers read as float64, only `vault,apr,active` written."""
    import polars as pl

    start = time.perf_counter()
    rate, supply, reward, stake = (pl.col(name) for name in NUMBERS)
    active = pl.col("period_finish") > int(AT)
    apr = pl.when(active).then(rate * YEAR * reward / (supply * stake) / 1e18).otherwise(0.0)
    overrides = {name: pl.Float64 for name in NUMBERS} | {"period_finish": pl.Int64}
    frame = pl.scan_csv(SOURCE, schema_overrides=overrides)
    frame.select("vault", apr=apr, active=active).sink_csv(TARGET, engine="streaming")
    return time.perf_counter() - start


DUCKDB_APR = f"""
  CASE WHEN period_finish::BIGINT > {int(AT)}
    THEN reward_rate::DOUBLE * {YEAR} * reward_price::DOUBLE
      / (total_supply::DOUBLE * stake_price::DOUBLE) / 1e18
    ELSE 0.0 END AS apr,
  period_finish::BIGINT > {int(AT)} AS active"""


def duckdb_copy(columns="*", reader="all_varchar = true"):
    """float64; the columns that pass through stay text."""
    import duckdb

    connection = duckdb.connect()
    connection.execute(f"SET threads = {int(THREADS)}")
    start = time.perf_counter()
    connection.execute(f"""
        COPY (SELECT {columns}, {DUCKDB_APR} FROM read_csv('{SOURCE}', header = true, {reader}))
        TO '{TARGET}' (HEADER)""")
    return time.perf_counter() - start


def duckdb_lean():
    """The least work: numbers read as float64, only `vault,apr,active` written."""
    kinds = {"vault": "VARCHAR", "reward_rate": "DOUBLE", "period_finish": "BIGINT",
             "total_supply": "DOUBLE", "reward_price": "DOUBLE", "stake_price": "DOUBLE"}
    return duckdb_copy("vault", f"columns = {kinds}")


def pandas_pyarrow():
    """float64 through pandas' pyarrow engine; the columns that pass through stay text."""
    import pandas as pd
    import pyarrow
    import pyarrow.csv

    pyarrow.set_cpu_count(int(THREADS))
    start = time.perf_counter()
    frame = pd.read_csv(SOURCE, engine="pyarrow", dtype="string[pyarrow]")
    rate, supply, reward, stake = (frame[name].astype("float64") for name in NUMBERS)
    active = frame["period_finish"].astype("int64") > int(AT)
    frame["apr"] = (rate * YEAR * reward / (supply * stake) / 1e18).where(active, 0.0)
    frame["active"] = active
    # pandas' own to_csv takes four times as long; the writer of its reading engine is used instead.
    table = pyarrow.Table.from_pandas(frame, preserve_index=False)
    options = pyarrow.csv.WriteOptions(quoting_style="none")
    pyarrow.csv.write_csv(table, TARGET, options)
    return time.perf_counter() - start


def python_csv():
    """Exact: the csv module and Python's integers."""
    import csv

    def wad(text):
        whole, _, fraction = text.partition(".")
        return int(whole + fraction.ljust(18, "0"))

    start = time.perf_counter()
    at = int(AT)
    with open(SOURCE, newline="") as source, open(TARGET, "w", newline="") as target:
        reader, writer = csv.reader(source), csv.writer(target, lineterminator="\n")
        writer.writerow([*next(reader), "apr", "active"])
        for row in reader:
            _, rate, finish, supply, reward, stake = row
            active = int(finish) > at
            apr = 0
            if active:
                apr = int(rate) * 31_536_000 * wad(reward) // (int(supply) * wad(stake))
            whole, fraction = divmod(apr, 10**18)
            text = f"{whole}.{fraction:018d}".rstrip("0").rstrip(".")
            writer.writerow([*row, text, "true" if active else "false"])
    return time.perf_counter() - start


TOOLS = {
    "polars-streaming": polars_streaming, "polars-lean": polars_lean, "duckdb": duckdb_copy,
    "duckdb-lean": duckdb_lean, "pandas-pyarrow": pandas_pyarrow, "python-csv": python_csv,
}

if __name__ == "__main__":
    print(json.dumps({"tool": TOOL, "seconds": TOOLS[TOOL]()}))
