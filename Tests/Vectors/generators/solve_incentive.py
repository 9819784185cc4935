#!/usr/bin/env python3
"""Writes Tests/Vectors/solve_incentive.csv: the incentive that attracts what a yield needs, by fractions.

For a stake worth `tvl` to yield `targetApr`, a vault needs `value` (scale 1e36, rounded up), and for the
days asked for `rewardsForDuration` wei (rounded up). Where the market bids `marketBid` USD for a reward
token, the vault offers `incentiveRate` base units a reward token (rounded up), and needs `incentiveFund`
= ceil(rewardsForDuration * incentiveRate / 1e18), worth `incentiveFundUsd` (rounded up to 18 decimals).

The rows are a day long, or have an emission of whole wei a day, so that no rounding of a day can show.

Usage: Tests/Vectors/generators/solve_incentive.py > Tests/Vectors/solve_incentive.csv
"""

import math
import random
from fractions import Fraction

from case_file import DAY, WAD, YEAR, wad_text

COLUMNS = ("tvl,targetApr,rewardPrice,marketBid,incentivePrice,incentiveDecimals,days,value,"
           "rewardsForDuration,incentiveRate,incentiveFund,incentiveFundUsd")


def row(rng, tvl, target, reward_price, days):
    bid = Fraction(rng.randrange(1, 400), 100)
    price = Fraction(1, 10 ** rng.randrange(0, 6)) * rng.randrange(1, 50)
    decimals = rng.choice((6, 8, 18))
    value = math.ceil(tvl * target / reward_price / YEAR * 10**36)
    rewards = math.ceil(Fraction(value * days * DAY, WAD))
    rate = math.ceil(bid / price * 10**decimals)
    fund = math.ceil(Fraction(rewards * rate, WAD))
    usd = Fraction(math.ceil(fund * price / 10**decimals * WAD), WAD)
    print(wad_text(tvl), wad_text(target), wad_text(reward_price), wad_text(bid), wad_text(price),
          decimals, days, value, rewards, rate, fund, wad_text(usd), sep=",")


def main():
    rng = random.Random(20261128)
    print(COLUMNS)
    for _ in range(12):
        row(rng, Fraction(rng.randrange(10**6, 10**10), 100), Fraction(rng.randrange(1, 2000), 1000),
            Fraction(rng.randrange(50, 2000), 100), 1)
    for _ in range(12):
        # 1e36 times the tokens a second is whole where 27 divides the wei a day.
        per_day = Fraction(27 * rng.randrange(10**9, 10**12) * 10**6, WAD)
        target, reward_price = Fraction(1, 2), Fraction(rng.randrange(50, 2000), 100)
        row(rng, per_day * 365 * reward_price / target, target, reward_price, rng.randrange(2, 400))


if __name__ == "__main__":
    main()
