#!/usr/bin/env python3
"""Writes Tests/Vectors/stake_token_values.csv: what pool tokens are worth. Synthetic: no pool of any chain.

Pairs and sums by Python's integers and fractions. A weighted pool's product by mpmath, with digits added
until both ends of its error lie in one cell of 18 decimals; where the weights are parts of a small whole
the same is asked of integers: x <= factor * (product of b^k)^(1/n) is x^n <= factor^n * product of b^k.

`parts` are `units:decimals:price` for pairs and sums, `price:weight` for weighted pools, prices alone for
stable ones; prices and weights at scale 1e18, the supply and its decimals raw. `value` is at scale 1e18,
rounded down.

Usage: Tests/Vectors/generators/stake_token_values.py > Tests/Vectors/stake_token_values.csv
"""

import random
from fractions import Fraction
from math import gcd, isqrt

from mpmath import floor, mp, mpf

WAD = 10**18
rng = random.Random(20261127)


def worth(part):
    units, decimals, price = part
    return Fraction(units * price, 10**decimals * WAD)


def fair_pair(parts, supply):
    square = 4 * worth(parts[0]) * worth(parts[1]) / supply**2 * WAD**2
    return isqrt(square.numerator // square.denominator)


def total(parts, supply):
    return sum(map(worth, parts), Fraction(0)) / supply * WAD // 1


def product(parts, factor):
    """By mpmath; `exact` finds the ties that no number of digits would."""
    digits = 100
    while digits <= 3000:
        mp.dps = digits
        value = mpf(factor.numerator) / factor.denominator * WAD
        for price, weight in parts:
            value *= (mpf(price) / weight) ** (mpf(weight) / WAD)
        margin = abs(value) * mpf(10) ** (20 - digits) + mpf(10) ** (20 - digits)
        low, high = floor(value - margin), floor(value + margin)
        if low == high:
            return int(low)
        digits *= 3
    return None


def exact(parts, factor):
    unit = WAD
    for _, weight in parts:
        unit = gcd(unit, weight)
    root = WAD // unit
    if root > 200:
        return None
    radicand = (factor * WAD) ** root
    for price, weight in parts:
        radicand *= Fraction(price, weight) ** (weight // unit)
    target = radicand.numerator // radicand.denominator
    low, high = 0, 1 << (target.bit_length() // root + 1)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle**root <= target else (low, middle - 1)
    return low


def weighted(parts, invariant, supply):
    factor = Fraction(invariant, WAD) / supply
    merged = {}
    for price, weight in parts:
        merged.setdefault(Fraction(price, weight), 0)
        merged[Fraction(price, weight)] += weight
    if len(merged) == 1:
        value = factor * next(iter(merged)) * WAD // 1
    else:
        value = exact(parts, factor)
        by_digits = product(parts, factor)
        if value is None:
            value = by_digits
        assert by_digits is None or by_digits == value, (parts, invariant, supply)
    assert value is not None
    return value


def row(kind, parts, number, supply, decimals, value):
    text = " ".join(":".join(map(str, part)) for part in parts)
    print(f"{kind},{text},{number},{supply},{decimals},{value}")


print("kind,parts,number,supply,supplyDecimals,value")
PAIRS = [
    # An exact square, one above it and one below it.
    ([(10**18, 18, 4 * WAD), (10**6, 6, 9 * WAD)], 10**18, 18),
    ([(10**18, 18, 4 * WAD), (10**6, 6, 9 * WAD + 1)], 10**18, 18),
    ([(10**18, 18, 4 * WAD), (10**6, 6, 9 * WAD - 1)], 10**18, 18),
    ([(1, 18, 1), (1, 18, 1)], 1, 18),
    ([(1, 18, 1), (1, 18, 1)], 2**112, 18),
    ([(2**112 - 1, 0, 10**30), (2**112 - 1, 0, 10**30)], 1, 18),
    ([(0, 18, WAD), (10**18, 18, WAD)], 10**18, 18),
    ([(2**256 - 1, 18, 3), (2**256 - 1, 255, 2**256 - 1)], 2**256 - 1, 18),
]
for _ in range(24):
    parts = [
        (rng.getrandbits(rng.choice((20, 64, 112))), rng.choice((0, 6, 8, 18, 24)),
         rng.randrange(1, 10 ** rng.choice((6, 18, 24)))) for _ in range(2)]
    PAIRS.append((parts, rng.randrange(1, 2 ** rng.choice((30, 80, 112))), rng.choice((6, 18))))
for parts, supply, decimals in PAIRS:
    whole = Fraction(supply, 10**decimals)
    row("pair", parts, 0, supply, decimals, fair_pair(parts, whole))
    row("sum", parts, 0, supply, decimals, total(parts, whole))

for rate, prices in (
    (WAD, [WAD]), (WAD + 1, [WAD - 1, WAD + 5]), (1_023_456_789_012_345_678, [999_812_345_678_901_234, WAD]),
    (1, [1]), (2**200, [2**100, 2**99]), (0, [WAD]),
):
    row("stable", [(price,) for price in prices], rate, 0, 0, rate * min(prices) // WAD)

HALF, FIFTH, THIRD = WAD // 2, WAD // 5, WAD // 3
WEIGHTS = (
    (HALF, HALF), (4 * FIFTH, FIFTH), (FIFTH, 4 * FIFTH), (THIRD, THIRD, THIRD + 1), (WAD // 4,) * 4,
    (WAD // 8,) * 8, (33 * WAD // 100, 67 * WAD // 100), (1, WAD - 1), (123456789012345678, WAD - 123456789012345678),
    (98 * WAD // 100, 2 * WAD // 100), (WAD // 64, 63 * WAD // 64), (WAD // 128, 127 * WAD // 128), (WAD,),
)
for weights in WEIGHTS:
    supplies = [(10**18, 10**18), (3 * 10**20 + 7, 10**21 + 1)]
    for invariant, supply in supplies:
        whole = Fraction(supply, 10**18)
        # In proportion to the weights: the product is the common ratio.
        for ratio in (1, 3):
            parts = [(ratio * weight, weight) for weight in weights]
            row("weighted", parts, invariant, supply, 18, weighted(parts, invariant, whole))
    for _ in range(3):
        parts = [(rng.randrange(1, 10 ** rng.choice((12, 18, 23))), weight) for weight in weights]
        invariant, supply = rng.randrange(1, 10**25), rng.randrange(1, 10**25)
        row("weighted", parts, invariant, supply, 18, weighted(parts, invariant, Fraction(supply, 10**18)))
# Equal halves whose product is an exact square, its neighbours, and the smallest and largest values.
for first, second, invariant, supply in (
    (2 * WAD, 8 * WAD, 10**18, 10**18), (2 * WAD, 8 * WAD - 1, 10**18, 10**18),
    (2 * WAD, 8 * WAD + 1, 10**18, 10**18), (WAD, 4 * WAD, 10**18, 3 * 10**18), (1, 1, 1, 10**18),
    (1, 1, 1, 2**200), (1, 10**40, 10**40, 1), (10**40, 10**40, 10**40, 1), (2**255, 2**255, 2**255, 1),
):
    parts = [(first, HALF), (second, HALF)]
    row("weighted", parts, invariant, supply, 18, weighted(parts, invariant, Fraction(supply, 10**18)))
# Fifth powers: 0.8 and 0.2 give exact values, and the neighbours of one.
for base, price in ((2, 32), (3, 243)):
    for change in (-1, 0, 1):
        parts = [(4 * FIFTH, 4 * FIFTH), (price * FIFTH + change, FIFTH)]
        row("weighted", parts, 10**18, 10**18, 18, weighted(parts, 10**18, Fraction(1)))
