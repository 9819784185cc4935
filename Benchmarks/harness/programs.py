"""The in-process workloads, and which programs run them."""

from dataclasses import dataclass

from . import layout


@dataclass(frozen=True)
class Program:
    """One process that measures one workload and prints a JSON line for each of its tools."""

    family: str
    command: tuple
    workloads: tuple
    # What asks the product's kernels for less than the processor has.
    variant: str = ""

    @property
    def environment(self):
        forced = {"BERAYIELD_PROCESSOR": self.variant} if self.variant else {}
        return {"POLARS_MAX_THREADS": "1", **forced}

    def arguments(self, workload, inputs, budget_ms):
        return [*map(str, self.command), workload, str(inputs), str(budget_ms)]


ALL = ("apr", "apy", "grid", "wide", "functions", "evm", "accounting")

PROGRAMS = (
    Program("product", (layout.PRODUCT_KERNELS,), ALL),
    Program("product", (layout.PRODUCT_KERNELS,), ("apr", "apy"), "avx2"),
    Program("product", (layout.PRODUCT_KERNELS,), ("apr", "apy"), "portable"),
    Program("c", (layout.C_PEERS,), ("apr", "apy", "grid", "wide", "functions", "evm")),
    Program("cpp", (layout.BOOST_PEERS,), ("apr", "wide", "evm")),
    Program("swift", (layout.SWIFT_PEERS,), ("apr", "apy", "wide")),
    Program(
        "python", (layout.PYTHON, layout.PEERS / "Python" / "exact.py"),
        ("apr", "apy", "wide", "functions", "evm", "accounting")),
    Program(
        "python", (layout.PYTHON, layout.PEERS / "Python" / "floats.py"), ("apr", "apy", "grid")),
    Program("node", ("node", layout.PEERS / "Node" / "peers.mjs"), ("apr", "wide", "evm")),
)

# Rounds, and milliseconds a measurement, in the full run.
PLAN = {
    "apr": (9, 60), "grid": (7, 150), "apy": (7, 50), "wide": (5, 8), "functions": (5, 25),
    "evm": (5, 25), "accounting": (5, 50),
}
# The same where a minute is all there is: what goals are about.
QUICK = {"apr": (3, 20), "grid": (2, 60), "apy": (3, 20), "wide": (1, 2)}
