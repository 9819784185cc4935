#!/usr/bin/env python3
"""What `berayield csv` must write, computed with Python's integers.

Without arguments, writes a sample of rows and their results to Tests/Vectors (`csv_oracle_in.csv`,
`csv_oracle_out.csv`), which the test suite compares with the tool. With --verify TOOL, makes as many
rows as asked for, runs TOOL on them and compares every byte; exit 5 at the first difference.

  Tests/Vectors/generators/csv_oracle.py
  Tests/Vectors/generators/csv_oracle.py --verify .build/release/berayield --rows 1000000
"""

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

WAD = 10**18
YEAR = 31_536_000
DAY = 86_400
AT = 1_800_000_000
COLUMNS = ("vault,total_supply,stake_price,note,reward_rate,period_finish,stake_decimals,timestamp,"
           "reward_price")
METRICS = ("apr,active,status,tvl_usd,rewards_per_day,rewards_per_year,rewards_per_day_usd,"
           "rewards_per_year_usd,seconds_left")
VECTORS = Path(__file__).resolve().parent.parent


def wad_text(raw):
    """A number scaled by 1e18 in plain decimals, without trailing zeros."""
    whole, fraction = divmod(raw, WAD)
    return f"{whole}.{fraction:018d}".rstrip("0").rstrip(".")


def price(source):
    """The text of a price and its value scaled by 1e18, rounded half to even."""
    places = source.choice((0, 0, 1, 2, 2, 2, 6, 9, 17, 18, 18, 19, 22, 25))
    digits = source.randrange(1, 10 ** source.randrange(1, places + 7))
    if places == 0:
        return str(digits), digits * WAD
    if source.random() < 0.05:
        text = f"{digits}e-{places}"
    else:
        padded = str(digits).rjust(places + 1, "0")
        text = f"{padded[:-places]}.{padded[-places:]}"
    scaled, rest = divmod(digits * WAD, 10**places)
    half = 2 * rest - 10**places
    return text, scaled + (half > 0 or (half == 0 and scaled % 2 == 1))


def integer_text(source, value):
    """An integer as it may stand in a file: decimal, with zeros in front, hexadecimal, quoted."""
    kind = source.random()
    if kind < 0.03:
        return hex(value)
    if kind < 0.06:
        return "00" + str(value)
    return f'"{value}"' if kind < 0.12 else str(value)


def row(source, index):
    """A line without its end, and the line that must come out."""
    rate_bits = source.choice((1, 60, 100, 118, 118, 118, 118, 127, 128, 129, 200, 256))
    rate = source.getrandbits(rate_bits)
    supply_bits = source.choice((1, 20, 40, 66, 70, 70, 70, 90, 127, 128, 160))
    supply = 0 if source.random() < 0.03 else source.getrandbits(supply_bits)
    decimals = source.choice((18, 18, 18, 18, 18, 6, 8, 0, 1, 17, 19, 24, 36, 37, 38, 77, 255))
    time = AT if source.random() < 0.5 else AT + source.randrange(-1000, 1000)
    finish = time + source.choice((0, 1, -1, source.randrange(-10**6, 10**6)))
    reward_text, reward = price(source)
    stake_text, stake = price(source)
    while stake == 0:
        stake_text, stake = price(source)
    fields = (
        source.choice((f"synthetic-{index}", "", f'"a, ""{index}"""', '"two\nlines"')),
        integer_text(source, supply), stake_text, source.choice(("", "x", "é", "a b")),
        integer_text(source, rate), str(finish), str(decimals), str(time), reward_text,
    )
    line = ",".join(fields)
    return line, line + "," + figures(rate, finish, supply, reward, stake, decimals, time)


def figures(rate, finish, supply, reward, stake, decimals, time):
    """The metrics of a row, in the order of METRICS."""
    unfinished = time < finish
    accrues = unfinished and supply > 0
    if supply == 0:
        apr = ""
    elif not unfinished:
        apr = "0"
    else:
        apr = wad_text(rate * YEAR * reward * 10**decimals // (WAD * supply * stake))
    emitted = [rate * seconds if accrues else 0 for seconds in (DAY, YEAR)]
    return ",".join((
        apr, "true" if unfinished else "false",
        "noStake" if supply == 0 else "active" if unfinished else "expired",
        wad_text(supply * stake // 10**decimals),
        *(wad_text(amount // WAD) for amount in emitted),
        *(wad_text(amount * reward // WAD**2) for amount in emitted),
        str(max(finish - time, 0)),
    ))


def files(rows, seed):
    """The whole input and the whole output."""
    source = random.Random(seed)
    lines = [row(source, index) for index in range(rows)]
    given = COLUMNS + "\n" + "".join(line + "\n" for line, _ in lines)
    wanted = f"{COLUMNS},{METRICS}\n" + "".join(line + "\n" for _, line in lines)
    return given.encode(), wanted.encode()


def verify(tool, rows, seed):
    """Runs the tool and compares, block by block so that memory stays small."""
    block = 100_000
    for start in range(0, rows, block):
        given, wanted = files(min(block, rows - start), seed + start)
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "out.csv"
            subprocess.run(
                [tool, "csv", "-", "-o", target, "--at", str(AT), "--emit", METRICS],
                input=given, check=True, stderr=subprocess.PIPE)
            found = target.read_bytes()
        if found != wanted:
            pairs = zip(found.split(b"\n"), wanted.split(b"\n"))
            index, (got, want) = next(
                (index, pair) for index, pair in enumerate(pairs) if pair[0] != pair[1])
            print(f"block {start}, line {index + 1}:\n  found    {got.decode()}\n"
                  f"  expected {want.decode()}", file=sys.stderr)
            return 5
    print(f"{rows} rows equal Python's integers")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--verify", metavar="TOOL")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=20_270_115)
    options = parser.parse_args()
    if options.verify:
        return verify(options.verify, options.rows, options.seed)
    given, wanted = files(500, options.seed)
    (VECTORS / "csv_oracle_in.csv").write_bytes(given)
    (VECTORS / "csv_oracle_out.csv").write_bytes(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
