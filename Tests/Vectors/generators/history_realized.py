#!/usr/bin/env python3
"""Writes Tests/Vectors/history_realized.csv: what the vaults of data/recorded/history.sqlite really paid.

Read by Python's own SQLite, computed by Python's integers, rounded down at 18 decimals; what there is none of
is empty. The rows are those of `history STORE realized --format csv`.

Usage: Tests/Vectors/generators/history_realized.py > Tests/Vectors/history_realized.csv
"""

import sqlite3
from fractions import Fraction
from pathlib import Path

WAD, YEAR, DAY = 10**18, 31_536_000, 86_400
WINDOWS = {"1d": DAY, "7d": 7 * DAY, "30d": 30 * DAY, "all": None}
STORE = Path(__file__).resolve().parents[3] / "data/recorded/history.sqlite"
READINGS = """
  SELECT b.time, s.reward_per_token, d.stake_decimals, s.reward_price, s.stake_price
  FROM vault_state s JOIN vault v ON v.id = s.vault JOIN block b ON b.number = s.block
  JOIN vault_description d ON d.id = s.description WHERE v.address = ? ORDER BY b.time
"""


database = sqlite3.connect(f"file:{STORE}?mode=ro&immutable=1", uri=True)


def apr(first, last):
    """The APR between two readings, as a decimal; empty where a value that it hangs on is missing."""
    _, accumulator, decimals, reward, stake = last
    if None in (first[1], accumulator, decimals, reward, stake):
        return ""
    paid = (int(accumulator) - int(first[1])) * 10**decimals * Fraction(reward) * YEAR
    whole, digits = divmod(int(paid * WAD // (Fraction(stake) * 10**36 * (last[0] - first[0]))), WAD)
    return f"{whole}.{digits:018d}".rstrip("0").rstrip(".")


def window(readings, length):
    last, first, status = readings[-1], readings[0], "ok"
    if length is not None:
        old = [r for r in readings if r[0] <= last[0] - length]
        first, status = (old[-1], "ok") if old else (first, "incomplete")
    if first[0] == last[0]:
        return "tooFewObservations", last[0], last[0], "", ""
    found = apr(first, last)
    return status if found else "unknown", first[0], last[0], last[0] - first[0], found


def main():
    print("vault,window,status,from,to,seconds,apr")
    for (vault,) in database.execute("SELECT address FROM vault ORDER BY address").fetchall():
        readings = database.execute(READINGS, (vault,)).fetchall()
        for name, length in WINDOWS.items():
            print(vault, name, *window(readings, length), sep=",")


if __name__ == "__main__":
    main()
