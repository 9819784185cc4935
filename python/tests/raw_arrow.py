"""Arrow structures made by hand, so that each of their parts can be wrong, and their releases counted."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from berayield import _library
from berayield._library import Array, Schema

_SchemaEnd = ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))
_ArrayEnd = ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))


@dataclass
class Released:
    """How often structures were released."""

    schemas: int = 0
    arrays: int = 0
    keep: list[object] = field(default_factory=list)


def schema(released: Released, format: bytes, name: bytes, children: list[Schema] = (),  # type: ignore[assignment]
           dictionary: Schema | None = None) -> Schema:
    def end(pointer: object) -> None:
        released.schemas += 1
        pointer.contents.release = _SchemaEnd()  # type: ignore[attr-defined]

    callback = _SchemaEnd(end)
    pointers = (ctypes.c_void_p * max(1, len(children)))(*[ctypes.addressof(c) for c in children])
    made = Schema(
        format=format, name=name, flags=2, n_children=len(children),
        children=ctypes.addressof(pointers) if children else None,
        dictionary=ctypes.addressof(dictionary) if dictionary is not None else None, release=callback,
    )
    released.keep += [callback, pointers, children, dictionary, made]
    return made


def array(released: Released, length: int, buffers: list[bytes | None], children: list[Array] = (),  # type: ignore[assignment]
          dictionary: Array | None = None, nulls: int = 0, offset: int = 0) -> Array:
    def end(pointer: object) -> None:
        released.arrays += 1
        pointer.contents.release = _ArrayEnd()  # type: ignore[attr-defined]

    callback = _ArrayEnd(end)
    memory = [None if b is None else ctypes.create_string_buffer(b, max(1, len(b))) for b in buffers]
    places = (ctypes.c_void_p * max(1, len(buffers)))(
        *[None if m is None else ctypes.addressof(m) for m in memory]
    )
    pointers = (ctypes.c_void_p * max(1, len(children)))(*[ctypes.addressof(c) for c in children])
    made = Array(
        length=length, null_count=nulls, offset=offset, n_buffers=len(buffers),
        n_children=len(children), buffers=ctypes.addressof(places),
        children=ctypes.addressof(pointers) if children else None,
        dictionary=ctypes.addressof(dictionary) if dictionary is not None else None, release=callback,
    )
    released.keep += [callback, memory, places, pointers, children, dictionary, made]
    made.memory, made.places, made.pointers = memory, places, pointers
    return made


N = 8
NUMBERS = [b"272490527103681170793308992914391673", b"598626940947001140289", b"7.8", b"223845.58"]


def texts(value: bytes) -> list[bytes | None]:
    return [b"\xff", struct.pack(f"<{N + 1}i", *range(0, (N + 1) * len(value), len(value))), value * N]


def large_texts(value: bytes) -> list[bytes | None]:
    return [b"\xff", struct.pack(f"<{N + 1}q", *range(0, (N + 1) * len(value), len(value))), value * N]


def views(value: bytes) -> list[bytes | None]:
    if len(value) <= 12:
        cells = b"".join(struct.pack("<i12s", len(value), value) for _ in range(N))
    else:
        cells = b"".join(
            struct.pack("<i4sii", len(value), value[:4], 0, i * len(value)) for i in range(N)
        )
    return [b"\xff", cells, value * N, struct.pack("<q", len(value) * N)]


def words(value: bytes) -> list[bytes | None]:
    return [b"\xff", int(float(value)).to_bytes(32, "big") * N]


#: A column's format, and how a number is in it.
KINDS: dict[str, tuple[bytes, Callable[[bytes], list[bytes | None]]]] = {
    "utf8": (b"u", texts), "large_utf8": (b"U", large_texts), "utf8_view": (b"vu", views),
    "words": (b"w:32", words),
}


@dataclass
class Batch:
    """A batch of eight rows, and how it is asked about."""

    released: Released
    schema: Schema
    array: Array

    def run(self, request: bytes = b'{"at": 1800000000, "metrics": ["apr", "status"]}') -> None:
        """Evaluates it; the answers are released."""
        out_schema, out, job = Schema(), Array(), ctypes.c_void_p()
        _library.call(
            "berayield_open", request, ctypes.addressof(self.schema), ctypes.addressof(out_schema),
            ctypes.byref(job),
        )
        try:
            _library.call(
                "berayield_run", job, ctypes.addressof(self.array), ctypes.addressof(out)
            )
            out.release(ctypes.byref(out))
        finally:
            _library.close(job)
            out_schema.release(ctypes.byref(out_schema))


def batch(kind: str = "utf8", encoded: bool = False) -> Batch:
    """Eight rows of one vault; `encoded` has a dictionary of rates."""
    released = Released()
    format, make = KINDS[kind]
    schemas, arrays = [], []
    names = [b"reward_rate", b"total_supply", b"reward_price", b"stake_price"]
    for name, value in zip(names, NUMBERS, strict=True):
        if encoded and name == b"reward_rate":
            values = schema(released, format, b"")
            schemas.append(schema(released, b"i", name, dictionary=values))
            indices = struct.pack(f"<{N}i", *range(N))
            arrays.append(
                array(released, N, [b"\xff", indices], dictionary=array(released, N, make(value)))
            )
        else:
            schemas.append(schema(released, format, name))
            arrays.append(array(released, N, make(value)))
    schemas.append(schema(released, b"l", b"period_finish"))
    arrays.append(array(released, N, [None, struct.pack(f"<{N}q", *[1_900_000_000] * N)]))
    return Batch(
        released, schema(released, b"+s", b"", schemas), array(released, N, [None], arrays)
    )
