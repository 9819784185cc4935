#!/usr/bin/env python3
"""Writes Tests/Vectors/transcendental.csv: what correct rounding must answer.

Needs Python 3.11 and mpmath 1.3.0, and a minute and a half. Every run writes the same bytes.

A row is `function,x,y,floor,offsets`:
  x        the argument as a raw wad (value * 10^18)
  y        pow: the exponent as a raw wad; apy, apr: n, the periods per year; else empty
  floor    the true value * 10^18, rounded down. From 1000 digits on only `b<bit width>r<residue>` of
           its magnitude is kept, the residue modulo 2^127 - 1 of the signed value
  offsets  what to add to floor for: down, up, towardZero, halfEven, halfUp (0 or 1 each)

How a value is enclosed and proved is in transcendental_values.py.
"""

import pathlib
import sys
from fractions import Fraction

import mpmath
from mpmath import mpf

from transcendental_cases import exact_cases, far_cases, near_one_cases, random_cases
from transcendental_giants import giant_rows
from transcendental_hard import hard_cases
from transcendental_values import distance, row, true_value


def main():
    sys.set_int_max_str_digits(0)
    target = pathlib.Path(__file__).resolve().parent.parent / "transcendental.csv"
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
