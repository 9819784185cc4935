"""How long a process takes before it does anything."""

import json
import shutil

from . import layout
from .builds import Failed, say
from .measure import child

SNAPSHOT = {
    "rewardRate": "272490527103681170793308992914391673", "periodFinish": 1_900_000_000,
    "totalSupply": "598626940947001140289", "stakeDecimals": 18, "rewardPrice": "7.8",
    "stakePrice": "223845.58",
}
APR = "0.500204779481316715"


def commands(scratch, skipped):
    """Label, command, and a text that its output must hold."""
    snapshot = scratch / "snapshot.json"
    snapshot.write_text(json.dumps(SNAPSHOT))
    product = [layout.BERAYIELD, "apr", snapshot, "--at", "1800000000", "--format", "json"]
    yield "product-version", [layout.BERAYIELD, "--version"], ""
    yield "product-apr", product, APR
    yield "python-bare", ["python3", "-c", "print(1)"], "1"
    if shutil.which("node"):
        yield "node-bare", ["node", "-e", "console.log(1)"], "1"
    if "python" not in skipped:
        yield "python-import-polars", [layout.PYTHON, "-c", "import polars; print(1)"], "1"


def measure(samples, scratch, skipped, rounds):
    """Rounds of all commands in turn; the unit is a process."""
    say("startup")
    for _ in range(rounds):
        for label, command, must_hold in commands(scratch, skipped):
            ended = child(command, scratch)
            if must_hold not in ended.output:
                raise Failed(f"startup: {label} printed {ended.output[:200]}")
            samples.add("startup", label, ended.seconds * 1e9, 1)
            samples.peak("startup", label, ended.peak_bytes)
