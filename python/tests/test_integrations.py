"""`df.bera` of pandas and polars, and functions of duckdb: registered by import, and never over another."""

from __future__ import annotations

import subprocess
import sys

import berayield as by
import berayield.duckdb
import berayield.pandas
import berayield.polars
import duckdb
import pandas
import polars
import pytest
from rows import AT, expected, random_rows, table

ROWS = random_rows(3000)
TABLE, WANTED = table(ROWS), expected(ROWS)


def test_pandas() -> None:
    frame = TABLE.to_pandas()
    figures = frame.bera.apr(at=AT, metrics=["apr"])
    assert [None if a is pandas.NA else a for a in figures["apr"]] == WANTED["apr"].to_pylist()


def test_polars() -> None:
    frame = polars.from_arrow(TABLE)
    assert frame.bera.apr(at=AT, metrics=["apr"])["apr"].to_list() == WANTED["apr"].to_pylist()


def test_lazy_polars_is_computed_when_collected() -> None:
    plan = polars.from_arrow(TABLE).lazy().bera.apr(at=AT, metrics=["apr", "status"], keep=["total_supply"])
    assert isinstance(plan, polars.LazyFrame)
    assert plan.collect_schema().names() == ["total_supply", "apr", "status"]
    assert plan.collect()["apr"].to_list() == WANTED["apr"].to_pylist()
    active = plan.filter(polars.col("status") == "active").select("apr").collect(engine="streaming")
    wanted = [a for a, s in zip(WANTED["apr"].to_pylist(), WANTED["status"].to_pylist(), strict=True) if s == "active"]
    assert sorted(active["apr"].to_list()) == sorted(wanted)


def test_duckdb_functions() -> None:
    con = duckdb.connect()
    con.register("vaults", TABLE)
    assert by.duckdb.register(con, at=AT, metrics=["apr", "status", "active"]) == [
        "bera_apr", "bera_status", "bera_active"]
    inputs = "(reward_rate, period_finish::bigint, total_supply, reward_price, stake_price)"
    found = con.sql(f"select bera_apr{inputs}, bera_status{inputs} from vaults").fetchall()
    assert found == list(zip(*WANTED.to_pydict().values(), strict=True))
    with pytest.raises(by.InputError, match="a function bera_apr already"):
        by.duckdb.register(con, at=AT)


def test_duckdb_functions_of_other_types_and_columns() -> None:
    con = duckdb.connect()
    con.register("vaults", table(ROWS, "decimal128", decimals=True))
    by.duckdb.register(
        con, at=AT, prefix="d_", columns=[*by.duckdb.COLUMNS, "stake_decimals"],
        types={"reward_rate": "DECIMAL(38,0)", "total_supply": "DECIMAL(38,0)",
               "reward_price": "DECIMAL(38,18)", "stake_price": "DECIMAL(38,18)"},
    )
    found = con.sql("""select d_apr(reward_rate, period_finish, total_supply, reward_price, stake_price,
        stake_decimals) from vaults""").fetchall()
    assert [f for f, in found] == WANTED["apr"].to_pylist()


def test_a_bad_row_fails_the_query_in_its_own_words() -> None:
    con = duckdb.connect()
    by.duckdb.register(con, at=AT)
    with pytest.raises(duckdb.Error, match="found \"-1\""):
        con.sql("select bera_apr('-1', 1, '1', '1', '1')").fetchall()


@pytest.mark.parametrize("library, kind", [("pandas", "pandas.DataFrame"), ("polars", "polars.DataFrame")])
def test_nothing_is_shadowed(library: str, kind: str) -> None:
    code = f"import {library}; {kind}.bera = 5\nimport berayield.{library}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode != 0 and "bera already" in done.stderr
    again = subprocess.run(
        [sys.executable, "-c", f"import berayield.{library}, berayield.{library}; print(1)"],
        capture_output=True, text=True,
    )
    assert again.stdout.strip() == "1"
