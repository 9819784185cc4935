"""Structures of Arrow that are wrong in every way that can be detected: an exception, and one release each."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import pathlib
import random
import struct
import subprocess
import sys
from collections.abc import Callable

import berayield as by
import pytest
from berayield._library import Array, Schema
from raw_arrow import KINDS, N, Batch, batch


def child(made: Batch, index: int = 0) -> Array:
    return Array.from_address(made.array.pointers[index])


def memory(made: Batch, index: int, buffer: int) -> ctypes.Array[ctypes.c_char]:
    kept = [k for k in made.released.keep if isinstance(k, Array) and ctypes.addressof(k) == made.array.pointers[index]]
    found: ctypes.Array[ctypes.c_char] = kept[0].memory[buffer]
    return found


def field(made: Batch, index: int = 0) -> Schema:
    pointers = (ctypes.c_void_p * 5).from_address(made.schema.children)
    return Schema.from_address(pointers[index])


def put(made: Batch, index: int, buffer: int, place: int, value: bytes) -> None:
    """Writes bytes into a buffer of a column."""
    pointers = (ctypes.c_void_p * 8).from_address(child(made, index).buffers)
    ctypes.memmove(pointers[buffer] + place, value, len(value))


def buffers(structure: Array) -> ctypes.Array[ctypes.c_void_p]:
    return (ctypes.c_void_p * 8).from_address(structure.buffers)


def setting(get: Callable[[Batch], object], **values: object) -> Callable[[Batch], None]:
    def mutate(made: Batch) -> None:
        for name, value in values.items():
            setattr(get(made), name, value)

    return mutate


def released(get: Callable[[Batch], object]) -> Callable[[Batch], None]:
    def mutate(made: Batch) -> None:
        structure = get(made)
        structure.release = type(structure.release)()  # type: ignore[attr-defined]

    return mutate


def batch_of(made: Batch) -> Array:
    return made.array


def null_buffer(index: int) -> Callable[[Batch], None]:
    def mutate(made: Batch) -> None:
        buffers(child(made))[index] = None

    return mutate


def bytes_at(buffer: int, place: int, value: bytes, index: int = 0) -> Callable[[Batch], None]:
    return lambda made: put(made, index, buffer, place, value)


def null_child(made: Batch) -> None:
    made.array.pointers[0] = None


def no_validity(made: Batch) -> None:
    buffers(child(made))[0] = None
    child(made).null_count = 3


def int32(value: int) -> bytes:
    return struct.pack("<i", value)


#: What is wrong, of which kind of column, and with a dictionary or not.
MUTATIONS: dict[str, tuple[str, bool, Callable[[Batch], None]]] = {
    "batch released": ("utf8", False, released(batch_of)),
    "batch of negative length": ("utf8", False, setting(batch_of, length=-1)),
    "batch of huge length": ("utf8", False, setting(batch_of, length=2**62)),
    "batch from a negative offset on": ("utf8", False, setting(batch_of, offset=-1)),
    "batch from a huge offset on": ("utf8", False, setting(batch_of, offset=2**63 - 1)),
    "batch longer than its columns": ("utf8", False, setting(batch_of, length=N + 1)),
    "batch of too few columns": ("utf8", False, setting(batch_of, n_children=4)),
    "batch of too many columns": ("utf8", False, setting(batch_of, n_children=6)),
    "batch of negative columns": ("utf8", False, setting(batch_of, n_children=-1)),
    "batch without pointers to columns": ("utf8", False, setting(batch_of, children=None)),
    "batch with a column that is null": ("utf8", False, null_child),
    "batch without buffers": ("utf8", False, setting(batch_of, n_buffers=0)),
    "batch with a null list of buffers": ("utf8", False, setting(batch_of, buffers=None)),
    "batch with nulls and no bitmap": ("utf8", False, setting(batch_of, null_count=2)),
    "column released": ("utf8", False, released(child)),
    "column of negative length": ("utf8", False, setting(child, length=-8)),
    "column too short": ("utf8", False, setting(child, length=N - 1)),
    "column whose sum of lengths overflows": ("utf8", False, setting(child, offset=2**62, length=2**62)),
    "column from a negative offset on": ("utf8", False, setting(child, offset=-1)),
    "column of too few nulls": ("utf8", False, setting(child, null_count=-2)),
    "column of too many nulls": ("utf8", False, setting(child, null_count=N + 1)),
    "column with nulls and no bitmap": ("utf8", False, no_validity),
    "column of too few buffers": ("utf8", False, setting(child, n_buffers=2)),
    "column of too many buffers": ("utf8", False, setting(child, n_buffers=4)),
    "column of negative buffers": ("utf8", False, setting(child, n_buffers=-3)),
    "column with a null list of buffers": ("utf8", False, setting(child, buffers=None)),
    "column without offsets": ("utf8", False, null_buffer(1)),
    "column without bytes": ("utf8", False, null_buffer(2)),
    "words without values": ("words", False, null_buffer(1)),
    "words of too few buffers": ("words", False, setting(child, n_buffers=1)),
    "column with a dictionary that its schema lacks": (
        "utf8", False, lambda made: setattr(child(made), "dictionary", made.array.pointers[1])),
    "offsets that fall": ("utf8", False, bytes_at(1, 4, int32(200))),
    "offsets that begin below 0": ("utf8", False, bytes_at(1, 0, int32(-5))),
    "offsets that end below 0": ("utf8", False, bytes_at(1, 4 * N, int32(-5))),
    "offsets that pass the last": ("utf8", False, bytes_at(1, 16, int32(2**30))),
    "large offsets that fall": ("large_utf8", False, bytes_at(1, 8, struct.pack("<q", 1000))),
    "large offsets that pass the last": ("large_utf8", False, bytes_at(1, 16, struct.pack("<q", 2**62))),
    "views of a negative length": ("utf8_view", False, bytes_at(1, 16, int32(-1))),
    "views of a buffer that is not there": ("utf8_view", False, bytes_at(1, 8, int32(1))),
    "views of a negative buffer": ("utf8_view", False, bytes_at(1, 8, int32(-1))),
    "views from a negative offset on": ("utf8_view", False, bytes_at(1, 12, int32(-1))),
    "views behind their buffer": ("utf8_view", False, bytes_at(1, 12, int32(2**30))),
    "views longer than their buffer": ("utf8_view", False, bytes_at(1, 16 * (N - 1), int32(37))),
    "views without the sizes of buffers": ("utf8_view", False, null_buffer(3)),
    "views whose buffer is null": ("utf8_view", False, null_buffer(2)),
    "views of too few buffers": ("utf8_view", False, setting(child, n_buffers=2)),
    "no dictionary": ("utf8", True, setting(child, dictionary=None)),
    "indices below 0": ("utf8", True, bytes_at(1, 8, int32(-1))),
    "indices behind the dictionary": ("utf8", True, bytes_at(1, 8, int32(N))),
    "a dictionary that was released": (
        "utf8", True, lambda made: released(lambda m: Array.from_address(child(m).dictionary))(made)),
    "schema released": ("utf8", False, released(lambda made: made.schema)),
    "schema without a format": ("utf8", False, setting(lambda made: made.schema, format=None)),
    "schema of a single column": ("utf8", False, setting(lambda made: made.schema, format=b"u")),
    "schema of negative columns": ("utf8", False, setting(lambda made: made.schema, n_children=-1)),
    "schema without pointers to columns": ("utf8", False, setting(lambda made: made.schema, children=None)),
    "schema's column released": ("utf8", False, released(field)),
    "schema's column without a format": ("utf8", False, setting(field, format=None)),
    "schema's column of an unknown format": ("utf8", False, setting(field, format=b"?!")),
    "schema's column of a bad decimal": ("utf8", False, setting(field, format=b"d:38,x")),
    "schema's column of a decimal too wide": ("utf8", False, setting(field, format=b"d:900,2,4096")),
    "schema's column of words of another size": ("utf8", False, setting(field, format=b"w:31")),
    "schema's indices are texts": ("utf8", True, setting(field, format=b"u")),
    "schema's column of another name": ("utf8", False, setting(field, name=b"other")),
}


@pytest.mark.parametrize("what", MUTATIONS)
def test_each_is_refused(what: str) -> None:
    kind, encoded, mutate = MUTATIONS[what]
    made = batch(kind, encoded)
    mutate(made)
    owned = int(bool(made.schema.release)), int(bool(made.array.release))
    with pytest.raises(by.InputError):
        made.run()
    # What reached the engine is released once; a schema that is refused comes before any array.
    assert made.released.schemas in (0, owned[0])
    assert made.released.arrays in (0, owned[1])
    gc.collect()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("encoded", [False, True])
def test_the_same_unharmed_is_taken(kind: str, encoded: bool) -> None:
    made = batch(kind, encoded)
    made.run()
    assert (made.released.schemas, made.released.arrays) == (1, 1)
    assert not made.schema.release and not made.array.release


def test_a_structure_that_was_moved_is_refused() -> None:
    made = batch()
    made.run()
    with pytest.raises(by.InputError, match="released or moved"):
        made.run()


def mutate_at_random(count: int, seed: int) -> None:
    """Several mutations at once, and numbers of no meaning: an error or an answer, never a signal."""
    choose = random.Random(seed)
    numbers = [-(2**63), -1, 0, 1, 2, 3, N - 1, N, N + 1, 2**31, 2**61, 2**63 - 1]
    plain = [m for m in MUTATIONS.values() if not m[1]]
    for _ in range(count):
        kind = choose.choice(list(KINDS))
        encoded = choose.random() < 0.3
        made = batch(kind, encoded)
        for _ in range(choose.randrange(1, 3)):
            if choose.random() < 0.6:
                mutation = choose.choice([m for m in plain if m[0] == kind] or plain)
                if mutation[0] == kind and not encoded:
                    # What the first has taken away the second does not find.
                    with contextlib.suppress(TypeError):
                        mutation[2](made)
            else:
                column = child(made, choose.randrange(5)) if made.array.pointers[0] else made.array
                structure = choose.choice([made.array, column])
                name = choose.choice(["length", "null_count", "n_buffers", "n_children"])
                # Of views nobody can tell that there are fewer buffers.
                least = -1 if name == "null_count" else 0
                most = -2 if kind == "utf8_view" and name == "n_buffers" else N
                value = choose.choice([n for n in numbers if n < least or n > most > 0])
                setattr(structure, name, value)
        try:
            made.run()
        except by.InputError:
            pass


def test_ten_thousand_at_random_end_no_process() -> None:
    code = "import test_malformed; test_malformed.mutate_at_random(2500, {seed})"
    children = [
        subprocess.Popen(
            [sys.executable, "-c", code.format(seed=seed)], cwd=pathlib.Path(__file__).parent
        )
        for seed in range(4)
    ]
    assert [c.wait() for c in children] == [0, 0, 0, 0]
