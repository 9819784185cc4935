"""A snapshot's answers for validators and incentive managers: the command inside of the wheel finds them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from . import _command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Source = Mapping[str, Any] | str | os.PathLike[str]


class Answer(dict):  # type: ignore[type-arg]
    """An answer as its command writes it in JSON: decimals are texts, all digits.

    Attributes:
        notes: what the command told beside it, one text for each fact.
    """

    def __init__(self, document: Mapping[str, Any], notes: list[str]) -> None:
        super().__init__(document)
        self.notes = notes


def _ask(command: str, snapshot: Source, options: Mapping[str, Any]) -> Answer:
    if isinstance(snapshot, Mapping):
        return Answer(*_command.answer(command, "-", options=options, document=json.dumps(snapshot).encode()))
    return Answer(*_command.answer(command, os.fspath(snapshot), options=options))


def allocate(snapshot: Source, **options: Any) -> Answer:
    """The weights that draw the most incentives under the contract's limits, with the proof.

    Args:
        snapshot: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        options: those of ``berayield allocate`` with ``_`` for ``-``: ``validator``, ``stake_share`` or
            ``emission_per_day``, ``days``, ``max_vaults``, ``step``, ``only``, ``others`` (a file), ``calldata``.
            A list repeats an option.

    Returns:
        ``weights`` (each with ``vault``, ``weight`` in basis points, ``usd``), ``usd``, ``bound`` and ``gap``, the
        ``present`` and the ``default`` allocation: USD over the horizon, rounded down at 18 decimals.

    Raises:
        InputError: for an option or a snapshot that cannot be used.
    """
    return _ask("allocate", snapshot, options)


def validator(snapshot: Source, **options: Any) -> Answer:
    """What a validator earns and from which vaults, as ``berayield validator`` answers it.

    Args:
        snapshot: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        options: those of the command with ``_`` for ``-``: ``validator``, ``stake_share``.

    Raises:
        InputError: for an option or a snapshot that cannot be used.
    """
    return _ask("validator", snapshot, options)


def rank(snapshot: Source, **options: Any) -> Answer:
    """The vaults by what they bid for emission, as ``berayield rank`` answers it.

    Args:
        snapshot: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        options: those of the command with ``_`` for ``-``: ``sort``, ``top``, ``emission`` (a file).

    Raises:
        InputError: for an option or a snapshot that cannot be used.
    """
    return _ask("rank", snapshot, options)
