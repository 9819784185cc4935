"""A chain from a record of its replies: the document, its table, and what goes wrong."""

from __future__ import annotations

import pathlib

import berayield as by
import pytest

DATA = pathlib.Path(__file__).parents[2] / "data" / "recorded"
RECORDED = {"replay": str(DATA / "pol-next.ndjson"), "prices": str(DATA / "prices.csv")}


def test_a_snapshot_is_a_document_and_a_table() -> None:
    snapshot = by.snapshot(**RECORDED)
    assert snapshot["kind"] == "berayield-snapshot" and len(snapshot["vaults"]) == 34
    vaults = snapshot.vaults
    assert vaults.num_rows == 34 and vaults["vault"][0].as_py() == snapshot["vaults"][0]["vault"]
    whole = vaults.filter(vaults["missing"].is_null())
    figures = by.apr(whole, at="timestamp", metrics=["apr", "status"], keep=["vault", "name"])
    first = next(v for v in snapshot["vaults"] if v["vault"] == figures["vault"][0].as_py())
    alone = by.vault(
        **{k: first[k] for k in ("rewardRate", "periodFinish", "totalSupply", "stakeDecimals", "rewardPrice",
                                 "stakePrice")}, at=snapshot["chain"]["block"]["timestamp"])
    assert figures["apr"][0].as_py() == alone.apr
    assert 0 < whole.num_rows < 34 and set(figures["status"].to_pylist()) <= {
        "active", "expired", "noStake", "neverNotified"}


def test_what_goes_wrong_has_its_class() -> None:
    with pytest.raises(by.InputError, match="expected an option|unknown option"):
        by.snapshot(bogus=1)
    with pytest.raises(by.InputError, match="nowhere"):
        by.snapshot(replay="nowhere.ndjson")
    with pytest.raises(by.ChainError):
        by.snapshot(rpc="http://127.0.0.1:9", timeout=2, retries=0)
    with pytest.raises(by.InputError, match="a float"):
        by.snapshot(**RECORDED, price={"bera": 1.5})
