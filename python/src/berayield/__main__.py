"""The command `berayield`, which the wheel carries."""

from __future__ import annotations

import os
import sys

from ._native import command


def main() -> None:
    """Becomes the command."""
    path = command()
    os.execv(path, [path, *sys.argv[1:]])


if __name__ == "__main__":
    main()
