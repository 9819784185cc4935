#!/usr/bin/env python3
"""Writes Tests/Vectors/abi_values.csv: values and their encodings by eth_abi.

`kind` is the Solidity type as far as the tests need it; `value` is a number, an address, a text in hex of
its UTF-8, bytes in hex, or for lists their elements with spaces between. `calls` are those of Multicall3's
aggregate3, `target:data` each; `results` are what it answers, `1:data` or `0:data` each.

Usage: Tests/Vectors/generators/abi_values.py > Tests/Vectors/abi_values.csv
"""

import random

from eth_abi import encode

random.seed(20261127)
RATES = (0, 1, 2**63, 2**64 - 1, 2**128 - 1, 2**128, 4230877045717573830470112571916, 2**256 - 1)
TEXTS = ("", "USDC.e-LP", "é", "🐻 honey", "x" * 31, "x" * 32, "x" * 33, "ab" * 512, "\0\n\x1b[2J")
LENGTHS = (0, 1, 31, 32, 33, 48, 64, 65)
# rewardRate(), incentives(address), getOperator(bytes), and how many bytes of arguments each has here.
GETTERS = (("7b0a47ee", 0), ("774e900b", 32), ("9eaffa96", 128))


def row(kind, value, types, values):
    print(f"{kind},{value},{encode(types, values).hex()}")


def address():
    return "0x" + random.randbytes(20).hex()


def calldata():
    selector, length = random.choice(GETTERS)
    return bytes.fromhex(selector) + random.randbytes(length)


print("kind,value,encoded")
for number in RATES:
    row("uint256", number, ["uint256"], [number])
for _ in range(4):
    holder = address()
    row("address", holder, ["address"], [holder])
for flag in (True, False):
    row("bool", int(flag), ["bool"], [flag])
for text in TEXTS:
    row("string", text.encode().hex(), ["string"], [text])
for text in ("MKR", "é", "x" * 32):
    row("bytes32", text.encode().hex(), ["bytes32"], [text.encode()])
for length in LENGTHS:
    content = random.randbytes(length)
    row("bytes", content.hex(), ["bytes"], [content])
for length in (0, 1, 3):
    holders = [address() for _ in range(length)]
    row("address[]", " ".join(holders), ["address[]"], [holders])
for length in (0, 1, 2, 7):
    calls = [(address(), True, calldata()) for _ in range(length)]
    row(
        "calls", " ".join(f"{to}:{data.hex()}" for to, _, data in calls),
        ["(address,bool,bytes)[]"], [calls])
    results = [(random.random() < 0.7, random.randbytes(random.choice(LENGTHS))) for _ in range(length)]
    row(
        "results", " ".join(f"{int(ok)}:{data.hex()}" for ok, data in results),
        ["(bool,bytes)[]"], [results])
