"""Where everything is."""

import os
import tempfile
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1]
PACKAGE = BENCHMARKS.parent
PEERS = BENCHMARKS / "Peers"
BUILD = BENCHMARKS / ".build"
VENV = BENCHMARKS / ".venv"
DATA = BENCHMARKS / ".data"
RESULTS = BENCHMARKS / "results"
GOALS = BENCHMARKS / "goals.json"

PYTHON = VENV / "bin" / "python"
# In the smoke run as well: the answers that count are those of the optimised build.
CONFIGURATION = "release"
PRODUCT_KERNELS = BUILD / CONFIGURATION / "ProductKernels"
SWIFT_PEERS = BUILD / CONFIGURATION / "SwiftPeers"
SUITES = [
    BUILD / CONFIGURATION / f"{name}Benchmarks"
    for name in ("FixedPoint", "EVM", "Kernels", "CSV", "Accounting")
]
C_PEERS = BUILD / "peers" / "c-peers"
METER = BUILD / "peers" / "meter"
BOOST_PEERS = BUILD / "peers" / "boost-peers"
BERAYIELD = PACKAGE / ".build" / CONFIGURATION / "berayield"


def memory_directory():
    """A temporary directory on a memory file system where there is one, so that no disk is timed."""
    parent = "/dev/shm" if os.access("/dev/shm", os.W_OK) else DATA
    Path(parent).mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(prefix="berayield-bench-", dir=parent)
