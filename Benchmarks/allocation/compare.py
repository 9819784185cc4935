#!/usr/bin/env python3
"""Times `berayield allocate` on SYNTHETIC snapshots, and says what rules of thumb would draw of its value.

20 seeded sets of 235 vaults with 3 tokens each, in steps of one basis point, at most 10 vaults: every answer
must have a gap of 0. The rules of thumb are valued by fractions of their own. Writes the table of README.md.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from harness import builds, layout, machine, measure, report  # noqa: E402

WAD = 10**18
KEY = "0x" + "ab" * 48
SEEDS, ROUNDS, DAYS = 20, 3, 7
MOST_VAULTS, MOST_WEIGHT = 10, 3000
# An offer is empty at this part of the whole emission: little beside it, or much.
KINDS = {"small offers": 3 / 235, "large offers": 0.3, "mixed offers": None}


def market(seed, kind, count=235):
    """The emission per day, and vaults: others' emission per day and offers."""
    rng = random.Random(f"{kind} {seed}")
    per_day = rng.randrange(10**20, 10**22)
    vaults = []
    for _ in range(count):
        offers = []
        for _ in range(3):
            decimals, price = rng.choice([6, 8, 18]), rng.randrange(10**14, 10**22)
            rate = max(1, rng.randrange(10**16, 4 * WAD) * 10**decimals // price)
            part = KINDS[kind] or 10 ** rng.uniform(-4, 0)
            capacity = int(per_day * DAYS * part * rng.uniform(0.01, 1))
            offers.append((decimals, price, rate, capacity * rate // WAD))
        vaults.append((rng.choice([0, rng.randrange(1, 10**22)]), offers))
    return per_day, vaults


def address(number):
    return f"0x{number:040x}"


def price_text(wad):
    return f"{wad // WAD}.{wad % WAD:018d}"


def write(folder, per_day, vaults):
    """The snapshot and the others' emission, as files."""
    listed = [
        {"vault": address(i + 1), "whitelisted": True, "incentives": [
            {"token": address(1000 * i + j), "symbol": f"T{j}", "decimals": decimals,
             "incentiveRate": str(rate), "amountRemaining": str(amount), "price": price_text(price)}
            for j, (decimals, price, rate, amount) in enumerate(offers)]}
        for i, (_, offers) in enumerate(vaults)]
    block = {"number": 23_000_000, "hash": "0x" + "11" * 32, "timestamp": 1_800_000_000}
    snapshot = {
        "kind": "berayield-snapshot", "version": 1, "chain": {"id": 80094, "block": block},
        "era": "pol-next", "vaults": listed, "validators": [{"pubkey": KEY, "commission": 500}]}
    (folder / "s.json").write_text(json.dumps(snapshot))
    (folder / "o.csv").write_text("vault,emission_per_day\n" + "".join(
        f"{address(i + 1)},{others}\n" for i, (others, _) in enumerate(vaults)))
    return [
        "allocate", folder / "s.json", "--others", folder / "o.csv", "--days", str(DAYS),
        "--emission-per-day", str(per_day), "--max-weight", str(MOST_WEIGHT), "--max-vaults",
        str(MOST_VAULTS), "--format", "json"]


def value(per_day, vault, weight):
    """USD that a vault's offers pay for a weight, exact."""
    others, offers = vault
    own, others = Fraction(per_day * DAYS * weight, 10_000), others * DAYS
    total = Fraction(0)
    for decimals, price, rate, amount in offers:
        capacity = Fraction(amount * WAD, rate)
        drawn = own if own + others <= capacity else capacity * own / (own + others)
        total += Fraction(rate, WAD) * drawn * Fraction(price, WAD * 10**decimals)
    return total


def by(score, per_day, vaults):
    """What the best vaults by a score draw: equal weights for ten of them."""
    best = sorted(vaults, key=score, reverse=True)[:MOST_VAULTS]
    return sum(value(per_day, vault, 10_000 // MOST_VAULTS) for vault in best)


def bid(vault):
    return sum(Fraction(rate * price, 10**decimals) for decimals, price, rate, _ in vault[1])


def sets(tool, scratch, kind, seeds, rounds):
    """Of each set: milliseconds, nodes, and what the rules of thumb draw of the best."""
    for seed in range(seeds):
        per_day, vaults = market(seed, kind)
        command = [tool, *write(Path(scratch), per_day, vaults)]
        times = []
        for _ in range(rounds):
            ended = measure.child(command, scratch)
            times.append(1e3 * ended.cpu_seconds)
        answer = json.loads(ended.output)
        if answer["gap"] != "0" or answer["usd"] != answer["bound"]:
            raise builds.Failed(f"{kind}, seed {seed}: gap {answer['gap']}")
        weights = {one["vault"]: one["weight"] for one in answer["weights"]}
        best = sum(
            value(per_day, vault, weights.get(address(i + 1), 0)) for i, vault in enumerate(vaults))
        if Fraction(answer["usd"]) != Fraction(best.numerator * WAD // best.denominator, WAD):
            raise builds.Failed(f"{kind}, seed {seed}: {answer['usd']} is not the weights' value")
        tenth = 10_000 // MOST_VAULTS
        yield (
            statistics.median(times), answer["nodes"],
            float(by(bid, per_day, vaults) / best),
            float(by(lambda vault: value(per_day, vault, tenth), per_day, vaults) / best))


HEADER = (
    "20 sets", "processor ms", "slowest", "sets of vaults, most", "ten highest bids, equal weights",
    "ten best at a tenth, equal weights")


def rows(results):
    for kind, samples in results.items():
        times, nodes, bids, tenths = zip(*samples)
        yield (
            kind, report.number(statistics.median(times)), report.number(max(times)),
            str(max(nodes)), f"{100 * statistics.median(bids):.1f}% (least {100 * min(bids):.1f}%)",
            f"{100 * statistics.median(tenths):.1f}% (least {100 * min(tenths):.1f}%)")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--berayield", type=Path, help="a tool that is built already")
    parser.add_argument(
        "--smoke", action="store_true", help="one set of each kind, once; nothing is written")
    arguments = parser.parse_args()
    facts = machine.describe()
    tool = arguments.berayield or layout.BERAYIELD
    if not arguments.berayield:
        builds.tool(arguments.smoke)
    builds.meter()
    with tempfile.TemporaryDirectory() as scratch:
        seeds, rounds = (1, 1) if arguments.smoke else (SEEDS, ROUNDS)
        results = {
            kind: list(sets(tool, scratch, kind, seeds, rounds)) for kind in KINDS}
    content = (HEADER, list(rows(results)))
    print(report.aligned(*content))
    if not arguments.smoke:
        report.fill(layout.BENCHMARKS / "README.md", {
            "allocation": report.table(*content),
            "allocation-machine": report.machine_lines(
                {"machine": {**facts, "load_after": machine.load()}, "skipped": {}})})


if __name__ == "__main__":
    try:
        main()
    except builds.Failed as failure:
        print(f"error: {failure}", file=sys.stderr)
        sys.exit(1)
