#!/usr/bin/env python3
"""Writes Tests/Vectors/solve_stake.csv: what follows from a target APR for a vault's stake, by fractions.

Columns: the vault as in solve.py; the target scaled by 1e18; the value of the stake at which the APR is the
target, USD rounded down to 18 decimals; the largest deposit (negative: the smallest withdrawal) that keeps
the target, and exactly; the highest commission in basis points that leaves the target of the APR before
commission, what it leaves and what one point more leaves. The last three are empty where the target is
above the APR.

Usage: Tests/Vectors/generators/solve_stake.py > Tests/Vectors/solve_stake.csv
"""

import math
import random
from fractions import Fraction

from case_file import wad_text
from solve import WAD, apr, floored, vault

VAULT = ("rewardRate", "rewardPrice", "totalSupply", "stakePrice", "stakeDecimals", "yearSeconds",
         "commission")
COLUMNS = (*VAULT, "target", "tvl", "deposit", "numerator", "denominator", "points", "net", "nextNet")


def row(v, target):
    wanted = Fraction(target, WAD)
    # apr = income / value, so the value at the target is income / target.
    value = Fraction(v["totalSupply"] * v["stakePrice"], 10 ** v["stakeDecimals"] * WAD)
    exact = v["totalSupply"] * apr(v) / wanted - v["totalSupply"]
    cells = [v[name] for name in VAULT] + [
        target, wad_text(value * apr(v) / wanted), math.floor(exact), exact.numerator,
        exact.denominator]
    gross = apr({**v, "commission": 0})
    if wanted <= gross:
        points = math.floor((1 - wanted / gross) * 10_000)
        cells += [points, floored({**v, "commission": points}),
                  floored({**v, "commission": points + 1}) if points < 10_000 else ""]
    else:
        cells += ["", "", ""]
    print(*cells, sep=",")


def main():
    rng = random.Random(20261127)
    print(*COLUMNS, sep=",")
    count = 0
    while count < 400:
        v = vault(rng)
        target = math.floor(apr(v) * Fraction(rng.randrange(50, 2500), 1000) * WAD)
        # The APR of all the stake but a unit must be one that a vault can have.
        if target > 0 and v["totalSupply"] * apr(v) * WAD >= target:
            row(v, target)
            count += 1


if __name__ == "__main__":
    main()
