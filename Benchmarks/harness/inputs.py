"""Deterministic inputs, written once as raw little-endian words and read by every program.

The answers beside them come from Python's integers, which are independent of GMP and of the product.
"""

import array
import itertools
import json
import math
import random
import sys

from . import function_inputs, vault_reference
from .folding import fold

SEED = 20_261_120
YEAR = 31_536_000
WAD = 10**18

# 16 Ki rows of 64 bytes: larger than a first-level cache, smaller than a second-level one, so that
# arithmetic is measured and not the memory that a pointer-based peer needs more of.
APR_ROWS = 16_384
APY_ROWS = 4_096
WIDE_BITS = (64, 128, 192, 256, 512, 1024, 4096, 33_220)
WIDE_OPERATIONS = ("add", "multiply", "divide", "muldiv", "sqrt", "parse", "print")
ACCOUNTS = (10, 10_000)
EVM_OPERATIONS = ("mulWad", "fullMulDiv", "sqrt")


def write_words(path, values, words_each):
    """Writes integers as `words_each` little-endian 64-bit words each."""
    with open(path, "wb") as file:
        for value in values:
            file.write(value.to_bytes(8 * words_each, "little"))


def apr_rows(count, seed=SEED):
    """Rows (R, Pr, S, Ps): numerators near 206 bits, divisors near 147, quotients near 60."""
    source = random.Random(seed)
    rows = []
    for _ in range(count):
        rows.append((
            source.randrange(10**35, 4 * 10**35),
            source.randrange(WAD, 9 * WAD),
            source.randrange(10**20, 2 * 10**21),
            source.randrange(10**22, 10**24),
        ))
    return rows


def round_rows(count):
    """Rows of round numbers: one in seven of the quotients is whole, where a bound leaves no room."""
    source = random.Random(SEED + 5)
    rows = []
    for _ in range(count):
        rows.append((
            source.randrange(100, 400) * 10**33,
            source.randrange(100, 900) * 10**16,
            source.randrange(10, 100) * 20 * WAD,
            source.randrange(10, 75) * 5000 * WAD,
        ))
    return rows


def apr(row):
    """The reward vault's APR for a stake token of 18 decimals, scaled by 1e18."""
    rate, reward_price, supply, stake_price = row
    return rate * YEAR * reward_price // (supply * stake_price)


# Parameters of a grid, as the grid files number them.
REWARD_RATE, REWARD_PRICE, TOTAL_SUPPLY, STAKE_PRICE = range(4)
GRIDS = ("linear", "small", "divisor", "round", "log", "listed")


# 15^4 points of 8 bytes are 405 kB: beyond a first-level cache, within a second-level one.
SMALL_AXIS = 15


def grid_axes(kind, counts):
    """The parameters and values of the axes, slowest first.

    linear: odd steps, the reward rate fastest. small: the same, few enough points for the cache.
    divisor: the same, the stake price fastest. round: round numbers, where exact divisions are
    common. log: geometric. listed: in no order at all.
    """
    order = (STAKE_PRICE, TOTAL_SUPPLY, REWARD_PRICE, REWARD_RATE)
    ranges = (
        (200_000 * WAD + 123_456_789, 250_000 * WAD),
        (500 * WAD + 987_654_321, 700 * WAD),
        (5 * WAD + 333, 9 * WAD),
        (25 * 10**34 + 1_234_567, 30 * 10**34),
    )
    axes = []
    source = random.Random(SEED + 4)
    for (start, stop), count in zip(ranges, counts):
        if kind == "listed":
            axes.append([source.randrange(start, stop) for _ in range(count)])
            continue
        if kind == "log":
            ratio = (stop / start) ** (1 / max(1, count - 1))
            axes.append([int(start * ratio**index) for index in range(count)])
            continue
        if kind == "round":
            unit = 10 ** (len(str(start)) - 2)
            start, step = start // unit * unit, unit // 10
        else:
            step = (stop - start) // max(1, count - 1) | 1
        axes.append([start + index * step for index in range(count)])
    if kind == "divisor":
        return order[::-1], axes[::-1]
    return order, axes


