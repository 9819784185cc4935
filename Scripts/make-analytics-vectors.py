#!/usr/bin/env python3
"""Reference answers for the protocol analytics, from Python integers, Fractions and mpmath.

Independent of the Swift code: every formula is written here from the protocol's public sources
(berachain/contracts, OpenZeppelin ERC4626, the staking pool documentation).

    python3 Scripts/make-analytics-vectors.py        # rewrites Tests/Vectors/analytics_*.json

Integers and decimals are strings. A decimal is rounded down to 18 places unless its key says so.
"""

import json
import pathlib
import random
from fractions import Fraction as F

import mpmath

OUT = pathlib.Path(__file__).resolve().parent.parent / "Tests" / "Vectors"
WAD = 10**18
DAY = 86_400
YEAR = 31_536_000
BPS = 10_000


def wad_text(value, digits=18):
    """`value` (a Fraction) rounded down to `digits` places, plain, no trailing zeros."""
    scaled = (value.numerator * 10**digits) // value.denominator
    sign, scaled = ("-", -scaled) if scaled < 0 else ("", scaled)
    whole, part = divmod(scaled, 10**digits)
    text = f"{whole}.{part:0{digits}d}".rstrip("0").rstrip(".")
    return sign + text


def strings(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, F):
        return wad_text(value)
    if isinstance(value, dict):
        return {k: strings(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [strings(v) for v in value]
    return value


def write(name, about, cases):
    rows = ",\n".join(json.dumps({"in": strings(i), "out": strings(o)}) for i, o in cases)
    text = f'{{"about":{json.dumps(about)},\n"cases":[\n{rows}\n]}}\n'
    (OUT / f"analytics_{name}.json").write_text(text)
    print(f"analytics_{name}.json: {len(cases)} cases")


# Emission: StakingRewards.sol notifyRewardAmount, _setRewardRate --------------------------------


def set_rate(undistributed, now, terms):
    if terms["mode"] == "duration":
        duration = terms["duration"]
        rate = undistributed // duration
    else:
        duration = undistributed // terms["target"]
        if duration < terms["min"]:
            duration = terms["min"]
            rate = undistributed // duration
        else:
            rate = terms["target"]
    return dict(rewardRate=rate, rewardsDuration=duration, periodFinish=now + duration,
                undistributedRewards=undistributed - rate * duration)


def notify(state, reward, now, terms):
    total = state["undistributedRewards"] + reward * WAD
    if now < state["periodFinish"]:
        total += state["rewardRate"] * (state["periodFinish"] - now)
    return set_rate(total, now, terms)


IDLE = dict(rewardRate=0, rewardsDuration=7 * DAY, periodFinish=0, undistributedRewards=0)


def random_terms(rng, scale):
    if rng.random() < 0.5:
        return dict(mode="duration", duration=rng.choice([3 * DAY, 5 * DAY, 7 * DAY, 432_001]))
    return dict(mode="targetRate", target=max(1, int(scale * rng.uniform(0.2, 3))),
                min=rng.choice([3 * DAY, 4 * DAY, 7 * DAY]))


def emission_cases():
    rng = random.Random(20_261)
    cases = []
    fixed = [(100 * WAD, dict(mode="duration", duration=5 * DAY)),
             (100 * WAD, dict(mode="targetRate", target=10**36 // 4320, min=3 * DAY)),
             (100 * WAD, dict(mode="targetRate", target=10**36, min=3 * DAY)),
             (0, dict(mode="duration", duration=7 * DAY)),
             (1, dict(mode="targetRate", target=1, min=3 * DAY))]
    for reward, terms in fixed:
        cases.append((dict(kind="notification", reward=reward, at=1_760_000_000, terms=terms,
                           running=IDLE), None))
    for _ in range(60):
        reward = rng.randrange(10 ** rng.randrange(1, 25))
        now = rng.randrange(1_700_000_000, 1_800_000_000)
        running = dict(IDLE)
        if rng.random() < 0.6:
            running = dict(rewardRate=rng.randrange(10**36), rewardsDuration=7 * DAY,
                           periodFinish=now + rng.randrange(-DAY, 7 * DAY),
                           undistributedRewards=rng.randrange(7 * DAY))
        terms = random_terms(rng, max(1, reward * WAD // (5 * DAY)))
        cases.append((dict(kind="notification", reward=reward, at=now, terms=terms,
                           running=running), None))
    done = []
    for case, _ in cases:
        out = notify(case["running"], case["reward"], case["at"], case["terms"])
        out["perDay"] = out["rewardRate"] * DAY // WAD
        done.append((case, out))
    for _ in range(30):
        interval = rng.choice([2, 12, 3600, DAY, DAY, 4 * DAY])
        amount = rng.randrange(1, 10 ** rng.randrange(3, 22))
        count = rng.choice([1, 2, 10, 100, 400])
        terms = random_terms(rng, amount * WAD // interval)
        start = 1_760_000_000
        case = dict(kind="stream", amount=amount, interval=interval, count=count, at=start,
                    terms=terms)
        state, peak = dict(IDLE), 0
        for k in range(count):
            state = notify(state, amount, start + k * interval, terms)
            peak = max(peak, state["rewardRate"])
        done.append((case, dict(state, peakRewardRate=peak,
                                inflowRate=amount * WAD // interval)))
    return done


# Incentives: RewardVault.sol _processIncentives, BeraChef.sol ------------------------------------


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


# Block rewards: BlockRewardController.sol, mathematically ----------------------------------------


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


# Allocation: Distributor.sol ----------------------------------------------------------------------


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


# Staking pools: ERC-4626 with one virtual share, fee shares, yields -------------------------------


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
    write("emission", "wei; rates 1e36 per second; seconds", emission_cases())
    write("incentives", "wei and base units; prices and bids USD decimals", incentive_cases())
    write("block_rewards", "wei per block, 1e18 fixed point, rounded down", block_reward_cases())
    write("allocation", "wei, basis points; exact shares in whole tokens", allocation_cases())
    write("pool", "wei; ratios decimals rounded down to 18 places", pool_cases())
