#!/usr/bin/env python3
"""Writes a grid of vault figures by Python's integers, in the form of `berayield sweep --format csv`.

Without arguments: Tests/Vectors/grid.csv, which the test suite compares byte by byte. With a number:
a grid of about so many points, for `Scripts/verify.sh`. The axes' rule (equal distances, rounded
half to even to the input's scale) is written here a second time, from fractions.

Usage: Tests/Vectors/generators/grid.py [POINTS] > Tests/Vectors/grid.csv
"""

import sys
from fractions import Fraction
from itertools import product

WAD = 10**18
YEAR = 31_536_000
COMMISSION = 500


def linear(start, stop, count, decimals):
    """round(Fraction) rounds half to even."""
    low, high = Fraction(start), Fraction(stop)
    return [round((low + (high - low) * i / max(count - 1, 1)) * 10**decimals)
            for i in range(count)]


def text(raw, decimals):
    if decimals == 0:
        return str(raw)
    whole, part = divmod(raw, 10**decimals)
    digits = str(part).rjust(decimals, "0").rstrip("0")
    return f"{whole}.{digits}" if digits else str(whole)


def figures(supply, stake_price, rate, reward_price):
    numerator, divisor = rate * YEAR * reward_price, supply * stake_price
    return (
        numerator // divisor,
        numerator * (10_000 - COMMISSION) // (divisor * 10_000),
        supply * stake_price // WAD,
        rate * YEAR * reward_price // 10**36,
        rate * 86_400 // WAD,
    )


def main():
    inner = 25
    if len(sys.argv) > 1:
        inner = max(1, int(sys.argv[1]) // (4 * 5 * 20))
        counts = (4, 5, 20, inner)
    else:
        counts = (3, 2, 7, inner)
    axes = (
        linear("1000000000000000000000", "7000000000000000000007", counts[0], 0),
        linear("0.3", "223845.58", counts[1], 18),
        linear("1" + "0" * 33, "272490527103681170793308992914391673", counts[2], 0),
        linear("0.1", "20", counts[3], 18),
    )
    names = "totalSupply,stakePrice,rewardRate,rewardPrice"
    out = [names + ",apr,netApr,tvlUsd,rewardsPerYearUsd,rewardsPerDay"]
    for supply, stake_price, rate, reward_price in product(*axes):
        row = [text(supply, 0), text(stake_price, 18), text(rate, 0), text(reward_price, 18)]
        row += [text(v, 18) for v in figures(supply, stake_price, rate, reward_price)]
        out.append(",".join(row))
        if len(out) > 10_000:
            print("\n".join(out))
            out = []
    if out:
        print("\n".join(out))


if __name__ == "__main__":
    main()
