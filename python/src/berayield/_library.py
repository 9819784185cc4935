"""The door, libBeraYieldC, by ctypes; its rules stand in berayield.h beside it."""

from __future__ import annotations

import ctypes
import os
import sys
from ctypes import POINTER, c_char_p, c_int, c_int32, c_int64, c_size_t, c_void_p

from ._errors import InternalError, from_status
from ._version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

#: Where the native files of the wheel are.
NATIVE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "_native")

#: Bytes of a message: more than any fault has.
_CAPACITY = 8192


class Schema(ctypes.Structure):
    """struct ArrowSchema."""


class Array(ctypes.Structure):
    """struct ArrowArray."""


class Stream(ctypes.Structure):
    """struct ArrowArrayStream."""


Schema._fields_ = [
    ("format", c_char_p), ("name", c_char_p), ("metadata", c_void_p), ("flags", c_int64),
    ("n_children", c_int64), ("children", c_void_p), ("dictionary", c_void_p),
    ("release", ctypes.CFUNCTYPE(None, POINTER(Schema))), ("private_data", c_void_p),
]
Array._fields_ = [
    ("length", c_int64), ("null_count", c_int64), ("offset", c_int64), ("n_buffers", c_int64),
    ("n_children", c_int64), ("buffers", c_void_p), ("children", c_void_p),
    ("dictionary", c_void_p), ("release", ctypes.CFUNCTYPE(None, POINTER(Array))),
    ("private_data", c_void_p),
]
Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(c_int, POINTER(Stream), POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(c_int, POINTER(Stream), POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(c_char_p, POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, POINTER(Stream))), ("private_data", c_void_p),
]


class Answer(ctypes.Structure):
    """struct berayield_answer."""


Answer._fields_ = [
    ("text", c_void_p), ("count", c_size_t), ("release", ctypes.CFUNCTYPE(None, POINTER(Answer))),
    ("private_data", c_void_p),
]


class Counts(ctypes.Structure):
    """struct berayield_counts."""

    _fields_ = [(name, c_int64) for name in ("jobs", "schemas", "arrays", "streams", "answers")]


_BUFFER = [c_char_p, c_size_t]
_FUNCTIONS: dict[str, list[Any]] = {
    "berayield_version": _BUFFER,
    "berayield_open": [c_char_p, c_void_p, c_void_p, POINTER(c_void_p), *_BUFFER],
    "berayield_run": [c_void_p, c_void_p, c_void_p, *_BUFFER],
    "berayield_stream": [c_void_p, c_void_p, c_void_p, *_BUFFER],
    "berayield_close": [c_void_p, *_BUFFER],
    "berayield_live": [POINTER(Counts)],
    "berayield_ask": [c_char_p, c_char_p, POINTER(Answer), c_void_p, *_BUFFER],
}


def _load() -> ctypes.CDLL:
    suffix = ".dylib" if sys.platform == "darwin" else ".so"
    path = os.environ.get("BERAYIELD_LIBRARY") or os.path.join(
        NATIVE, f"libBeraYieldC{suffix}"
    )
    try:
        library = ctypes.CDLL(path)
    except OSError as error:
        raise ImportError(f"berayield's library cannot be loaded: {error}") from error
    for name, arguments in _FUNCTIONS.items():
        function = getattr(library, name)
        function.argtypes, function.restype = arguments, c_int32
    return library


_library = _load()


def call(name: str, *arguments: Any) -> None:
    """Calls a function of the door, without the interpreter's lock; a fault is raised."""
    message = ctypes.create_string_buffer(_CAPACITY)
    status = getattr(_library, name)(*arguments, message, _CAPACITY)
    if status:
        raise from_status(status, message.value)


def close(job: Any) -> BaseException | None:
    """Ends a job; the fault that its first bad batch had, if one had."""
    message = ctypes.create_string_buffer(_CAPACITY)
    status = _library.berayield_close(job, message, _CAPACITY)
    return from_status(status, message.value) if status else None


def ask(question: str, request: bytes, rows: Stream | None = None) -> str:
    """Answers a question: JSON in, JSON out, and a stream of rows where the question has some."""
    answer = Answer()
    place = ctypes.addressof(rows) if rows is not None else None
    call("berayield_ask", question.encode(), request, ctypes.byref(answer), place)
    try:
        return ctypes.string_at(answer.text, answer.count).decode()
    finally:
        answer.release(ctypes.byref(answer))


def live() -> dict[str, int]:
    """What is alive of what the engine has handed out or taken over, by its kind."""
    counts = Counts()
    _library.berayield_live(ctypes.byref(counts))
    return {field[0]: getattr(counts, field[0]) for field in Counts._fields_}


#: What ends a capsule; see berayield.h.
capsule_end = ctypes.cast(_library.berayield_end_capsule, c_void_p).value


def _require_version() -> None:
    version = ctypes.create_string_buffer(64)
    _library.berayield_version(version, 64)
    if version.value.decode() != __version__:
        raise InternalError(
            f"the library is of version {version.value.decode()}, the package of {__version__}"
        )


_require_version()
