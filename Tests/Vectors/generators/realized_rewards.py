#!/usr/bin/env python3
"""Writes Tests/Vectors/realized_rewards.csv: what two readings of rewardPerToken() say. Synthetic.

`first` and `last` are rewardPerToken(), prices are at scale 1e18, `apr` is at scale 1e18, rounded down, by
Python's integers; empty where no APR follows: the later reading is not later, or lower.

Usage: Tests/Vectors/generators/realized_rewards.py > Tests/Vectors/realized_rewards.csv
"""

import random

WAD = 10**18
rng = random.Random(20261128)


def number(most):
    return rng.choice([0, 1, most, rng.randrange(most + 1), rng.randrange(10 ** rng.randrange(1, 30))])


def rows():
    for _ in range(400):
        first, grown = number(2**200), number(2**200)
        decimals = rng.choice([0, 6, 8, 18, 24, 77, 255])
        reward, stake = number(10**24), max(1, number(10**30))
        year = rng.choice([31_536_000, 31_557_600, 1000])
        start = rng.randrange(1, 2 * 10**9)
        length = rng.choice([1, 2, 3600, 86_400, 7 * 86_400, rng.randrange(1, 10**8)])
        yield first, first + grown, decimals, reward, stake, year, start, start + length
    # Nothing in between, the same time, an earlier one, a fall.
    yield 5, 5, 18, WAD, WAD, 31_536_000, 100, 200
    yield 5, 9, 18, WAD, WAD, 31_536_000, 100, 100
    yield 5, 9, 18, WAD, WAD, 31_536_000, 100, 99
    yield 5, 4, 18, WAD, WAD, 31_536_000, 100, 200


def apr(first, last, decimals, reward, stake, year, start, end):
    if end <= start or last < first:
        return ""
    return (last - first) * 10**decimals * reward * year * WAD // (10**36 * stake * (end - start))


print("first,last,decimals,rewardPrice,stakePrice,year,from,to,apr")
for row in rows():
    print(*row, apr(*row), sep=",")
