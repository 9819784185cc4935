"""Families of arguments: exact values, their neighbours, random ones, and those far out."""

import random
from fractions import Fraction
from math import isqrt

from transcendental_values import WAD

rng = random.Random(20250611)


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
