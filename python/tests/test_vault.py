"""One vault, and grids."""

from __future__ import annotations

from decimal import Decimal

import berayield as by
import polars
import pyarrow as pa
import pytest
from rows import AT, YEAR, decimal

VAULT = {
    "rewardRate": 272490527103681170793308992914391673, "totalSupply": 598626940947001140289,
    "rewardPrice": "7.8", "stakePrice": Decimal("223845.58"),
}


def test_figures_are_exact_python_numbers() -> None:
    vault = by.vault(**VAULT, at=AT, commission=500, balance=10**18)
    exact = VAULT["rewardRate"] * YEAR * (78 * 10**17) // (VAULT["totalSupply"] * 22384558 * 10**16)
    assert vault.apr == vault["apr"] == decimal(exact)
    assert isinstance(vault.apr, Decimal) and isinstance(vault["evaluatedAt"], int)
    assert vault.net_apr == vault.netApr == vault["netApr"]
    assert isinstance(vault["staker"]["balance"], int)
    assert isinstance(vault["staker"]["rewardsPerDay"], Decimal)
    assert vault.status == "active" and vault.active is True and vault.period_finish is None
    assert [w["code"] for w in vault["warnings"]] == ["periodAssumedActive"]
    with pytest.raises(AttributeError, match="no figure 'nope'"):
        vault.nope  # noqa: B018


def test_it_explains_itself_and_is_a_page() -> None:
    vault = by.vault(**VAULT, at=AT)
    assert "APR" in repr(vault) and "rewardRate" in vault.explain()
    page = vault.to_html()
    assert page.lstrip().lower().startswith("<!doctype html") and "http://" not in page.replace("http://www.w3.org", "")
    assert vault._repr_html_().startswith("<iframe srcdoc=")
    assert "elasticity" in vault.sensitivity() or "1 %" in vault.sensitivity()


@pytest.mark.parametrize(
    "change, words", [
        ({"rewardPrice": 7.8}, "a float, which holds 15 to 17 digits"),
        ({"rewardPrice": "7,8"}, "rewardPrice: found"), ({"stakePrice": None}, "stakePrice: found null"),
        ({"rewardrate": 5}, "rewardrate: found an unknown key"), ({"totalSupply": -1}, "0 or more"),
        ({"balance": 10**30}, "balance"),
    ],
)
def test_bad_values(change: dict[str, object], words: str) -> None:
    with pytest.raises(by.InputError, match=words):
        by.vault(**{**VAULT, **change}, at=AT)


def test_a_sweep_is_a_table_of_exact_points() -> None:
    axes = {"totalSupply": [10**20, 3 * 10**20, 0], "rewardPrice": by.linear(1, 10, 1000)}
    fixed = {"rewardRate": 10**36, "stakePrice": "1000"}
    points = pa.table(by.sweep(axes, fixed=fixed, metrics=["apr", "tvlUsd"], threads=2))
    assert points.num_rows == 3000
    assert points.schema.names == ["totalSupply", "rewardPrice", "apr", "tvlUsd"]
    for place in (0, 1, 999, 1000, 1999):
        supply = (10**20, 3 * 10**20)[place // 1000]
        price = (10**18 * (999 - place % 1000) + 10**19 * (place % 1000)) / 999
        row = points.slice(place, 1).to_pylist()[0]
        raw = int(row["rewardPrice"].scaleb(18))
        assert abs(raw - price) < 10**4 and row["totalSupply"] == supply
        assert row["apr"] == decimal(10**36 * YEAR * raw // (supply * 1000 * 10**18))
        assert row["tvlUsd"] == Decimal(supply * 1000).scaleb(-18)
    assert points["apr"].null_count == 1000
    assert polars.DataFrame(by.sweep(axes, fixed=fixed)).height == 3000


def test_a_big_sweep_comes_in_batches() -> None:
    axes = {"grossApr": by.linear(0, 1, 700), "commission": by.steps(0, 10000, 25)}
    reader = pa.RecordBatchReader.from_stream(by.sweep(axes, metrics=["poolNetApr"]))
    batches = list(reader)
    assert len(batches) > 3 and sum(b.num_rows for b in batches) == 700 * 401
    whole = pa.Table.from_batches(batches)
    gross, net = whole["grossApr"].to_pylist(), whole["poolNetApr"].to_pylist()
    for place in range(0, 700 * 401, 997):
        points = whole["commission"][place].as_py()
        raw = int(gross[place].scaleb(18))
        assert net[place] == decimal(raw * (10_000 - points) // 10_000)


def test_sweeps_refuse() -> None:
    with pytest.raises(by.InputError, match="at: found nothing"):
        by.sweep({"periodFinish": [1, 2]}, fixed={k: v for k, v in VAULT.items()})
    with pytest.raises(by.InputError, match="axes|axis"):
        by.sweep({})
    with pytest.raises(by.InputError, match="did you mean"):
        by.sweep({"rewardPrices": [1]}, fixed={})
    with pytest.raises(by.InputError, match="a float"):
        by.sweep({"rewardPrice": [1.5]}, fixed={})
    huge = by.sweep({"rewardPrice": ["1"]}, fixed={**{k: v for k, v in VAULT.items() if k != "rewardPrice"},
                    "totalSupply": 1, "stakePrice": "0.000000000000000001", "rewardRate": 10**70})
    with pytest.raises(pa.ArrowException, match="precision 76"):
        pa.table(huge)


def test_the_catalogue_has_names_and_titles() -> None:
    catalogue = by.catalogue()
    assert catalogue["version"] == by.__version__
    figures = {f["name"]: f for f in catalogue["figures"]}
    assert figures["apyDaily"]["column"] == "apy_daily" and figures["apr"]["kind"] == "decimal"
