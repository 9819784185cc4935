#!/usr/bin/env python3
"""Writes Tests/Vectors/kernel_apr.csv: reward vault APRs by Python's integers.

The oracle of the APR kernels. It shares no code and no library with the engine. The rows are
ordinary vaults, random widths, and the places where fixed-width division goes wrong: limb borders,
quotients near 2^64 and 2^128, divisors whose top word is one or all ones, exact multiples and their
neighbours.

Usage: Tests/Vectors/generators/kernel_apr.py > Tests/Vectors/kernel_apr.csv
"""

import random
import sys

YEAR = 31_536_000
WAD = 10**18
COLUMNS = "rewardRate,rewardPrice,totalSupply,stakePrice,stakeDecimals,secondsPerYear,commission,apr"


def apr(rate, reward_price, supply, stake_price, decimals=18, year=YEAR, commission=0):
    """floor(R * year * Pr * 10^d * kept / (1e18 * S * Ps * 10000))"""
    numerator = rate * year * reward_price * 10**decimals * (10_000 - commission)
    denominator = WAD * supply * stake_price * 10_000
    return "" if denominator == 0 else numerator // denominator


def row(*inputs):
    print(",".join(str(v) for v in (*inputs, *(18, YEAR, 0)[len(inputs) - 4:], apr(*inputs))))


def wide(rng, bits):
    """A number of exactly this many bits, often with runs of ones or zeros inside."""
    value = rng.getrandbits(bits) | (1 << (bits - 1)) if bits else 0
    style = rng.randrange(4)
    if style == 0:
        return value
    if style == 1:
        return (1 << bits) - 1 - rng.randrange(3) if bits > 2 else value
    if style == 2:
        return (1 << (bits - 1)) + rng.randrange(3) if bits > 2 else value
    low = rng.randrange(bits) if bits else 0
    return value | ((1 << low) - 1) if rng.random() < 0.5 else value >> low << low


def ordinary(rng, count):
    for _ in range(count):
        row(
            rng.randrange(10**33, 10**37),
            rng.randrange(10**17, 10**20),
            rng.randrange(10**18, 10**26),
            rng.randrange(10**15, 10**24),
        )


def random_widths(rng, count):
    for _ in range(count):
        inputs = [wide(rng, rng.randrange(0, limit)) for limit in (130, 130, 130, 130)]
        row(*inputs, rng.choice((0, 6, 8, 17, 18, 18, 19, 24, 29, 30, 37, 77, 255)))


def beyond(rng, count):
    for _ in range(count):
        inputs = [wide(rng, rng.randrange(0, 300)) for _ in range(4)]
        row(*inputs, rng.randrange(256), rng.choice((0, 1, 60, YEAR, 31_557_600, 2**64 - 1)),
            rng.choice((0, 0, 1, 500, 2_000, 9_999, 10_000)))


def near_multiples(rng, count):
    """Quotients that are whole, and one unit of the numerator to either side."""
    for _ in range(count):
        # Ps = 1 and S = k * YEAR make numerator / divisor = R * Pr / k with everything chosen.
        quotient = wide(rng, rng.choice((1, 30, 63, 64, 65, 100, 127, 128)))
        k = wide(rng, rng.randrange(1, max(2, rng.choice((100, 128 - quotient.bit_length())))))
        product = quotient * k + rng.choice((-1, 0, 1))
        if product < 0:
            continue
        row(product, 1, k * YEAR, 1)


def limb_borders(rng, count):
    """Divisors S * Ps with a chosen top word, numerators just under or over a power of 2^64."""
    tops = (1, 2, 3, 2**32, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 2, 2**64 - 1)
    for _ in range(count):
        words = rng.choice((1, 2, 3, 4))
        divisor = (rng.choice(tops) << 64 * (words - 1)) + rng.choice(
            (0, 1, (1 << 64 * (words - 1)) - 1, rng.getrandbits(64 * (words - 1))))
        price = rng.choice((1, 2**64 - 1, 2**64, 2**64 + 1, rng.getrandbits(70) + 1))
        supply = max(1, divisor // price)
        target = supply * price * rng.choice(
            (1, 2**64 - 1, 2**64, 2**64 + 1, 2**127, 2**128 - 1, 2**128, rng.getrandbits(64) + 1))
        reward_price = rng.choice((1, 2**64 - 1, 2**64, 2**88 // YEAR, rng.getrandbits(64) + 1))
        rate = target // (YEAR * reward_price) + rng.choice((-1, 0, 1))
        if rate >= 0:
            row(rate, reward_price, supply, price)


def zeros():
    for zero in range(4):
        inputs = [10**36, WAD, 10**20, WAD]
        inputs[zero] = 0
        row(*inputs)
    row(0, 0, 0, 0)


def main():
    rng = random.Random(20261120)
    print(COLUMNS)
    row(272490527103681170793308992914391673, 7800000000000000000,
        598626940947001140289, 223845580000000000000000)
    zeros()
    ordinary(rng, 1500)
    random_widths(rng, 1500)
    beyond(rng, 1000)
    near_multiples(rng, 1000)
    limb_borders(rng, 1500)


if __name__ == "__main__":
    sys.exit(main())
