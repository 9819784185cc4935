"""The same rows through the command `berayield csv` and through Arrow: the same figures, and the same reasons."""

from __future__ import annotations

import csv
import io
import pathlib
import random
import subprocess
import sys

import berayield as by
import pyarrow as pa
from rows import AT

COMMAND = str(pathlib.Path(sys.executable).parent / "berayield")
INPUTS = ["reward_rate", "period_finish", "total_supply", "reward_price", "stake_price", "stake_decimals"]


def messy(choose: random.Random, column: str) -> str:
    """A cell: mostly a number as usual, sometimes at an edge, sometimes no number at all."""
    usual = {
        "reward_rate": lambda: str(choose.randrange(10 ** choose.randrange(1, 45))),
        "period_finish": lambda: str(AT + choose.randrange(-10**6, 10**7)),
        "total_supply": lambda: str(choose.randrange(10 ** choose.randrange(1, 40))),
        "reward_price": lambda: f"{choose.randrange(10**6)}.{choose.randrange(10 ** choose.randrange(1, 20))}",
        "stake_price": lambda: f"{choose.randrange(10**6)}.{choose.randrange(10 ** choose.randrange(1, 17))}1",
        "stake_decimals": lambda: str(choose.choice([0, 6, 8, 18, 18, 18, 30, 255])),
    }
    odd = ["", "-1", "0", "-0", "1e3", "1e-3", "0x1f", "0xZZ", "1_000", " 7", "7 ", "1.", ".5", "1.50", "+1", "NaN",
           "2026-05-01T12:00:00Z", "2027-06-01", "123 [1.23e2]", "12n", "9" * 78, "9" * 90, str(2**256 - 1), "١٢"]
    return choose.choice(odd) if choose.random() < 0.03 else usual[column]()


def test_csv_and_arrow_say_the_same() -> None:
    choose = random.Random(5)
    rows = [[messy(choose, column) for column in INPUTS] for _ in range(20_000)]
    metrics = [f["column"] for f in by.catalogue()["figures"] if f["isColumn"]]
    metrics = [m for m in metrics if m not in ("conventions", "figure", "difference", "hypotheses")]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", *INPUTS])
    writer.writerows([str(i), *row] for i, row in enumerate(rows))
    done = subprocess.run(
        [COMMAND, "csv", "-", "--at", str(AT), "--emit", ",".join(metrics), "--commission", "5%",
         "--rejects", "/dev/fd/2", "--format", "csv"],
        input=text.getvalue(), capture_output=True, text=True, encoding="utf-8",
    )
    assert done.returncode in (0, 4)
    lines = list(csv.DictReader(io.StringIO(done.stdout)))
    given = pa.table(list(zip(*rows, strict=True)), names=INPUTS)
    figures = by.apr(given, at=AT, metrics=metrics, commission="5%", errors="column", text=True)
    columns = figures.to_pydict()
    good = {int(line["id"]): line for line in lines}
    assert len(good) > 10_000
    for row in range(len(rows)):
        if row in good:
            assert columns["error"][row] is None, (rows[row], columns["error"][row])
            for metric in metrics:
                assert (columns[metric][row] or "") == good[row][metric], (rows[row], metric)
        else:
            assert columns["error"][row], rows[row]
            assert all(columns[metric][row] is None for metric in metrics)
    reasons = [line for line in done.stderr.splitlines() if line]
    assert reasons
