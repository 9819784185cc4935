"""Inputs and exact answers of exp, ln, pow and compounding, from small numbers to 10,000 digits."""

import random
from decimal import Decimal, localcontext, ROUND_HALF_EVEN

WAD = 10**18
# ln 2 as a wad: sizes an exponent, no answer depends on it.
LN_2 = 693_147_180_559_945_309

FUNCTIONS = ("exp", "ln", "pow")
# Bits of the wide side: the result of exp and pow, the argument of ln.
FUNCTION_BITS = (128, 512, 4096, 33_220)
PERIODS = ("12", "365", "31536000", "continuous")


def function_count(bits):
    """How many rows of a width to measure: a result of 10,000 digits takes milliseconds."""
    return {128: 512, 512: 64, 4096: 8, 33_220: 2}[bits]


def function_rows(bits, count, seed):
    """Rows (x, n, b, y) of wads for e^x, ln n and b^y; e^x and b^y of at most `bits` bits, n of exactly
    so many, except that at 128 bits x, n and b are one number of up to 40."""
    source = random.Random(seed + bits)
    rows = []
    for _ in range(count):
        if bits == 128:
            x = source.randrange(10**15, 40 * WAD)
            rows.append((x, x, x, source.randrange(10**15, 8 * WAD)))
            continue
        # A wad has 60 bits below its point.
        x = (bits - 61) * LN_2 + source.randrange(LN_2)
        n = source.getrandbits(bits) | 1 << (bits - 1)
        b = source.randrange(2 * WAD, 40 * WAD)
        with localcontext() as context:
            context.prec = 40
            y = int(Decimal(x) / (Decimal(b) / WAD).ln())
        rows.append((x, n, b, y))
    return rows


def nearest_wad(value):
    """The raw value of the wad next to a decimal, ties to even."""
    return int(value.scaleb(18).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def function_answer(function, row, bits):
    """The nearest wad; ln of n < 1 is negated to stay non-negative."""
    x, n, b, y = (Decimal(value) for value in row)
    with localcontext() as context:
        # All digits of the result, and 60 behind its last.
        context.prec = 110 if function == "ln" else 110 + bits * 302 // 1000
        if function == "exp":
            return nearest_wad((x / WAD).exp())
        if function == "ln":
            return nearest_wad(abs((n / WAD).ln()))
        return nearest_wad(((b / WAD).ln() * (y / WAD)).exp())


def compound_answer(periods, rate):
    """(1 + r/n)^n - 1, or e^r - 1, to the nearest wad."""
    with localcontext() as context:
        context.prec = 110
        rate = Decimal(rate) / WAD
        if periods == "continuous":
            return nearest_wad(rate.exp() - 1)
        n = Decimal(periods)
        return nearest_wad(((1 + rate / n).ln() * n).exp() - 1)
