"""``df.bera`` for polars, also of a LazyFrame: ``import berayield.polars`` registers it.

    import berayield.polars
    df.bera.apr(at="2026-01-05T10:00:00Z", metrics=["apr", "status"])
"""

from __future__ import annotations

from typing import Any

import polars

from ._tables import apr as _apr, evaluate

_NAME = "bera"


class BeraNamespace:
    """Exact yields of a DataFrame or a LazyFrame."""

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def apr(self, **arguments: Any) -> Any:
        """The figures of the rows, in a frame of the same kind; the arguments are those of `berayield.apr`."""
        return _apr(self._frame, **arguments)


def evaluate_lazy(frame: polars.LazyFrame, request: bytes) -> polars.LazyFrame:
    """The figures of a plan, computed when it is collected, batch by batch where it streams."""
    empty = polars.DataFrame(schema=frame.collect_schema())
    schema = evaluate(empty, request).schema
    return frame.map_batches(
        lambda batch: evaluate(batch, request), schema=schema, streamable=True,
        predicate_pushdown=False, projection_pushdown=False, slice_pushdown=False,
    )


def _register() -> None:
    for kind, register in (
        (polars.DataFrame, polars.api.register_dataframe_namespace),
        (polars.LazyFrame, polars.api.register_lazyframe_namespace),
    ):
        present = getattr(kind, _NAME, None)
        if present is not None and present is not BeraNamespace:
            raise ImportError(f"polars.{kind.__name__} has {_NAME} already")
        if present is None:
            register(_NAME)(BeraNamespace)


_register()
