"""Arguments whose value lies very close to a wad or to the middle between two."""

import mpmath
from mpmath import mp, mpf

from transcendental_values import FUNCTIONS, WAD


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
