"""Arrow's PyCapsule interface: structures of Arrow in and out of Python objects."""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_void_p, py_object

from . import _library
from ._errors import refusal
from ._library import Array, Schema, Stream

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    _Structure = TypeVar("_Structure", Schema, Array, Stream)

_api = ctypes.pythonapi
_get_pointer = _api.PyCapsule_GetPointer
_get_pointer.argtypes, _get_pointer.restype = [py_object, c_char_p], c_void_p
_is_valid = _api.PyCapsule_IsValid
_is_valid.argtypes, _is_valid.restype = [py_object, c_char_p], ctypes.c_int
_new = _api.PyCapsule_New
_new.argtypes, _new.restype = [c_void_p, c_char_p, c_void_p], py_object

# Capsules end in C, with free(3); so their structures begin with malloc(3).
_malloc = ctypes.CDLL(None).malloc
_malloc.argtypes, _malloc.restype = [ctypes.c_size_t], c_void_p

#: The names of capsules, kept for as long as capsules may be.
_SCHEMA, _ARRAY, _STREAM = b"arrow_schema", b"arrow_array", b"arrow_array_stream"



def _structure(capsule: Any, name: bytes, kind: type[_Structure]) -> _Structure:
    if not _is_valid(capsule, name):
        raise refusal("table", f"{type(capsule).__name__}", f"a capsule {name.decode()}")
    structure = kind.from_address(_get_pointer(capsule, name))
    if not structure.release:
        raise refusal("table", f"a capsule {name.decode()} that was consumed", "one that was not")
    return structure


def stream_of(table: Any) -> tuple[Any, Stream]:
    """The stream of an object, and the capsule that it stands in."""
    capsule = table.__arrow_c_stream__()
    return capsule, _structure(capsule, _STREAM, Stream)


def array_of(table: Any) -> tuple[Any, Schema, Array]:
    """The schema and the array of an object, and the capsules that they stand in."""
    pair = table.__arrow_c_array__()
    schema, array = pair
    return pair, _structure(schema, _SCHEMA, Schema), _structure(array, _ARRAY, Array)


def _capsule(structure: _Structure, name: bytes) -> Any:
    """A capsule that takes a structure over."""
    size = ctypes.sizeof(structure)
    place = _malloc(size)
    if not place:
        raise MemoryError
    ctypes.memmove(place, ctypes.addressof(structure), size)
    ctypes.memset(ctypes.addressof(structure), 0, size)
    return _new(place, name, _library.capsule_end)


class ArrowStream:
    """A stream of Arrow batches, which any Arrow library takes over, once: it has ``__arrow_c_stream__``.

    ``pyarrow.table(x)``, ``polars.DataFrame(x)`` and ``nanoarrow.ArrayStream(x)`` do. What is never taken is
    given back with the object.
    """

    __slots__ = ("_stream",)

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        if not self._stream.release:
            raise refusal("stream", "a stream that was consumed", "one that was not")
        return _capsule(self._stream, _STREAM)

    def __del__(self) -> None:
        if self._stream.release:
            self._stream.release(ctypes.byref(self._stream))


class ArrowArray:
    """A batch of Arrow columns, which any Arrow library takes over, once: it has ``__arrow_c_array__``."""

    __slots__ = ("_schema", "_array")

    def __init__(self, schema: Schema, array: Array) -> None:
        self._schema, self._array = schema, array

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        if not self._array.release:
            raise refusal("array", "an array that was consumed", "one that was not")
        return _capsule(self._schema, _SCHEMA), _capsule(self._array, _ARRAY)

    def __del__(self) -> None:
        for structure in (self._schema, self._array):
            if structure.release:
                structure.release(ctypes.byref(structure))
