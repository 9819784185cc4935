"""Every type of Arrow in, whole, sliced, chunked, with nulls and empty, against Python's integers."""

from __future__ import annotations

import berayield as by
import pyarrow as pa
import pytest
from rows import AT, TYPES, Row, decimal, expected, plain, random_rows, table, text, word

METRICS = ["apr", "status"]
ROWS = random_rows(5003, nulls=True)


def slices(whole: pa.Table) -> dict[str, tuple[pa.Table, slice]]:
    return {
        "whole": (whole, slice(None)),
        "sliced": (whole.slice(1234, 777), slice(1234, 2011)),
        "one": (whole.slice(5002, 1), slice(5002, 5003)),
        "empty": (whole.slice(0, 0), slice(0, 0)),
        "chunked": (
            pa.concat_tables([whole.slice(0, 63), whole.slice(63, 1), whole.slice(64, 2000)]),
            slice(0, 2064),
        ),
    }


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("part", ["whole", "sliced", "one", "empty", "chunked"])
def test_each_type(kind: str, part: str) -> None:
    given, rows = slices(table(ROWS, kind))[part]
    assert plain(by.apr(given, at=AT, metrics=METRICS)).equals(expected(ROWS[rows]))


@pytest.mark.parametrize("kind", ["utf8", "decimal128"])
def test_struct_with_an_offset_and_nulls_of_its_own(kind: str) -> None:
    batch = table(ROWS[:300], kind).combine_chunks().to_batches()[0]
    struct = batch.to_struct_array()
    mask = pa.array([i % 7 == 0 for i in range(300)])
    holes = pa.StructArray.from_arrays(struct.flatten(), fields=list(struct.type), mask=mask)
    rows = [Row(None, None, None, None, None) if i % 7 == 0 else r for i, r in enumerate(ROWS[:300])]

    class Holder:
        def __arrow_c_array__(self, requested_schema: object = None) -> object:
            return holes.slice(10, 200).__arrow_c_array__()

    figures = by.apr(Holder(), at=AT, metrics=METRICS)
    assert plain(pa.table(pa.record_batch(figures))).equals(expected(rows[10:210]))


@pytest.mark.parametrize("kind", ["utf8", "decimal256", "words_of_32_bytes", "utf8_view"])
@pytest.mark.parametrize("index", [pa.int8(), pa.uint16(), pa.int64()])
def test_dictionaries(kind: str, index: pa.DataType) -> None:
    rows = [ROWS[i % 90] for i in range(3000)]
    plain_table = table(rows[:90], kind).combine_chunks()
    encoded = [
        pa.DictionaryArray.from_arrays(
            pa.array([None if i % 11 == 0 else i % 90 for i in range(3000)], index), column.chunk(0)
        )
        for column in plain_table.columns
    ]
    given = pa.table(encoded, names=plain_table.column_names)
    wanted = [Row(None, None, None, None, None) if i % 11 == 0 else r for i, r in enumerate(rows)]
    assert plain(by.apr(given, at=AT, metrics=METRICS)).equals(expected(wanted))
    assert plain(by.apr(given.slice(55, 1500), at=AT, metrics=METRICS)).equals(expected(wanted[55:1555]))


@pytest.mark.parametrize(
    "kind", [getattr(pa, f"{sign}int{bits}")() for sign in ("", "u") for bits in (8, 16, 32, 64)]
)
def test_integers_of_all_widths(kind: pa.DataType) -> None:
    rows = [Row(7 * n + 1, None, n, (n % 5 + 1) * 10**18, 3 * 10**18, 6) for n in range(17)]
    given = pa.table({
        "reward_rate": pa.array([r.reward_rate for r in rows], kind),
        "period_finish": pa.nulls(17),
        "total_supply": pa.array([r.total_supply for r in rows], kind),
        "reward_price": pa.array([n % 5 + 1 for n in range(17)], kind),
        "stake_price": pa.array([3] * 17, kind),
        "stake_decimals": pa.array([6] * 17, kind),
    })
    assert plain(by.apr(given, at=AT, metrics=METRICS)).equals(expected(rows))


BIG = 2**256 - 1
EDGES = [
    Row(BIG, 2**36, 2**70, 7_800 * 10**15, 1_500 * 10**15),
    Row(1, None, BIG, 10**18, 10**18, 0),
    Row(BIG, None, 1, 99_999_999_999_999_999_999_123_456_789_012_345_678, 1, 255),
    Row(5, 1, 5, 10**18, 10**18, 6),
    Row(10**36, None, 10**18, 10**18, 10**18),
    Row(BIG, None, BIG, 10**17, 3 * 10**17, 77),
    Row(0, None, 1, 0, 1, 0),
]


