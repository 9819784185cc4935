"""Python's exact tools: int, decimal, gmpy2, mpmath.

usage: exact.py WORKLOAD INPUT_DIRECTORY BUDGET_MS
"""

import decimal
import math
import sys

import gmpy2
import mpmath

from workbench import fold, measure, read_integers, read_rows, report, run_exact, INPUTS
from harness.function_inputs import FUNCTION_BITS, PERIODS
from harness.vault_reference import ReferenceVault

YEAR = 31_536_000
WAD = 10**18


def run_apr():
    rows = read_rows("apr-rows.bin", 2, 4)
    big = [tuple(map(gmpy2.mpz, row)) for row in rows]
    decimals = [tuple(map(decimal.Decimal, row)) for row in rows]
    decimal.getcontext().prec = 90

    def floors(table):
        return lambda: [r * YEAR * q // (s * p) for r, q, s, p in table]

    run_exact("apr/rows", "python-int", floors(rows), len(rows))
    run_exact("apr/rows", "python-gmpy2", floors(big), len(rows))
    run_exact("apr/rows", "python-decimal", floors(decimals), len(rows))


def run_apy():
    aprs = read_integers("apy.bin", 2)
    decimal.getcontext().prec = 60
    decimals = [decimal.Decimal(value).scaleb(-18) for value in aprs]

    def with_decimal():
        return [
            ((1 + r / 365) ** 365 - 1).scaleb(18).to_integral_value(decimal.ROUND_HALF_EVEN)
            for r in decimals
        ]

    run_exact("apy/daily", "python-decimal", with_decimal, len(aprs))
    mpmath.mp.prec = 192
    wad = mpmath.mpf(WAD)
    floats = [mpmath.mpf(value) / wad for value in aprs]

    def with_mpmath():
        return [mpmath.nint(((1 + r / 365) ** 365 - 1) * wad) for r in floats]

    run_exact("apy/daily", "python-mpmath", with_mpmath, len(aprs))


def parsed(text, integer):
    whole, _, fraction = text.partition(".")
    return integer(whole + fraction.ljust(18, "0"))


def printed(raw):
    whole, fraction = divmod(raw, WAD)
    digits = str(fraction).rjust(18, "0").rstrip("0")
    return f"{whole}.{digits}" if digits else str(whole)


def run_wide():
    for bits in (64, 128, 192, 256, 512, 1024, 4096, 33_220):
        rows = read_rows(f"wide-{bits}.bin", (bits + 63) // 64, 3)
        texts = (INPUTS / f"wide-{bits}.txt").read_text().split()
        for tool, integer, root in (
            ("python-int", int, math.isqrt),
            ("python-gmpy2", gmpy2.mpz, gmpy2.isqrt),
        ):
            run_width(bits, tool, [tuple(map(integer, row)) for row in rows], texts, integer, root)


def run_width(bits, tool, rows, texts, integer, root):
    wad = integer(WAD)
    operations = {
        "add": lambda: [a + b for a, b, _ in rows],
        "multiply": lambda: [a * b // wad for a, b, _ in rows],
        "divide": lambda: [a * wad // b for a, b, _ in rows],
        "muldiv": lambda: [a * b // c for a, b, c in rows],
        "sqrt": lambda: [root(a * wad) for a, _, _ in rows],
        "parse": lambda: [parsed(text, integer) for text in texts],
    }
    for name, work in operations.items():
        run_exact(f"wide/{name}/{bits}", tool, work, len(rows))
    run_exact(
        f"wide/print/{bits}", tool, lambda: [printed(a) for a, _, _ in rows], len(rows),
        to_integer=lambda text: parsed(text, int))


def rounded(value):
    return abs(value).scaleb(18).to_integral_value(decimal.ROUND_HALF_EVEN)


def run_functions():
    for bits in FUNCTION_BITS:
        rows = read_rows(f"functions-{bits}.bin", (bits + 63) // 64, 4)
        mpmath.mp.prec = bits + 64
        wad = mpmath.mpf(WAD)
        floats = [tuple(mpmath.mpf(value) / wad for value in row) for row in rows]
        for name, work in {
            "exp": lambda: [mpmath.nint(mpmath.exp(x) * wad) for x, _, _, _ in floats],
            "ln": lambda: [mpmath.nint(abs(mpmath.log(n)) * wad) for _, n, _, _ in floats],
            "pow": lambda: [mpmath.nint(b**y * wad) for _, _, b, y in floats],
        }.items():
            # A logarithm is small, however large its argument is.
            mpmath.mp.prec = 192 if name == "ln" else bits + 128
            run_exact(f"functions/{name}/{bits}", "python-mpmath", work, len(rows))
        if bits > 4096:
            continue  # decimal takes seconds for one result of 10,000 digits
        decimals = [tuple(decimal.Decimal(value).scaleb(-18) for value in row) for row in rows]
        for name, work in {
            "exp": lambda: [rounded(x.exp()) for x, _, _, _ in decimals],
            "ln": lambda: [rounded(n.ln()) for _, n, _, _ in decimals],
            "pow": lambda: [rounded(b**y) for _, _, b, y in decimals],
        }.items():
            decimal.getcontext().prec = 60 if name == "ln" else 60 + bits * 302 // 1000
            run_exact(f"functions/{name}/{bits}", "python-decimal", work, len(rows))
    run_compounding()


def run_compounding():
    rates = read_integers("compound.bin", 2)
    mpmath.mp.prec = 192
    wad = mpmath.mpf(WAD)
    floats = [mpmath.mpf(value) / wad for value in rates]
    decimal.getcontext().prec = 60
    decimals = [decimal.Decimal(value).scaleb(-18) for value in rates]
    for periods in PERIODS[:-1]:
        n = int(periods)
        run_exact(
            f"compound/{periods}", "python-mpmath",
            lambda: [mpmath.nint(((1 + r / n) ** n - 1) * wad) for r in floats], len(rates))
        run_exact(
            f"compound/{periods}", "python-decimal",
            lambda: [rounded((1 + r / n) ** n - 1) for r in decimals], len(rates))
    run_exact(
        "compound/continuous", "python-mpmath",
        lambda: [mpmath.nint(mpmath.expm1(r) * wad) for r in floats], len(rates))
    run_exact(
        "compound/continuous", "python-decimal", lambda: [rounded(r.exp() - 1) for r in decimals],
        len(rates))


def run_evm():
    rows = read_rows("evm.bin", 4, 3)
    shifted = [(a << 50, b << 190, d) for a, b, d in rows]
    run_exact("evm/mulWad", "python-int", lambda: [a * b // WAD for a, b, _ in rows], len(rows))
    run_exact(
        "evm/fullMulDiv", "python-int", lambda: [a * b // d for a, b, d in shifted], len(rows))
    run_exact("evm/sqrt", "python-int", lambda: [math.isqrt(a) for a, _, _ in shifted], len(rows))


def run_accounting():
    for path in sorted(INPUTS.glob("accounting-*.bin")):
        accounts = int(path.stem.split("-")[1])
        steps = read_rows(path.name, 1, 3)
        ns, vault = measure(lambda: ReferenceVault(accounts).replay(steps), len(steps))
        fingerprint = fold(vault.answers())
        report(f"accounting/{accounts}", "python-int", ns, len(steps), fold=fingerprint)


if __name__ == "__main__":
    {
        "apr": run_apr, "apy": run_apy, "wide": run_wide, "functions": run_functions,
        "evm": run_evm, "accounting": run_accounting,
    }[sys.argv[1]]()
