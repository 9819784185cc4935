#!/usr/bin/env python3
"""Writes Tests/Vectors/solve.csv: inputs of a reward vault that give a target APR, by Python fractions.

The APR identity is written out once with Fraction and inverted by cross-multiplication; nothing is
shared with the engine. Columns: the unknown, the vault (prices scaled by 1e18), the target scaled by
1e18, the exact solution as numerator and denominator, the nearest integer whose APR is not below the
target (empty where it would be 0), and the floored APRs of that integer and of its neighbour on the
other side.

Usage: Tests/Vectors/generators/solve.py > Tests/Vectors/solve.csv
"""

import math
import random
from fractions import Fraction

WAD = 10**18
COLUMNS = ("unknown,rewardRate,rewardPrice,totalSupply,stakePrice,stakeDecimals,yearSeconds,commission,"
           "target,numerator,denominator,value,apr,nextApr")
RISING = ("rewardRate", "rewardPrice")


def apr(v):
    """The APR as a fraction: tokens a second * year * price over the stake's value, net."""
    tokens = Fraction(v["rewardRate"], 10**36)
    value = Fraction(v["totalSupply"], 10 ** v["stakeDecimals"]) * Fraction(v["stakePrice"], WAD)
    gross = tokens * v["yearSeconds"] * Fraction(v["rewardPrice"], WAD) / value
    return gross * Fraction(10_000 - v["commission"], 10_000)


def floored(v):
    return math.floor(apr(v) * WAD)


def row(unknown, vault, target):
    at_one = apr({**vault, unknown: 1})
    wanted = Fraction(target, WAD)
    exact = wanted / at_one if unknown in RISING else at_one / wanted
    value = math.ceil(exact) if unknown in RISING else math.floor(exact)
    solved = floored({**vault, unknown: value}) if value > 0 else ""
    other = value - 1 if unknown in RISING else value + 1
    beyond = floored({**vault, unknown: other}) if other > 0 else (0 if unknown in RISING else "")
    cells = [unknown] + [vault[k] for k in COLUMNS.split(",")[1:8]] + [
        target, exact.numerator, exact.denominator, value if value > 0 else "", solved, beyond]
    print(",".join(str(c) for c in cells))


def vault(rng):
    def wide(low, high):
        return int(10 ** rng.uniform(low, high)) + rng.randrange(10**6)
    return {
        "rewardRate": wide(30, 38), "rewardPrice": wide(15, 20), "totalSupply": wide(6, 27),
        "stakePrice": wide(12, 24), "stakeDecimals": rng.choice((0, 6, 8, 18, 18, 18, 24)),
        "yearSeconds": rng.choice((31_536_000, 31_536_000, 31_557_600, 31_556_952)),
        "commission": rng.choice((0, 0, 0, 500, 2000, 9999)),
    }


def main():
    rng = random.Random(20261121)
    print(COLUMNS)
    documentation = {
        "rewardRate": 272490527103681170793308992914391673, "rewardPrice": 78 * 10**17,
        "totalSupply": 598626940947001140289, "stakePrice": 22384558 * 10**16, "stakeDecimals": 18,
        "yearSeconds": 31_536_000, "commission": 0,
    }
    unknowns = ("rewardRate", "totalSupply", "rewardPrice", "stakePrice")
    for unknown in unknowns:
        for target in (WAD // 2, 1, 500204779481316715, 500204779481316716, 10**24):
            row(unknown, documentation, target)
    for _ in range(600):
        row(rng.choice(unknowns), vault(rng), int(10 ** rng.uniform(0, 22)) + 1)


if __name__ == "__main__":
    main()
