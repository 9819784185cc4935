#!/usr/bin/env python3
"""Writes Tests/Vectors/history_pairs.csv: what was really paid between any two blocks of data/recorded/history.sqlite.

Each vault and each pair of blocks that have it, by Python's integers, rounded down at 18 decimals; empty where a
value could not be read.

Usage: Tests/Vectors/generators/history_pairs.py > Tests/Vectors/history_pairs.csv
"""

from itertools import combinations

from history_realized import READINGS, apr, database

print("vault,from,to,apr")
for (vault,) in database.execute("SELECT address FROM vault ORDER BY address").fetchall():
    for first, last in combinations(database.execute(READINGS, (vault,)).fetchall(), 2):
        print(vault, first[0], last[0], apr(first, last), sep=",")
