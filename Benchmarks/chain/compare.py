#!/usr/bin/env python3
"""Reads a SYNTHETIC chain with `berayield snapshot` and with web3.py, in turn, and compares.

All readers ask the same server, which counts requests and bytes. A run whose vaults differ from the first
one's fails. Writes results/chain.json and the tables of README.md.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness import builds, layout, machine, measure, report  # noqa: E402
from made import deployment  # noqa: E402

SIZES = (48, 1000)
SEED = 1
DELAY = 50
ROUNDS = 7
# One call a value takes minutes: fewer rounds of it say the same.
SINGLE_ROUNDS = {48: 3, 1000: 1}
WORK_ROUNDS = 21
WORK_VAULTS = 48
WORK_AIM = 5

READER = layout.PEERS / "Python" / "chain_reader.py"
# What the product adds to the fields that every reader reads.
PRICES = ("rewardPrice", "stakePrice", "stakePriceSource", "price")
COUNTS = ("requests", "in_a_row", "up", "down")


class Server:
    """The chain's server, as long as a `with` lasts."""

    def __init__(self, vaults, delay):
        self.command = [
            sys.executable, Path(__file__).with_name("server.py"), "--vaults", str(vaults),
            "--seed", str(SEED), "--delay", str(delay)]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[-1]
        return self

    def __exit__(self, *reason):
        self.process.terminate()
        self.process.wait()

    def counts(self):
        """What was counted since the last time."""
        with urllib.request.urlopen(self.url + "/counts") as reply:
            return json.load(reply)


def without_prices(part):
    """A part of a snapshot with what every reader reads of it."""
    if isinstance(part, list):
        return [without_prices(element) for element in part]
    if isinstance(part, dict):
        return {key: without_prices(value) for key, value in part.items() if key not in PRICES}
    return part


def product(tool, scratch, *options):
    """Milliseconds of the whole process, and the vaults."""
    def run(url):
        ended = measure.child([tool, "snapshot", "--rpc", url, *options], scratch)
        return 1e3 * ended.seconds, without_prices(json.loads(ended.output)["vaults"])
    return run


def web3(kind):
    """Milliseconds of the reading alone, and the vaults."""
    contracts, _ = deployment()

    def run(url):
        command = [
            layout.PYTHON, READER, kind, url, contracts["rewardVaultFactory"],
            contracts["beraChef"]]
        printed = json.loads(builds.run(command))
        return printed["milliseconds"], printed["vaults"]
    return run


def compare(vaults, readers, rounds, single_rounds):
    """Every reader's milliseconds and counts, round by round."""
    samples = {name: [] for name in readers}
    expected = None
    with Server(vaults, DELAY) as server:
        for index in range(rounds):
            builds.say(f"{vaults} vaults: round {index + 1} of {rounds}")
            for name, read in readers.items():
                if name == "web3-single" and index >= single_rounds:
                    continue
                server.counts()
                milliseconds, found = read(server.url)
                samples[name].append({"milliseconds": milliseconds, **server.counts()})
                expected = expected or found
                if found != expected or len(found) != vaults:
                    raise builds.Failed(f"{name} read other vaults than {next(iter(readers))}")
    return samples


# Runs by the run without the engine's work that their processor time is above.
WORK = {
    "live, no values": "refused", "live": "refused", "replay, no values": "start",
    "replay": "start", "refused": "start",
}


def work(tool, scratch, rounds):
    """Processor milliseconds of whole runs, in turn."""
    records = [Path(scratch) / name for name in ("valued.ndjson", "unvalued.ndjson")]
    with Server(WORK_VAULTS, 0) as server:
        snapshot, unvalued = [tool, "snapshot"], "--no-value-stake"
        live = [*snapshot, "--rpc", server.url]
        measure.child([*live, "--record", records[0]], scratch)
        measure.child([*live, unvalued, "--record", records[1]], scratch)
        commands = {
            "start": [tool, "--version"],
            # Nobody listens at the port of "discard": libcurl is loaded, and that is all.
            "refused": [*snapshot, "--rpc", "http://127.0.0.1:9", "--retries", "0"],
            "live, no values": [*live, unvalued], "live": live,
            "replay, no values": [*snapshot, unvalued, "--replay", records[1]],
            "replay": [*snapshot, "--replay", records[0]],
        }
        samples = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                ended = measure.child(command, scratch, codes=(6,) if name == "refused" else (0,))
                samples[name].append(1e3 * ended.cpu_seconds)
    return samples


