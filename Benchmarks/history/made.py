"""A SYNTHETIC store: vaults read every hour, with numbers of the lengths that a chain has."""

import random
import sqlite3
from pathlib import Path

SCHEMA = Path(__file__).resolve().parents[2] / "Tests/HistoryTests/Snapshots/schema.sql"
APPLICATION = 0x42455241
WAD = 10**18
FIRST_BLOCK, FIRST_TIME, HOUR = 20_000_000, 1_780_000_000, 3600
BLOCKS_AN_HOUR = HOUR // 2


def address(number):
    return f"0x{number:040x}"


def text(wad):
    return f"{wad // WAD}.{wad % WAD:018d}".rstrip("0").rstrip(".")


class Vault:
    """A vault whose rate, stake and prices wander."""

    def __init__(self, number, seed):
        self.random = random.Random(f"{seed} {number}")
        self.address = address(number + 1)
        self.decimals = self.random.choice([6, 8, 18])
        self.rate = self.random.randrange(10**28, 10**31)
        self.stake = self.random.randrange(10**3, 10**6) * 10**self.decimals
        self.accumulator = self.random.randrange(10**24)
        self.price = self.random.randrange(10**16, 10**20)

    def hour(self, finish):
        """Goes on for an hour of the period that ends then."""
        if self.random.random() < 0.05:
            self.stake = self.stake * self.random.randrange(90, 112) // 100 + 1
        if self.random.random() < 0.01:
            self.rate = self.rate * self.random.randrange(80, 125) // 100
        self.price = self.price * self.random.randrange(995, 1006) // 1000
        self.accumulator += self.rate * HOUR // (self.stake * WAD)
        return finish


def blocks(hours):
    return [(FIRST_BLOCK + BLOCKS_AN_HOUR * i, FIRST_TIME + HOUR * i) for i in range(hours)]


def make(path, vaults, hours, seed=1):
    """Fills a store; answers each vault's first and last accumulator, price and decimals."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = OFF")
    database.executescript(SCHEMA.read_text())
    database.execute(f"PRAGMA application_id = {APPLICATION}")
    database.execute("PRAGMA user_version = 1")
    made = [Vault(number, seed) for number in range(vaults)]
    database.execute("BEGIN")
    database.execute("INSERT INTO chain VALUES (1, 80094)")
    documents = {"kind": '"berayield-snapshot"', "version": "1", "era": '"pol-next"', "gaps": "[]"}
    for number, content in enumerate(documents.values(), 1):
        database.execute("INSERT INTO document VALUES (?, ?)", (number, content))
    tokens = [address(0x696969)] + [address(10_000 + i) for i in range(vaults)]
    database.executemany("INSERT INTO token VALUES (?, ?)", enumerate(tokens, 1))
    for number, vault in enumerate(made, 1):
        database.execute("INSERT INTO vault VALUES (?, ?)", (number, vault.address))
        database.execute(
            "INSERT INTO vault_description VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, NULL)",
            (number, number, tokens[number], f"LP{number}", f"SYNTHETIC {number}", vault.decimals,
             tokens[0]))
    ends = {}
    reward = 2 * WAD
    for step, (block, time) in enumerate(blocks(hours)):
        finish = time - time % (7 * 86_400) + 7 * 86_400
        reward = reward * (1000 + (step * 7919) % 11 - 5) // 1000 or WAD
        database.execute(
            "INSERT INTO block VALUES (?, ?, ?, 'node', ?)", (block, f"0x{block:064x}", time, vaults))
        states, prices = [], [(block, 0, 1, text(reward), "file", None, None)]
        for number, vault in enumerate(made, 1):
            vault.hour(finish)
            price, stored = text(vault.price), str(vault.accumulator * 999 // 1000)
            states.append((
                number, block, number, str(vault.rate), str(finish), str(vault.stake), text(reward),
                price, "file", str(time - 60), str(vault.accumulator), stored,
                str(vault.rate % 10**12), "604800", "0", "0", "0", 0, 1, 0))
            prices.append((block, number, number + 1, price, "file", None, None))
            ends.setdefault(vault.address, [vault.accumulator, None])[1] = (
                vault.accumulator, vault.decimals, reward, vault.price)
        database.executemany(f"INSERT INTO vault_state VALUES ({','.join('?' * 20)})", states)
        database.executemany("INSERT INTO price VALUES (?, ?, ?, ?, ?, ?, ?)", prices)
        database.executemany(
            "INSERT INTO part VALUES (?, ?, ?, ?)",
            [(block, i, name, i + 1) for i, name in enumerate(documents)])
    database.execute("COMMIT")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    return ends
