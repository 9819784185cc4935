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
    cases += [funded_case(rng) for _ in range(40)]
    return cases


def funded_case(rng):
    """Two offers, each paid at its rate until it has run dry, and the auction of what is left."""
    per_day = rng.randrange(1, 10 ** rng.randrange(15, 24))
    fee, commission = rng.choice([0, 0, 3300]), rng.choice([500, 0, 2000, 1234])
    reward_price = rng.randrange(1, 10 ** rng.randrange(15, 21))
    payout, margin = rng.randrange(1, 10**21), rng.choice([0, 0, WAD // 50, WAD // 3])
    case = dict(kind="funded", emissionPerDay=per_day, feeBps=fee, commissionBps=commission,
                rewardPrice=F(reward_price, WAD), payout=payout, claimMargin=F(margin, WAD))
    offers = []
    for name in "AB":
        decimals = rng.choice([6, 8, 18])
        rate = rng.randrange(1, 10 ** rng.randrange(1, decimals + 2))
        # From long dry to never, and sometimes empty.
        days = F(rng.randrange(0, 10 ** rng.randrange(1, 7)), 1000)
        remaining = max(1 if name == "A" else 0, int(days * rate * per_day / WAD))
        price = rng.randrange(1, 10 ** rng.randrange(15, 21))
        case |= {f"decimals{name}": decimals, f"tokenPrice{name}": F(price, WAD),
                 f"incentiveRate{name}": rate, f"amountRemaining{name}": remaining}
        offers.append((rate, remaining, F(price, 10**decimals * WAD)))

    def shares(gross, suffix):
        after = gross * (BPS - fee) / BPS
        validator = after * commission / BPS
        return {"gross" + suffix: gross, "validator" + suffix: validator,
                "rest" + suffix: after - validator}

    def paid(days):
        return sum(min(F(rate * per_day, WAD) * days, remaining) * usd
                   for rate, remaining, usd in offers)

    out = shares(paid(1), "Day") | shares(paid(365), "Year")
    out |= shares(sum(remaining * usd for _, remaining, usd in offers), "Remaining")
    rate_per_day = sum(F(rate * per_day, WAD) * usd for rate, remaining, usd in offers if remaining)
    rest = shares(rate_per_day, "")["rest"]
    usd_per_bera = F(reward_price, WAD) * (1 + F(margin, WAD))
    out |= dict(interval=F(payout, WAD) * usd_per_bera / rest * DAY,
                bera=out["restRemaining"] / usd_per_bera)
    return case, out


if __name__ == "__main__":
    write("analytics_incentives", "wei and base units; prices and bids USD decimals", incentive_cases())
