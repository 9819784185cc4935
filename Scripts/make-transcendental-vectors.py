#!/usr/bin/env python3
"""Writes Tests/Vectors/transcendental.csv: what correct rounding must answer.

Needs Python 3.11 and mpmath 1.3.0. Every run writes the same bytes.

A row is `function,x,y,floor,offsets`:
  x        the argument as a raw wad (value * 10^18)
  y        pow: the exponent as a raw wad; apy, apr: n, the periods per year; else empty
  floor    the true value * 10^18, rounded down. From 1000 digits on only `b<bit width>r<residue>` of
           its magnitude is kept, the residue modulo 2^127 - 1 of the signed value
  offsets  what to add to floor for: down, up, towardZero, halfEven, halfUp (0 or 1 each)

The true value is enclosed by evaluating it with hundreds of spare bits, twice, and is compared with
the neighbouring wads and their midpoints as an exact fraction. A value that cannot be told from one
of those must be proved equal to it in integer arithmetic, or the script stops.
"""

import decimal
import pathlib
import random
import sys
from fractions import Fraction
from math import gcd, isqrt

import mpmath
from mpmath import mp, mpf

WAD = 10**18
RESIDUE = 2**127 - 1
SPARE_BITS = 300
LONG_DIGITS = 1000

rng = random.Random(20250611)


# ---------------------------------------------------------------- the functions, and when exact


def wad(raw):
    return mpf(raw) / WAD


def visible(value):
    """Any positive number below 2^-8000 rounds as 2^-8000 does, also with an integer added."""
    return mpmath.ldexp(1, -8000) if 0 < value < mpmath.ldexp(1, -8000) else value


def exponential(raw):
    return visible(mpmath.exp(wad(raw)))


def compounded(raw, n):
    return visible((1 + mpf(raw) / (n * WAD)) ** n) - 1


def nominal(raw, n):
    return n * mpmath.expm1(mpmath.log(1 + wad(raw)) / n)


