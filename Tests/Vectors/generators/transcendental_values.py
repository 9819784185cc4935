"""The functions whose rounding is tested, enclosed and rounded five ways.

The true value is enclosed by evaluating it with hundreds of spare bits, twice, and is compared with
the neighbouring wads and their midpoints as an exact fraction. A value that cannot be told from one
of those must be proved equal to it in integer arithmetic, or the script stops.
"""

from fractions import Fraction

import mpmath
from mpmath import mp, mpf

WAD = 10**18
RESIDUE = 2**127 - 1
SPARE_BITS = 300
LONG_DIGITS = 1000


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
