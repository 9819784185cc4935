#!/usr/bin/env python3
"""Writes Tests/Vectors/analytics_allocation.json: how Distributor.sol splits a reward by weights.

Independent of the Swift code: every formula is written here from the protocol's public sources
(berachain/contracts, OpenZeppelin ERC4626, the staking pool documentation).
"""

import random
from fractions import Fraction as F

from case_file import BPS, WAD, write


def distribute(amount, weights):
    out, given = [], 0
    for k, weight in enumerate(weights):
        share = amount - given if k == len(weights) - 1 else amount * weight // BPS
        out.append(share)
        given += share
    return out


def allocation_cases():
    rng = random.Random(20_264)
    cases = []
    for _ in range(40):
        n = rng.randrange(1, 8)
        cuts = sorted(rng.sample(range(1, BPS), n - 1))
        weights = [b - a for a, b in zip([0] + cuts, cuts + [BPS])]
        amount = rng.randrange(10 ** rng.randrange(1, 20))
        cases.append((dict(amount=amount, weights=weights),
                      dict(amounts=distribute(amount, weights),
                           exact=[F(amount * w, BPS * WAD) for w in weights])))
    return cases


if __name__ == "__main__":
    write("analytics_allocation", "wei, basis points; exact shares in whole tokens", allocation_cases())
