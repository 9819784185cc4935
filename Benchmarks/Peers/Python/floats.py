"""float64 in numpy, numba and polars: inexact, so their wrong answers are counted.

usage: floats.py WORKLOAD INPUT_DIRECTORY BUDGET_MS
"""

import sys

import numba
import numpy as np
import polars as pl

from workbench import count_wrong, measure, read_integers, report, INPUTS

YEAR = 31_536_000.0


def wrong_points(values, expected):
    """The same count as count_wrong, vectorised for millions of 64-bit answers."""
    difference = np.abs(np.floor(values).astype(np.int64) - expected.view(np.int64))
    digits = sum(int(np.count_nonzero(difference >= 10**power)) for power in range(18))
    wrong = int(np.count_nonzero(difference))
    return {"wrong": wrong, "of": len(expected), "wrong_digits": digits / len(expected)}


@numba.njit(cache=True)
def apr_rows(rates, prices, supplies, stakes, out):
    for i in range(rates.size):
        out[i] = rates[i] * 31_536_000.0 * prices[i] / (supplies[i] * stakes[i])


def run_apr():
    values = read_integers("apr-rows.bin", 2)
    columns = [np.array(values[column::4], dtype=np.float64) for column in range(4)]
    expected = read_integers("apr-rows.expected.bin", 2)
    out = np.empty_like(columns[0])

    def with_numpy():
        rates, prices, supplies, stakes = columns
        return rates * YEAR * prices / (supplies * stakes)

    def with_numba():
        apr_rows(*columns, out)
        return out

    for tool, work in (("numpy-float64", with_numpy), ("numba-float64", with_numba)):
        ns, answer = measure(work, len(expected))
        wrong = count_wrong([int(value) for value in answer], expected)
        report("apr/rows", tool, ns, len(expected), **wrong)


@numba.njit(cache=True)
def grid_hoisted(stakes, supplies, prices, rates, out):
    at = 0
    for p in range(stakes.size):
        for s in range(supplies.size):
            reciprocal = 31_536_000.0 / (stakes[p] * supplies[s])
            for q in range(prices.size):
                factor = reciprocal * prices[q]
                row = out[at:at + rates.size]
                for r in range(rates.size):
                    row[r] = factor * rates[r]
                at += rates.size


def numpy_best(axes, out):
    """Few passes and no temporaries of the grid's size: one outer product into `out`."""
    stakes, supplies, prices, rates = axes
    factors = YEAR / np.multiply.outer(stakes, supplies).ravel()
    inner = np.multiply.outer(prices, rates).ravel()
    np.multiply(factors[:, None], inner[None, :], out=out.reshape(factors.size, inner.size))
    return out


def numpy_natural(axes):
    """What one writes first."""
    stakes, supplies, prices, rates = axes
    s, t, q, r = np.ix_(stakes, supplies, prices, rates)
    return (r * YEAR * q / (t * s)).ravel()


def polars_frame(axes):
    """The cross product as columns; made outside the measurement."""
    mesh = np.meshgrid(*axes, indexing="ij")
    names = ("stake", "supply", "price", "rate")
    return pl.DataFrame({name: values.ravel() for name, values in zip(names, mesh)})


def run_grid():
    for kind in ("linear", "small"):
        run_one_grid(kind)


def run_one_grid(kind):
    words = np.fromfile(INPUTS / f"grid-{kind}.bin", dtype=np.uint64)
    counts, values = words[:4].astype(int), read_integers(f"grid-{kind}.bin", 2)[4:]
    axes, at = [], 0
    for count in counts:
        axes.append(np.array([float(value) for value in values[at:at + count]]))
        at += count
    expected = np.fromfile(INPUTS / f"grid-{kind}.expected.bin", dtype=np.uint64)
    out = np.empty(expected.size)

    def with_numba():
        grid_hoisted(*axes, out)
        return out

    frame = polars_frame(axes)
    expression = pl.col("rate") * YEAR * pl.col("price") / (pl.col("supply") * pl.col("stake"))
    for tool, work in (
        ("numpy-out", lambda: numpy_best(axes, out)),
        ("numpy-natural", lambda: numpy_natural(axes)),
        ("numba-hoisted", with_numba),
        ("polars-float64", lambda: frame.select(apr=expression)["apr"]),
    ):
        ns, answer = measure(work, expected.size)
        wrong = wrong_points(np.asarray(answer), expected)
        report(f"grid/{kind}", tool, ns, expected.size, **wrong)


@numba.njit(cache=True)
def daily(aprs, out):
    for i in range(aprs.size):
        out[i] = (1.0 + aprs[i] / 365.0) ** 365 - 1.0


def run_apy():
    aprs = np.array(read_integers("apy.bin", 2), dtype=np.float64) / 1e18
    expected = read_integers("apy.expected.bin", 2)
    out = np.empty_like(aprs)

    def with_numba():
        daily(aprs, out)
        return out

    for tool, work in (
        ("numpy-float64", lambda: (1.0 + aprs / 365.0) ** 365 - 1.0),
        ("numba-float64", with_numba),
    ):
        ns, answer = measure(work, len(expected))
        wrong = count_wrong([round(float(value) * 1e18) for value in answer], expected)
        report("apy/daily", tool, ns, len(expected), **wrong)


if __name__ == "__main__":
    {"apr": run_apr, "grid": run_grid, "apy": run_apy}[sys.argv[1]]()
