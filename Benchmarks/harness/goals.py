"""Ratios against the goals. A ratio is formed round by round and reported as its median and range."""

import json
import math
import statistics

from . import layout


def load():
    return json.loads(layout.GOALS.read_text())


def pair_ratios(samples, product, peers, kind):
    """Per-round ratios against the peer that is fastest by median."""
    product = tuple(product)
    present = [tuple(peer) for peer in peers if tuple(peer) in samples.times]
    if product not in samples.times or not present:
        return None, None
    peer = min(present, key=lambda key: statistics.median(samples.times[key]))
    order = (peer, product) if kind == "faster" else (product, peer)
    return samples.ratios(*order), peer[1]


def mean_ratios(samples, goal):
    """Per-round geometric means over all operations and the goal's widths."""
    pairs = []
    for workload in samples.workloads():
        parts = workload.split("/")
        if parts[0] == goal["mean_of"] and int(parts[2]) in goal["widths"]:
            product, peer = (workload, goal["product_tool"]), (workload, goal["peer_tool"])
            if product in samples.times and peer in samples.times:
                pairs.append(samples.ratios(product, peer))
    if not pairs:
        return None, None
    rounds = min(map(len, pairs))
    means = [
        math.exp(sum(math.log(ratios[index]) for ratios in pairs) / len(pairs))
        for index in range(rounds)
    ]
    return means, goal["peer_tool"]


def judge(samples, features):
    """One entry per goal: ratio, range, and whether must and aim hold (null without a peer, or
    without the processor's feature that it needs)."""
    results = []
    for goal in load():
        if goal["kind"] == "memory":
            peaks = [
                peak for (workload, tool), peak in samples.peaks.items()
                if workload.startswith(goal["workloads"]) and tool.startswith("product")
            ]
            ratios, peer = ([max(peaks) / 1e6] if peaks else None), None
        elif goal["kind"] == "milliseconds":
            times = samples.times.get(tuple(goal["product"]))
            ratios, peer = ([ns / 1e6 for ns in times] if times else None), None
        elif "needs" in goal and goal["needs"] not in features:
            ratios, peer = None, None
        elif "mean_of" in goal:
            ratios, peer = mean_ratios(samples, goal)
        else:
            ratios, peer = pair_ratios(samples, goal["product"], goal["peers"], goal["kind"])
        entry = {key: goal[key] for key in ("id", "title", "kind", "must", "aim")}
        entry["peer"] = peer
        if ratios is None:
            results.append({**entry, "value": None})
            continue
        value = statistics.median(ratios)
        better = (lambda limit: value >= limit) if goal["kind"] == "faster" else (
            lambda limit: value <= limit)
        results.append({
            **entry, "value": value, "low": min(ratios), "high": max(ratios),
            "must_holds": better(goal["must"]), "aim_holds": better(goal["aim"]),
        })
    return results
