#!/usr/bin/env python3
"""Writes Tests/Vectors/fixedpoint_integers.csv, fixedpoint_integer_text.csv and fixedpoint_wads.csv.

The oracle of the FixedPoint tests: plain Python integers, fractions and decimals, no GMP binding.
The output depends on nothing but the seed below.
"""

import math
import random
import sys
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

from rounding import RULES, rounded, rounded_root

SEED = 20250
SCALE = 10**18
VECTORS = Path(__file__).resolve().parent.parent
random.seed(SEED)
sys.set_int_max_str_digits(0)

WIDTHS = (
    [1, 2, 8, 31, 32, 33, 59, 60, 61, 63, 64, 65, 100, 119, 127, 128, 129, 160, 191, 192, 193]
    + [240, 255, 256, 257, 300, 319, 320, 321, 383, 384, 385, 447, 448, 511, 512, 513, 640, 1000]
    + [1023, 1024, 1025, 1500, 2000]
)
BORDERS = [
    value
    for exponent in (32, 63, 64, 127, 128, 191, 192, 255, 256, 257, 319, 320, 512)
    for value in (2**exponent - 1, 2**exponent, 2**exponent + 1)
] + [0, 1, 2, 3, 5, 10, SCALE, SCALE - 1, SCALE + 1, 10**38, 10**38 - 1, 10**77, 10**78]


def magnitude():
    kind = random.random()
    if kind < 0.35:
        return max(0, random.choice(BORDERS) + random.choice([0, 0, 0, -1, 1]))
    width = random.choice(WIDTHS)
    if kind < 0.75:
        return random.getrandbits(width) | 1 << (width - 1)
    if kind < 0.9:  # long runs of equal bits, which carry far
        value = 0
        while value.bit_length() < width:
            run = random.randint(1, 80)
            value = value << run | (2**run - 1 if random.random() < 0.5 else 0)
            value |= 1
        return value
    return random.getrandbits(width) << random.randint(0, 130)


def signed():
    value = magnitude()
    return -value if random.random() < 0.4 else value


def not_zero(make=signed):
    while True:
        value = make()
        if value:
            return value


def integer_rows():
    for _ in range(260):
        a, b = signed(), signed()
        yield "add", a, b, 0, a + b
        yield "subtract", a, b, 0, a - b
    for border in BORDERS:  # sums and differences that cross the inline border and come back
        for step in (-1, 1):
            yield "add", border, step, 0, border + step
            yield "subtract", -border, step, 0, -border - step
    for _ in range(300):
        a, b = signed(), signed()
        yield "multiply", a, b, 0, a * b
    for _ in range(60):
        a = signed()
        yield "multiply", a, a, 0, a * a
    for index in range(600):
        a, b = signed(), not_zero()
        if index % 4 == 0:  # exact quotients and near misses
            a = a * b + random.choice([0, 0, 1, -1])
        if index % 4 == 1:  # ties and their neighbours
            b *= 2
            a = a * b + b // 2 + random.choice([0, 0, 1, -1])
        rule = RULES[index % 5]
        yield "divide." + rule, a, b, 0, rounded(Fraction(a, b), rule)
    for _ in range(200):
        a, b = signed(), not_zero()
        quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
        yield "quotient", a, b, 0, quotient
        yield "remainder", a, b, 0, a - quotient * b
    for index in range(600):
        a, b, c = signed(), signed(), not_zero()
        if index % 4 == 0:  # the quotient just below, at and above a border
            border = not_zero(lambda: random.choice(BORDERS))
            a = border * c // (b or 1) + random.choice([-1, 0, 1])
        if index % 4 == 1:  # ties
            c = 2 * b if b else 2
        if index % 4 == 2:  # everything inside 256 bits
            a, b, c = (random.getrandbits(random.randint(1, 256)) for _ in range(3))
            c |= 1
        rule = RULES[index % 5]
        yield "mulDiv." + rule, a, b, c, rounded(Fraction(a * b, c), rule)
    for index in range(400):
        a = magnitude()
        if index % 3 == 0:
            a = a * a + random.choice([0, 0, 1, -1])
        if index % 3 == 1:  # (r + 1/2)^2 has no integer: its two neighbours decide
            a = a * a + a + random.choice([0, 1])
        a = max(a, 0)
        rule = RULES[index % 5]
        yield "squareRoot." + rule, a, 0, 0, rounded_root(a, rule)
    for _ in range(120):
        a = signed()
        exponent = random.randint(0, 12)
        while a.bit_length() * exponent > 5000:
            exponent -= 1
        yield "power", a, exponent, 0, a**exponent
    for _ in range(200):
        g, a, b = magnitude(), signed(), signed()
        yield "gcd", a * g, b * g, 0, math.gcd(a * g, b * g)
    for index in range(200):
        a, count = signed(), random.choice([0, 1, 7, 63, 64, 65, 127, 128, 129, 200, 256, 300])
        rule = RULES[index % 5]
        yield "shiftLeft", a, count, 0, a << count
        if index % 3 == 0:
            a = (a << count) + (1 << count >> 1) + random.choice([0, 0, 1, -1])
        yield "shiftRight." + rule, a, count, 0, rounded(Fraction(a, 1 << count), rule)
    for _ in range(150):
        a = signed()
        b = random.choice([a, a + 1, a - 1, -a, signed()])
        yield "compare", a, b, 0, (a > b) - (a < b)
    for _ in range(250):
        a = signed()
        yield "bitWidth", a, 0, 0, abs(a).bit_length()


