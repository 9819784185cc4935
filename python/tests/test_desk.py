"""The best allocation, a validator's sheet and the ranking of vaults, from a snapshot's file or its document."""

from __future__ import annotations

import json
import pathlib
import subprocess
from decimal import Decimal
from typing import Any

import berayield as by
import pytest
from berayield._native import command

DATA = pathlib.Path(__file__).parents[2] / "data"
FILE = DATA / "recorded" / "validator.json"
MONDAY, TUESDAY = (DATA / "synthetic" / f"{day}.json" for day in ("monday", "tuesday"))


def of_command(*arguments: object) -> tuple[Any, list[str]]:
    """What the command answers and notes."""
    words = [command(), *map(str, arguments), "--format", "json"]
    done = subprocess.run(words, capture_output=True, check=True)
    notes = [json.loads(line)["note"]["message"] for line in done.stderr.splitlines()]
    return json.loads(done.stdout), notes


@pytest.mark.parametrize("file", [FILE, DATA / "recorded" / "bgt.json", DATA / "recorded" / "pol-next.json"])
def test_the_answers_are_those_of_the_commands(file: pathlib.Path) -> None:
    others = DATA / "recorded" / "others.csv"
    ranking = by.rank(file, sort="apr", top=4)
    assert (ranking, ranking.notes) == of_command("rank", file, "--sort", "apr", "--top", 4)
    if file != FILE:
        return
    best = by.allocate(file, stake_share="1.5%", days=14, max_vaults=5, step=100, others=others, calldata=True)
    assert (best, best.notes) == of_command(
        "allocate", file, "--stake-share", "1.5%", "--days", 14, "--max-vaults", 5, "--step", 100,
        "--others", others, "--calldata")
    sheet = by.validator(file, stake_share="1.5%", block_time="1.963", emission=others, year=365)
    assert (sheet, sheet.notes) == of_command(
        "validator", file, "--stake-share", "1.5%", "--block-time", "1.963", "--emission", others, "--year", "365")


def test_what_moved_between_two_snapshots() -> None:
    moved = by.changes(MONDAY, json.loads(TUESDAY.read_text()), threshold="0.5")
    assert (moved, moved.notes) == of_command("changes", MONDAY, TUESDAY, "--threshold", "0.5")
    assert {"kind": "new", "name": "Newcomer"}.items() <= moved["changes"][0].items()


def test_lists_and_the_arguments_of_lists() -> None:
    vaults = [weight["vault"] for weight in by.allocate(FILE, stake_share="1.5%")["weights"]]
    without = by.allocate(FILE, stake_share="1.5%", **{"not": vaults[0]})
    assert vaults[0] not in [weight["vault"] for weight in without["weights"]]
    with pytest.raises(by.InputError, match="delimiter"):
        by.rank(FILE, delimiter=";")
    with pytest.raises(by.InputError, match=r"only\[0\]"):
        by.allocate(FILE, stake_share="1.5%", only=["0x12"])


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
    with pytest.raises(by.InputError, match="no snapshot"):
        by.rank({})
    with pytest.raises(by.InputError, match="stakeSahre"):
        by.allocate(FILE, stake_sahre="1.5%")
    with pytest.raises(by.InputError, match="no-such-file"):
        by.rank("no-such-file.json")
    for wrong in ({"snapshot": "-"}, {"snapshot": FILE, "emission": "-"}):
        with pytest.raises(by.InputError, match='found "-"; expected the path of a file'):
            by.rank(**wrong)
