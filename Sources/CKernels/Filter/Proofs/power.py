#!/usr/bin/env python3
"""compound: the relative error of (1 + r/n)^n after its squarings and products, in exact fractions, for every n up to 8760.

One step's errors are those of growth_per_period.g, square.g and product.g, each relative to the product of the high words;
|low| <= u high makes that a factor (1 + 4u) relative to the product itself. apy_decided.g takes what is proven here.
"""

import sys
from fractions import Fraction

U = Fraction(1, 2**53)
U2 = U * U
SQUARE, PRODUCT = (k * U2 * (1 + 4 * U) for k in (3, 5))
ALLOWED = 75500


def rounded_up(x):
    """x with 220 binary places: keeps the fractions short."""
    return Fraction(-((-x * 2**220).__floor__()), 2**220)


def error(n):
    """The bound of the error of the growth, relative to its high double."""
    base = (Fraction(7, 4) if n >= 365 else 20) * U2
    e = base
    for bit in range(n.bit_length() - 2, -1, -1):
        e = rounded_up((1 + e) ** 2 * (1 + SQUARE) - 1)
        if n >> bit & 1:
            e = rounded_up((1 + e) * (1 + base) * (1 + PRODUCT) - 1)
    return rounded_up(e / (1 - e) * (1 + 2 * U))


worst, n = max((error(n) / U2, n) for n in range(1, 8760 + 1))
print(f"the growth is within {float(worst):.0f} u^2 for n up to 8760, worst for n = {n}; allowed {ALLOWED}")
sys.exit(worst > ALLOWED)
