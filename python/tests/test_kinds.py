"""Tables of every library in and out, the PyCapsule interface, and streams that stay streams."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from typing import Any

import berayield as by
import duckdb
import nanoarrow
import pandas
import polars
import pyarrow as pa
import pytest
from rows import AT, decimal, expected, random_rows, table

ROWS = random_rows(300)
TABLE = table(ROWS)
WANTED = expected(ROWS)
METRICS = ["apr", "status"]


class OnlyStream:
    """Shows the protocol's method and nothing else."""

    def __init__(self, table: Any) -> None:
        self._table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self._table.__arrow_c_stream__(requested_schema)


class OnlyArray:
    def __init__(self, batch: Any) -> None:
        self._batch = batch

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        return self._batch.__arrow_c_array__(requested_schema)


BATCH = TABLE.to_batches()[0]


@pytest.mark.parametrize(
    "given, kind",
    [
        (lambda: TABLE, pa.Table), (lambda: BATCH, pa.RecordBatch),
        (lambda: pa.RecordBatchReader.from_batches(TABLE.schema, [BATCH]), pa.RecordBatchReader),
        (lambda: polars.from_arrow(TABLE), polars.DataFrame),
        (lambda: nanoarrow.ArrayStream(TABLE), nanoarrow.ArrayStream),
        (lambda: nanoarrow.Array(BATCH.to_struct_array()), nanoarrow.Array),
        (lambda: OnlyStream(TABLE), by.ArrowStream), (lambda: OnlyArray(BATCH), by.ArrowArray),
    ],
)
def test_the_same_kind_comes_back(given: Any, kind: type) -> None:
    figures = by.apr(given(), at=AT, metrics=METRICS)
    assert type(figures) is kind
    if isinstance(figures, pa.RecordBatchReader):
        figures = figures.read_all()
    back = pa.table(figures) if hasattr(figures, "__arrow_c_stream__") else pa.table(
        pa.RecordBatch.from_struct_array(pa.array(figures)))
    assert back["apr"].to_pylist() == WANTED["apr"].to_pylist()
    assert [str(s) for s in back["status"].to_pylist()] == WANTED["status"].to_pylist()


def test_pandas() -> None:
    frame = TABLE.to_pandas()
    frame.index = frame.index * 3 + 7
    figures = by.apr(frame, at=AT, metrics=METRICS)
    assert isinstance(figures, pandas.DataFrame) and figures.index.equals(frame.index)
    found = [None if a is pandas.NA else a for a in figures["apr"].to_list()]
    assert found == WANTED["apr"].to_pylist()
    assert (figures["status"] == "active").sum() == WANTED["status"].to_pylist().count("active")
    assert len(frame.assign(apr=figures["apr"])) == len(ROWS)


def test_pandas_with_python_integers_says_what_to_do() -> None:
    frame = pandas.DataFrame({"reward_rate": [10**40]})
    with pytest.raises(by.InputError, match="astype"):
        by.apr(frame, at=AT)


def test_duckdb() -> None:
    con = duckdb.connect()
    con.register("vaults", TABLE)
    figures = by.apr(con.sql("select * from vaults"), at=AT, metrics=METRICS)
    assert isinstance(figures, duckdb.DuckDBPyRelation)
    assert figures.fetchall() == list(zip(*WANTED.to_pydict().values(), strict=True))


def test_polars_takes_the_figures_as_columns() -> None:
    frame = polars.from_arrow(TABLE)
    both = frame.with_columns(by.apr(frame, at=AT, metrics=METRICS))
    assert both["apr"].to_list() == WANTED["apr"].to_pylist()
    assert both.columns == [*frame.columns, *METRICS]


def test_what_is_no_table_is_refused() -> None:
    for given in (5, "vaults.csv", {"reward_rate": ["1"]}, None):
        with pytest.raises(by.InputError, match="found a .*; expected a table"):
            by.apr(given, at=AT)


@pytest.mark.parametrize("capsule", [object(), (object(), object())])
def test_capsules_of_the_wrong_kind(capsule: Any) -> None:
    class Wrong:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
            return capsule

    with pytest.raises(by.InputError, match="expected a capsule"):
        by.apr(Wrong(), at=AT)


def test_a_capsule_can_be_consumed_once() -> None:
    capsule = TABLE.__arrow_c_stream__()

    class Twice:
        def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
            return capsule

    assert pa.table(by.apr(Twice(), at=AT)).num_rows == len(ROWS)
    with pytest.raises(by.InputError, match="consumed"):
        by.apr(Twice(), at=AT)
    for figures in (by.apr(OnlyStream(TABLE), at=AT), ):
        pa.table(figures)
        with pytest.raises(by.InputError, match="consumed"):
            pa.table(figures)
    once = by.apr(OnlyArray(BATCH), at=AT)
    pa.array(once)
    with pytest.raises(by.InputError, match="consumed"):
        pa.array(once)


