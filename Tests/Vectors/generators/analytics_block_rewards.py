#!/usr/bin/env python3
"""Writes Tests/Vectors/analytics_block_rewards.json: BlockRewardController.sol without its roundings.

Independent of the Swift code: every formula is written here from the protocol's public sources
(berachain/contracts, OpenZeppelin ERC4626, the staking pool documentation).
"""

import random
from fractions import Fraction as F

import mpmath

from case_file import WAD, YEAR, write


def block_reward(boost, rate, mul, convexity, minimum):
    if boost == 0:
        return max(0, minimum), True
    if boost == WAD:
        return max(rate * mul // WAD, minimum), True
    mpmath.mp.dps = 120
    power = mpmath.mpf(boost) / WAD
    power = power ** (mpmath.mpf(convexity) / WAD)
    m = mpmath.mpf(mul) / WAD
    coefficient = min(m, (1 + m) * (1 - 1 / (1 + m * power)))
    exact = coefficient * rate
    floor = mpmath.floor(exact)
    certain = abs(exact - mpmath.nint(exact)) > mpmath.mpf(10) ** -60
    return max(int(floor), minimum), bool(certain)


def block_reward_cases():
    rng = random.Random(20_263)
    cases = []
    presets = [(15 * WAD // 10, 35 * WAD // 10, 4 * WAD // 10), (11 * WAD // 10, 35 * WAD // 10,
               4 * WAD // 10), (65 * WAD // 100, 35 * WAD // 10, 4 * WAD // 10)]
    for k in range(80):
        rate, mul, convexity = presets[k % 3]
        if k > 40:
            rate, mul = rng.randrange(5 * WAD), rng.randrange(5 * WAD)
            convexity = rng.randrange(1, WAD + 1)
        boost = rng.choice([0, 1, WAD - 1, WAD, rng.randrange(WAD), rng.randrange(WAD),
                            rng.randrange(WAD // 1000)])
        minimum = rng.choice([0, 0, rng.randrange(WAD)])
        reward, certain = block_reward(boost, rate, mul, convexity, minimum)
        if certain:
            cases.append((dict(kind="computeReward", boost=boost, rewardRate=rate, multiplier=mul,
                               convexity=convexity, minimum=minimum), dict(reward=reward)))
    for _ in range(30):
        stake = rng.randrange(250_000 * WAD, 10_000_000 * WAD)
        total = stake + rng.randrange(100_000_000 * WAD)
        block_time = F(rng.choice([2_000, 1_963, 1_927]), 1000)
        base, reward = 4 * WAD // 10, rng.choice([1_305 * WAD // 1000, rng.randrange(5 * WAD)])
        blocks = F(YEAR) / block_time * stake / total
        cases.append((dict(kind="validator", stake=stake, totalStake=total, blockTime=block_time,
                           baseRate=base, rewardRate=reward),
                      dict(proposalProbability=F(stake, total), blocksPerYear=blocks,
                           basePerYear=blocks * base / WAD, rewardPerYear=blocks * reward / WAD)))
    return cases


if __name__ == "__main__":
    write("analytics_block_rewards", "wei per block, 1e18 fixed point, rounded down", block_reward_cases())
