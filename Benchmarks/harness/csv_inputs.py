"""CSV inputs: one block of rows, repeated. The block is longer than any branch predictor's memory,
and repetition lets a large output be checked at memory speed: every block must equal the first.
"""

import itertools
import random
import subprocess

from . import layout
from .folding import fold
from .inputs import SEED, WAD, apr

HEADER = "vault,reward_rate,period_finish,total_supply,reward_price,stake_price"
AT = 1_800_000_000  # the evaluation time; a twentieth of the periods finished before
DIRTY_EVERY = 97  # one row in so many is bad in the dirty file


def block_rows(count):
    """Rows of 126 bytes: (vault, R, F, S, reward price text, stake price text)."""
    source = random.Random(SEED + 4)
    rows = []
    for _ in range(count):
        finish = AT + source.randrange(1, 604_800) * (1 if source.random() < 0.95 else -1)
        rows.append((
            f"0x{source.getrandbits(160):040x}",
            str(source.randrange(10**35, 4 * 10**35)),
            str(finish),
            str(source.randrange(10**19, 10**20)),
            f"{source.randrange(1, 10)}.{source.randrange(10, 100)}",
            f"{source.randrange(10_000, 100_000)}.{source.randrange(10, 100)}",
        ))
    return rows


def usual_rows(count):
    """The same with thirty times the stake: yields as they are seen, from some per cent to a thousand.

    The others are of thousands of per cent, whose APYs no kernel finds; they are for APRs alone.
    """
    return [(*row[:3], str(30 * int(row[3])), *row[4:]) for row in block_rows(count)]


def cents(text):
    """A price with two decimals as a wad."""
    whole, fraction = text.split(".")
    return int(whole + fraction) * 10**16


def row_apr(row):
    """The APR of a row, scaled by 1e18: zero when its period has finished."""
    _, rate, finish, supply, reward_price, stake_price = row
    if int(finish) <= AT:
        return 0
    return apr((int(rate), cents(reward_price), int(supply), cents(stake_price)))


def quoted(row):
    """The same row with a quoted name that holds a comma and a quote, and a quoted number."""
    return (f'"Vault ""{row[0][:6]}"", {row[0][-4:]}"', row[1], row[2], f'"{row[3]}"', *row[4:])


def dirtied(index, row):
    """The same row spoiled in one of four ways."""
    kind = index // DIRTY_EVERY % 4
    spoiled = list(row)
    if kind == 0:
        spoiled[1] = "-" + spoiled[1]
    elif kind == 1:
        spoiled[5] = "0"
    elif kind == 2:
        spoiled[3] = "12x4"
    else:
        spoiled.pop()
    return spoiled


class CSVInput:
    """A block of rows as text, its answers, and files of whole blocks made of it."""

    def __init__(self, kind, block_size):
        rows = (usual_rows if kind == "usual" else block_rows)(block_size)
        self.kind = kind
        self.block_size = block_size
        self.bad_in_block = 0
        self.answers = [row_apr(row) for row in rows]
        if kind == "quoted":
            rows = [quoted(row) for row in rows]
        elif kind == "dirty":
            bad = range(0, block_size, DIRTY_EVERY)
            for index in bad:
                rows[index] = dirtied(index, rows[index])
                self.answers[index] = None
            self.bad_in_block = len(bad)
            self.answers = [answer for answer in self.answers if answer is not None]
        self.block = "".join(",".join(row) + "\n" for row in rows).encode()
        self.fingerprint = fold(self.answers)

    def write(self, path, rows):
        """A file of `rows` rows: whole blocks, and the first rows of a block after them."""
        blocks, rest = divmod(rows, self.block_size)
        lines = self.block.splitlines(keepends=True)[:rest] if rest else []
        with open(path, "wb") as file:
            file.write(HEADER.encode() + b"\n")
            for _ in range(blocks):
                file.write(self.block)
            file.write(b"".join(lines))
        return path


class SampleInput:
    """The rows of `berayield sample`: no row is like another, so outputs are compared whole."""

    kind = "sample"
    bad_in_block = 0
    block_size = None

    def __init__(self, checked_rows):
        self.checked_rows = checked_rows
        self.answers = None

    def write(self, path, rows):
        command = [layout.BERAYIELD, "sample", "--rows", str(rows), "-o", path]
        subprocess.run(command, check=True)
        with open(path) as file:
            file.readline()
            lines = itertools.islice(file, self.checked_rows)
            self.answers = [row_apr(line.rstrip("\n").split(",")) for line in lines]
        return path


def parse_ratio(text):
    """Decimal text, plain or scientific, as an integer scaled by 1e18 (digits beyond are cut)."""
    if "e" in text.lower():
        return int(float(text) * WAD)
    whole, _, fraction = text.partition(".")
    return int(whole + fraction[:18].ljust(18, "0"))