@pytest.mark.parametrize("kind", ["utf8", "words_of_32_bytes", "hexadecimal"])
def test_edges_of_uint256(kind: str) -> None:
    given = table(EDGES, "utf8", decimals=True)
    if kind == "words_of_32_bytes":
        for place, name in ((0, "reward_rate"), (2, "total_supply")):
            values = [word(getattr(r, name)) for r in EDGES]
            given = given.set_column(place, name, pa.array(values, pa.binary(32)))
    if kind == "hexadecimal":
        given = given.set_column(0, "reward_rate", pa.array([hex(r.reward_rate) for r in EDGES]))
    wide = by.apr(given, at=AT, metrics=METRICS, precision=76)
    narrow = by.apr(given, at=AT, metrics=METRICS)
    all_digits = by.apr(given, at=AT, metrics=METRICS, text=True)
    assert wide.schema.field("apr").type == pa.decimal256(76, 18)
    for place, row in enumerate(EDGES):
        apr, status = row.apr(), row.status()
        for figures, limit in ((narrow, 10**38), (wide, 10**76)):
            found = (figures["apr"][place].as_py(), figures["status"][place].as_py())
            assert found == ((decimal(apr), status) if apr < limit else (None, "beyondRange"))
        exact = text(apr, 18)
        exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
        assert all_digits["apr"][place].as_py() == exact


def test_floats_are_refused_by_name_and_taken_on_request() -> None:
    floats = [7.8, 0.1, 1e-7, 123456.789, 2.5e20, 1 / 3, 9007199254740993.0, 5e-324]
    given = table([Row(10**36, None, 10**20, 10**18, 10**18)] * len(floats))
    given = given.set_column(3, "reward_price", pa.array(floats, pa.float64()))
    with pytest.raises(by.InputError, match="reward_price: found 64-bit floats, which hold 15 to 17 digits"):
        by.apr(given, at=AT)
    found = by.apr(given, at=AT, metrics=["apr"], allow_float=True, precision=76)["apr"].to_pylist()
    from fractions import Fraction

    for value, apr in zip(floats, found, strict=True):
        price = round(Fraction(repr(value)) * 10**18)
        assert apr == decimal(Row(10**36, None, 10**20, price, 10**18).apr())


def test_float32_is_the_decimal_that_it_prints() -> None:
    given = table([Row(10**36, None, 10**20, 10**18, 10**18)])
    given = given.set_column(3, "reward_price", pa.array([7.8], pa.float32()))
    found = by.apr(given, at=AT, metrics=["apr"], allow_float=True)["apr"][0].as_py()
    assert found == decimal(Row(10**36, None, 10**20, 78 * 10**17, 10**18).apr())


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -1.5])
def test_floats_that_are_no_numbers_are_bad_cells(value: float) -> None:
    given = table([Row(10**36, None, 10**20, 10**18, 10**18)])
    given = given.set_column(3, "reward_price", pa.array([value], pa.float64()))
    with pytest.raises(by.InputError, match="row 0: reward_price"):
        by.apr(given, at=AT, allow_float=True)


@pytest.mark.parametrize(
    "column", [
        pa.array([True]), pa.array([b"1"]), pa.array([[1]]), pa.array([{"a": 1}]),
        pa.array([1], pa.date32()), pa.array([1.5], pa.float16()) if hasattr(pa, "float16") else None,
        pa.array([b"12345678"], pa.binary(8)),
    ],
)
def test_other_types_are_refused_by_name(column: pa.Array) -> None:
    given = table([Row(1, 1, 1, 1, 1)]).set_column(0, "reward_rate", column)
    with pytest.raises(by.InputError, match="reward_rate: found .*; expected text, integers, decimals"):
        by.apr(given, at=AT)


def test_a_decimal_with_a_fraction_is_no_on_chain_integer() -> None:
    given = table([Row(1, 1, 1, 1, 1)])
    given = given.set_column(0, "reward_rate", pa.array([decimal(15, 1)], pa.decimal128(5, 1)))
    with pytest.raises(by.InputError, match='row 0: reward_rate: found "1.5", a number with a fraction'):
        by.apr(given, at=AT)


@pytest.mark.parametrize("unit, factor", [("s", 1), ("ms", 10**3), ("us", 10**6), ("ns", 10**9)])
def test_times_of_each_unit(unit: str, factor: int) -> None:
    rows = [Row(10**36, AT + n, 10**20, 10**18, 10**18) for n in (-1, 0, 1)]
    given = table(rows).set_column(
        1, "period_finish", pa.array([(AT + n) * factor for n in (-1, 0, 1)], pa.timestamp(unit))
    )
    assert plain(by.apr(given, at=AT, metrics=METRICS)).equals(expected(rows))


def test_a_fraction_of_a_second_is_a_bad_cell() -> None:
    given = table([Row(1, 1, 1, 1, 1)])
    given = given.set_column(1, "period_finish", pa.array([1500], pa.timestamp("ms")))
    with pytest.raises(by.InputError, match="period_finish"):
        by.apr(given, at=AT)
