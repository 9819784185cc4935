"""Spark: exact figures of DataFrames and grids of any size, by ``mapInArrow``.

Nothing is computed on the driver, and no row becomes a Python object. The executors need this package and
pyarrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from . import _sweep
from ._sweep import Axis
from ._tables import evaluate, request
from ._vault import Vault

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def _fixed_time(at: Any) -> Any:
    """The time of evaluation: the same for all partitions, whenever they run."""
    if not isinstance(at, str) or at == "timestamp":
        return at
    # A vault of no meaning, which tells what the text is.
    probe = {"rewardRate": 0, "totalSupply": 1, "rewardPrice": 0, "stakePrice": 1, "periodFinish": None}
    return Vault({**probe, "at": at})["evaluatedAt"]


def _batches(figures: Any) -> Iterator[Any]:
    import pyarrow

    yield from pyarrow.RecordBatchReader.from_stream(figures)


def with_apr(df: DataFrame, *, at: Any, metrics: Iterable[str] = ("apr", "status"), **arguments: Any) -> DataFrame:
    """A DataFrame with the figures of its rows behind its columns.

    Args:
        df: a DataFrame whose columns are those of `berayield.apr`, among others.
        at: the time of evaluation; ``"now"`` is when this is called, for all partitions.
        metrics: the figures.
        arguments: as for `berayield.apr`; ``keep`` is True unless given.

    Returns:
        The DataFrame; with ``errors="raise"`` a bad row fails its task.
    """
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    chosen = list(metrics)
    query = request(
        at=_fixed_time(at), metrics=chosen,
        **{"keep": True, "threads": 1, "text": [m for m in chosen if m == "status"], **arguments},
    )
    columns = to_arrow_schema(df.schema)
    schema = from_arrow_schema(_reader(columns, iter(()), query).schema)

    def figures(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow

        first = next(batches, None)
        if first is None:
            return

        def all_batches() -> Iterator[Any]:
            yield first
            yield from batches

        reader = pyarrow.RecordBatchReader.from_batches(first.schema, all_batches())
        yield from evaluate(reader, query)

    return df.mapInArrow(figures, schema)


def _reader(schema: Any, batches: Iterator[Any], query: bytes) -> Any:
    import pyarrow

    return evaluate(pyarrow.RecordBatchReader.from_batches(schema, batches), query)


def sweep(
    spark: SparkSession,
    axes: Mapping[str, Axis | Iterable[Any]],
    *,
    at: Any = None,
    partitions: int | None = None,
    **arguments: Any,
) -> DataFrame:
    """The figures of every point of a grid, computed by all executors: each has a part of the outer axes.

    Args:
        spark: the session.
        axes: as for `berayield.sweep`; the last varies fastest.
        at: the time of evaluation, as for `berayield.sweep`.
        partitions: into how many parts the points are split; default four for each core.
        arguments: ``fixed``, ``metrics``, ``year``, ``era``, ``precision``, as for `berayield.sweep`.

    Returns:
        A DataFrame with a column for each axis and each metric, and no order.
    """
    import pyarrow
    from pyspark.sql.pandas.types import from_arrow_schema

    time = None if at is None else _fixed_time(at)
    held = {name: axis if isinstance(axis, Mapping) else list(axis) for name, axis in axes.items()}
    query = _sweep.request(held, at=time, threads=1, **arguments)
    whole, points = _sweep.ask(query)
    schema = from_arrow_schema(pyarrow.RecordBatchReader.from_stream(points).schema)
    count, row = whole["points"], whole["rowLength"]
    parts = partitions or 4 * spark.sparkContext.defaultParallelism
    rows = max(1, count // row)
    length = -(-rows // max(1, min(parts, rows))) * row
    starts = [(start, min(start + length, count)) for start in range(0, count, length)]

    def figures(batches: Iterator[Any]) -> Iterator[Any]:
        for batch in batches:
            for start, end in zip(batch["start"].to_pylist(), batch["end"].to_pylist(), strict=True):
                yield from _batches(_sweep.ask({**query, "points": [start, end]})[1])

    frame = spark.createDataFrame(starts, "start long, end long").repartition(len(starts))
    return frame.mapInArrow(figures, schema)
