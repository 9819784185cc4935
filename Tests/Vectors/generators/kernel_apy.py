#!/usr/bin/env python3
"""Writes Tests/Vectors/kernel_apy.csv: APYs by Python's integers and its decimal exponential.

(1 + r/n)^n - 1 is a fraction of integers, divided once. e^r - 1 comes from decimal.exp, which is
correctly rounded, with 200 digits more than are kept. Columns: apr and apy scaled by 1e18, periods
0 meaning continuous, apy rounded down and half to even.

Usage: Tests/Vectors/generators/kernel_apy.py > Tests/Vectors/kernel_apy.csv
"""

import decimal
import random

WAD = 10**18


def rounded(numerator, denominator):
    down, rest = divmod(numerator, denominator)
    up = 2 * rest > denominator or (2 * rest == denominator and down % 2 == 1)
    return down, down + up


def periodic(apr, n):
    base = n * WAD
    return rounded(((base + apr) ** n - base**n) * WAD, base**n)


def continuous(apr):
    decimal.getcontext().prec = 260
    scaled = ((decimal.Decimal(apr).scaleb(-18)).exp() - 1).scaleb(40)
    return rounded(int(scaled), 10**22)


def main():
    rng = random.Random(20261121)
    print("apr,periods,down,halfEven")
    aprs = [0, 1, 2, 10**9, WAD // 2, WAD - 1, WAD, WAD + 1, 2 * WAD, 10 * WAD, 18 * WAD,
            2**64 - 1, 2**64, 100 * WAD, 500204779481316715]
    for apr in aprs:
        for n in (1, 2, 3, 4, 12, 52, 365, 366, 8760):
            print(apr, n, *periodic(apr, n), sep=",")
        print(apr, 0, *continuous(apr), sep=",")
    for _ in range(1500):
        apr = rng.getrandbits(rng.randrange(1, 66))
        n = rng.choice((1, 2, 4, 7, 12, 52, 255, 256, 365, 365, 365, 1023))
        print(apr, n, *periodic(apr, n), sep=",")
    for _ in range(500):
        apr = rng.getrandbits(rng.randrange(1, 66))
        print(apr, 0, *continuous(apr), sep=",")


if __name__ == "__main__":
    main()
