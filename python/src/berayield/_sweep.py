"""Grids: figures over a product of axes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from . import _library, _requests
from ._capsules import ArrowStream
from ._library import Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal


class Axis(dict):  # type: ignore[type-arg]
    """The values of an axis, as a grid file writes them; `linear`, `log` and `steps` make one."""


def linear(start: Any, stop: Any, count: int) -> Axis:
    """``count`` values from ``start`` to ``stop``, both included, at equal distances."""
    return Axis(start=start, stop=stop, count=count)


def log(start: Any, stop: Any, count: int) -> Axis:
    """``count`` values from ``start`` to ``stop``, both included, at equal ratios."""
    return Axis(start=start, stop=stop, count=count, scale="log")


def steps(start: Any, stop: Any, step: Any) -> Axis:
    """Values from ``start`` on in steps, up to and including ``stop`` where a step meets it."""
    return Axis(start=start, stop=stop, step=step)


def request(
    axes: Mapping[str, Axis | Iterable[Any]],
    *,
    fixed: Mapping[str, Any] | None = None,
    metrics: Iterable[str] = ("apr",),
    at: Any = None,
    year: int | str = 365,
    era: str | None = None,
    precision: Literal[38, 76] = 38,
    threads: int | None = None,
    points: Sequence[int] | None = None,
) -> dict[str, Any]:
    """The request of a sweep; ``points`` are those from the first up to the second, all where None."""
    grid = {
        "axes": [
            {"name": name, **_requests.value(name, axis)} if isinstance(axis, Mapping)
            else {"name": name, "values": _requests.value(name, axis)}
            for name, axis in axes.items()
        ],
        "fixed": _requests.value("fixed", fixed or {}),
        "metrics": _requests.names("metrics", metrics),
    }
    return _requests.given({
        "grid": grid, "at": None if at is None else _requests.time(at),
        "year": _requests.value("year", year), "era": era, "precision": precision,
        "threads": threads, "points": None if points is None else [int(p) for p in points],
    })


def ask(query: Mapping[str, Any]) -> tuple[dict[str, Any], ArrowStream]:
    """What a sweep is, and its points as they are drawn."""
    rows = Stream()
    reply = json.loads(_library.ask("sweep", _requests.encode(query), rows))
    return reply["answer"], ArrowStream(rows)


def sweep(
    axes: Mapping[str, Axis | Iterable[Any]],
    *,
    fixed: Mapping[str, Any] | None = None,
    metrics: Iterable[str] = ("apr",),
    at: Any = None,
    year: int | str = 365,
    era: str | None = None,
    precision: Literal[38, 76] = 38,
    threads: int | None = None,
) -> ArrowStream:
    """The exact figures of every point of a grid, the last axis fastest, computed as they are drawn.

    Args:
        axes: by the names of ``berayield sweep``: `linear`, `log`, `steps`, or a list of values.
        fixed: the other inputs.
        metrics: the figures, by the names of ``berayield sweep --metric``.
        at: the time of evaluation; required where the grid has a ``periodFinish`` and no ``timestamp``.
        year: 365, "365.25", or seconds.
        era: of the protocol's rules: "bgt" or "pol-next", the default.
        precision: 38 for decimal128, 76 for decimal256; a figure beyond it is an error.
        threads: how many work on a batch.

    Returns:
        An Arrow stream, a column for each axis and each metric: ``pyarrow.table(...)``,
        ``polars.DataFrame(...)`` take it, once.

    Raises:
        InputError: for an axis, an input or a metric that cannot be used.
    """
    return ask(request(
        axes, fixed=fixed, metrics=metrics, at=at, year=year, era=era, precision=precision,
        threads=threads,
    ))[1]
