"""The native files of the wheel: the library and the command."""

from __future__ import annotations

import pathlib


def command() -> str:
    """Where the command is."""
    return str(pathlib.Path(__file__).parent / "berayield")
