#!/usr/bin/env python3
"""Writes Tests/Vectors/evm_words.csv: divisions and square roots of EVM words by Python's integers.

The oracle of the words' long division and root, which it shares no code with. Operands are put together
from 64-bit digits at their borders (0, 1, 2^63 - 1, 2^63, 2^64 - 2, 2^64 - 1) and random ones, quotients
and remainders too, so that every estimate of a digit is too large, just right and saturated somewhere.

Words are hexadecimal; a quotient is below 2^256, and a root has neither divisor nor remainder.

Usage: Tests/Vectors/generators/evm_words.py > Tests/Vectors/evm_words.csv
"""

import math
import random

DIGIT = 1 << 64
BORDERS = (0, 0, 1, 2, (1 << 63) - 1, 1 << 63, (1 << 63) + 1, DIGIT - 2, DIGIT - 1, DIGIT - 1)


def word(rng, digits):
    """A number of that many digits, the top one not zero."""
    value = 0
    for _ in range(digits):
        digit = rng.choice(BORDERS) if rng.random() < 0.7 else rng.getrandbits(64)
        value = value << 64 | digit
    top = digits * 64 - 64
    return value if value >> top else value | 1 << top + rng.randrange(64)


def divisions(rng, count):
    for _ in range(count):
        divisor = word(rng, rng.randrange(1, 5)) >> rng.choice((0, 0, 0, 1, 13, 62))
        if divisor == 0:
            continue
        quotient = word(rng, rng.randrange(1, 5))
        rest = rng.choice((0, 1, divisor - 1, divisor - 1, divisor // 2, rng.getrandbits(256)))
        dividend = quotient * divisor + rest % divisor
        print("divide", *(format(v, "x") for v in (dividend, divisor, *divmod(dividend, divisor))), sep=",")


def roots(rng, count):
    words = [0, 1, 2, 3, 4, (1 << 256) - 1]
    for _ in range(count):
        root = word(rng, rng.randrange(1, 3)) >> rng.choice((0, 0, 1, 31, 32, 33))
        words += [root * root, max(0, root * root - 1), root * root + 2 * root]
        words.append(word(rng, rng.randrange(1, 5)) >> rng.randrange(64))
    for value in words:
        print("sqrt", format(value, "x"), "", format(math.isqrt(value), "x"), "", sep=",")


rng = random.Random(0x256)
print("operation,operand,divisor,result,remainder")
divisions(rng, 1500)
roots(rng, 300)
