#!/usr/bin/env python3
"""Writes Tests/Vectors/diff_hits.csv: which conventions explain figures that nobody planted.

Every whole percentage from 1 to 200 and seeded ones with one and two decimals, for two vaults of which
only the rate differs. A convention alone, or two that concern different parts of the calculation, give a
figure (diff.py). Those that round to the published digits explain them, and those further out by less
than a unit, which cutting off brings to them; neither is further off than a tenth of the published value.
`must` and `may` leave a margin at these bounds. Conventions that leave the figure as another explanation has it explain nothing.

Usage: Tests/Vectors/generators/diff_hits.py > Tests/Vectors/diff_hits.csv
"""

import random
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from diff import PART, PERIODS, RAW, figure

RATES = (272490527103681170793308992914391673, 121609000000000000000000000000000000)
VAULT = {"rewardPrice": Decimal("7.8"), "totalSupply": 598626940947001140289,
         "stakePrice": Decimal("223845.58"), "stakeDecimals": 18, "periodFinish": 2, "at": 1,
         "commission": "", "tokenSupply": ""}
# What cannot be wrong of a vault that runs, with 18 decimals, without commission or known supply.
SENSELESS = {"periodFinishIgnored", "commissionNotTaken", "commissionTakenTwice",
             "wholeSupplyAsStake", "stakeDecimals18", "otherEraRewardPrice"}
# An APY of a rate above 100 is above 100 too, which no figure here is.
COMPOUNDED = {*PERIODS, "apyContinuous"}
MARGIN = Fraction(1, 10**9)


def parts(name):
    prices = {"rewardPriceMissing": {"reward"}, "stakePriceMissing": {"stakePrice"},
              "pricesSwapped": {"reward", "stakePrice"}}
    raw = {"reward" if name.startswith("reward") else "stakePrice"} if name in RAW else None
    return raw or prices.get(name, {PART[name]})


def figures(vault):
    """The figures that one or two conventions give, by name; `exact` is the figure without any."""
    names = [name for name in PART if name not in SENSELESS]
    found = {"exact": figure(vault, [])}

    def add(chosen, others):
        simple = figure(vault, [n for n in chosen if PART[n] not in ("compounding", "presentation")])
        if COMPOUNDED & set(chosen) and simple > 100:
            return
        value = figure(vault, chosen)
        if all(value != found.get(other) for other in others):
            found["+".join(chosen)] = value

    for name in names:
        add([name], ["exact"])
    for first, second in combinations(names, 2):
        if parts(first).isdisjoint(parts(second)):
            add([first, second], ["exact", first, second])
    return found


def row(rate, found, text):
    value = Fraction(text) / 100
    unit = Fraction(1, 10 ** (2 + len(text.partition(".")[2])))
    below, above = min(unit / 2, value / 10), min(unit, value / 10)

    def within(margin):
        return [name for name, figure in found.items()
                if -below * (1 + margin) < figure - value < above * (1 + margin)]

    must, may = within(-MARGIN), within(MARGIN)
    print(rate, text + "%", " ".join(must), " ".join(may), sep=",")


def main():
    rng = random.Random(20261126)
    published = [str(percent) for percent in range(1, 201)]
    published += [f"{rng.randrange(10, 2000) / 10:.1f}" for _ in range(100)]
    published += [f"{rng.randrange(100, 20000) / 100:.2f}" for _ in range(100)]
    print("rewardRate,published,must,may")
    for rate in RATES:
        found = figures({**VAULT, "rewardRate": rate})
        for text in published:
            row(rate, found, text)


if __name__ == "__main__":
    main()
