"""``df.bera`` for pandas: ``import berayield.pandas`` registers it.

    import berayield.pandas
    df.bera.apr(at="2026-01-05T10:00:00Z", metrics=["apr", "status"])
"""

from __future__ import annotations

from typing import Any

import pandas

from ._tables import apr as _apr

_NAME = "bera"


class BeraAccessor:
    """Exact yields of a DataFrame."""

    def __init__(self, frame: pandas.DataFrame) -> None:
        self._frame = frame

    def apr(self, **arguments: Any) -> pandas.DataFrame:
        """The figures of the rows; the arguments are those of `berayield.apr`."""
        figures: pandas.DataFrame = _apr(self._frame, **arguments)
        return figures


def _register() -> None:
    present = getattr(pandas.DataFrame, _NAME, None)
    if present is not None and present is not BeraAccessor:
        raise ImportError(
            f"pandas.DataFrame has {_NAME} already, of {getattr(present, '__module__', present)}"
        )
    if present is None:
        pandas.api.extensions.register_dataframe_accessor(_NAME)(BeraAccessor)


_register()
