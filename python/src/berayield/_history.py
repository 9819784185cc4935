"""A store of readings over time: the command inside of the wheel reads it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping

from . import _command, _errors
from ._native import command

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Columns of the export that are whole numbers of 64 bits; all others are text with all digits.
_NUMBERS = ("chain", "block", "timestamp")


class History(dict):  # type: ignore[type-arg]
    """What is in a store of ``berayield watch``, and what can be asked of it.

    Attributes:
        store: the path of the store.
        notes: what the command told beside it, one text for each fact.
    """

    def __init__(self, store: str, document: Mapping[str, Any], notes: list[str]) -> None:
        super().__init__(document)
        self.store = store
        self.notes = notes

    def realized(self, **options: Any) -> list[Any]:
        """What vaults really paid in windows, beside what was quoted.

        Args:
            options: those of ``berayield history STORE realized`` with ``_`` for ``-``: ``vault`` (a list repeats
                it), ``window`` ("1d,7d,30d,all"), ``from_``, ``to``, ``year``.

        Returns:
            A dict for each vault, with ``windows``; APRs are texts, fractions rounded down at 18 decimals.

        Raises:
            InputError: for an option or a store that cannot be used.
        """
        return self._view("realized", options)

    def points(self, figure: str, **options: Any) -> list[Any]:
        """A figure over time, block by block or at marks.

        Args:
            figure: ``apr``, ``tvl``, ``realized`` (with ``every``), ``bid``, ``runway`` or ``share-price``.
            options: those of the command: ``vault``, ``pool``, ``from_``, ``to``, ``every``, ``window``, ``year``.

        Returns:
            A dict for each vault or pool, with ``points``.

        Raises:
            InputError: for an option or a store that cannot be used.
        """
        return self._view(figure, options)

    def _view(self, view: str, options: Mapping[str, Any]) -> list[Any]:
        named = {name.rstrip("_"): value for name, value in options.items()}
        found, self.notes = _command.answer("history", self.store, view, options=named)
        return found if isinstance(found, list) else [found]

    @property
    def rows(self) -> Any:
        """All raw values as a pyarrow RecordBatchReader: a row for each block and vault, by block.

        The columns are those of `apr` and more; words and prices are text with all digits, missing ones null. The
        store is read while the batches are taken, so that it never is in memory as a whole.
        """
        import pyarrow
        import pyarrow.csv

        process = subprocess.Popen(
            [command(), "history", self.store, "export", "--format", "csv"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout is not None and process.stderr is not None
        header = process.stdout.readline().decode()
        names = header.strip().split(",") if header else []
        if not names:
            raise _failure(process)
        types = {name: pyarrow.int64() if name in _NUMBERS else pyarrow.string() for name in names}
        reader = pyarrow.csv.open_csv(
            process.stdout,
            read_options=pyarrow.csv.ReadOptions(column_names=names),
            parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
            convert_options=pyarrow.csv.ConvertOptions(
                column_types=types, null_values=[""], strings_can_be_null=True))

        def batches() -> Iterator[Any]:
            with process:
                yield from reader
                if process.wait():
                    raise _failure(process)

        return pyarrow.RecordBatchReader.from_batches(reader.schema, batches())

    def write_parquet(self, folder: str | os.PathLike[str]) -> None:
        """Writes `rows` as Parquet that is partitioned by ``day``, a day of UTC: ``folder/day=2026-10-01/...``.

        Args:
            folder: where; files of an earlier export of the same days are replaced.

        Raises:
            InputError: for a store that cannot be read.
        """
        import pyarrow
        import pyarrow.compute as compute
        import pyarrow.dataset

        rows = self.rows
        schema = rows.schema.append(pyarrow.field("day", pyarrow.string()))

        def days() -> Iterator[Any]:
            for batch in rows:
                time = compute.cast(batch.column("timestamp"), pyarrow.timestamp("s"))
                day = compute.strftime(time, format="%Y-%m-%d")
                yield pyarrow.record_batch([*batch.columns, day], schema=schema)

        pyarrow.dataset.write_dataset(
            days(), os.fspath(folder), schema=schema, format="parquet",
            partitioning=pyarrow.dataset.partitioning(
                pyarrow.schema([("day", pyarrow.string())]), flavor="hive"),
            existing_data_behavior="delete_matching")


def _failure(process: subprocess.Popen[bytes]) -> Exception:
    """What the command says went wrong."""
    _, told = process.communicate()
    lines = [line for line in told.decode("utf-8", "replace").splitlines() if line]
    text = next((line for line in lines if line.startswith("error: ")), "error: the command failed")
    fault = json.dumps({"message": text.removeprefix("error: ")}).encode()
    return _errors.from_status(1, fault)


def history(store: str | os.PathLike[str]) -> History:
    """Opens a store that ``berayield watch`` keeps.

    Args:
        store: its path.

    Returns:
        What is in it: ``blocks``, ``first``, ``last``, ``vaults``, ``gaps``, ``failures``, ``readings``.

    Raises:
        InputError: for a file that is no store.
    """
    path = os.fspath(store)
    return History(path, *_command.answer("history", path, options={}))


def realized_apr(
    first: int, last: int, *, seconds: int, decimals: int, reward_price: int, stake_price: int, year: int = 31_536_000,
) -> int:
    """The APR between two readings of ``rewardPerToken()``, by integers alone.

    Args:
        first: the accumulator at the start, reward wei times 1e18 for a base unit of stake.
        last: the accumulator at the end, not lower.
        seconds: the time between them, at least 1.
        decimals: those of the stake token.
        reward_price: USD for one whole reward token, scale 1e18.
        stake_price: USD for one whole stake token, scale 1e18, above 0.
        year: seconds.

    Returns:
        The APR at scale 1e18, rounded down.
    """
    base_units: int = 10**decimals
    paid = (last - first) * base_units * reward_price * year * 10**18
    return paid // (10**36 * stake_price * seconds)
