#!/usr/bin/env python3
"""Writes Tests/Vectors/evm_python_twin.json: Solady's fixed point on random words, by Python integers.

A twin of FixedPointMathLib.sol (Vectorized/solady v0.0.263), opcode by opcode on Python's integers, so that
the Swift engine is held against something that is neither itself nor the recorded cases. First the twin itself
is held against every recorded case of Tests/Vectors/solady_fixedpoint.json.

    Tests/Vectors/generators/evm_python_twin.py                      # 60 cases a function, the committed file
    Tests/Vectors/generators/evm_python_twin.py --cases 3000 --output big.json && berayield vectors big.json
"""

import argparse
import json
import pathlib
import random

from solady_twin import FUNCTIONS, MAX, WAD, answer, signed

VECTORS = pathlib.Path(__file__).resolve().parent.parent


class Words:
    """Random words that reach the edges: any, short, near a power of two, round, near a power."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def word(self):
        r = self.random
        bits = r.randrange(257)
        kind = r.randrange(5)
        if kind == 0:
            value = r.getrandbits(256)
        elif kind == 1:
            value = r.getrandbits(bits) if bits else 0
        elif kind == 2:
            value = (1 << bits) + r.randrange(-3, 4)
        elif kind == 3:
            value = 10 ** r.randrange(78) * r.randrange(1, 100)
        else:
            power = r.choice((2, 3))
            value = r.getrandbits(r.randrange(1, 256 // power + 1)) ** power + r.randrange(-1, 2)
        return max(0, min(MAX, value))

    def signed(self):
        if self.random.randrange(3) == 0:
            return signed(self.word())
        value = self.random.getrandbits(self.random.randrange(1, 80))
        return value if self.random.random() < 0.5 else -value

    def arguments(self, name):
        r = self.random
        if name in ("sMulWad", "sDivWad"):
            return {"x": self.signed(), "y": self.signed()}
        if name == "expWad":
            return {"x": r.choice((r.randrange(-42 * WAD, 136 * WAD), self.signed()))}
        if name == "lnWad":
            return {"x": r.choice((self.word() >> 1, self.signed()))}
        if name == "powWad":
            usual = (r.randrange(1, 10 * WAD), r.randrange(-5 * WAD, 5 * WAD))
            x, y = r.choice((usual, (self.signed(), self.signed())))
            return {"x": x, "y": y}
        if name == "rpow":
            scale = r.choice((WAD, 10**27, self.word(), 1, 0))
            power = r.getrandbits(r.randrange(1, 12))
            return {"x": self.word() >> r.randrange(100, 200), "y": power, "b": scale}
        if name in ("sqrt", "sqrtWad", "cbrt", "log2"):
            return {"x": self.word()}
        if name == "divUp":
            return {"x": self.word(), "d": self.word()}
        arguments = {"x": self.word(), "y": self.word()}
        if name in ("mulDiv", "mulDivUp", "fullMulDiv", "fullMulDivUp"):
            arguments["d"] = self.word()
        return arguments


def check_against_records():
    records = json.loads((VECTORS / "solady_fixedpoint.json").read_text())["cases"]
    for case in records:
        arguments = [int(value) for key, value in case["in"].items() if key != "fn"]
        recorded = {key: case[key] for key in ("out", "revert") if key in case}
        assert answer(case["in"]["fn"], arguments) == recorded, case
    return len(records)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=int, default=60, help="cases a function")
    parser.add_argument("--seed", type=int, default=20261120)
    parser.add_argument(
        "--output", type=pathlib.Path, default=VECTORS / "evm_python_twin.json")
    options = parser.parse_args()
    print(f"the twin agrees with {check_against_records()} recorded cases")
    words = Words(options.seed)
    lines = []
    for name in FUNCTIONS:
        for _ in range(options.cases):
            arguments = words.arguments(name)
            texts = {key: str(value) for key, value in arguments.items()}
            case = {"in": {"fn": name, **texts}, **answer(name, arguments.values())}
            lines.append("    " + json.dumps(case))
    about = "Solady's FixedPointMathLib (v0.0.263) by Python integers: Tests/Vectors/generators/evm_python_twin.py"
    text = '{\n  "about": ' + json.dumps(about) + ',\n  "cases": [\n' + ",\n".join(lines) + "\n  ]\n}\n"
    options.output.write_text(text)
    print(f"{len(lines)} cases in {options.output}")


if __name__ == "__main__":
    main()
