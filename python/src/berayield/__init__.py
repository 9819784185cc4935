"""Exact Berachain Proof-of-Liquidity yields, for tables of any size.

    import berayield as by

    by.apr(df, at="2026-01-05T10:00:00Z", metrics=["apr", "apy_daily", "status"])
    by.sweep({"rewardPrice": by.linear(1, 10, 1000)}, fixed={...}, metrics=["apr"])
    by.vault(rewardRate=..., totalSupply=..., rewardPrice="7.8", stakePrice="223845.58").explain()

Integrations are imported by name: `berayield.pandas`, `berayield.polars`, `berayield.duckdb`,
`berayield.spark`.
"""

from ._capsules import ArrowArray, ArrowStream
from ._desk import Answer, allocate, changes, rank, validator
from ._errors import ChainError, Error, InputError, InternalError
from ._history import History, history, realized_apr
from ._library import live
from ._snapshot import Snapshot, snapshot
from ._sweep import Axis, linear, log, steps, sweep
from ._tables import apr
from ._vault import Vault, catalogue, vault
from ._version import __version__

__all__ = [
    "Answer", "ArrowArray", "ArrowStream", "Axis", "ChainError", "Error", "History", "InputError", "InternalError",
    "Snapshot", "Vault", "__version__", "allocate", "apr", "catalogue", "changes", "history", "linear", "live", "log",
    "rank", "realized_apr", "snapshot", "spark", "steps", "sweep", "validator", "vault",
]


def __getattr__(name: str) -> object:
    # by.spark is there without its import, and imports nothing before it is used.
    if name == "spark":
        import importlib

        return importlib.import_module(".spark", __name__)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
