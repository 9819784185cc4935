"""Regression check: ratios against a saved run, never times, so that machines may differ."""

import json
from pathlib import Path

# A ratio may be worse by this factor before it counts: what two quiet runs differ by, and some more.
TOLERANCE = 1.25


def regressions(results, path):
    """Goals whose ratio is worse than the saved one by more than the tolerance."""
    saved = {goal["id"]: goal for goal in json.loads(Path(path).read_text())["goals"]}
    found = []
    for goal in results["goals"]:
        before = saved.get(goal["id"], {}).get("value")
        if before is None or goal["value"] is None:
            continue
        worse = before / goal["value"] if goal["kind"] == "faster" else goal["value"] / before
        if worse > TOLERANCE:
            found.append(
                f"{goal['title']}: {goal['value']:.3g}, was {before:.3g}: {worse:.2f} times worse")
    return found
