#!/usr/bin/env python3
"""Writes the small stores beside it, which have what a recorded one lacks; SYNTHETIC.

empty.sqlite   a store of nothing, as after a first attempt that failed
unread.sqlite  a block whose vault and pool could not be read, and another one an hour later
"""

import sqlite3
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
SCHEMA = FOLDER.parent / "HistoryTests/Snapshots/schema.sql"


def store(name, rows):
    path = FOLDER / name
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    # Small pages, as there is hardly anything in them.
    database.execute("PRAGMA page_size = 512")
    database.executescript(SCHEMA.read_text())
    database.execute(f"PRAGMA application_id = {0x42455241}")
    database.execute("PRAGMA user_version = 1")
    for table, values in rows:
        database.execute(f"INSERT INTO {table} VALUES ({','.join('?' * len(values))})", values)
    database.execute("VACUUM")
    database.close()


def unread():
    yield "chain", (1, 80094)
    yield "document", (1, "[]")
    yield "vault", (1, "0x" + "ab" * 20)
    yield "vault_description", (1, 1, None, None, None, None, None, 0, None, None)
    for number, time in ((20_000_000, 1_780_000_000), (20_001_800, 1_780_003_600)):
        yield "block", (number, f"0x{number:064x}", time, "node", 1)
        yield "vault_state", (1, number, 1, *[None] * 17)
        yield "pool_state", (number, 0, "sWBERA", None, "0x" + "cd" * 20, None, None, "{}")
        yield "part", (number, 0, "gaps", 1)
    yield "attempt", (1, 1_780_000_001, "node", None)
    yield "attempt", (2, 1_780_000_601, "node", "rate-limited")
    yield "attempt", (3, 1_780_003_601, "node", None)


store("empty.sqlite", [("attempt", (1, 1_780_000_001, "node", "timeout"))])
store("unread.sqlite", unread())
