"""A million rows of each type against Python's integers."""

from __future__ import annotations

import berayield as by
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from rows import AT, TYPES, Row, big_table, converted, expected, plain, random_rows

COUNT = 1_000_000


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return random_rows(COUNT, seed=7, nulls=True)


@pytest.fixture(scope="module")
def wanted(rows: list[Row]) -> pa.Table:
    return expected(rows)


@pytest.fixture(scope="module")
def exact(rows: list[Row]) -> pa.Table:
    """The rows once as decimals; the other types are made of these."""
    return big_table(rows)


@pytest.mark.parametrize("kind", TYPES)
def test_a_million_rows(kind: str, exact: pa.Table, wanted: pa.Table) -> None:
    given = converted(exact, kind)
    for threads in (1, 2):
        figures = by.apr(given, at=AT, metrics=["apr", "status"], threads=threads)
        assert plain(figures).equals(wanted)


def test_bad_cells_stand_in_their_places(exact: pa.Table, wanted: pa.Table) -> None:
    texts = exact["reward_rate"].cast(pa.decimal128(38, 0)).cast(pa.string())
    bad = pa.array([i % 9973 == 17 for i in range(COUNT)])
    given = exact.set_column(0, "reward_rate", pc.if_else(bad, "-5", texts))
    figures = plain(by.apr(given, at=AT, metrics=["apr", "status"], errors="column"))
    nothing = pa.nulls(COUNT, wanted["apr"].type)
    assert figures["apr"].equals(
        pa.chunked_array([pc.if_else(bad, nothing, wanted["apr"].combine_chunks())])
    )
    reasons = pc.is_valid(figures["error"]).combine_chunks()
    assert reasons.equals(bad)
    with pytest.raises(by.InputError) as caught:
        by.apr(given, at=AT)
    assert (caught.value.row, caught.value.column) == (17, "reward_rate")
