#!/usr/bin/env python3
"""Writes Tests/Vectors/analytics_incentives.json: what RewardVault.sol pays of an incentive, and budgets.

Independent of the Swift code: every formula is written here from the protocol's public sources
(berachain/contracts, OpenZeppelin ERC4626, the staking pool documentation).
"""

import random
from fractions import Fraction as F

from case_file import BPS, DAY, WAD, write


def split(emitted, rate, remaining, fee_bps, commission_bps):
    amount = min(emitted * rate // WAD, remaining)
    fee = amount * fee_bps // BPS
    validator = (amount - fee) * commission_bps // BPS
    return dict(amount=amount, fee=fee, validator=validator, rest=amount - fee - validator,
                remaining=remaining - amount)


def incentive_cases():
    rng = random.Random(20_262)
    cases = []
    for _ in range(60):
        decimals = rng.choice([6, 8, 18, 18, 0])
        rate = rng.randrange(1, 10 ** rng.randrange(1, 30))
        remaining = rng.randrange(10 ** rng.randrange(1, 30))
        emitted = rng.randrange(1, 10 ** rng.randrange(1, 24))
        fee, commission = rng.choice([0, 0, 3300, 10_000]), rng.choice([500, 0, 2000, 1234])
        price = rng.randrange(1, 10 ** rng.randrange(1, 24))
        reward_price = rng.randrange(1, 10 ** rng.randrange(1, 24))
        bid = F(rate * price, 10**decimals * WAD)
        out = split(emitted, rate, remaining, fee, commission)
        out.update(bid=bid, bidAfterFee=bid * (BPS - fee) / BPS,
                   efficiency=F(reward_price, WAD) / bid,
                   runwaySeconds=F(remaining * WAD * DAY, rate * emitted))
        cases.append((dict(kind="split", emittedPerDay=emitted, decimals=decimals,
                           incentiveRate=rate, amountRemaining=remaining, feeBps=fee,
                           commissionBps=commission, tokenPrice=F(price, WAD),
                           rewardPrice=F(reward_price, WAD)), out))
    for _ in range(40):
        decimals = rng.choice([6, 8, 18])
        per_day = rng.randrange(1, 10 ** rng.randrange(15, 24))
        bid, price = rng.randrange(1, 3 * WAD), rng.randrange(1, 10 ** rng.randrange(10, 22))
        days = rng.randrange(1, 400)
        rate = -((-bid * 10**decimals) // price)
        fund = -((-per_day * days * rate) // WAD)
        cases.append((dict(kind="budget", emissionPerDay=per_day, marketBid=F(bid, WAD),
                           tokenPrice=F(price, WAD), decimals=decimals, days=days),
                      dict(incentiveRate=rate, fund=fund,
                           offeredBid=F(rate * price, 10**decimals * WAD),
                           fundUsd=F(fund * price, 10**decimals * WAD))))
    return cases


if __name__ == "__main__":
    write("analytics_incentives", "wei and base units; prices and bids USD decimals", incentive_cases())
