"""What is asked of a table, and how it refuses."""

from __future__ import annotations

import datetime
import pickle
from decimal import Decimal
from typing import Any

import berayield as by
import pyarrow as pa
import pytest
from rows import AT, YEAR, Row, decimal, plain, table

ROWS = [
    Row(10**36, AT + 5, 10**20, 10**18, 10**18), Row(10**36, AT - 5, 10**20, 10**18, 10**18),
    Row(10**36, AT, 10**20, 10**18, 10**18), Row(10**36, 0, 10**20, 10**18, 10**18),
    Row(10**36, AT, 0, 10**18, 10**18), Row(10**36, None, 10**20, 10**18, 10**18),
]
TABLE = table(ROWS)


def test_the_time_is_required_and_can_be_seen() -> None:
    with pytest.raises(TypeError, match="at"):
        by.apr(TABLE)  # type: ignore[call-arg]
    statuses = ["active", "expired", "expired", "neverNotified", "noStake", "active"]
    utc = datetime.timezone.utc
    for at in (AT, str(AT), "2027-01-15T08:00:00Z", datetime.datetime.fromtimestamp(AT, utc)):
        assert plain(by.apr(TABLE, at=at, metrics=["status"]))["status"].to_pylist() == statuses
    assert by.apr(TABLE, at="now", metrics=["active"])["active"].to_pylist()[5]


@pytest.mark.parametrize(
    "at, words", [
        (None, "expected a time"), (True, "expected a time"), (1.5, "found a float"),
        (datetime.datetime(2027, 1, 15), "without a zone"), ("yesterday", "expected unix seconds"),
        (datetime.datetime(2027, 1, 15, microsecond=5, tzinfo=datetime.timezone.utc), "whole seconds"),
        (AT * 1000, "milliseconds"), (-5, "at"),
    ],
)
def test_bad_times(at: Any, words: str) -> None:
    with pytest.raises(by.InputError, match=words) as caught:
        by.apr(TABLE, at=at)
    assert caught.value.column == "at"


def test_rows_at_their_own_times() -> None:
    times = [AT, AT, AT - 1, AT, AT, None]
    given = TABLE.append_column("timestamp", pa.array(times))
    figures = plain(by.apr(given, at="timestamp", metrics=["status"]))["status"].to_pylist()
    assert figures == ["active", "expired", "active", "neverNotified", "noStake", "unknown"]
    with pytest.raises(by.InputError, match="no column timestamp"):
        by.apr(TABLE, at="timestamp")


def test_columns_under_other_names_and_spellings() -> None:
    names = ["rate", "periodFinish", "total_supply", "reward_price", "stakePrice"]
    given = TABLE.rename_columns(names)
    assert by.apr(given, at=AT, map={"reward_rate": "rate"}).equals(by.apr(TABLE, at=AT))
    with pytest.raises(by.InputError, match='expected "reward_rate" or "rewardRate"'):
        by.apr(given, at=AT)
    with pytest.raises(by.InputError, match='did you mean "rate"'):
        by.apr(given, at=AT, map={"reward_rate": "rat"})
    with pytest.raises(by.InputError, match="map.rate: found|expected one of reward_rate"):
        by.apr(given, at=AT, map={"rate": "rate"})