def grid_points(order, axes):
    """The APR of every point, in row-major order of the axes."""
    for first in axes[0]:
        for second in axes[1]:
            outer = first * second
            for third in axes[2]:
                if order[-1] == REWARD_RATE:
                    factor = YEAR * third
                    for rate in axes[3]:
                        yield rate * factor // outer
                else:
                    factor = YEAR * outer
                    for price in axes[3]:
                        yield factor // (third * price)


def daily_apy(apr_wad):
    """(1 + r/365)^365 - 1 to 18 decimals, the nearest, ties to even; from one exact rational."""
    base = 365 * WAD
    numerator = WAD * ((base + apr_wad) ** 365 - base**365)
    return nearest(numerator, base**365)


def nearest(numerator, divisor):
    """The quotient rounded to the nearest integer, ties to even."""
    quotient, remainder = divmod(numerator, divisor)
    twice = 2 * remainder
    return quotient + (twice > divisor or (twice == divisor and quotient & 1))


def wide_rows(bits, count):
    """Triples (a, b, c) of exactly `bits` bits; b is odd, so that it is never zero."""
    source = random.Random(SEED + bits)
    top = 1 << (bits - 1)
    return [tuple(source.getrandbits(bits) | top | 1 for _ in range(3)) for _ in range(count)]