def span(values):
    return f"{report.number(min(values))} to {report.number(max(values))}"


HEADER = (
    "vaults", "reader", "time / product", "range", "requests", "in a row", "kB up", "kB down",
    "ms", "range of ms")


def rows(comparisons):
    """The table's rows: a reader's time over the product's in the same round first."""
    for vaults, samples in comparisons.items():
        for name, rounds in samples.items():
            times = [one["milliseconds"] for one in rounds]
            ratios = [
                one["milliseconds"] / reference["milliseconds"]
                for one, reference in zip(rounds, samples["product"])]
            requests, in_a_row, up, down = (
                statistics.median(one[key] for one in rounds) for key in COUNTS)
            yield (
                f"{int(vaults):,}", name, report.number(statistics.median(ratios)), span(ratios),
                f"{requests:,.0f}", f"{in_a_row:,.0f}", f"{up / 1e3:,.0f}", f"{down / 1e3:,.0f}",
                report.number(statistics.median(times)), span(times))


WORK_HEADER = (f"{WORK_VAULTS} vaults", "above", "processor ms", "range", "aim")


def work_rows(samples):
    """What a run takes above one without the engine's work, round by round."""
    for name, below in WORK.items():
        above = [time - base for time, base in zip(samples[name], samples[below])]
        aim = "-" if name == "refused" else f"below {WORK_AIM}"
        yield (name, below, report.number(statistics.median(above)), span(above), aim)


def publish(results):
    """Writes the samples, and prints and fills in the tables."""
    (layout.RESULTS / "chain.json").write_text(json.dumps(results, indent=1) + "\n")
    tables = {
        "chain": (HEADER, list(rows(results["comparisons"]))),
        "chain-work": (WORK_HEADER, list(work_rows(results["work"]))),
    }
    for content in tables.values():
        print(report.aligned(*content), end="\n\n")
    report.fill(layout.BENCHMARKS / "README.md", {
        "chain-machine": report.machine_lines(results) + f"\n\n{results['tool']}",
        **{name: report.table(*content) for name, content in tables.items()}})


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--berayield", type=Path, help="a tool that is built already")
    parser.add_argument(
        "--smoke", action="store_true", help="each reader once, of few vaults; nothing is written")
    return parser.parse_args()


def main():
    arguments = options()
    facts = machine.describe()
    tool = arguments.berayield or layout.BERAYIELD
    if not arguments.berayield:
        builds.tool(arguments.smoke)
    builds.meter()
    missing = builds.python_peers(True)
    if missing:
        raise builds.Failed(missing["python"])
    with tempfile.TemporaryDirectory() as scratch:
        readers = {
            "product": product(tool, scratch, "--no-value-stake"),
            "product-valued": product(tool, scratch),
            "web3-multicall": web3("multicall"),
            "web3-single": web3("single"),
        }
        if arguments.smoke:
            compare(2, readers, 1, 1)
            print(f"smoke run: {len(readers)} readers read the same vaults")
            return
        results = {
            "work": work(tool, scratch, WORK_ROUNDS),
            "comparisons": {
                str(vaults): compare(vaults, readers, ROUNDS, SINGLE_ROUNDS[vaults])
                for vaults in SIZES},
            "machine": {**facts, "load_after": machine.load()},
            "skipped": {},
            "tool": "The tool was built before, not as `make install` builds it."
            if arguments.berayield else "The tool is built as `make install` builds it.",
        }
    publish(results)


if __name__ == "__main__":
    try:
        main()
    except builds.Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        sys.exit(1)
