"""A chain at one block: the command inside of the wheel reads it."""

from __future__ import annotations

from collections.abc import Mapping

from . import _command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: A vault's members as columns of `apr`.
_COLUMNS = {
    "vault": "vault", "name": "name", "reward_rate": "rewardRate", "period_finish": "periodFinish",
    "total_supply": "totalSupply", "stake_decimals": "stakeDecimals", "reward_price": "rewardPrice",
    "stake_price": "stakePrice",
}


class Snapshot(dict):  # type: ignore[type-arg]
    """What a chain says at one block, as ``berayield snapshot`` writes it: raw values, and gaps with reasons.

    Attributes:
        notes: what the command told beside it, one text for each fact.
    """

    def __init__(self, document: Mapping[str, Any], notes: list[str]) -> None:
        super().__init__(document)
        self.notes = notes

    @property
    def vaults(self) -> Any:
        """The vaults as a pyarrow table with the columns of `apr`, all digits as text.

        What could not be read is null. ``missing`` names the inputs that are, divided by ``;``: without an end of
        its period a vault would count as active, so filter by it where you evaluate the table yourself.
        """
        import pyarrow

        vaults = self["vaults"]
        columns = {
            column: pyarrow.array([_text(vault.get(key)) for vault in vaults], pyarrow.string())
            for column, key in _COLUMNS.items()
        }
        time = str(self["chain"]["block"]["timestamp"])
        columns["timestamp"] = pyarrow.array([time] * len(vaults), pyarrow.string())
        inputs = [key for key in _COLUMNS.values() if key not in ("vault", "name")]
        missing = [";".join(key for key in inputs if vault.get(key) is None) for vault in vaults]
        columns["missing"] = pyarrow.array([text or None for text in missing], pyarrow.string())
        return pyarrow.table(columns)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def snapshot(**options: Any) -> Snapshot:
    """Reads a chain at one pinned block.

    Args:
        options: those of ``berayield snapshot`` with ``_`` for ``-``: ``rpc``, ``chain``, ``block``, ``vault``,
            ``active``, ``validator``, ``pool``, ``price`` ({"bera": "7.8"}), ``prices`` (a file), ``verify``,
            ``record``, ``replay``, ``timeout``. A list repeats an option.

    Returns:
        The document.

    Raises:
        ChainError: where the chain could not be read, or two endpoints differ.
        InputError: for an option that cannot be used.
    """
    return Snapshot(*_command.answer("snapshot", options=options))
