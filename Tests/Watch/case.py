"""A chain on loopback, a watch of it, and its store as Python's SQLite reads it."""

import datetime
import pathlib
import sqlite3
import subprocess
import time

from chain import COUNT, FIRST, Blocks, Server

STEP = 43_200
VAULTS = 5


def date(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime(
        "%Y-%m-%dT%H:%M:%SZ")


class Case:
    """A chain, its server, and a store that does not exist yet."""

    def __init__(self, tool, folder, **node):
        self.tool, self.folder = tool, pathlib.Path(folder)
        self.node = Blocks()
        for name, value in node.items():
            setattr(self.node, name, value)
        self.server = Server(self.node)
        self.store = self.folder / "vaults.sqlite"

    def command(self, *options, url=None):
        return [self.tool, "watch", "--store", str(self.store), "--rpc", url or self.server.url,
                "--retries", "0", *options]

    def run(self, *options, url=None):
        return subprocess.run(
            self.command(*options, url=url), capture_output=True, text=True, timeout=60,
            stdin=subprocess.DEVNULL, cwd=self.folder)

    def start(self, *options):
        return subprocess.Popen(
            self.command(*options), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            stdin=subprocess.DEVNULL, cwd=self.folder)

    def rows(self, sentence):
        if not self.store.exists():
            return []
        base = sqlite3.connect(f"file:{self.store}?mode=ro", uri=True, timeout=10)
        try:
            return base.execute(sentence).fetchall()
        except sqlite3.OperationalError as reason:
            # A watch that has just begun.
            if "no such table" in str(reason):
                return []
            raise
        finally:
            base.close()

    def blocks(self):
        """The stored blocks by number, each of which must be whole."""
        check(self.rows("PRAGMA integrity_check") in ([("ok",)], []), "the store is damaged")
        found = self.rows("SELECT number, hash, time, vaults FROM block ORDER BY number")
        for number, own, at, vaults in found:
            check((own, at, vaults) == (self.node.hash(number), self.node.times[number], VAULTS),
                  f"block {number} is not what the chain has")
        states = self.rows("SELECT count(*) FROM vault_state GROUP BY block")
        check(states == [(VAULTS,)] * len(found), "a snapshot is not whole")
        return [row[0] for row in found]

    def forget(self):
        """Removes the store, so that it does not exist again."""
        for file in self.folder.glob(self.store.name + "*"):
            file.unlink()

    def fill(self, *others, first=3, last=COUNT - 3):
        """Options for the past, and the blocks that they mean."""
        begin, end = self.node.times[FIRST + first], self.node.times[FIRST + last]
        marks = range(begin, end + 1, STEP)
        options = ["--from", date(begin), "--to", date(end), "--every", "12h", *others]
        return options, sorted({self.node.last(mark) for mark in marks})


def check(holds, what):
    if not holds:
        raise AssertionError(what)


def expect(ended, status, *texts):
    check(ended.returncode == status, f"exit {ended.returncode}, not {status}: {ended.stderr}")
    for text in texts:
        check(text in ended.stderr, f"stderr lacks {text!r}: {ended.stderr}")


def until(condition, seconds=10):
    end = time.monotonic() + seconds
    while not condition():
        check(time.monotonic() < end, "it takes too long")
        time.sleep(0.02)
