"""The command inside of the wheel, for what reads files and the network."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping

from . import _errors, _requests
from ._native import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def options_of(arguments: Mapping[str, Any]) -> list[str]:
    options = []
    for name, argument in arguments.items():
        option = "--" + name.replace("_", "-")
        if argument is None or argument is False:
            continue
        if argument is True:
            options.append(option)
            continue
        several = not isinstance(argument, str) and isinstance(argument, Iterable)
        if isinstance(argument, Mapping):
            argument = [f"{key}={_requests.value(name, item)}" for key, item in argument.items()]
        for item in argument if several else [argument]:
            options += [option, str(_requests.value(name, item))]
    return options


#: The classes by the exit codes of the command.
_STATUSES = {2: 1, 3: 1, 5: 4, 6: 4}


def answer(*words: str, options: Mapping[str, Any], document: bytes | None = None) -> tuple[Any, list[str]]:
    """The answer of a command as JSON, and what it told beside it, one text for each fact.

    Args:
        words: the command and its arguments.
        options: its options with ``_`` for ``-``.
        document: what it reads from its standard input.
    """
    source: Any = {"stdin": subprocess.DEVNULL} if document is None else {"input": document}
    done = subprocess.run(
        [command(), *words, "--format", "json", *options_of(options)], capture_output=True, **source)
    told = [json.loads(line) for line in done.stderr.decode("utf-8", "replace").splitlines() if line]
    faults = [line["error"] for line in told if "error" in line]
    if done.returncode:
        fault = json.dumps(faults[0] if faults else {}).encode()
        raise _errors.from_status(_STATUSES.get(done.returncode, 5), fault)
    return json.loads(done.stdout), [line["note"]["message"] for line in told if "note" in line]