def decimal_text():
    """A decimal number as people and programs write it, and its exact value."""
    whole = random.choice(["0", "1", "7", "00", str(random.getrandbits(random.choice([8, 60, 200, 400])))])
    places = random.choice([0, 0, 1, 2, 6, 17, 18, 19, 20, 36, 40, 90])
    fraction = "".join(random.choice("0000123456789") for _ in range(places))
    if places and random.random() < 0.25:  # a tie at the 18th decimal, or next to one
        fraction = (fraction + "0" * 18)[:18] + random.choice(["5", "50", "500001", "4999999", "9"])
    exponent = random.choice([None, None, None, 0, 1, -1, 5, -5, -18, 18, 30, -30, -60, 77])
    sign = "-" if random.random() < 0.4 else ""
    text = sign + whole + ("." + fraction if fraction else "")
    value = Fraction(text)
    if exponent is not None:
        text += random.choice("eE") + random.choice(["", "+"] if exponent >= 0 else [""]) + str(exponent)
        value *= Fraction(10) ** exponent
    return text, value


def decimal_places(value):
    places = 0
    while value.denominator != 1:
        value *= 10
        places += 1
    return places


def plain(numerator, places):
    """numerator / 10^places in plain decimals with that many places; zero has no sign."""
    digits = str(abs(numerator)).rjust(places + 1, "0")
    text = digits[: len(digits) - places] + ("." + digits[-places:] if places else "")
    return ("-" if numerator < 0 else "") + text


