#!/usr/bin/env python3
"""Writes Tests/Vectors/best_allocations.csv: the best allocations of small markets, by exhaustive search.

Every allocation within the limits is valued with fractions; a search of its own, step by step to the
highest marginal value and ties to the lower address, gives the weights where the limit on vaults does not
bind. Columns: the emission per day in wei, days, the limits (basis points, vaults, step, whether all are to
be in), the vaults (separated by "|"; each "others per day;offer;offer", an offer
"decimals/price/incentiveRate/amountRemaining", the price scaled by 1e18), the best value in USD as a
fraction, and the greedy weights in basis points (separated by "|", empty where the limit binds).

Usage: Tests/Vectors/generators/best_allocations.py > Tests/Vectors/best_allocations.csv
"""

import random
from fractions import Fraction

WAD = 10**18


def offer(rng, emission, count):
    kind = rng.random()
    decimals = rng.choice([0, 6, 8, 18, 18, 24])
    price = rng.choice([0, 1, WAD, rng.randrange(1, 10**24)]) if kind < 0.1 else rng.randrange(
        10**12, 10**22)
    rate = max(1, rng.randrange(1, 4 * 10**20) * 10**decimals // max(price, 1))
    if kind < 0.05:
        rate = 0
    amount = 0 if kind > 0.9 else rate * emission * rng.randrange(1, 300) // (100 * count * WAD)
    return decimals, price, rate, amount


def compositions(steps, count, most):
    if count == 1:
        if steps <= most:
            yield (steps,)
        return
    for first in range(min(most, steps) + 1):
        for rest in compositions(steps - first, count - 1, most):
            yield (first, *rest)


def value(emission, weight, others, offers):
    own = Fraction(emission * weight, 10_000)
    total = Fraction(0)
    for decimals, price, rate, amount in offers:
        if own == 0 or rate == 0:
            continue
        capacity = Fraction(amount * WAD, rate)
        drawn = Fraction(rate, WAD) * (
            own if own + others <= capacity else capacity * own / (own + others))
        total += drawn * Fraction(price, WAD * 10**decimals)
    return total


def greedy(table, steps, most, least):
    taken = [least] * len(table)
    for _ in range(steps - sum(taken)):
        gains = [(row[k + 1] - row[k], -i) for i, (row, k) in enumerate(zip(table, taken)) if k < most]
        taken[-max(gains)[1]] += 1
    return taken


def case(rng):
    count = rng.randrange(1, 6)
    step = rng.choice([500, 1000, 1250, 2000, 2500])
    steps = 10_000 // step
    cap = rng.choice([2500, 3000, 3333, 4000, 5000, 5000, 7500, 10_000, 10_000])
    most = cap // step
    vaults = rng.choice([10, 3, 3, 2, 2, 1])
    takes_all = rng.random() < 0.15 and count <= min(vaults, steps)
    if most * min(vaults, count) < steps:
        return None
    per_day = rng.choice([0, 1, rng.randrange(10**19, 10**22), rng.randrange(10**19, 10**22),
                          rng.randrange(10**19, 10**22)])
    days = rng.choice([1, 7, 30])
    emission = per_day * days
    market = []
    for _ in range(count):
        if market and rng.random() < 0.2:
            market.append(rng.choice(market))
            continue
        others = rng.choice([0, 0, rng.randrange(1, 10**22)])
        market.append(
            (others, [offer(rng, max(emission, 10**19), count) for _ in range(rng.randrange(0, 4))]))
    table = [[value(emission, k * step, others * days, offers) for k in range(most + 1)]
             for others, offers in market]
    best = max(
        sum(row[k] for row, k in zip(table, choice))
        for choice in compositions(steps, count, most)
        if sum(1 for k in choice if k) <= vaults and (not takes_all or min(choice) > 0))
    weights = greedy(table, steps, most, 1 if takes_all else 0)
    binds = sum(1 for k in weights if k) > vaults
    if not binds and rng.random() < 0.8:
        return None
    if not binds:
        assert sum(row[k] for row, k in zip(table, weights)) == best
    packed = "|".join(
        ";".join([str(others)] + ["/".join(map(str, one)) for one in offers])
        for others, offers in market)
    return [per_day, days, cap, vaults, step, int(takes_all), packed, best.numerator, best.denominator,
            "" if binds else "|".join(str(k * step) for k in weights)]


def main():
    rng = random.Random(20261127)
    print("emissionPerDay,days,maxWeight,maxVaults,step,takesAll,vaults,numerator,denominator,weights")
    count = 0
    while count < 600:
        row = case(rng)
        if row:
            print(*row, sep=",")
            count += 1


if __name__ == "__main__":
    main()
