"""The Python package beside polars and Python's integers, on the same rows, in one interleaved run.

Run it by an interpreter that has the wheel, pyarrow, polars and numpy (`Scripts/python.sh` leaves one in
`.build/python-clean`):

    .build/python-clean/bin/python Benchmarks/python/ratios.py [--rows 2500000] [--rounds 7] [--smoke]

Every answer is compared first. A ratio is formed inside each round, peer and product one after the other; shown is
its median with its range. Both sides use two threads; the integers of Python use one, which is all that they have.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("POLARS_MAX_THREADS", "2")

import berayield as by  # noqa: E402
import numpy as np  # noqa: E402
import polars as pl  # noqa: E402
import pyarrow as pa  # noqa: E402

AT, YEAR, THREADS = 1_800_000_000, 31_536_000, 2
METRICS = ["apr", "status"]

#: What each ratio is of, the peer's time over the product's, and what is wanted.
GOALS = (
    ("decimals", "polars text to float64", "from decimal columns", 5.0),
    ("text", "polars text to float64", "from text", 2.5),
    ("decimals", "python integers, parsed", "from decimal columns", 4.0),
    ("decimals", "polars float64", "from decimal columns, its time at most 1.5 of the peer's", 1 / 1.5),
)


def rows(count: int) -> dict[str, Any]:
    """Rates of 35 digits, stakes of 21, prices in cents, ends on both sides of the evaluation."""
    draw = np.random.default_rng(7)
    rate = [int(a) * 10**17 + int(b) for a, b in zip(
        draw.integers(10**16, 9 * 10**17, count), draw.integers(0, 10**17, count), strict=True)]
    supply = [int(a) * 10**18 + int(b) for a, b in zip(
        draw.integers(10**2, 10**4, count), draw.integers(0, 10**18, count), strict=True)]
    return {
        "reward_rate": rate, "period_finish": (AT + draw.integers(-400_000, 400_000, count)).tolist(),
        "total_supply": supply, "reward_price": draw.integers(1, 2000, count).tolist(),
        "stake_price": draw.integers(10**4, 10**7, count).tolist(),
    }


def words(values: list[int], kind: pa.DataType) -> pa.Array:
    """A column of 128-bit integers."""
    memory = b"".join(v.to_bytes(16, "little") for v in values)
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(memory)])


def python_integers(given: dict[str, Any]) -> list[int]:
    return [
        r * YEAR * p // (s * q) if AT < f else 0
        for r, f, s, p, q in zip(*given.values(), strict=True)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=2_500_000)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--smoke", action="store_true", help="few rows, once: answers checked, nothing measured")
    options = parser.parse_args()
    count, rounds = (10_000, 1) if options.smoke else (options.rows, options.rounds)

    given = rows(count)
    cents = pa.decimal128(18, 2)
    decimals = pa.table({
        "reward_rate": words(given["reward_rate"], pa.decimal128(38, 0)),
        "period_finish": pa.array(given["period_finish"]),
        "total_supply": words(given["total_supply"], pa.decimal128(38, 0)),
        "reward_price": words(given["reward_price"], cents),
        "stake_price": words(given["stake_price"], cents),
    })
    text = pa.table({
        name: column if name == "period_finish" else column.cast(pa.string())
        for name, column in zip(decimals.column_names, decimals.columns, strict=True)
    })
    frame = pl.from_arrow(text)
    numbers = frame.with_columns(pl.exclude("period_finish").cast(pl.Float64))
    figure = (
        pl.when(pl.col("period_finish") > AT)
        .then(pl.col("reward_rate") * pl.col("reward_price") * YEAR
              / (pl.col("total_supply") * pl.col("stake_price")) / 1e18)
        .otherwise(0.0)
    )
    few = {name: column[: max(10_000, count // 10)] for name, column in given.items()}

    def product(table: pa.Table) -> Callable[[], Any]:
        return lambda: by.apr(table, at=AT, metrics=METRICS, threads=THREADS)

    work: dict[str, tuple[Callable[[], Any], int]] = {
        "decimals": (product(decimals), count),
        "text": (product(text), count),
        "polars float64": (lambda: numbers.select(figure), count),
        "polars text to float64": (
            lambda: frame.with_columns(pl.exclude("period_finish").cast(pl.Float64)).select(figure), count),
        "python integers, parsed": (lambda: python_integers(few), len(few["reward_rate"])),
    }
    wanted = python_integers(given)
    for name in ("decimals", "text"):
        found = work[name][0]()["apr"].combine_chunks()
        assert found.equals(words(wanted, found.type)), f"{name}: wrong figures"
    close = work["polars float64"][0]().to_series().to_list()
    assert all(abs(a * 1e18 - b) <= 1e-6 * max(1, b) for a, b in zip(close, wanted, strict=True))
    if options.smoke:
        print("smoke run: the figures of the Python package are right")
        return 0

    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, (run, size) in work.items():
            start = time.perf_counter()
            run()
            times[name].append((time.perf_counter() - start) / size * 1e9)
    print(f"{count} rows, {rounds} rounds, {THREADS} threads; nanoseconds a row, median and range")
    for name, samples in times.items():
        print(f"  {name:26}{statistics.median(samples):8.1f}   {min(samples):.1f} to {max(samples):.1f}")
    missed = 0
    for ours, peer, what, goal in GOALS:
        ratios = [p / o for p, o in zip(times[peer], times[ours], strict=True)]
        ratio = statistics.median(ratios)
        missed += ratio < goal
        print(
            f"{what}: {ratio:.2f}x {peer} ({min(ratios):.2f} to {max(ratios):.2f}), "
            f"goal {goal:.2f}x: {'holds' if ratio >= goal else 'missed'}"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
