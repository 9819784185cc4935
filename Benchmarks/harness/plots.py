"""The plots of README.md, drawn from a results document."""

from . import svg
from .report import number


def speeds(results, workload, keep=lambda tool: True):
    """(tool, ns) of a workload, fastest first."""
    entries = results["workloads"].get(workload, {"tools": {}})["tools"]
    found = [(tool, entry["ns"]) for tool, entry in entries.items() if keep(tool)]
    return sorted(found, key=lambda pair: pair[1])


def rate_bars(results, workload, title, subtitle, unit, keep=lambda tool: True):
    """Bars of operations per second; labels give the ratio to the reference first."""
    if workload not in results["workloads"]:
        return None
    entries = results["workloads"][workload]["tools"]
    reference = results["workloads"][workload]["reference"]
    rows = []
    for tool, ns in speeds(results, workload, keep):
        inexact = "inexact" in entries[tool] and entries[tool]["inexact"]["wrong"]
        shown = f"{number(1 / entries[tool]['ratio'])}x, {number(1e3 / ns)} M {unit}/s"
        rows.append((tool + (" (inexact)" if inexact else ""), 1 / ns, shown,
                     tool.startswith("product")))
    return svg.bars(title, f"{subtitle}; ratios to {reference}", rows)


def growth(results):
    """Nanoseconds a row against the number of rows."""
    series = {}
    for name, workload in results["workloads"].items():
        group, *rest = name.split("/")
        if group == "csv" and rest[0] == "size":
            for tool, entry in workload["tools"].items():
                series.setdefault(tool, []).append((int(rest[1]), entry["ns"]))
    if not series:
        return None
    return svg.lines(
        "CSV: cost of a row against size",
        "whole process for the product, without imports for the others; flat is linear growth",
        series, "rows in the file", "ns a row")


def memory(results):
    """Peak memory against the number of rows."""
    series = {}
    for name, workload in results["workloads"].items():
        group, *rest = name.split("/")
        if group == "csv" and rest[0] == "size":
            for tool, entry in workload["tools"].items():
                series.setdefault(tool, []).append((int(rest[1]), entry["peak_bytes"] / 1e6))
    if not series:
        return None
    return svg.lines(
        "CSV: peak memory against size", "resident set of the process, at its largest", series,
        "rows in the file", "MB")


def scaling(results):
    """Throughput of two threads over one."""
    rows = []
    for workload in ("csv/clean", "csv/quoted", "csv/dirty", "grid/linear", "grid/log"):
        entries = results["workloads"].get(workload, {"tools": {}})["tools"]
        for tool in entries:
            if tool.endswith("-1t") and f"{tool[:-3]}-2t" in entries:
                ratio = entries[tool]["ns"] / entries[f"{tool[:-3]}-2t"]["ns"]
                name = f"{workload} {tool[:-3]}"
                rows.append((name, ratio, f"{number(ratio)}x", tool.startswith("product")))
    if not rows:
        return None
    return svg.bars("Two threads over one", "throughput ratio; 2 is perfect", rows)


def widths(results):
    """The product's time over C GMP's, per operation and width."""
    series = {}
    for name, workload in results["workloads"].items():
        group, *rest = name.split("/")
        entries = workload["tools"]
        if group == "wide" and "c-mpz-reused" in entries and "product" in entries:
            ratio = 1 / entries["c-mpz-reused"]["ratio"]
            series.setdefault(rest[0], []).append((int(rest[1]), ratio))
    if not series:
        return None
    return svg.lines(
        "Fixed-point operations: time over C GMP mpz with reused temporaries",
        "below the dashed line the product is faster", series, "bits of each operand", "ratio",
        reference=1)


PLOTS = {
    "apr-rows": lambda results: rate_bars(
        results, "apr/rows", "One APR a row", "one thread", "rows"),
    "grid": lambda results: rate_bars(
        results, "grid/linear", "Grid of 10.24 million points, linear axes", "8 bytes a point",
        "points"),
    "csv-clean": lambda results: rate_bars(
        results, "csv/clean", "CSV, rows a second", "126-byte rows, memory file system", "rows"),
    "csv-growth": growth, "csv-memory": memory, "scaling": scaling, "widths": widths,
}


def write(results, directory):
    """All plots that the results have data for."""
    folder = directory / "plots"
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PLOTS.items():
        drawing = draw(results)
        if drawing is not None:
            (folder / f"{name}.svg").write_text(drawing)
