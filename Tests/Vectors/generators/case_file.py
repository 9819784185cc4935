"""Writes files of cases: what goes in, what must come out. Integers and decimals are strings.

A decimal is rounded down to 18 places.
"""

import json
import pathlib
from fractions import Fraction

VECTORS = pathlib.Path(__file__).resolve().parent.parent
WAD = 10**18
DAY = 86_400
YEAR = 31_536_000
BPS = 10_000


def wad_text(value, digits=18):
    """`value` (a Fraction) rounded down to `digits` places, plain, no trailing zeros."""
    scaled = (value.numerator * 10**digits) // value.denominator
    sign, scaled = ("-", -scaled) if scaled < 0 else ("", scaled)
    whole, part = divmod(scaled, 10**digits)
    text = f"{whole}.{part:0{digits}d}".rstrip("0").rstrip(".")
    return sign + text


def strings(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Fraction):
        return wad_text(value)
    if isinstance(value, dict):
        return {k: strings(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [strings(v) for v in value]
    return value


def write(name, about, cases):
    """Writes NAME.json in Tests/Vectors."""
    rows = ",\n".join(json.dumps({"in": strings(i), "out": strings(o)}) for i, o in cases)
    text = f'{{"about":{json.dumps(about)},\n"cases":[\n{rows}\n]}}\n'
    (VECTORS / f"{name}.json").write_text(text)
    print(f"{name}.json: {len(cases)} cases")
