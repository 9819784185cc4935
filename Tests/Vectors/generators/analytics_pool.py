#!/usr/bin/env python3
"""Writes Tests/Vectors/analytics_pool.json: shares with one virtual share, fee shares, and yields.

Independent of the Swift code: every formula is written here from the protocol's public sources
(berachain/contracts, OpenZeppelin ERC4626, the staking pool documentation).
"""

import random
from fractions import Fraction as F

import mpmath

from case_file import BPS, DAY, WAD, YEAR, write


def pool_cases():
    rng = random.Random(20_265)
    cases = []
    for _ in range(60):
        supply = rng.randrange(1, 10 ** rng.randrange(1, 27))
        assets = max(1, int(supply * rng.uniform(0.5, 3)))
        amount = rng.randrange(1, 10 ** rng.randrange(1, 26))
        fee = rng.randrange(0, assets)
        up = lambda n, d: -((-n) // d)
        cases.append((dict(kind="shares", totalAssets=assets, totalSupply=supply, amount=amount,
                           fee=fee),
                      dict(sharePrice=F(assets, supply),
                           conversionPrice=F(assets + 1, supply + 1),
                           deposit=amount * (supply + 1) // (assets + 1),
                           mint=up(amount * (assets + 1), supply + 1),
                           withdraw=up(amount * (supply + 1), assets + 1),
                           redeem=amount * (assets + 1) // (supply + 1),
                           feeShares=fee * supply // (assets - fee))))
    for _ in range(40):
        sources = [dict(grossApr=F(rng.randrange(3 * 10**17), WAD),
                        commissionBps=rng.randrange(0, 2001))
                   for _ in range(rng.randrange(1, 5))]
        fee, n = rng.randrange(0, 2001), rng.choice([1, 2, 12, 52, 365])
        after = sum(s["grossApr"] * (BPS - s["commissionBps"]) / BPS for s in sources)
        commission = sum(s["grossApr"] * s["commissionBps"] / BPS for s in sources)
        net = after * (BPS - fee) / BPS
        cases.append((dict(kind="netYield", sources=sources, feeBps=fee, periods=n),
                      dict(grossApr=sum(s["grossApr"] for s in sources),
                           commissionApr=commission, feeApr=after * fee / BPS, netApr=net,
                           netApy=(1 + net / n) ** n - 1)))
    mpmath.mp.dps = 120
    for _ in range(40):
        s0, s1 = rng.randrange(1, 10**26), rng.randrange(1, 10**26)
        p0, p1 = F(rng.randrange(1, 2 * 10**26), s0), None
        growth = F(rng.randrange(-10**15, 10**16), 10**18)
        a1 = int(p0 * (1 + growth) * s1) + 1
        p1 = F(a1, s1)
        span = rng.choice([DAY, 7 * DAY, 30 * DAY, rng.randrange(3600, 400 * DAY)])
        ratio = p1 / p0
        power = mpmath.power(mpmath.mpf(ratio.numerator) / ratio.denominator,
                             mpmath.mpf(YEAR) / span)
        apy = (power - 1) * WAD
        if abs(apy - mpmath.nint(apy)) < mpmath.mpf(10) ** -40 or power > 10**12:
            continue
        cases.append((dict(kind="realized", assets0=p0.numerator, supply0=p0.denominator,
                           assets1=p1.numerator, supply1=p1.denominator, seconds=span),
                      dict(apr=(ratio - 1) * YEAR / span,
                           apy=F(int(mpmath.floor(apy)), WAD))))
    return cases


if __name__ == "__main__":
    write("analytics_pool", "wei; ratios decimals rounded down to 18 places", pool_cases())
