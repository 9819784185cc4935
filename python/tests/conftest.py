"""What all tests share: nothing of the engine may be alive behind one."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import berayield as by
import pytest


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """After each test every structure has been given back."""
    before = by.live()
    yield
    gc.collect()
    assert by.live() == before