def test_a_stream_that_nobody_takes_is_given_back() -> None:
    by.apr(OnlyStream(TABLE), at=AT)
    by.apr(OnlyStream(TABLE), at=AT).__arrow_c_stream__()
    by.apr(OnlyArray(BATCH), at=AT).__arrow_c_array__()


def test_a_producer_that_fails_in_mid_stream_speaks_for_itself() -> None:
    def batches() -> Iterator[pa.RecordBatch]:
        yield BATCH
        raise RuntimeError("the disk is on fire")

    reader = by.apr(pa.RecordBatchReader.from_batches(TABLE.schema, batches()), at=AT, metrics=METRICS)
    assert reader.read_next_batch().num_rows == len(ROWS)
    with pytest.raises(pa.ArrowException, match="the disk is on fire"):
        reader.read_next_batch()


def test_a_bad_row_of_a_stream_has_its_number_through_all_batches() -> None:
    bad = BATCH.set_column(3, "reward_price", pa.array(["1"] * 299 + ["-1"]))
    reader = by.apr(
        pa.RecordBatchReader.from_batches(TABLE.schema, iter([BATCH, bad])), at=AT, metrics=METRICS
    )
    reader.read_next_batch()
    with pytest.raises(pa.ArrowException, match='row 599: reward_price: found "-1"'):
        reader.read_next_batch()
    whole = pa.Table.from_batches([BATCH, bad])
    with pytest.raises(by.InputError) as caught:
        by.apr(whole, at=AT)
    assert caught.value.row == 599


def test_streams_stay_streams_and_memory_does_not_grow() -> None:
    big = table(ROWS * 100).combine_chunks().to_batches()[0]
    drawn = 0

    def batches(count: int) -> Iterator[pa.RecordBatch]:
        nonlocal drawn
        for _ in range(count):
            drawn += 1
            yield big

    def peak(count: int) -> int:
        reader = by.apr(
            pa.RecordBatchReader.from_batches(big.schema, batches(count)), at=AT, metrics=METRICS
        )
        assert drawn <= 1
        rows = sum(b.num_rows for b in reader)
        assert rows == count * big.num_rows
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    few = peak(5)
    drawn = 0
    assert peak(200) - few < 20_000


def test_kept_columns_stand_in_front() -> None:
    given = TABLE.append_column("id", pa.array(range(300))).append_column(
        "tags", pa.array([["a", "b"]] * 300)).append_column(
        "class", pa.array(["x", "y"] * 150).dictionary_encode())
    for part in (given, given.slice(17, 100), pa.concat_tables([given, given])):
        figures = by.apr(part, at=AT, metrics=["apr"], keep=["tags", "id", "class"])
        assert figures.column_names == ["tags", "id", "class", "apr"]
        assert figures.select(["id", "tags", "class"]).equals(part.select(["id", "tags", "class"]))
    everything = by.apr(given, at=AT, metrics=["apr"], keep=True)
    assert everything.drop(["apr"]).equals(given)
    with pytest.raises(by.InputError, match="did you mean tags"):
        by.apr(given, at=AT, keep=["tag"])
    with pytest.raises(by.InputError, match="a column apr already"):
        by.apr(everything, at=AT, metrics=["apr"], keep=True)


def test_types_out() -> None:
    metrics = ["apr", "apy_daily", "tvl_usd", "active", "status", "seconds_left", "warnings"]
    figures = by.apr(TABLE, at=AT, metrics=metrics)
    assert figures.schema == pa.schema({
        "apr": pa.decimal128(38, 18), "apy_daily": pa.decimal128(38, 18),
        "tvl_usd": pa.decimal128(38, 18), "active": pa.bool_(),
        "status": pa.dictionary(pa.int8(), pa.string()), "seconds_left": pa.int64(),
        "warnings": pa.string(),
    })
    texts = by.apr(TABLE, at=AT, metrics=metrics, text=True)
    assert all(field.type == pa.string() for field in texts.schema)
    assert texts["apr"][0].as_py() == f"{WANTED['apr'][0].as_py().normalize():f}"
    wide = by.apr(TABLE, at=AT, metrics=["apr"], precision=76)
    assert wide.schema.field("apr").type == pa.decimal256(76, 18)
    assert wide["apr"].to_pylist() == [decimal(r.apr()) for r in ROWS]
