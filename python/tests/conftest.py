"""What all tests share: nothing of the engine may be alive behind one."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import berayield as by
import pytest

# Workers of Spark are this interpreter, which has the wheel.
os.environ["PYSPARK_PYTHON"] = sys.executable


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """After each test every structure has been given back."""
    before = by.live()
    yield
    gc.collect()
    assert by.live() == before
