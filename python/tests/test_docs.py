"""The recipes of the pages are run, each page from the top to the bottom."""

from __future__ import annotations

import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parents[2]
PAGES = ["README.md", "docs/python.md", "docs/scale.md", "python/README.md"]


def blocks(page: str) -> list[str]:
    """The blocks of Python of a page."""
    parts = (ROOT / page).read_text().split("```python\n")[1:]
    return [part.split("\n```")[0] for part in parts]


@pytest.mark.parametrize("page", PAGES)
def test_the_blocks_of_a_page_run(page: str, tmp_path: pathlib.Path) -> None:
    code = "\n".join(blocks(page))
    if page == "python/README.md":
        code = code.replace("by.apr(df,", "df = pl.DataFrame(schema=by_columns)\nby.apr(df,")
        code = (
            "import polars as pl\nby_columns = {n: pl.String for n in ('reward_rate', 'period_finish', "
            "'total_supply', 'reward_price', 'stake_price')}\n" + code
        )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr


def test_the_pages_have_blocks() -> None:
    assert len(blocks("docs/python.md")) >= 6 and len(blocks("docs/scale.md")) >= 2


def test_the_benchmark_gives_right_answers() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "Benchmarks" / "python" / "ratios.py"), "--smoke"],
        capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stderr
