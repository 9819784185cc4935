"""Tables of every kind, by what has been imported: nothing here imports a library of frames itself."""

from __future__ import annotations

import sys

from ._capsules import ArrowArray, ArrowStream
from ._errors import InputError, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    #: Makes a table of the caller's kind of a stream of figures.
    Back = Callable[[ArrowStream], Any]



def _is(table: Any, module: str, *names: str) -> bool:
    loaded = sys.modules.get(module)
    return loaded is not None and any(
        isinstance(table, kind) for name in names if (kind := getattr(loaded, name, None)) is not None
    )


def is_lazy(table: Any) -> bool:
    """Whether a table is a plan of polars that nobody has asked for yet."""
    return _is(table, "polars", "LazyFrame")


def is_spark(table: Any) -> bool:
    """Whether a table is a DataFrame of Spark."""
    return type(table).__module__.startswith("pyspark.sql")


def is_stream(table: Any) -> bool:
    """Whether a table is read once, batch by batch: its figures are, too."""
    return _is(table, "pyarrow", "RecordBatchReader") or _is(table, "nanoarrow", "ArrayStream")


def source(table: Any) -> Any:
    """What exports a table: mostly itself.

    Raises:
        InputError: for what has no Arrow interface, or a value that Arrow cannot have.
    """
    if is_spark(table):
        raise refusal("table", "a DataFrame of Spark", "berayield.spark.with_apr(df, ...)")
    if _is(table, "pandas", "DataFrame"):
        import pyarrow

        try:
            return pyarrow.Table.from_pandas(table, preserve_index=False)
        except (pyarrow.ArrowException, OverflowError) as error:
            raise InputError(
                f"table: found a column that Arrow cannot have: {error}",
                hint="make it text, df[column].astype(str): that keeps every digit",
            ) from error
    if hasattr(table, "__arrow_c_stream__") or hasattr(table, "__arrow_c_array__"):
        return table
    raise refusal(
        "table", f"a {type(table).__name__}",
        "a table of pyarrow, polars, pandas, duckdb or nanoarrow, or any object with "
        "__arrow_c_stream__ or __arrow_c_array__",
    )


def back(table: Any) -> Back | None:
    """What makes a table of the same kind; None where no kind is known."""
    for module, name, make in _KINDS:
        if _is(table, module, name):
            return lambda stream: make(sys.modules[module], table, stream)
    return None


def _record_batch(pyarrow: Any, table: Any, stream: ArrowStream) -> Any:
    whole = pyarrow.table(stream).combine_chunks()
    batches = whole.to_batches()
    return batches[0] if batches else pyarrow.RecordBatch.from_pylist([], schema=whole.schema)


def _pandas(pandas: Any, table: Any, stream: ArrowStream) -> Any:
    import pyarrow

    frame = pyarrow.table(stream).to_pandas(types_mapper=pandas.ArrowDtype)
    frame.index = table.index
    return frame


def _relation(duckdb: Any, table: Any, stream: ArrowStream) -> Any:
    import pyarrow

    return duckdb.from_arrow(pyarrow.table(stream))


#: The kinds of tables: the module and the name of a class, and what makes one of a stream.
_KINDS: tuple[tuple[str, str, Callable[[Any, Any, ArrowStream], Any]], ...] = (
    ("pyarrow", "Table", lambda pyarrow, _, stream: pyarrow.table(stream)),
    ("pyarrow", "RecordBatch", _record_batch),
    ("pyarrow", "RecordBatchReader", lambda pyarrow, _, stream: pyarrow.RecordBatchReader.from_stream(stream)),
    ("polars", "DataFrame", lambda polars, _, stream: polars.DataFrame(stream)),
    ("polars", "Series", lambda polars, table, stream: polars.DataFrame(stream).to_struct(table.name)),
    ("pandas", "DataFrame", _pandas),
    ("duckdb", "DuckDBPyRelation", _relation),
    ("nanoarrow", "ArrayStream", lambda nanoarrow, _, stream: nanoarrow.ArrayStream(stream)),
    ("nanoarrow", "Array", lambda nanoarrow, _, stream: nanoarrow.Array(stream)),
)

__all__ = ["ArrowArray", "ArrowStream", "back", "is_lazy", "is_spark", "is_stream", "source"]
