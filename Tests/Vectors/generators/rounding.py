"""The rounding rules, straight from their definitions."""

import math
from fractions import Fraction

RULES = ["down", "up", "towardZero", "halfEven", "halfUp"]


def rounded(value, rule):
    """A fraction rounded to an integer, straight from the definition of the rule."""
    floor = math.floor(value)
    rest = value - floor
    if rest == 0:
        return floor
    if rule == "down":
        return floor
    if rule == "up":
        return floor + 1
    if rule == "towardZero":
        return floor if value > 0 else floor + 1
    if rest == Fraction(1, 2):
        if rule == "halfUp":
            return floor + 1
        return floor if floor % 2 == 0 else floor + 1
    return floor + 1 if rest > Fraction(1, 2) else floor


def rounded_root(value, rule):
    root = math.isqrt(value)
    if root * root == value or rule in ("down", "towardZero"):
        return root
    if rule == "up":
        return root + 1
    return root + 1 if 4 * value > (2 * root + 1) ** 2 else root
