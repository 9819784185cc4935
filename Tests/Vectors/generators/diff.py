#!/usr/bin/env python3
"""Writes Tests/Vectors/diff.csv: figures published under one or two known conventions, by mpmath.

Each row is a vault and a yield as a tracker with that convention would print it: the calculation is
written out from the inputs with the convention built in (a year, a scale, a price left out...), with
Fractions as far as it is rational and mpmath at 60 digits beyond, and printed to a random number of
digits, rounded or cut off. Nothing is shared with the engine. 1000 rows have one convention, then
60 have two, then 60 are figures of the other era.

Usage: Tests/Vectors/generators/diff.py > Tests/Vectors/diff.csv
"""

import random
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal, getcontext
from fractions import Fraction

import mpmath

mpmath.mp.dps = 60
getcontext().prec = 120
YEAR = 31_536_000
COLUMNS = ("rewardRate,rewardPrice,totalSupply,stakePrice,stakeDecimals,periodFinish,at,commission,"
           "tokenSupply,published,conventions,era,otherRewardPrice")
PERIODS = {"apy365": 365, "apy2190": 2190, "apy52": 52, "apy12": 12, "apy8760": 8760,
           "apy15768000": 15_768_000}
INVERSE = {"aprFromApy365": 365, "aprFromApy12": 12, "aprFromApy52": 52, "aprFromApy2190": 2190}
RAW = {f"{price}PriceRaw{d}": d for d in (6, 8, 10, 18) for price in ("reward", "stake")}
YEARS = {"year31557600": 31_557_600, "year31556952": 31_556_952, "year31622400": 31_622_400,
         "year31104000": 31_104_000, "year31449600": 31_449_600}
PART = {
    **{name: "compounding" for name in (*PERIODS, *INVERSE, "apyContinuous", "aprFromApyContinuous")},
    **{name: "year" for name in YEARS},
    **{name: "presentation" for name in
       ("percentReadAsFraction", "fractionReadAsPercent", "basisPointsReadAsFraction")},
    **{name: "rate" for name in ("rewardRateScale1e18", "rewardRateScale1e54", "ratePerBlock2s")},
    **{f"stakeDecimals{d}": "decimals" for d in (6, 8, 18)},
    **{name: "price" for name in RAW},
    "rewardPriceMissing": "price", "stakePriceMissing": "price", "pricesSwapped": "price",
    "periodFinishIgnored": "period", "readAsZero": "period",
    "commissionNotTaken": "commission", "commissionTakenTwice": "commission",
    "commissionTaken500": "commission", "wholeSupplyAsStake": "stake",
    "otherEraRewardPrice": "price", "otherEraIncentiveFee": "fee", "otherEraBlockReward": "rate",
}
ERA = [name for name in PART if name.startswith("otherEra")]
# What vaults get of a block: 0.65 BGT times 3.5 where the boost is full, 1.305 WBERA since PoL Next.
BLOCK = {"bgt": Fraction(65, 100) * Fraction(35, 10), "pol-next": Fraction(1305, 1000)}


def exact(value):
    return value if isinstance(value, Fraction) else Fraction(str(value))


def figure(vault, names):
    """The yield as a calculation with these conventions gives it."""
    rate = Fraction(vault["rewardRate"], 10**36)
    rate *= {"rewardRateScale1e18": Fraction(10**18), "rewardRateScale1e54": Fraction(1, 10**18),
             "ratePerBlock2s": Fraction(1, 2)}.get(
                 next((n for n in names if PART[n] == "rate"), ""), Fraction(1))
    era = vault.get("era") or "pol-next"
    other = {"bgt": "pol-next", "pol-next": "bgt"}[era]
    if "otherEraBlockReward" in names:
        rate *= BLOCK[other] / BLOCK[era]
    reward, stake = Fraction(vault["rewardPrice"]), Fraction(vault["stakePrice"])
    if "otherEraRewardPrice" in names:
        reward = Fraction(vault["otherRewardPrice"])
    if "rewardPriceMissing" in names:
        reward = Fraction(1)
    if "stakePriceMissing" in names:
        stake = Fraction(1)
    if "pricesSwapped" in names:
        reward, stake = stake, reward
    for name in names:
        if name in RAW and name.startswith("reward"):
            reward *= 10 ** RAW[name]
        elif name in RAW:
            stake *= 10 ** RAW[name]
    decimals = next((int(n[13:]) for n in names if n.startswith("stakeDecimals")),
                    vault["stakeDecimals"])
    supply = vault["tokenSupply"] if "wholeSupplyAsStake" in names else vault["totalSupply"]
    year = next((YEARS[n] for n in names if n in YEARS), YEAR)
    running = vault["at"] < vault["periodFinish"]
    if "periodFinishIgnored" in names:
        running = True
    if "readAsZero" in names or not running:
        rate = Fraction(0)
    kept = Fraction(10_000 - (vault["commission"] or 0), 10_000)
    if "commissionNotTaken" in names:
        kept = Fraction(1)
    if "commissionTakenTwice" in names:
        kept *= kept
    if "commissionTaken500" in names:
        kept = Fraction(95, 100)
    if "otherEraIncentiveFee" in names:
        kept *= Fraction(67, 100)  # The fee of 33 % of the era bgt; there is none since PoL Next.
    result = rate * year * reward / (Fraction(supply, 10**decimals) * stake) * kept
    real = mpmath.mpf(result.numerator) / result.denominator
    for name in names:
        if name in PERIODS:
            n = PERIODS[name]
            result = exact(mpmath.expm1(n * mpmath.log1p(real / n)))
        elif name == "apyContinuous":
            result = exact(mpmath.expm1(real))
        elif name in INVERSE:
            n = INVERSE[name]
            result = exact(n * mpmath.expm1(mpmath.log1p(real) / n))
        elif name == "aprFromApyContinuous":
            result = exact(mpmath.log1p(real))
    for name, factor in (("percentReadAsFraction", Fraction(100)),
                         ("fractionReadAsPercent", Fraction(1, 100)),
                         ("basisPointsReadAsFraction", Fraction(10_000))):
        if name in names:
            result *= factor
    return result