def wide_count(bits):
    """How many triples to measure, at least four: few enough for the first-level cache, so that
    operations are compared and not the sizes of what holds the numbers."""
    return max(4, min(64, 2**17 // (3 * bits)))


def wide_answer(operation, row):
    """What each operation means, on raw values scaled by 1e18."""
    a, b, c = row
    if operation == "add":
        return a + b
    if operation == "multiply":
        return a * b // WAD
    if operation == "divide":
        return a * WAD // b
    if operation == "muldiv":
        return a * b // c
    if operation == "sqrt":
        return math.isqrt(a * WAD)
    return a  # parse and print


def wad_text(raw):
    """A wad as plain decimals without trailing zeros, the text that parse reads and print writes."""
    whole, fraction = divmod(raw, WAD)
    digits = f"{fraction:018d}".rstrip("0")
    return f"{whole}.{digits}" if digits else f"{whole}"


def evm_rows(count):
    """Triples of EVM words (a, b, d) of 200, 55 and 250 bits, for which no operation reverts."""
    source = random.Random(SEED + 2)
    return [
        (source.getrandbits(200), source.getrandbits(55), source.getrandbits(250) | 1 << 249)
        for _ in range(count)
    ]


def evm_answer(operation, row):
    """Solady's mulWad, fullMulDiv(a << 50, b << 190, d) and sqrt."""
    a, b, d = row
    if operation == "mulWad":
        return a * b // WAD
    if operation == "fullMulDiv":
        return (a << 50) * (b << 190) // d
    return math.isqrt(a << 50)


def sizes(smoke):
    """How large each workload is, in full and in the smoke run."""
    if smoke:
        return {"apr": 256, "apy": 16, "wide": 4, "functions": 2, "evm": 32, "grid": (3, 4, 5, 6),
                "accounting": 32}
    return {
        "apr": APR_ROWS, "apy": APY_ROWS, "wide": 64, "functions": 512, "evm": 4096,
        "grid": (100, 100, 32, 32), "accounting": 4096,
    }


def write_grid(directory, kind, counts, expected):
    """One grid: axis lengths, parameters and values as words; its points as words; the
    fingerprint."""
    if kind == "small":
        counts = [min(count, SMALL_AXIS) for count in counts]
    order, axes = grid_axes(kind, counts)
    with open(directory / f"grid-{kind}.bin", "wb") as file:
        for value in (*map(len, axes), *order):
            file.write(value.to_bytes(8, "little"))
        for value in itertools.chain(*axes):
            file.write(value.to_bytes(16, "little"))
    answers = array.array("Q", grid_points(order, axes))
    if sys.byteorder != "little":
        answers.byteswap()
    expected[f"grid/{kind}"] = fold(answers)
    # Only the inexact programs need the answers themselves, to count their wrong ones.
    if kind in ("linear", "small"):
        (directory / f"grid-{kind}.expected.bin").write_bytes(answers.tobytes())


def write_functions(directory, most, expected):
    """At most `most` rows of each width of exp, ln and pow, and the rates to compound."""
    for bits in function_inputs.FUNCTION_BITS:
        count = min(most, function_inputs.function_count(bits))
        rows = function_inputs.function_rows(bits, count, SEED)
        write_words(
            directory / f"functions-{bits}.bin", itertools.chain(*rows), (bits + 63) // 64)
        for function in function_inputs.FUNCTIONS:
            expected[f"functions/{function}/{bits}"] = fold(
                function_inputs.function_answer(function, row, bits) for row in rows)
    source = random.Random(SEED + 1)
    rates = [source.randrange(10**15, 5 * WAD) for _ in range(most)]
    write_words(directory / "compound.bin", rates, 2)
    for periods in function_inputs.PERIODS:
        expected[f"compound/{periods}"] = fold(
            function_inputs.compound_answer(periods, rate) for rate in rates)


def prepare(directory, smoke):
    """Writes every input file below `directory` unless it is there; returns the fingerprints."""
    size = sizes(smoke)
    stamp = directory / "expected.json"
    key = json.dumps([SEED, size, 10])
    if stamp.exists():
        saved = json.loads(stamp.read_text())
        if saved["key"] == key:
            return saved["expected"]
    directory.mkdir(parents=True, exist_ok=True)
    expected = {}

    for kind, rows in (("rows", apr_rows(size["apr"])), ("round", round_rows(size["apr"]))):
        write_words(directory / f"apr-{kind}.bin", itertools.chain(*rows), 2)
        answers = [apr(row) for row in rows]
        write_words(directory / f"apr-{kind}.expected.bin", answers, 2)
        expected[f"apr/{kind}"] = fold(answers)

    source = random.Random(SEED + 3)
    aprs = [source.randrange(10**15, 5 * WAD) for _ in range(size["apy"])]
    write_words(directory / "apy.bin", aprs, 2)
    answers = [daily_apy(value) for value in aprs]
    write_words(directory / "apy.expected.bin", answers, 2)
    expected["apy/daily"] = fold(answers)

    for bits in WIDE_BITS:
        rows = wide_rows(bits, min(size["wide"], wide_count(bits)))
        words = (bits + 63) // 64
        write_words(directory / f"wide-{bits}.bin", itertools.chain(*rows), words)
        text = "".join(wad_text(row[0]) + "\n" for row in rows)
        (directory / f"wide-{bits}.txt").write_text(text)
        for operation in WIDE_OPERATIONS:
            expected[f"wide/{operation}/{bits}"] = fold(wide_answer(operation, row) for row in rows)

    write_functions(directory, size["functions"], expected)

    rows = evm_rows(size["evm"])
    write_words(directory / "evm.bin", itertools.chain(*rows), 4)
    for operation in EVM_OPERATIONS:
        expected[f"evm/{operation}"] = fold(evm_answer(operation, row) for row in rows)

    for accounts in ACCOUNTS[:1] if smoke else ACCOUNTS:
        steps = vault_reference.operations(accounts, size["accounting"], SEED + accounts)
        write_words(directory / f"accounting-{accounts}.bin", itertools.chain(*steps), 1)
        expected[f"accounting/{accounts}"] = vault_reference.fingerprint(accounts, steps)

    for kind in GRIDS:
        write_grid(directory, kind, size["grid"], expected)

    stamp.write_text(json.dumps({"key": key, "expected": expected}))
    return expected