def wad_rows():
    for index in range(900):
        text, value = decimal_text()
        rule = RULES[index % 5]
        dropped = max(0, decimal_places(value) - 18)
        yield "parse." + rule, text, dropped, "", rounded(value * SCALE, rule)
    for index in range(400):
        raw = signed() if index % 2 else random.choice([1, -1]) * random.getrandbits(90)
        places = random.choice([0, 0, 1, 2, 4, 6, 17, 18, 19, 25])
        if index % 5 == 0:
            raw = raw // 10**12 * 10**12 + 5 * 10**11
            places = 6
        rule = RULES[index % 7 % 5]
        fixed = plain(rounded(Fraction(raw * 10**places, SCALE), rule), places)
        percent = plain(rounded(Fraction(raw * 100 * 10**places, SCALE), rule), places)
        yield "fixed." + rule, raw, places, "", fixed
        yield "percent." + rule, raw, places, "", percent + "%"
    for _ in range(200):
        raw = signed()
        exact = plain(raw, 18).rstrip("0").rstrip(".")
        yield "text", raw, "", "", exact if raw else "0"
    for index in range(500):
        a, b, c = signed(), not_zero(), not_zero()
        rule = RULES[index % 5]
        yield "multiply." + rule, a, b, "", rounded(Fraction(a * b, SCALE), rule)
        yield "divide." + rule, a, b, "", rounded(Fraction(a * SCALE, b), rule)
        if index % 2:
            yield "mulDiv." + rule, a, b, c, rounded(Fraction(a * b, c), rule)
    for index in range(300):
        raw = magnitude() if index % 2 else random.getrandbits(70)
        if index % 3 == 0:
            raw = raw * raw * SCALE + random.choice([0, 0, 1])
        rule = RULES[index % 5]
        yield "squareRoot." + rule, raw, "", "", rounded_root(raw * SCALE, rule)
    for index in range(400):
        raw = random.choice([1, -1]) * random.choice(
            [random.getrandbits(62), random.randint(1, 40) * SCALE // 8, 10 ** random.randint(0, 21)]
            + [SCALE + random.randint(-(10**12), 10**12), SCALE // 2, 3 * SCALE // 2]
        )
        exponent = random.choice([0, 1, 2, 3, 5, 12, 17, 18, 19, 20, 52, 365, -1, -2, -3, -7, -20])
        if raw == 0:
            exponent = abs(exponent)
        rule = RULES[index % 5]
        yield "power." + rule, raw, exponent, "", rounded(Fraction(raw, SCALE) ** exponent * SCALE, rule)


def long_power_rows():
    """Powers too long to be exact in the engine: exact here up to 2 million bits, and by decimal's
    own exp and ln, with 60 digits to spare, for exponents that no exact power can reach."""
    exponents = [65, 100, 365, 1000, 8760, 31536]
    for index in range(90):
        raw = random.choice(
            [SCALE + random.randint(1, 10**15), SCALE - random.randint(1, 10**15)]
            + [random.randint(SCALE // 4, 4 * SCALE), 3 * SCALE // 2, SCALE // 2, 2 * SCALE, 7 * SCALE]
        )
        raw *= random.choice([1, 1, -1])
        exponent = random.choice(exponents) * random.choice([1, 1, -1])
        if abs(raw) > 5 * SCALE // 4 and abs(exponent) > 1000:
            exponent = exponent // 8760
        rule = RULES[index % 5]
        top, bottom = (raw, SCALE) if exponent >= 0 else (SCALE, raw)
        value = Fraction(top, bottom)
        value = Fraction(value.numerator ** abs(exponent), value.denominator ** abs(exponent))
        yield "power." + rule, raw, exponent, "", rounded(value * SCALE, rule)
    getcontext().prec = 140
    for index in range(40):
        exponent = random.choice([31536000, 10**9, 10**12, 2**62, 2**63 - 1]) * random.choice([1, -1])
        step = max(1, 10**18 * random.randint(1, 40) // abs(exponent))
        raw = SCALE + random.choice([1, -1]) * step
        rule = RULES[index % 5]
        value = Fraction((Decimal(raw).scaleb(-18).ln() * exponent).exp())
        yield "power." + rule, raw, exponent, "", rounded(value * SCALE, rule)


def write(name, header, rows):
    path = VECTORS / name
    with open(path, "w", newline="\n") as file:
        file.write(header + "\n")
        for row in rows:
            file.write(",".join(row) + "\n")
    print(path.name, path.stat().st_size, "bytes")


def hexadecimal(value):
    return ("-0x%x" % -value) if value < 0 else ("0x%x" % value)


write(
    "fixedpoint_integers.csv",
    "operation,a,b,c,result",
    ([row[0]] + [hexadecimal(value) for value in row[1:]] for row in integer_rows()),
)
# Decimal and hexadecimal text of the same integer: the two parsers and the two printers.
texts = [0, 1] + BORDERS + [10**n + d for n in range(1, 90) for d in (-1, 0)]
texts += [signed() for _ in range(200)] + [random.getrandbits(40000)]
write(
    "fixedpoint_integer_text.csv",
    "decimal,hexadecimal",
    ([str(value), hexadecimal(value)] for value in texts),
)
write(
    "fixedpoint_wads.csv",
    "operation,a,b,c,result",
    ([str(field) for field in row] for rows in (wad_rows(), long_power_rows()) for row in rows),
)