def printed(rng, value):
    """The value to some significant digits, as a fraction or a percentage, rounded or cut off."""
    percent = rng.random() < 0.6
    if percent:
        value *= 100
    number = Decimal(value.numerator) / Decimal(value.denominator)
    if number == 0:
        return "0.00%" if percent else "0"
    # Nobody leaves out digits in front of the point, apart from those that a double does not hold.
    digits = rng.choice((5, 6, 7, 8, 10, 12, 15, 17))
    digits = min(17, max(digits, number.adjusted() + 1))
    step = Decimal(1).scaleb(number.adjusted() + 1 - digits)
    text = format(number.quantize(step, rng.choice((ROUND_HALF_EVEN, ROUND_DOWN))), "f")
    return text + "%" * percent


def vault(rng, names):
    decimals = rng.choice((18, 18, 18, 8, 6))
    # A decimal other than the planted one.
    while f"stakeDecimals{decimals}" in names:
        decimals = rng.choice((18, 8, 6))
    supply = int(10 ** rng.uniform(2, 6) * 10**decimals) + rng.randrange(1000)
    stake_price = Decimal(rng.randrange(2, 10**7)) / 10**rng.choice((2, 4))
    reward_price = Decimal(rng.randrange(2, 10**4)) / 100
    wanted = Fraction(str(round(10 ** rng.uniform(-1.3, 0.5), 6)))
    rate = wanted * Fraction(supply, 10**decimals) * Fraction(stake_price) / Fraction(reward_price) / YEAR
    at = 1_767_600_000
    ended = "periodFinishIgnored" in names
    commission = rng.choice((500, 1000, 1500, 2000, 3300)) if (
        {"commissionNotTaken", "commissionTakenTwice"} & set(names)) else ""
    return {
        "rewardRate": int(rate * 10**36), "rewardPrice": reward_price, "totalSupply": supply,
        "stakePrice": stake_price, "stakeDecimals": decimals,
        "periodFinish": at - rng.randrange(1, 10**6) if ended else at + rng.randrange(1, 600_000),
        "at": at, "commission": commission,
        "tokenSupply": int(supply * rng.uniform(1.1, 5)) if "wholeSupplyAsStake" in names else "",
        "era": "" if not set(ERA) & set(names) else rng.choice(("bgt", "pol-next"))
               if "otherEraIncentiveFee" not in names else "pol-next",
        "otherRewardPrice": reward_price * rng.randrange(11, 30) / 10
                            if "otherEraRewardPrice" in names else "",
    }


def row(rng, names):
    while True:
        v = vault(rng, names)
        value = figure(v, names)
        # The convention must make a difference that the printed digits can show.
        others = [figure(v, names[:i] + names[i + 1:]) for i in range(len(names))]
        if all(abs(value - other) > abs(value) / 10**4 or value == 0 != other for other in others):
            break
        if names[0].startswith("year") and len(names) == 1:
            break
    cells = [v[k] for k in COLUMNS.split(",")[:9]] + [printed(rng, value), "+".join(names)]
    cells += [v["era"], v["otherRewardPrice"]]
    print(",".join(str(c) for c in cells))


def main():
    rng = random.Random(20261122)
    print(COLUMNS)
    names = [name for name in PART if name not in ERA]
    for index in range(1000):
        row(rng, [names[index % len(names)]])
    count = 0
    while count < 60:
        first, second = rng.sample(names, 2)
        # Vanishing figures and the tiniest differences are told apart by nobody.
        if PART[first] == PART[second] or "readAsZero" in (first, second):
            continue
        if any(n.startswith("year") for n in (first, second)):
            continue
        # A compounded rate of a wrong scale is a number that nobody would publish.
        if "compounding" in (PART[first], PART[second]) and not {
                PART[first], PART[second]} & {"presentation", "commission", "period", "stake"}:
            continue
        row(rng, [first, second])
        count += 1
    for index in range(60):
        row(rng, [ERA[index % len(ERA)]])


if __name__ == "__main__":
    main()
