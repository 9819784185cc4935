"""Figures of tables: `apr` and what it is made of."""

from __future__ import annotations

import ctypes

from . import _capsules, _frames, _library, _requests
from ._capsules import ArrowArray, ArrowStream
from ._errors import Error
from ._library import Array, Schema, Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Literal


def request(
    *,
    at: Any,
    metrics: Iterable[str] | None = None,
    map: Mapping[str, str] | None = None,
    year: int | str = 365,
    commission: int | str | None = None,
    errors: Literal["raise", "column"] = "raise",
    allow_float: bool = False,
    strict: bool = False,
    precision: Literal[38, 76] = 38,
    text: bool | Iterable[str] = False,
    keep: bool | Iterable[str] = False,
    threads: int | None = None,
) -> bytes:
    """The request of a table; the arguments are those of `apr`."""
    return _requests.encode(_requests.given({
        "at": _requests.time(at),
        "metrics": None if metrics is None else _requests.names("metrics", metrics),
        "map": None if map is None else dict(map),
        "year": _requests.value("year", year),
        "commission": _requests.value("commission", commission),
        "errors": errors,
        "allowFloat": allow_float,
        "strict": strict,
        "precision": precision,
        "text": _requests.names("text", text),
        "keep": _requests.names("keep", keep),
        "threads": threads,
    }))


class Job:
    """What is asked of a table, by its columns."""

    def __init__(self, request: bytes, columns: Schema) -> None:
        self.schema, self._handle = Schema(), ctypes.c_void_p()
        _library.call(
            "berayield_open", request, ctypes.addressof(columns), ctypes.addressof(self.schema),
            ctypes.byref(self._handle),
        )

    def run(self, batch: Array) -> Array:
        """The figures of a batch, which is taken over."""
        figures = Array()
        _library.call(
            "berayield_run", self._handle, ctypes.addressof(batch), ctypes.addressof(figures)
        )
        return figures

    def stream(self, batches: Stream) -> Stream:
        """The figures of a stream, which is taken over, as they are drawn."""
        figures = Stream()
        _library.call(
            "berayield_stream", self._handle, ctypes.addressof(batches), ctypes.addressof(figures)
        )
        return figures

    def close(self) -> BaseException | None:
        """Ends the job; the fault of the first bad batch, if there was one."""
        handle, self._handle = self._handle, ctypes.c_void_p()
        if self.schema.release:
            self.schema.release(ctypes.byref(self.schema))
        return _library.close(handle)


def _schema_of(stream: Stream) -> Schema:
    schema = Schema()
    code = stream.get_schema(ctypes.byref(stream), ctypes.byref(schema))
    if code:
        words = stream.get_last_error(ctypes.byref(stream))
        raise Error((words or b"").decode("utf-8", "replace") or f"a stream failed with {code}")
    return schema


def evaluate(table: Any, request: bytes) -> Any:
    """The figures of a table, in a table of the same kind."""
    source = _frames.source(table)
    back = _frames.back(table)
    if not hasattr(source, "__arrow_c_stream__"):
        return _evaluate_array(source, request, back)
    capsule, batches = _capsules.stream_of(source)
    job = Job(request, _schema_of(batches))
    try:
        figures = ArrowStream(job.stream(batches))
        del capsule
        if back is None:
            return figures
        if _frames.is_stream(table):
            return back(figures)
        try:
            return back(figures)
        except Exception as error:
            fault = job.close()
            if fault is None:
                raise
            raise fault from error
    finally:
        job.close()


def _evaluate_array(source: Any, request: bytes, back: _frames.Back | None) -> Any:
    capsules, schema, array = _capsules.array_of(source)
    job = Job(request, schema)
    try:
        figures = job.run(array)
        del capsules
        out, job.schema = job.schema, Schema()
        result = ArrowArray(out, figures)
        return result if back is None else back(result)  # type: ignore[arg-type]
    finally:
        job.close()


def apr(
    table: Any,
    *,
    at: Any,
    metrics: Iterable[str] | None = None,
    map: Mapping[str, str] | None = None,
    year: int | str = 365,
    commission: int | str | None = None,
    errors: Literal["raise", "column"] = "raise",
    allow_float: bool = False,
    strict: bool = False,
    precision: Literal[38, 76] = 38,
    text: bool | Iterable[str] = False,
    keep: bool | Iterable[str] = False,
    threads: int | None = None,
) -> Any:
    """The exact figures of every row of a table, in a table of the same kind.

    The columns are those of ``berayield csv``, by the same names: ``reward_rate``, ``period_finish``,
    ``total_supply``, ``reward_price``, ``stake_price``, and optionally ``stake_decimals`` (default 18) and
    ``timestamp``. A null is a value that is missing: such a row has no figures, and the status ``unknown``; a
    null ``period_finish`` means that no end is given, and counts as active.

    Args:
        table: of pyarrow (Table, RecordBatch, RecordBatchReader), polars, pandas, duckdb or nanoarrow, or any
            object with Arrow's PyCapsule interface. Streams stay streams.
        at: the time of evaluation: unix seconds, a text such as ``2026-05-01T12:00:00Z``, an aware datetime,
            ``"now"``, or ``"timestamp"``: each row's own.
        metrics: the figures, by the names of ``berayield csv --emit``; default ``["apr", "active"]``.
        map: columns under other names: ``{"reward_rate": "my_column"}``.
        year: 365, "365.25", or seconds.
        commission: basis points (500) or "5%", for ``net_apr`` and ``net_apy``.
        errors: "raise" a bad cell with the number of its row, or answer it by nulls and a reason in a
            "column" ``error``.
        allow_float: take a float as the exact decimal that it prints; floats are refused otherwise.
        strict: refuse digits beyond the 18th decimal of a price, which are rounded half to even otherwise.
        precision: 38 for decimal128(38, 18), 76 for decimal256(76, 18). What is beyond is null, with the
            status ``beyondRange``.
        text: True, or names of metrics, to have those as text with all digits.
        keep: True, or names of columns of the table, to have those in front of the figures.
        threads: how many work; default one per processor. They live for the call alone.

    Returns:
        The figures in a table of the kind that came in; an `ArrowStream` or `ArrowArray` where no kind is known.

    Raises:
        InputError: for a column or a cell that cannot be used.
    """
    query = request(
        at=at, metrics=metrics, map=map, year=year, commission=commission, errors=errors,
        allow_float=allow_float, strict=strict, precision=precision, text=text, keep=keep,
        threads=threads,
    )
    if _frames.is_lazy(table):
        from .polars import evaluate_lazy

        return evaluate_lazy(table, query)
    return evaluate(table, query)
