"""What can go wrong, by what to do about it."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Error(Exception):
    """A fault of berayield, as every way in has it.

    Attributes:
        code: the kind of the fault, stable for programs, such as ``outOfRange``.
        found: what is there.
        expected: what should be there; None where ``found`` says it all.
        hint: what to do about it; None where nothing more is known.
        row: the row of a table, counted from 0 through all its batches; None for what is no row.
        column: the column or the argument that is at fault; None for what is neither.
    """

    code: str | None
    found: str | None
    expected: str | None
    hint: str | None
    row: int | None
    column: str | None

    def __init__(self, message: str, **fields: Any) -> None:
        super().__init__(message)
        for name in ("code", "found", "expected", "hint", "row", "column"):
            setattr(self, name, fields.get(name))

    def __str__(self) -> str:
        message = super().__str__()
        return f"{message} (hint: {self.hint})" if self.hint else message

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {n: getattr(self, n) for n in ("code", "found", "expected", "hint", "row", "column")}
        return _rebuilt, (type(self), self.args[0], fields)


class InputError(Error, ValueError):
    """What was handed over cannot be used: change it."""


class ChainError(Error):
    """A chain could not be read: try again, or ask another endpoint."""


class InternalError(Error):
    """The engine itself failed, or there was no memory: nothing was wrong with the input."""


def _rebuilt(kind: type[Error], message: str, fields: dict[str, Any]) -> Error:
    return kind(message, **fields)


#: The classes by the statuses of berayield.h.
_KINDS = {1: InputError, 2: InputError, 3: InternalError, 4: ChainError, 5: InternalError}


def from_status(status: int, message: bytes) -> Error:
    """The exception for a status of the door and the fault that it wrote."""
    kind = _KINDS.get(status, InternalError)
    text = message.decode("utf-8", "replace")
    try:
        fault = json.loads(text)
    except ValueError:
        return kind(text or f"status {status}")
    return kind(
        fault.get("message", f"status {status}"), column=fault.get("path"),
        **{name: fault.get(name) for name in ("code", "found", "expected", "hint", "row")},
    )


def refusal(argument: str, found: str, expected: str, hint: str | None = None) -> InputError:
    """The error of an argument that never reaches the engine."""
    return InputError(
        f"{argument}: found {found}; expected {expected}", code="wrongType", found=found,
        expected=expected, hint=hint, column=argument,
    )