def test_conventions() -> None:
    exact = Row(10**36, None, 10**20, 10**18, 10**18)
    given = table([exact])

    def first(**arguments: Any) -> Decimal:
        metric = arguments.setdefault("metrics", ["apr"])[0]
        found: Decimal = by.apr(given, at=AT, **arguments)[metric][0].as_py()
        return found

    numerator = 10**36 * 10**18 * 10**18
    assert first(year="365.25") == decimal(numerator * 31_557_600 // (10**18 * 10**20 * 10**18))
    assert first(year=86_400 * 360) == decimal(numerator * 86_400 * 360 // 10**56)
    assert first(metrics=["net_apr"], commission=500) == first(metrics=["net_apr"], commission="5%")
    assert first(metrics=["net_apr"], commission=500) == decimal(
        numerator * YEAR * 9500 // (10**56 * 10_000)
    )
    with pytest.raises(by.InputError, match="commission: found nothing; expected the commission"):
        first(metrics=["net_apr"])
    with pytest.raises(by.InputError, match="expected net_apr or net_apy"):
        first(commission=5)


def test_decimals_of_each_row() -> None:
    rows = [Row(10**36, None, 10**d, 10**18, 10**18, d) for d in (0, 6, 8, 18, 30, 77)]
    figures = by.apr(table(rows, decimals=True), at=AT, metrics=["apr", "tvl_usd"])
    assert figures["apr"].to_pylist() == [decimal(r.apr()) for r in rows]
    assert set(figures["tvl_usd"].to_pylist()) == {Decimal(1)}
    missing = table(rows, decimals=True).set_column(5, "stake_decimals", pa.nulls(6, pa.int8()))
    assert set(plain(by.apr(missing, at=AT, metrics=["status"]))["status"].to_pylist()) == {"unknown"}


def test_every_metric_of_the_command_is_there() -> None:
    names = [f["column"] for f in by.catalogue()["figures"] if f["isColumn"]]
    plain_names = [n for n in names if n not in ("conventions", "figure", "difference", "hypotheses")]
    figures = by.apr(TABLE, at=AT, metrics=plain_names, commission=500)
    assert figures.column_names == plain_names
    given = TABLE.append_column("published", pa.array(["31.5%", None, "0.3154", "1", "1", "99"]))
    compared = by.apr(given, at=AT, metrics=["conventions", "figure", "difference", "hypotheses"])
    assert compared["hypotheses"].to_pylist()[0] > 100 and compared["hypotheses"][1].as_py() is None


def test_each_bad_cell_is_a_null_with_its_reason_or_raises() -> None:
    rates = ["1", "-3", "2.72e+35", "", " 7", "0x10", "12.5", None, "9" * 79, "1_000"]
    count = len(rates)
    given = pa.table({
        "reward_rate": rates, "period_finish": pa.nulls(count), "total_supply": ["1"] * count,
        "reward_price": ["1"] * count, "stake_price": ["1"] * (count - 1) + ["0"],
    })
    figures = plain(by.apr(given, at=AT, metrics=["apr", "status"], errors="column"))
    reasons = figures["error"].to_pylist()
    assert [r is None for r in reasons] == [
        True, False, False, False, False, True, False, True, False, False]
    assert reasons[1] == 'reward_rate: found "-3"; expected a rewardRate (scale 1e36), 0 or more'
    assert "scientific notation" in reasons[2] and "a number with a fraction" in reasons[6]
    assert figures["apr"].null_count == 8 and figures["status"].to_pylist()[7] == "unknown"
    with pytest.raises(by.InputError) as caught:
        by.apr(given, at=AT)
    fault = caught.value
    assert (fault.row, fault.column, fault.code) == (1, "reward_rate", "outOfRange")
    assert fault.found == '"-3"' and "0 or more" in (fault.expected or "")
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)


def test_a_price_of_a_stake_token_is_not_zero() -> None:
    given = table([Row(1, None, 1, 1, 1), Row(1, None, 1, 1, 0)])
    with pytest.raises(by.InputError, match="row 1: stake_price: .*above 0"):
        by.apr(given, at=AT)


def test_digits_beyond_the_eighteenth_decimal() -> None:
    given = pa.table({
        "reward_rate": [str(10**36)], "period_finish": pa.nulls(1), "total_supply": [str(10**20)],
        "reward_price": ["0.1234567890123456785"], "stake_price": ["1"],
    })
    row = Row(10**36, None, 10**20, 123_456_789_012_345_678, 10**18)
    assert by.apr(given, at=AT, metrics=["apr"])["apr"][0].as_py() == decimal(row.apr())
    with pytest.raises(by.InputError, match="beyond the 18th decimal"):
        by.apr(given, at=AT, strict=True)


@pytest.mark.parametrize(
    "arguments, words", [
        ({"metrics": ["aprr"]}, "did you mean apr"), ({"metrics": ["apr", "apr"]}, "each once"),
        ({"errors": "ignore"}, "expected one of raise, column"), ({"precision": 50}, "expected 38"),
        ({"threads": 0}, "a number of threads from 1 to 1024"), ({"text": ["nope"]}, "expected one of"),
        ({"year": "long"}, "year"), ({"commission": 0.05}, "a float"),
    ],
)
def test_bad_arguments(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(by.InputError, match=words):
        by.apr(TABLE, at=AT, **arguments)
