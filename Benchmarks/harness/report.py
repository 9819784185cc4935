"""Results as JSON, and as Markdown and terminal tables made from that JSON alone."""

import json
import statistics

from . import goals

# The tool that the others of a workload are compared with.
REFERENCES = ("product-batch", "product-1t", "product", "product-2t", "product-apr", "product-apr-1t",
    "product-csv-1t")


def collect(samples, machine, skipped):
    """Everything that was measured, as one JSON document."""
    workloads = {}
    for workload in samples.workloads():
        tools = samples.tools(workload)
        reference = next((name for name in REFERENCES if name in tools), tools[0])
        entries = {}
        for tool in tools:
            key = workload, tool
            times = samples.times[key]
            ratios = samples.ratios(key, (workload, reference))
            middle = statistics.median(times)
            entries[tool] = {
                "ns": middle,
                "spread": (max(times) - min(times)) / middle,
                "samples": times,
                "operations": samples.operations[key],
                "ratio": statistics.median(ratios),
                "ratio_low": min(ratios),
                "ratio_high": max(ratios),
            }
            if key in samples.inexact:
                entries[tool]["inexact"] = samples.inexact[key]
            if key in samples.peaks:
                entries[tool]["peak_bytes"] = samples.peaks[key]
        workloads[workload] = {"reference": reference, "tools": entries}
        if workload in samples.row_bytes:
            workloads[workload]["row_bytes"] = samples.row_bytes[workload]
    return {
        "machine": machine, "skipped": skipped, "goals": goals.judge(samples, machine["features"]),
        "workloads": workloads,
    }


def number(value):
    """Three significant digits, without an exponent."""
    if value == 0:
        return "0"
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3g}"


def verdict(goal):
    if goal["value"] is None:
        return "not measured"
    if goal["aim_holds"]:
        return "aim"
    return "must" if goal["must_holds"] else "**missed**"


SIGNS = {"faster": "x", "time": "x its time", "memory": " MB", "milliseconds": " ms"}


def limit(goal, name):
    return f"{goal[name]:g}{SIGNS[goal['kind']]}"


def goal_rows(results):
    """The goals table: title, peer, must, aim, measured, range, verdict."""
    for goal in results["goals"]:
        sign = SIGNS[goal["kind"]]
        measured, spread = "-", "-"
        if goal["value"] is not None:
            measured = number(goal["value"]) + sign
            spread = f"{number(goal['low'])} to {number(goal['high'])}"
        yield (
            goal["title"], goal["peer"] or "-", limit(goal, "must"), limit(goal, "aim"), measured,
            spread, verdict(goal))


GOAL_HEADER = ("goal", "peer", "must", "aim", "measured", "range over rounds", "holds")


def table(header, rows):
    """A Markdown table."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join(lines)


def aligned(header, rows):
    """The same for a terminal."""
    rows = [tuple(cell.replace("**", "") for cell in row) for row in (header, *rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(header))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows)


def exactness(entry):
    inexact = entry.get("inexact")
    if inexact is None:
        return "exact"
    share = 100 * inexact["wrong"] / inexact["of"]
    if inexact["wrong"] == 0:
        return "not guaranteed; none wrong here"
    return f"{number(share)} % wrong, {inexact['wrong_digits']:.2f} digits on average"


def workload_table(name, workload):
    """One workload: ratio to the product first, then the time that holds on this machine only."""
    header = ["tool", f"time / {workload['reference']}", "range", "ns each", "answers"]
    entries = workload["tools"]
    with_memory = any("peak_bytes" in entry for entry in entries.values())
    row_bytes = workload.get("row_bytes")
    if row_bytes:
        header += ["M rows/s", "MB/s"]
    if with_memory:
        header.append("peak MB")
    rows = []
    for tool, entry in sorted(entries.items(), key=lambda item: item[1]["ratio"]):
        row = [
            f"**{tool}**" if tool.startswith("product") else tool, number(entry["ratio"]),
            f"{number(entry['ratio_low'])} to {number(entry['ratio_high'])}", number(entry["ns"]),
            exactness(entry),
        ]
        if row_bytes:
            row += [number(1e3 / entry["ns"]), number(1e3 * row_bytes / entry["ns"])]
        if with_memory:
            row.append(number(entry.get("peak_bytes", 0) / 1e6))
        rows.append(row)
    return f"### {name}\n\n" + table(header, rows)


def wide_table(results, tools):
    """All widths of the fixed-point operations: the product's time over each peer's."""
    header = ("operation", "bits", *(f"product / {tool}" for tool in tools))
    rows = []
    for name, workload in results["workloads"].items():
        group, *rest = name.split("/")
        if group != "wide":
            continue
        entries = workload["tools"]
        cells = []
        for tool in tools:
            present = tool in entries and "product" in entries
            cells.append(number(1 / entries[tool]["ratio"]) if present else "-")
        rows.append((*rest, *cells))
    return table(header, rows)


WIDE_PEERS = (
    "c-mpz-reused", "python-gmpy2", "python-int", "node-bigint", "cpp-boost-cpp_int", "swift-attaswift",
)


def machine_lines(results):
    machine = results["machine"]
    names = ", ".join(f"{name} {value}" for name, value in machine["versions"].items())
    lines = [
        f"{machine['date']}, commit {machine['commit']}; {machine['processor']},"
        f" {machine['cores']} cores, {machine['system']}; load average {machine['load']} before"
        f" the run, {machine.get('load_after', 'not recorded')} after it.", "", f"Versions: {names}.",
    ]
    for peer, reason in results["skipped"].items():
        lines += ["", f"Left out: {peer}: {reason}."]
    return "\n".join(lines)


def markdown(results):
    """The whole result as a page."""
    parts = [
        "# Benchmark results", machine_lines(results),
        "Written by `make bench`. A ratio is formed inside each round and its median is shown;"
        " times hold on this machine only.",
        "## Goals", table(GOAL_HEADER, goal_rows(results)), "## Workloads",
    ]
    for name, workload in results["workloads"].items():
        if not name.startswith("wide/"):
            parts.append(workload_table(name, workload))
    parts += ["### Fixed-point operations by width, time ratios", wide_table(results, WIDE_PEERS)]
    return "\n\n".join(parts) + "\n"


def write(results, directory, stem):
    directory.mkdir(parents=True, exist_ok=True)
    (directory / f"{stem}.json").write_text(json.dumps(results, indent=1) + "\n")
    (directory / f"{stem}.md").write_text(markdown(results))


def fill_readme(path, results):
    """Puts tables of these results into the README."""
    fill(path, {
        "goals": table(GOAL_HEADER, goal_rows(results)), "machine": machine_lines(results)})


def fill(path, sections):
    """Replaces what stands between a page's markers of each name."""
    text = path.read_text()
    for name, content in sections.items():
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        before, _, rest = text.partition(begin)
        _, found, after = rest.partition(end)
        if found:
            text = f"{before}{begin}\n{content}\n{end}{after}"
    path.write_text(text)