def power(raw, exponent):
    if raw == 0:
        return mpf(1 if exponent == 0 else 0)
    if exponent % WAD == 0:
        result = wad(raw) ** (exponent // WAD)
        return visible(result) if result > 0 else -visible(-result)
    return visible(mpmath.exp(wad(exponent) * mpmath.log(wad(raw))))


FUNCTIONS = {
    "exp": lambda x, _: exponential(x),
    "expm1": lambda x, _: exponential(x) - 1,
    "ln": lambda x, _: mpmath.log(wad(x)),
    "log1p": lambda x, _: mpmath.log(1 + wad(x)),
    "log2": lambda x, _: mpmath.log(wad(x)) / mpmath.log(2),
    "log10": lambda x, _: mpmath.log(wad(x)) / mpmath.log(10),
    "pow": power,
    "apy": compounded,
    "apyContinuous": lambda x, _: exponential(x) - 1,
    "apr": nominal,
    "aprContinuous": lambda x, _: mpmath.log(1 + wad(x)),
}


def is_exactly(name, x, y, value):
    """Whether the function's true value is the fraction `value`."""
    base = Fraction(x, WAD)
    if name in ("exp", "expm1", "apyContinuous", "log1p", "aprContinuous"):
        return x == 0 and value == (1 if name == "exp" else 0)
    if name == "ln":
        return base == 1 and value == 0
    if name in ("log2", "log10"):
        return value.denominator == 1 and base == Fraction(int(name[3:])) ** value.numerator
    if name == "pow":
        exponent = Fraction(y, WAD)
        if base == 0:
            return value == (1 if y == 0 else 0)
        return value**exponent.denominator == base**exponent.numerator and (
            exponent.denominator == 1 or value > 0
        )
    if name == "apy":
        step = 1 + base / y
        if step.denominator > 1 and y > 61:
            return False  # the denominator of the power would exceed 2^61
        return step**y == 1 + value
    if name == "apr":
        root = 1 + value / y
        return root > 0 and root**y == 1 + base
    raise ValueError(name)


# ---------------------------------------------------------------- one value, rounded five ways


def as_fraction(value):
    sign, mantissa, exponent, _ = value._mpf_
    magnitude = Fraction(int(mantissa)) * Fraction(2) ** exponent
    return -magnitude if sign else magnitude


def evaluate(name, x, y, bits):
    with mp.workprec(bits):
        return as_fraction(FUNCTIONS[name](x, y))


def true_value(name, x, y):
    """The value * 10^18 as a fraction: exact, or within 2^-200 of it and further from any tie."""
    width = max(0, int(abs(evaluate(name, x, y, 100))).bit_length())
    spare = SPARE_BITS
    while True:
        bits = width + 64 + spare
        first = evaluate(name, x, y, bits) * WAD
        second = evaluate(name, x, y, bits + 128) * WAD
        error = Fraction(1, 2 ** (spare - 60))
        assert abs(first - second) < error, (name, x, y)
        nearest = Fraction(round(2 * second), 2)
        if abs(second - nearest) > 2 * error:
            return second
        if is_exactly(name, x, y, nearest / WAD):
            return nearest
        spare *= 2
        assert spare < 100_000, (name, x, y)


def offsets(scaled, floor):
    """The five roundings of an exact fraction, less its floor."""
    rest = scaled - floor
    half = Fraction(1, 2)
    up = int(rest > 0)
    toward_zero = up if scaled < 0 else 0
    half_even = int(rest > half or (rest == half and floor % 2 == 1))
    half_up = int(rest >= half)
    return f"0{up}{toward_zero}{half_even}{half_up}"


def row(name, x, y, scaled):
    floor = scaled.numerator // scaled.denominator
    text = str(floor) if abs(floor) < 10**LONG_DIGITS else (
        f"b{abs(floor).bit_length()}r{floor % RESIDUE}"
    )
    return f"{name},{x},{'' if y is None else y},{text},{offsets(scaled, floor)}"


def distance(scaled):
    """How far from the nearest wad or midpoint, in units of the 18th decimal."""
    return abs(scaled - Fraction(round(2 * scaled), 2))


# ---------------------------------------------------------------- searching hard cases


def first_in_range(a, m, low, high):
    """The least k >= 0 with low <= a*k mod m <= high, or None."""
    if low == 0:
        return 0
    if a == 0:
        return None
    k = -(-low // a)
    if a * k <= high:
        return k
    turns = first_in_range(m % a, a, -high % a, -low % a) if high - low < a else None
    if turns is None:
        return None
    return -(-(low + m * turns) // a)


def hard_arguments(name, start, y, closeness, wanted):
    """Arguments above `start` whose value lies within `closeness` of a wad or a midpoint.

    Twice the scaled value is followed by its chord over short runs of arguments; in a run, the first
    argument whose chord is near an integer comes from the three-distance structure of a*k mod 1.
    """
    found = []
    modulus = 2**128
    window = int(closeness * modulus)
    with mp.workprec(400):
        slope = abs(mpmath.diff(lambda t: FUNCTIONS[name](int(t), y), start, h=10**9)) * WAD
        bend = abs(mpmath.diff(lambda t: FUNCTIONS[name](int(t), y), start, 2, h=10**9)) * WAD
        run = int(mpmath.sqrt(4 * closeness / bend)) if bend > 0 else 10**6
        if slope == 0 or run < 16:
            return found
        x = start
        for _ in range(200_000):
            here = 2 * WAD * FUNCTIONS[name](x, y)
            there = 2 * WAD * FUNCTIONS[name](x + run, y)
            a = int((there - here) / run * modulus) % modulus
            b = int((here - mpmath.floor(here)) * modulus)
            low = (-window - b) % modulus
            high = (window - b) % modulus
            k = 0 if low > high else first_in_range(a, modulus, low, high)
            if k is not None and k < run:
                scaled = 2 * WAD * FUNCTIONS[name](x + k, y)
                if abs(scaled - mpmath.nint(scaled)) < 4 * closeness:
                    found.append(x + k)
                    if len(found) == wanted:
                        return found
            x += run
    return found


HARD_SEARCHES = [
    ("exp", 500_000_000_000_000_000, None),
    ("exp", -1_234_567_890_123_456_789, None),
    ("exp", 7 * WAD, None),
    ("expm1", 50_020_477_948_131_671, None),
    ("expm1", -300_000_000_000_000_000, None),
    ("ln", 1_500_000_000_000_000_000, None),
    ("ln", 31_415_926_535_897_932_384, None),
    ("ln", 200_000_000_000_000_000, None),
    ("log1p", 500_000_000_000_000_000, None),
    ("log1p", -400_000_000_000_000_000, None),
    ("log2", 3 * WAD, None),
    ("log2", 700_000_000_000_000_000, None),
    ("log10", 5 * WAD, None),
    ("log10", 123_456_789_000_000_000_000, None),
    ("pow", 2 * WAD + 1, WAD // 2),
    ("pow", 3 * WAD, 3 * WAD // 2),
    ("pow", 1_200_000_000_000_000_000, 3 * WAD),
    ("pow", 5 * WAD, -WAD),
    ("pow", 1_700_000_000_000_000_000, 123_456_789_012_345_678),
    ("apy", 500_204_779_481_316_715, 365),
    ("apy", 120_000_000_000_000_000, 12),
    ("apy", 3 * WAD, 31_536_000),
    ("apy", 70_000_000_000_000_000, 2),
    ("apr", 648_000_000_000_000_000, 365),
    ("apr", 90_000_000_000_000_000, 12),
    ("apr", 2 * WAD, 52),
]


def hard_cases():
    for name, start, y in HARD_SEARCHES:
        for closeness in (1e-7, 1e-9):
            for x in hard_arguments(name, start, y, mpf(closeness), 6):
                yield name, x, y


# ---------------------------------------------------------------- the other families


def log_uniform(low_digits, high_digits):
    """A positive raw wad with a random number of digits, sometimes with a short decimal text."""
    digits = rng.uniform(low_digits, high_digits)
    raw = max(1, int(10**(digits % 1) * 10**15) * 10 ** int(digits) // 10**15)
    raw += rng.randrange(max(1, raw // 10**4))
    if rng.random() < 0.25:
        keep = rng.randrange(1, 5)
        unit = 10 ** max(0, len(str(raw)) - keep)
        raw = max(unit, raw // unit * unit)
    return raw


def exact_cases():
    for name in ("exp", "expm1", "log1p", "apyContinuous", "aprContinuous"):
        yield name, 0, None
    yield "ln", WAD, None
    for k in list(range(-18, 70)) + [100, 127, 128, 255, 256, 257, 512, 1000]:
        yield "log2", WAD * 2**k if k >= 0 else WAD // 2**-k, None
    for k in list(range(-18, 40)) + [77, 100, 300]:
        yield "log10", 10 ** (18 + k), None
    for base in (2, 3, 5, 7, 10, 12, 99):
        for k in (-6, -3, -2, -1, 0, 1, 2, 3, 5, 17, 60):
            yield "pow", base * WAD, k * WAD
            yield "pow", -base * WAD, k * WAD
    for raw, k in [(5 * 10**17, 18), (5 * 10**17, 19), (15 * 10**17, 18), (15 * 10**17, 19),
                   (-15 * 10**17, 19), (-5 * 10**17, 19), (25 * 10**17, 19), (15 * 10**17, 20),
                   (35 * 10**17, 19), (-25 * 10**17, 19), (2 * WAD, -18), (2 * WAD, -19),
                   (2 * WAD, -20), (-2 * WAD, -19), (8 * WAD, -6), (4 * WAD, -9), (10 * WAD, -18),
                   (10 * WAD, -19), (5 * WAD, -18), (5 * WAD, -19), (20 * WAD, -18),
                   (20 * WAD, -19), (10**9, 2), (3 * 10**9, 2), (10**8, 2), (WAD + 10**9, 2),
                   (WAD + 10**6, 3), (WAD - 10**9, 2), (-WAD, 10**30 + 1), (-WAD, 10**30),
                   (WAD + 10**10, 2), (7 * 10**8, 2), (-3 * 10**9, 2), (WAD + 1, 1), (WAD + 1, 2),
                   (0, 0), (0, 1), (0, 7), (WAD, 12345), (-WAD, -3), (-WAD, 4)]:
        yield "pow", raw, k * WAD
    for raw in (0, WAD, 1, 2 * WAD, 10**30, 12_345):
        yield "pow", raw, 0
    yield "pow", 0, 1
    yield "pow", WAD, 1
    yield "pow", WAD, -123_456_789
    for root, order in [(2, 2), (3, 2), (2, 4), (2, 5), (3, 5), (2, 8), (7, 10), (3, 16), (2, 25),
                        (2, 32), (5, 20), (3, 40), (2, 50), (2, 64), (10, 2), (11, 5), (3, 125)]:
        for p in (1, 2, 3, -1, -3, 7):
            yield "pow", root**order * WAD, p * WAD // order
    for raw, y in [(25 * 10**16, WAD // 2), (25 * 10**16, -WAD // 2), (4 * 10**16, 3 * WAD // 2),
                   (10**18 + 2 * 10**9 + 1, WAD // 2), (10**18 - 2 * 10**9 + 1, WAD // 2),
                   (1, WAD // 2), (32, WAD // 5), (243 * 10**13, WAD // 5), (1024 * 10**8, WAD // 10),
                   (10**10, WAD // 8), (1, -WAD // 2), (9, WAD // 2), (10**3, WAD // 5),
                   (6250 * 10**14, WAD // 4), (6250 * 10**14, WAD // 2), (625 * 10**14, WAD // 4)]:
        yield "pow", raw, y
    for raw in (0, 1, WAD // 3, WAD, 10**6 * WAD, 1 - WAD, -WAD // 2, 10**40 + 7):
        yield "apy", raw, 1
        yield "apr", raw, 1
    for n in (2, 3, 4, 6, 9, 12, 18, 19, 52, 365, 8760, 31_536_000):
        yield "apy", 0, n
        yield "apr", 0, n
        if n <= 365:
            yield "apy", n * WAD, n
            yield "apr", (2**n - 1) * WAD, n
        if n <= 19:
            yield "apy", n * WAD // 2, n
            yield "apy", -n * WAD // 2, n
            yield "apy", n * 5 * WAD // 2, n
            yield "apy", n * 10 ** (18 - 18 // n), n
            yield "apy", n * 3 * 10 ** (18 - 18 // n), n
            yield "apr", (3**n - 1) * WAD, n
        if n <= 18:
            step = Fraction(1, 10 ** (18 // n))
            for root in (1 + step, 1 - step, 1 + 3 * step, Fraction(1, 2), Fraction(5, 2)):
                yield "apr", int((root**n - 1) * WAD), n


def near_one_cases():
    """Just beside exact points, where the first 17 to 35 digits beyond the 18th can be all alike."""
    steps = [1, 2, 3, 7, 10, 99, 10**3, 10**6, 10**8, 999_999_999, 10**9, 10**9 + 1, 2 * 10**9,
             3 * 10**9, 1_414_213_562, 2_449_489_743, 10**10, 10**11, 10**12, 5 * 10**12]
    steps += [isqrt(2 * WAD * m) for m in (1, 3, 5, 10, 1000)]
    steps += [isqrt(WAD * m) for m in (1, 3, 5, 7, 9)]
    for step in steps:
        for k in (step, -step):
            yield "exp", k, None
            yield "expm1", k, None
            yield "apyContinuous", k, None
            yield "log1p", k, None
            yield "aprContinuous", k, None
            yield "ln", WAD + k, None
            yield "apy", k, 2
            yield "apy", k, 365
            yield "apr", k, 2
            yield "apr", k, 31_536_000
    for step in (1, -1, 2, -7, 10**9, -(10**9)):
        for base in (2, 4, 8, 1024, 2**40):
            yield "log2", base * WAD + step, None
        for base in (10, 100, 10**9, 10**20):
            yield "log10", base * WAD + step, None
        yield "log2", WAD // 2 + step, None
        yield "log10", WAD // 10 + step, None
        for raw, y in [(WAD // 4, WAD // 2), (8 * WAD, 3 * WAD), (2 * WAD, 10 * WAD),
                       (32 * WAD, WAD // 5), (WAD, 7 * WAD // 3), (9 * WAD, -WAD // 2),
                       (10**20 * WAD, WAD // 2), (10**30 * WAD, WAD // 5)]:
            yield "pow", raw + step, y
            yield "pow", raw, y + step
            yield "pow", raw + step, y + step
        yield "pow", WAD + step, step
        if abs(step) < 10:
            yield "pow", WAD + step, 10**36
    for k in (1, 3, 10**9, 123_456_789, 999_999_999_999_999_999):
        # The square of a midpoint between two wads, rounded both ways: its root is nearly a tie.
        middle = (2 * k + 1) ** 2
        for raw in (middle // (4 * WAD), -(-middle // (4 * WAD))):
            if raw > 0:
                yield "pow", raw, WAD // 2
    for k in (5, 11, 17, 23, 31):
        yield "pow", (10 ** (2 * k) + 1) * WAD, WAD // 2
        yield "pow", (10 ** (2 * k) - 1) * WAD, WAD // 2
        yield "apr", (10 ** (2 * k) + 1) * WAD, 2


def random_cases():
    for _ in range(90):
        sign = rng.choice((1, 1, -1))
        yield "exp", sign * log_uniform(0, 19.9), None
        yield "expm1", sign * log_uniform(0, 19.9), None
        yield "ln", log_uniform(0, 40), None
        yield "log2", log_uniform(0, 40), None
        yield "log10", log_uniform(0, 40), None
        small = rng.random() < 0.5
        raw = log_uniform(0, 40)
        yield "log1p", -rng.randrange(1, WAD) if small else raw, None
    for _ in range(160):
        base = log_uniform(0, 26)
        width = max(4, abs(len(str(base)) - 19) * 3)
        exponent = rng.choice((1, -1)) * log_uniform(0, 18 + min(2.5, 200 / width / 10))
        yield "pow", base, exponent
    for _ in range(60):
        base = WAD + rng.choice((1, -1)) * log_uniform(10, 17.9)
        yield "pow", base, rng.choice((1, -1)) * log_uniform(15, 20.5)
        yield "pow", rng.choice((1, -1)) * log_uniform(17, 20), rng.randrange(-40, 60) * WAD
    for n in (1, 2, 12, 52, 365, 8760, 31_536_000):
        for _ in range(24):
            yield "apy", log_uniform(14, 20), n
            yield "apr", log_uniform(14, 21), n
        for _ in range(6):
            yield "apy", -rng.randrange(1, min(n, 40) * WAD), n
            yield "apr", -rng.randrange(1, WAD), n
    for _ in range(60):
        n = rng.choice((3, 4, 7, 19, 24, 36, 100, 250, 360, 366, 1000, 4380, 525_600, 2_628_000))
        yield "apy", log_uniform(15, 19.5), n
        yield "apr", log_uniform(15, 21), n
    for _ in range(30):
        yield "apyContinuous", log_uniform(14, 19.5), None
        yield "aprContinuous", log_uniform(14, 24), None
        yield "aprContinuous", -rng.randrange(1, WAD), None


def far_cases():
    for x in (20, 40, 43, 44, 45, 50, 88, 100, 128, 177, 200, 300, 500, 709, 710, 1000, 2302, 5000):
        for raw in (x * WAD, x * WAD + 1, x * WAD - 123_456_789_012_345_678):
            yield "exp", raw, None
            yield "exp", -raw, None
            yield "expm1", -raw, None
    # Where e^x * 10^18 passes 1/2, 1 and 10, and e^x - 1 rounds to -1.
    for edge in (42_139_678_854_452_767_551, 41_446_531_673_892_822_312, 39_143_946_580_898_776_628):
        for step in (-2, -1, 0, 1, 2):
            yield "exp", -edge + step, None
            yield "expm1", -edge + step, None
    for raw in (-(10**23), -(10**27), -(10**30)):
        yield "exp", raw, None
        yield "expm1", raw, None
        yield "apyContinuous", raw, None
    for raw in (1, 2, 10**3, 10**60, 10**60 + 1, 3**400, 7**900, 2**4000 + 1):
        for name in ("ln", "log2", "log10", "log1p"):
            yield name, raw, None
    for name in ("log1p", "aprContinuous"):
        yield name, 1 - WAD, None
        yield name, 2 - WAD, None
    for raw, y in [(WAD + 1, 10**36), (WAD + 1, 10**37), (WAD - 1, 4 * 10**37), (WAD - 1, 10**37),
                   (2 * WAD, 1000 * WAD), (2 * WAD, 1000 * WAD + 1), (WAD // 2, 50 * WAD),
                   (WAD // 2, 59 * WAD), (WAD // 2, 60 * WAD), (WAD // 2, 61 * WAD),
                   (WAD // 2, 65 * WAD), (-WAD // 2, 65 * WAD), (WAD // 4, 33 * WAD),
                   (WAD // 2, 500 * WAD), (-WAD // 2, 61 * WAD), (-WAD // 2, 500 * WAD),
                   (10**50, 3_141_592_653_589_793_238), (10**30, -WAD // 3), (1, 2 * WAD),
                   (1, -2 * WAD), (1, -12_345_678_901_234_567_890), (10**40, -2 * WAD),
                   (3 * WAD, 123 * WAD // 10), (2 * WAD, 10_000 * WAD + WAD // 3),
                   (11 * WAD // 10, 100_000 * WAD + 1), (11 * WAD // 10, 100_000 * WAD)]:
        yield "pow", raw, y
    for r in (10, 100, 1000, 10_000):
        for n in (1, 2, 12, 52, 365, 8760, 31_536_000):
            yield "apy", r * WAD, n
            yield "apr", 10**r * WAD // 10 if r <= 1000 else 10**999 * WAD, n
        yield "apyContinuous", r * WAD, None
        yield "aprContinuous", 10**r * WAD, None
    for r in (10**5, 10**6):
        for n in (1, 2, 12, 365):
            yield "apy", r * WAD + 1, n
    for n in (2, 12, 365, 8760, 31_536_000):
        yield "apy", 1 - n * WAD, n
        yield "apy", 10**9 - n * WAD, n
        yield "apy", 1, n
        yield "apr", 1 - WAD, n
        yield "apr", 1, n


# ---------------------------------------------------------------- 434,295-digit results


def euler_digits(digits):
    """e as a Decimal, from sum 1/k! split in halves (the decimal module multiplies fast)."""
    terms = digits // 4 + 1000

    def split(low, high):
        if high - low == 1:
            return decimal.Decimal(1), decimal.Decimal(high)
        middle = (low + high) // 2
        p1, q1 = split(low, middle)
        p2, q2 = split(middle, high)
        return p1 * q2 + p2, q1 * q2

    with decimal.localcontext() as context:
        context.prec = decimal.MAX_PREC // 2
        context.Emax, context.Emin = decimal.MAX_EMAX, decimal.MIN_EMIN
        p, q = split(0, terms)
        context.prec = digits
        return 1 + p / q


def decimal_row(name, x, y, value):
    """The row of a value known as a Decimal to at least 40 digits beyond the 18th."""
    with decimal.localcontext() as context:
        context.prec = decimal.MAX_PREC // 2
        scaled = value.scaleb(18)
        floor = scaled.to_integral_value(rounding=decimal.ROUND_FLOOR)
        rest = Fraction(scaled - floor)
    assert Fraction(1, 10**15) < abs(rest - Fraction(1, 2)) < Fraction(1, 2) - Fraction(1, 10**15)
    whole = int_of(str(floor))
    up, nearest = 1, int(rest > Fraction(1, 2))
    return f"{name},{x},{'' if y is None else y},b{whole.bit_length()}r{whole % RESIDUE},0{up}0" + (
        f"{nearest}{nearest}"
    )


def int_of(text):
    """int(text) by halves; the built-in conversion is quadratic."""
    if len(text) <= 4000:
        return int(text)
    half = len(text) // 2
    return int_of(text[:-half]) * 10**half + int_of(text[-half:])


def giant_rows():
    digits = 434_295 + 120
    with decimal.localcontext() as context:
        context.prec = digits
        context.Emax, context.Emin = decimal.MAX_EMAX, decimal.MIN_EMIN
        one = decimal.Decimal(1)
        e_to_million = euler_digits(digits) ** 10**6
        yield decimal_row("exp", 10**6 * WAD, None, e_to_million)
        yield decimal_row("apyContinuous", 10**6 * WAD, None, e_to_million - one)
        for r, n in ((10**6, 31_536_000), (10**6, 8760), (654_321, 31_536_000)):
            base = one + decimal.Decimal(r) / decimal.Decimal(n)
            yield decimal_row("apy", r * WAD, n, base**n - one)


# ---------------------------------------------------------------- the file


def main():
    sys.set_int_max_str_digits(0)
    target = pathlib.Path(__file__).parent.parent / "Tests/Vectors/transcendental.csv"
    seen = set()
    lines = []
    nearest = 1
    for family in (exact_cases, near_one_cases, random_cases, far_cases, hard_cases):
        before = len(lines)
        for name, x, y in family():
            if (name, x, y) in seen:
                continue
            seen.add((name, x, y))
            scaled = true_value(name, x, y)
            lines.append(row(name, x, y, scaled))
            if distance(scaled) > Fraction(1, 10**1000):
                nearest = min(nearest, distance(scaled))
        print(f"{family.__name__}: {len(lines) - before} rows", file=sys.stderr)
    lines.extend(giant_rows())
    target.write_text("function,x,y,floor,offsets\n" + "\n".join(lines) + "\n")
    nearest_text = mpmath.nstr(mpf(nearest.numerator) / nearest.denominator, 2)
    print(f"{len(lines)} rows; the nearest miss is {nearest_text} ulp", file=sys.stderr)


if __name__ == "__main__":
    main()
