"""Results of 434,295 digits, by the decimal module."""

import decimal
from fractions import Fraction

from transcendental_values import RESIDUE, WAD


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
