"""A snapshot's answers for validators, incentive managers and readers of the chain's news."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping

from . import _library, _requests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Source = Mapping[str, Any] | str | os.PathLike[str]


class Answer(dict):  # type: ignore[type-arg]
    """An answer as its command writes it in JSON: decimals are texts, all digits.

    Attributes:
        notes: what the engine told beside it, one text for each fact.
    """

    def __init__(self, document: Mapping[str, Any], notes: list[str]) -> None:
        super().__init__(document)
        self.notes = notes


#: The options that can be given several times: one alone is a list of one.
_LISTS = ("only", "not")


def _key(option: str) -> str:
    head, *tail = option.split("_")
    return head + "".join(part.capitalize() for part in tail)


def _ask(question: str, snapshots: Mapping[str, Source], options: Mapping[str, Any]) -> Answer:
    request: dict[str, Any] = {
        key: source if isinstance(source, Mapping) else os.fspath(source) for key, source in snapshots.items()
    }
    for option, given in _requests.given(options).items():
        several = option in _LISTS and isinstance(given, str)
        request[_key(option)] = _requests.value(option, [given] if several else given)
    reply = json.loads(_library.ask(question, _requests.encode(request)))
    return Answer(reply["answer"], [note["message"] for note in reply["notes"]])


def allocate(snapshot: Source, **options: Any) -> Answer:
    """The weights that draw the most incentives under the contract's limits, with the proof.

    Args:
        snapshot: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        options: those of ``berayield allocate`` with ``_`` for ``-``: ``validator``, ``stake_share`` or
            ``emission_per_day``, ``days``, ``max_vaults``, ``step``, ``only``, ``others`` (a file), ``calldata``.
            ``only`` and ``not`` take lists.

    Returns:
        ``weights`` (each with ``vault``, ``weight`` in basis points, ``usd``), ``usd``, ``bound`` and ``gap``, the
        ``present`` and the ``default`` allocation: USD over the horizon, rounded down at 18 decimals.

    Raises:
        InputError: for an option or a snapshot that cannot be used.
    """
    return _ask("allocate", {"snapshot": snapshot}, options)


def validator(snapshot: Source, **options: Any) -> Answer:
    """What a validator earns and from which vaults, as ``berayield validator`` answers it.

    Args:
        snapshot: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        options: those of the command with ``_`` for ``-``: ``validator``, ``stake_share``.

    Raises:
        InputError: for an option or a snapshot that cannot be used.
    """
    return _ask("validator", {"snapshot": snapshot}, options)


def rank(snapshot: Source, **options: Any) -> Answer:
    """The vaults by what they bid for emission, as ``berayield rank`` answers it.

    Args:
        snapshot: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        options: those of the command with ``_`` for ``-``: ``sort``, ``top``, ``emission`` (a file).

    Raises:
        InputError: for an option or a snapshot that cannot be used.
    """
    return _ask("rank", {"snapshot": snapshot}, options)


def changes(before: Source, after: Source, **options: Any) -> Answer:
    """What moved between two snapshots, as ``berayield changes`` answers it.

    Args:
        before: the earlier one: what `snapshot` returned, or the path of a file of ``berayield snapshot``.
        after: the later one.
        options: those of the command: ``threshold``, the least change that counts, ``"10%"`` or ``"0.1"``.

    Returns:
        ``changes``, each with its ``kind``, what it is about, and its value ``before`` and ``after``.

    Raises:
        InputError: for an option or a snapshot that cannot be used, or two of different chains.
    """
    return _ask("changes", {"before": before, "after": after}, options)
