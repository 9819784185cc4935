"""Arguments of Python as the engine's JSON: digits stay text, and nothing is computed."""

from __future__ import annotations

import datetime
import decimal
import json
import numbers
import os
from collections.abc import Mapping, Sequence

from ._errors import refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def time(at: Any) -> int | str:
    """A time of evaluation: whole seconds, a text that the engine reads, or an aware datetime."""
    if isinstance(at, bool) or at is None:
        raise refusal("at", repr(at), "a time, such as 2026-05-01T12:00:00Z or now")
    if isinstance(at, datetime.datetime):
        if at.tzinfo is None:
            raise refusal(
                "at", f"{at.isoformat()}, a time without a zone", "an aware datetime",
                "datetime.datetime(..., tzinfo=datetime.timezone.utc)",
            )
        if at.microsecond:
            raise refusal("at", at.isoformat(), "whole seconds")
        since = at - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        return since.days * 86_400 + since.seconds
    if isinstance(at, str):
        return at
    if isinstance(at, numbers.Integral):
        return int(at)
    raise refusal("at", f"a {type(at).__name__}", "unix seconds, a text, or an aware datetime")


def value(argument: str, given: Any) -> Any:
    """A value of a request: exact numbers, texts, paths, and lists and objects of them."""
    if given is None or isinstance(given, (bool, str)):
        return given
    if isinstance(given, numbers.Integral):
        return int(given)
    if isinstance(given, decimal.Decimal):
        return str(given)
    if isinstance(given, os.PathLike):
        return os.fspath(given)
    if isinstance(given, datetime.datetime):
        return time(given)
    if isinstance(given, Mapping):
        return {str(key): value(f"{argument}.{key}", item) for key, item in given.items()}
    if isinstance(given, numbers.Real):
        raise refusal(
            argument, f"{given!r}, a float, which holds 15 to 17 digits", "an int, a Decimal or a text",
            f'write it as text, "{given!r}", if those are its digits',
        )
    if isinstance(given, Sequence) or hasattr(given, "__iter__"):
        return [value(f"{argument}[{index}]", item) for index, item in enumerate(given)]
    raise refusal(argument, f"a {type(given).__name__}", "an int, a Decimal or a text")


def names(argument: str, given: Any) -> bool | list[str]:
    """True, False, or a list of names."""
    if isinstance(given, bool):
        return given
    if isinstance(given, str):
        return [given]
    return [str(name) for name in given]


def given(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments that are given; the engine has the defaults of the others."""
    return {name: argument for name, argument in arguments.items() if argument is not None}


def encode(request: Mapping[str, Any]) -> bytes:
    """The request's JSON."""
    return json.dumps(request, ensure_ascii=False).encode()
