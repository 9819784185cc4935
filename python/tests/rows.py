"""Rows of vaults as Python integers, their figures by nothing but those, and columns of every Arrow type."""

from __future__ import annotations

import random
from decimal import Decimal, localcontext
from typing import NamedTuple

import pyarrow as pa

AT = 1_800_000_000
YEAR = 31_536_000
WAD = 10**18


class Row(NamedTuple):
    """Raw values; prices are scaled by 1e18, None is missing."""

    reward_rate: int | None
    period_finish: int | None
    total_supply: int | None
    reward_price: int | None
    stake_price: int | None
    stake_decimals: int = 18

    def status(self, at: int = AT) -> str:
        if None in (self.reward_rate, self.total_supply, self.reward_price, self.stake_price):
            return "unknown"
        if self.total_supply == 0:
            return "noStake"
        if self.period_finish == 0:
            return "neverNotified"
        if self.period_finish is not None and at >= self.period_finish:
            return "expired"
        return "active"

    def apr(self, at: int = AT) -> int | None:
        """The APR scaled by 1e18, rounded down; None where there is none."""
        status = self.status(at)
        if status in ("unknown", "noStake"):
            return None
        if status != "active":
            return 0
        numerator = self.reward_rate * YEAR * self.reward_price * 10**self.stake_decimals
        return numerator // (WAD * self.total_supply * self.stake_price)


def random_rows(count: int, seed: int = 1, nulls: bool = False) -> list[Row]:
    """Rows as chains have them, some without stake, ended or never begun."""
    choose = random.Random(seed)

    def row() -> Row:
        kind = choose.random()
        values = [
            10**34 + choose.getrandbits(119),
            0 if kind < 0.01 else AT - 400_000 + int(choose.random() * 800_000),
            0 if 0.01 < kind < 0.02 else 10**20 + choose.getrandbits(76),
            (1 + int(choose.random() * 2000)) * 10**16,
            (10**4 + int(choose.random() * 10**7)) * 10**16,
        ]
        if nulls and choose.random() < 0.1:
            values[int(choose.random() * 5)] = None
        return Row(*values)

    return [row() for _ in range(count)]


def decimal(value: int | None, scale: int = 18) -> Decimal | None:
    """An integer of a scale as an exact Decimal."""
    with localcontext() as context:
        context.prec = 200
        return None if value is None else Decimal(value).scaleb(-scale)


def text(value: int | None, scale: int = 0) -> str | None:
    """The same as plain text."""
    return None if value is None else f"{decimal(value, scale):f}"


def word(value: int | None, size: int = 32, order: str = "big") -> bytes | None:
    return None if value is None else value.to_bytes(size, order)  # type: ignore[arg-type]


def hexadecimal(value: int | None) -> str | None:
    return None if value is None else hex(value)


def _texts(kind: pa.DataType) -> dict[str, object]:
    return {
        "raw": lambda values: pa.array([text(v) for v in values], kind),
        "price": lambda values: pa.array([text(v, 18) for v in values], kind),
        "time": lambda values: pa.array([text(v) for v in values], kind),
    }


def _decimals(kind: object, scale: int = 0, price: pa.DataType | None = None) -> dict[str, object]:
    return {
        "raw": lambda values: pa.array([decimal(v, 0) for v in values], kind(38 if scale == 0 else 76, scale)),
        "price": lambda values: pa.array([decimal(v) for v in values], price or kind(38, 18)),
        "time": lambda values: pa.array(values, pa.int64()),
    }


