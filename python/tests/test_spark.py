"""Spark on two local executors, Parquet in and out, against one machine and Python's integers."""

from __future__ import annotations

import datetime
import pathlib
import random
import statistics
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import berayield as by
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from rows import AT, Row, decimal, expected, random_rows, table

pytest.importorskip("pyspark")
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "examples"))


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "4").config("spark.driver.memory", "1g")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "1000")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


ROWS = random_rows(6000, seed=3, nulls=True)


def test_with_apr_from_parquet_to_parquet(spark: Any, tmp_path: pathlib.Path) -> None:
    given = table(ROWS).append_column("id", pa.array(range(len(ROWS))))
    for part in range(3):
        pq.write_table(given.slice(part * 2000, 2000), tmp_path / f"{part}.parquet")
    frame = by.spark.with_apr(spark.read.parquet(str(tmp_path)), at=AT)
    assert frame.columns == [*given.column_names, "apr", "status"]
    frame.write.parquet(str(tmp_path / "out"))
    back = pq.read_table(tmp_path / "out").sort_by("id").combine_chunks()
    wanted = expected(ROWS)
    assert back["apr"].to_pylist() == wanted["apr"].to_pylist()
    assert back["status"].to_pylist() == wanted["status"].to_pylist()
    assert back["reward_rate"].to_pylist() == given["reward_rate"].to_pylist()


def test_decimals_and_empty_partitions(spark: Any) -> None:
    rows = random_rows(100, seed=4)
    frame = spark.createDataFrame(table(rows, "decimal128").to_pandas()).repartition(7)
    found = by.spark.with_apr(frame, at=AT, metrics=["apr"], keep=["total_supply"]).filter("apr is not null")
    wanted = sorted(decimal(r.apr()) for r in rows if r.apr() is not None)
    assert sorted(r["apr"] for r in found.select("apr").collect()) == wanted


def test_a_bad_row_fails_its_task_in_its_own_words(spark: Any) -> None:
    bad = table([Row(1, 1, 1, 1, 1)] * 3).set_column(0, "reward_rate", pa.array(["1", "-1", "1"]))
    frame = spark.createDataFrame(bad.to_pandas())
    with pytest.raises(Exception, match='reward_rate: found "-1"'):
        by.spark.with_apr(frame, at=AT).collect()
    kept = by.spark.with_apr(frame, at=AT, errors="column").collect()
    assert sorted(r["error"] is None for r in kept) == [False, True, True]


def test_a_split_grid_is_the_whole_grid(spark: Any) -> None:
    axes = {"totalSupply": by.log(10**18, 10**24, 40), "rewardPrice": by.linear(1, 10, 250)}
    fixed = {"rewardRate": 10**36, "stakePrice": "12.5"}
    whole = pa.table(by.sweep(axes, fixed=fixed, metrics=["apr", "tvlUsd"]))
    for partitions in (1, 3, 8):
        parts = by.spark.sweep(
            spark, axes, fixed=fixed, metrics=["apr", "tvlUsd"], partitions=partitions
        ).toArrow()
        order = [("totalSupply", "ascending"), ("rewardPrice", "ascending")]
        assert parts.sort_by(order).to_pylist() == whole.to_pylist()


def observations(days: int = 30) -> tuple[list[tuple[str, int, int]], list[Row]]:
    """Two observations a day and more of some vaults, as a store of history has them."""
    choose = random.Random(11)
    places, rows = [], []
    for vault in range(5):
        for day in range(days):
            for _ in range(choose.randrange(2, 6)):
                time = AT + day * 86_400 + choose.randrange(86_400)
                places.append((f"0x{vault:040x}", day, time))
                rows.append(Row(
                    choose.randrange(10**34, 10**36), time + choose.randrange(-1000, 500_000),
                    choose.choice([0, 10**21, 10**22]) + (choose.randrange(10**20) if vault else 0),
                    choose.randrange(1, 900) * 10**16, choose.randrange(10**4, 10**6) * 10**16,
                ))
    return places, rows


def test_the_yearly_job_equals_one_machine(spark: Any, tmp_path: pathlib.Path) -> None:
    from yearly_job import daily, yields

    places, rows = observations()
    given = table(rows)
    for index, name in enumerate(("vault", "day", "timestamp")):
        given = given.append_column(name, pa.array([p[index] for p in places]))
    pq.write_to_dataset(given, tmp_path / "observations", partition_cols=["day"])
    source = spark.read.parquet(str(tmp_path / "observations"))
    outs = []
    for parts in (1, 5):
        out = tmp_path / f"out{parts}"
        daily(yields(source.repartition(parts))).coalesce(1).write.parquet(str(out))
        outs.append(pq.read_table(out))
    assert outs[0].equals(outs[1])
    files = [next((tmp_path / f"out{parts}").glob("*.parquet")).read_bytes() for parts in (1, 5)]
    assert files[0] == files[1]

    groups: dict[tuple[str, int], list[int | None]] = {}
    for (vault, day, time), row in zip(places, rows, strict=True):
        groups.setdefault((vault, day), []).append(row.apr(time))
    wanted = []
    for (vault, day), aprs in sorted(groups.items()):
        there = sorted(a for a in aprs if a is not None)
        wanted.append({
            "vault": vault, "day": day, "observations": len(aprs), "with_apr": len(there),
            "least": decimal(there[0]) if there else None,
            "median": decimal(statistics.median_low(there)) if there else None,
            "greatest": decimal(there[-1]) if there else None,
            "sum": decimal(sum(there)) if there else None,
        })
    assert outs[0].to_pylist() == wanted
    assert all(isinstance(r["least"], (Decimal, type(None))) for r in wanted)


def test_what_was_realised_a_day_from_a_store(spark: Any, tmp_path: pathlib.Path) -> None:
    from yearly_job import main

    # spark-submit sends the job itself to the executors; here it is a module.
    spark.sparkContext.addPyFile(str(pathlib.Path(__file__).parent.parent / "examples" / "yearly_job.py"))
    store = by.history(pathlib.Path(__file__).parents[2] / "data" / "recorded" / "history.sqlite")
    store.write_parquet(tmp_path / "observations")
    main(str(tmp_path / "observations"), str(tmp_path / "out"))
    found = {(r["vault"], r["day"]): r["realized"] for r in pq.read_table(tmp_path / "out").to_pylist()}
    lasts: dict[tuple[str, str], dict[str, Any]] = {}
    for row in sorted(store.rows.read_all().to_pylist(), key=lambda r: r["timestamp"]):
        day = datetime.datetime.fromtimestamp(row["timestamp"], datetime.timezone.utc).strftime("%Y-%m-%d")
        lasts[row["vault"], day] = row
    assert found.keys() == lasts.keys()
    told = 0
    for (vault, day), row in lasts.items():
        before = max((d for v, d in lasts if v == vault and d < day), default=None)
        if before is None or row["stake_decimals"] is None:
            assert found[vault, day] is None
            continue
        first = lasts[vault, before]
        paid = (int(row["reward_per_token"]) - int(first["reward_per_token"])) * 10 ** int(row["stake_decimals"])
        apr = paid * Fraction(row["reward_price"]) * 31_536_000 / Fraction(row["stake_price"])
        apr /= 10**36 * (row["timestamp"] - first["timestamp"])
        assert Fraction(found[vault, day]) == Fraction(apr * 10**18 // 1, 10**18)
        told += apr > 0
    assert told > 20
