"""The best allocation, a validator's sheet and the ranking of vaults, from a snapshot's file or its document."""

from __future__ import annotations

import json
import pathlib
from decimal import Decimal

import berayield as by
import pytest

FILE = pathlib.Path(__file__).parents[2] / "data" / "recorded" / "validator.json"


def test_the_document_and_its_file_have_the_same_allocation() -> None:
    document = json.loads(FILE.read_text())
    best = by.allocate(document, stake_share="1.5%", days=14)
    assert best == by.allocate(FILE, stake_share="1.5%", days=14)
    assert sum(weight["weight"] for weight in best["weights"]) == 10_000
    assert Decimal(best["gap"]) == 0 and best["bound"] == best["usd"]
    # Each part is rounded down once.
    parts = sum(Decimal(weight["usd"]) for weight in best["weights"])
    assert 0 <= Decimal(best["usd"]) - parts < len(best["weights"]) * Decimal("1e-18")
    assert Decimal(best["present"]["usd"]) <= Decimal(best["usd"])


def test_fewer_vaults_draw_no_more() -> None:
    many, few = (by.allocate(FILE, stake_share="1.5%", max_vaults=count) for count in (10, 4))
    assert len(few["weights"]) <= 4 and Decimal(few["usd"]) <= Decimal(many["usd"])


def test_a_sheet_and_a_ranking() -> None:
    sheet = by.validator(FILE, stake_share="1.5%")
    ranking = by.rank(FILE, top=3)
    assert sheet["validator"] == by.allocate(FILE, stake_share="1.5%")["validator"]
    bids = [Decimal(vault["bid"]) for vault in ranking["vaults"]]
    assert len(bids) == 3 and bids == sorted(bids, reverse=True)


def test_what_goes_wrong_has_its_class() -> None:
    with pytest.raises(by.InputError, match="stake"):
        by.allocate(FILE)
    with pytest.raises(by.InputError, match="validator"):
        by.validator(FILE, validator="0x00", stake_share="1.5%")
    with pytest.raises(by.InputError):
        by.rank({})