def _cents(kind: object, digits: int) -> dict[str, object]:
    price = kind(digits, 2)
    return {
        **_decimals(pa.decimal128),
        "price": lambda values: pa.array(
            [None if v is None else decimal(v // 10**16, 2) for v in values], price
        ),
    }


def _words(size: int, order: str) -> dict[str, object]:
    return {
        "raw": lambda values: pa.array([word(v, size, order) for v in values], pa.binary(size)),
        # A word of a price is whole dollars; cents are decimals.
        "price": lambda values: pa.array([decimal(v) for v in values], pa.decimal128(24, 2)),
        "time": lambda values: pa.array([word(v, size, order) for v in values], pa.binary(size)),
    }


#: How each type has whole numbers, prices and times.
TYPES = {
    "utf8": _texts(pa.string()),
    "large_utf8": _texts(pa.large_string()),
    "utf8_view": _texts(pa.string_view()),
    "hexadecimal": {
        **_texts(pa.string()), "raw": lambda values: pa.array([hexadecimal(v) for v in values])
    },
    "decimal128": _decimals(pa.decimal128),
    "decimal128_of_cents": _decimals(pa.decimal128, price=pa.decimal128(12, 2)),
    "decimal64": _cents(pa.decimal64, 18),
    "decimal32": _cents(pa.decimal32, 9),
    "decimal256": _decimals(pa.decimal256),
    "decimal256_of_scale_10": _decimals(pa.decimal256, scale=10),
    "words_of_32_bytes": _words(32, "big"),
    "words_of_16_bytes": _words(16, "little"),
    "timestamps": {
        **_texts(pa.string()),
        "time": lambda values: pa.array(
            [None if v is None else v * 1000 for v in values], pa.timestamp("ms", "UTC")
        ),
    },
}


def table(rows: list[Row], kind: str = "utf8", decimals: bool = False) -> pa.Table:
    """Rows as a table whose columns are of a type."""
    columns = TYPES[kind]
    result = {
        "reward_rate": columns["raw"]([r.reward_rate for r in rows]),
        "period_finish": columns["time"]([r.period_finish for r in rows]),
        "total_supply": columns["raw"]([r.total_supply for r in rows]),
        "reward_price": columns["price"]([r.reward_price for r in rows]),
        "stake_price": columns["price"]([r.stake_price for r in rows]),
    }
    if decimals:
        result["stake_decimals"] = pa.array([r.stake_decimals for r in rows], pa.uint8())
    return pa.table(result)


def decimals_of(values: list[int | None], kind: pa.DataType) -> pa.Array:
    """A column of 128-bit decimals, of their integers."""
    memory = b"".join((v or 0).to_bytes(16, "little") for v in values)
    there = pa.array([v is not None for v in values], pa.bool_())
    return pa.Array.from_buffers(kind, len(values), [there.buffers()[1], pa.py_buffer(memory)])


def expected(rows: list[Row]) -> pa.Table:
    """The APRs and statuses of rows by Python's integers."""
    return pa.table({
        "apr": decimals_of([r.apr() for r in rows], pa.decimal128(38, 18)),
        "status": pa.array([r.status() for r in rows], pa.string()),
    })


def plain(figures: pa.Table) -> pa.Table:
    """A table of figures with its statuses as text, in one chunk."""
    columns = [
        c.cast(pa.string()) if pa.types.is_dictionary(c.type) else c for c in figures.columns
    ]
    return pa.table(columns, names=figures.column_names).combine_chunks()


def big_table(rows: list[Row]) -> pa.Table:
    """The same as decimals, for many rows."""
    whole, price = pa.decimal128(38, 0), pa.decimal128(38, 18)
    return pa.table({
        "reward_rate": decimals_of([r.reward_rate for r in rows], whole),
        "period_finish": pa.array([r.period_finish for r in rows], pa.int64()),
        "total_supply": decimals_of([r.total_supply for r in rows], whole),
        "reward_price": decimals_of([r.reward_price for r in rows], price),
        "stake_price": decimals_of([r.stake_price for r in rows], price),
    })


def _words_of(column: pa.Array, size: int) -> pa.Array:
    import numpy

    there, memory = column.buffers()
    low = numpy.frombuffer(memory, numpy.uint8).reshape(-1, 16)[: len(column)]
    if size == 32:
        low = numpy.hstack([numpy.zeros_like(low), low[:, ::-1]])
    return pa.Array.from_buffers(pa.binary(size), len(column), [there, pa.py_buffer(low.tobytes())])


def converted(exact: pa.Table, kind: str) -> pa.Table:
    """A big table whose columns are of another type."""
    def raw(column: pa.Array) -> pa.Array:
        match kind:
            case "hexadecimal":
                return pa.array([None if v is None else hex(int(v)) for v in column.to_pylist()])
            case "words_of_32_bytes" | "words_of_16_bytes":
                return _words_of(column, 32 if "32" in kind else 16)
            case "decimal256":
                return column.cast(pa.decimal256(76, 0))
            case "decimal256_of_scale_10":
                return column.cast(pa.decimal256(76, 10))
            case "decimal128" | "decimal128_of_cents" | "decimal64" | "decimal32":
                return column
            case _:
                return column.cast(pa.string()).cast(_TEXTS.get(kind, pa.string()))

    def price(column: pa.Array) -> pa.Array:
        kinds = {
            "decimal128_of_cents": pa.decimal128(12, 2), "decimal64": pa.decimal64(18, 2),
            "decimal32": pa.decimal32(9, 2), "decimal256": pa.decimal256(40, 18),
            "decimal256_of_scale_10": pa.decimal256(76, 10), "decimal128": column.type,
            "words_of_32_bytes": column.type, "words_of_16_bytes": column.type,
        }
        if kind in kinds:
            # 32 bits have no room for the zeros that a change of scale begins with.
            return (column.cast(pa.decimal128(12, 2)) if kind == "decimal32" else column).cast(kinds[kind])
        return column.cast(pa.string()).cast(_TEXTS.get(kind, pa.string()))

    def time(column: pa.Array) -> pa.Array:
        if kind == "timestamps":
            return column.cast(pa.timestamp("s", "UTC")).cast(pa.timestamp("ms", "UTC"))
        return column.cast(_TEXTS[kind]) if kind in _TEXTS else column

    columns = [c.combine_chunks() if isinstance(c, pa.ChunkedArray) else c for c in exact.columns]
    columns = [c.chunk(0) if isinstance(c, pa.ChunkedArray) else c for c in columns]
    made = [raw(columns[0]), time(columns[1]), raw(columns[2]), price(columns[3]), price(columns[4])]
    return pa.table(made, names=exact.column_names)


_TEXTS = {"utf8": pa.string(), "large_utf8": pa.large_string(), "utf8_view": pa.string_view()}
