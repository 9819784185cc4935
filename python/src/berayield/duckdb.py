"""Functions of duckdb: ``berayield.duckdb.register(con, at=...)`` makes them.

    import berayield.duckdb
    berayield.duckdb.register(con, at="2026-01-05T10:00:00Z", metrics=["apr", "status"])
    con.sql("select bera_apr(reward_rate, period_finish, total_supply, reward_price, stake_price) from vaults")
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow

from ._errors import refusal
from ._tables import evaluate, request
from ._vault import catalogue

#: What a function takes, in this order.
COLUMNS = ("reward_rate", "period_finish", "total_supply", "reward_price", "stake_price")

#: What is passed where nobody says another type: text keeps every digit.
_TYPES = {"period_finish": "BIGINT", "timestamp": "BIGINT", "stake_decimals": "UTINYINT"}

_RESULTS = {"decimal": "DECIMAL(38,18)", "integer": "BIGINT", "flag": "BOOLEAN", "text": "VARCHAR"}


def register(
    con: duckdb.DuckDBPyConnection,
    *,
    at: Any,
    metrics: Iterable[str] = ("apr",),
    columns: Sequence[str] = COLUMNS,
    types: Mapping[str, str] | None = None,
    prefix: str = "bera_",
    **arguments: Any,
) -> list[str]:
    """Makes a function for each figure, which duckdb calls with whole vectors.

    Args:
        con: the connection that has them then.
        at: the time of evaluation, as for `berayield.apr`.
        metrics: the figures; ``bera_apr`` is the function of ``apr``.
        columns: what the functions take, in this order, by the names of ``berayield csv``.
        types: the SQL types of the columns that are no text, such as ``{"reward_rate": "DECIMAL(38,0)"}``.
        prefix: what stands in front of a figure's name.
        arguments: ``year``, ``commission``, ``errors``, ``strict``, ``allow_float``, as for `berayield.apr`.

    Returns:
        The names of the functions.

    Raises:
        InputError: for a name that the connection has a function for already.
    """
    chosen = {**_TYPES, **(types or {})}
    parameters: Any = [chosen.get(column, "VARCHAR") for column in columns]
    figures = {figure["column"]: figure for figure in catalogue()["figures"]}
    made = []
    for metric in metrics:
        name = prefix + metric
        if con.execute(
            "select 1 from duckdb_functions() where function_name = ? limit 1", [name]
        ).fetchone():
            raise refusal("prefix", f"a function {name} already", "a name of its own")
        query = request(at=at, metrics=[metric], threads=1, **arguments)
        result = "VARCHAR" if metric == "difference" else _RESULTS[figures[metric]["kind"]]
        create: Any = con.create_function
        create(
            name, _function(query, list(columns), metric), parameters, result, type="arrow",
            null_handling="special",
        )
        made.append(name)
    return made


def _function(query: bytes, columns: list[str], metric: str) -> Any:
    def figures(*vectors: Any) -> Any:
        table = pyarrow.table(dict(zip(columns, vectors, strict=True)))
        column = evaluate(table, query)[metric]
        if pyarrow.types.is_dictionary(column.type):
            column = column.cast(pyarrow.string())
        return column

    # duckdb wants to see as many parameters as it passes.
    figures.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [inspect.Parameter(column, inspect.Parameter.POSITIONAL_ONLY) for column in columns]
    )
    return figures
