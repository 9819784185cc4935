"""A store of readings: what vaults really paid, figures over time, and Parquet of every raw value."""

from __future__ import annotations

import csv
import pathlib
import shutil
import sqlite3
from decimal import Decimal

import berayield as by
import pyarrow as pa
import pyarrow.dataset
import pytest

ROOT = pathlib.Path(__file__).parents[2]
STORE = ROOT / "data" / "recorded" / "history.sqlite"
VAULT = "0x60110de31e8c4baa19820b717c7496a250dbb563"


def test_contents_are_those_of_the_file() -> None:
    history = by.history(STORE)
    with sqlite3.connect(f"file:{STORE}?mode=ro&immutable=1", uri=True) as database:
        blocks = database.execute("SELECT number, time FROM block ORDER BY number").fetchall()
    assert [(reading["block"], reading["time"]) for reading in history["readings"]] == blocks
    assert (history["vaults"], history["chainId"]) == (10, 80094)


def test_what_vaults_really_paid_is_what_integers_say() -> None:
    with open(ROOT / "Tests" / "Vectors" / "history_realized.csv", newline="") as file:
        expected = list(csv.DictReader(file))
    found = {
        (vault["vault"], window["window"]): window
        for vault in by.history(STORE).realized() for window in vault["windows"]
    }
    assert len(found) == len(expected)
    for row in expected:
        window = found[row["vault"], row["window"]]
        assert (window["apr"] or "", window["status"]) == (row["apr"], row["status"])


def test_a_figure_over_time() -> None:
    (vault,) = by.history(STORE).points("apr", vault=VAULT, every="1d", from_="2026-01-06")
    days = [point["time"] for point in vault["points"]]
    assert all(b - a == 86_400 for a, b in zip(days[:-2], days[1:-1], strict=True))
    assert any(point["apr"] is None for point in vault["points"])


def test_rows_go_through_apr(tmp_path: pathlib.Path) -> None:
    history = by.history(STORE)
    rows = history.rows.read_all()
    figures = pa.table(by.apr(rows, at="timestamp", metrics=["apr", "status"]))
    (vault,) = history.points("apr", vault=VAULT)
    quoted = {point["block"]: point["apr"] for point in vault["points"]}
    mine = [
        (block, apr) for block, address, apr in zip(
            rows["block"].to_pylist(), rows["vault"].to_pylist(), figures["apr"].to_pylist(), strict=True)
        if address == VAULT
    ]
    assert len(mine) == len(quoted)
    assert all(apr == Decimal(quoted[block]) for block, apr in mine)


def test_parquet_by_day(tmp_path: pathlib.Path) -> None:
    by.history(STORE).write_parquet(tmp_path / "observations")
    dataset = pa.dataset.dataset(tmp_path / "observations", partitioning="hive")
    back = dataset.to_table().sort_by([("block", "ascending"), ("vault", "ascending")])
    rows = by.history(STORE).rows.read_all().sort_by([("block", "ascending"), ("vault", "ascending")])
    assert back.drop_columns(["day"]).cast(rows.schema).equals(rows)
    assert len({path.parent.name for path in (tmp_path / "observations").rglob("*.parquet")}) > 5
    # Once more replaces, and never doubles.
    by.history(STORE).write_parquet(tmp_path / "observations")
    assert pa.dataset.dataset(tmp_path / "observations", partitioning="hive").count_rows() == rows.num_rows


def test_batches_need_not_be_taken_to_the_end() -> None:
    reader = by.history(STORE).rows
    reader.read_next_batch()
    reader.close()


def test_what_goes_wrong_has_its_class(tmp_path: pathlib.Path) -> None:
    with pytest.raises(by.InputError, match="no such file"):
        by.history(tmp_path / "none.sqlite")
    (tmp_path / "notes.txt").write_text("dear diary")
    with pytest.raises(by.InputError):
        by.history(tmp_path / "notes.txt")
    with pytest.raises(by.InputError, match="--vault"):
        by.history(STORE).realized(vault="0x" + "0" * 40)
    gone = tmp_path / "gone.sqlite"
    shutil.copy(STORE, gone)
    history = by.history(gone)
    gone.unlink()
    with pytest.raises(by.InputError, match="no such file"):
        _ = history.rows
