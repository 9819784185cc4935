"""One vault: its figures as exact Python numbers."""

from __future__ import annotations

import decimal
import functools
import json
from collections.abc import Iterator, Mapping

from . import _library, _requests

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@functools.cache
def catalogue() -> dict[str, Any]:
    """The names of inputs and figures with their titles and kinds: the engine's one list of them."""
    answer: dict[str, Any] = json.loads(_library.ask("catalogue", b"{}"))["answer"]
    return answer


def _exact(given: Any, kinds: Any) -> Any:
    """A value of an answer by its kind: decimals and integers are texts there, where they are long."""
    if isinstance(given, list):
        return [_exact(item, kinds) for item in given]
    if isinstance(given, dict):
        inner = kinds if isinstance(kinds, dict) else {}
        return {key: _exact(item, inner.get(key)) for key, item in given.items()}
    if given is None or isinstance(given, bool):
        return given
    if kinds == "integer" and str(given).lstrip("-").isdigit():
        return int(given)
    if kinds == "decimal":
        return decimal.Decimal(str(given))
    return given


class Text(str):
    """A text that a prompt and a notebook show as it is."""

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        import html

        return f"<pre>{html.escape(self)}</pre>"


class Vault(Mapping):  # type: ignore[type-arg]
    """The figures of one vault by the keys of ``berayield apr --format json``; also as attributes.

    Decimals are `decimal.Decimal`, on-chain integers and counts are `int`, what there is none of is None.
    ``vault["apyDaily"]``, ``vault.apyDaily`` and ``vault.apy_daily`` are the same. In a notebook it is a page.

    Attributes:
        notes: what the engine assumed or rounded, one text for each fact.
    """

    def __init__(self, request: Mapping[str, Any]) -> None:
        self._request = dict(request)
        answer, self.notes = self._ask()
        self._figures: dict[str, Any] = _exact(answer, catalogue()["apr"])

    def _ask(self, **more: Any) -> tuple[Any, list[str]]:
        reply = json.loads(_library.ask("apr", _requests.encode({**self._request, **more})))
        return reply["answer"], [note["message"] for note in reply["notes"]]

    def __getitem__(self, key: str) -> Any:
        return self._figures[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_"):
            head, *tail = name.split("_")
            key = head + "".join(part.capitalize() for part in tail)
            for spelling in (name, key):
                if spelling in self._figures:
                    return self._figures[spelling]
        raise AttributeError(f"a vault has no figure {name!r}; it has {', '.join(self._figures)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._figures]

    def explain(self) -> Text:
        """How the APR follows from its inputs, step by step."""
        return Text(self._ask(explain=True, format="text")[0])

    def sensitivity(self) -> Text:
        """What one per cent and one unit of each input do to the APR."""
        return Text(self._ask(sensitivity=True, format="text")[0])

    def to_html(self) -> str:
        """The vault as a page of its own, which needs no network."""
        page: str = self._ask(format="html")[0]
        return page

    def __repr__(self) -> str:
        return str(self._ask(format="text")[0]).rstrip("\n")

    def _repr_html_(self) -> str:
        import html

        # A page of its own: its style stays inside.
        page = html.escape(self.to_html(), quote=True)
        return f'<iframe srcdoc="{page}" style="width:100%;height:36em;border:0"></iframe>'


def vault(*, at: Any = None, **inputs: Any) -> Vault:
    """The exact yield of one vault, from raw on-chain values.

    Args:
        at: the time of evaluation, as for `apr`; default the vault's own ``timestamp``, or now.
        inputs: by the keys of ``berayield apr``: ``rewardRate``, ``totalSupply``, ``rewardPrice``,
            ``stakePrice``, and ``periodFinish``, ``stakeDecimals``, ``timestamp``, ``vault``, ``name``,
            ``undistributedRewards``, ``streams``; asked beside them: ``compounding``, ``commission``,
            ``balance``, ``compoundingCost``, ``deposit``, ``hurdle``, ``year``, ``era``. Integers, texts and
            `decimal.Decimal`; floats are refused.

    Returns:
        The figures.

    Raises:
        InputError: for a value that is missing or cannot be used.
    """
    request = {key: _requests.value(key, given) for key, given in inputs.items()}
    if at is not None:
        request["at"] = _requests.time(at)
    # As with the options of the command: without an end the period counts as active, and a warning says so.
    request.setdefault("periodFinish", None)
    return Vault(request)
