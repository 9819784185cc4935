#!/usr/bin/env python3
"""`berayield watch` end to end: a SYNTHETIC chain on loopback, real signals, and SQLite as Python has it.

    Tests/Watch/run.py BERAYIELD
"""

import json
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

from case import VAULTS, Case, check, date, expect, until
from chain import COUNT, FIRST, Blocks, Server

# What is read, and what is not.

def test_readings_follow_the_chain(case):
    case.node.final, case.node.advance = FIRST + 10, 7
    expect(case.run("--every", "1s", "--count", "3"), 0, "5 vaults", "added")
    check(case.blocks() == [FIRST + 10, FIRST + 17, FIRST + 24], case.blocks())
    check(case.rows("SELECT count(*) FROM attempt WHERE failure IS NULL") == [(3,)], "attempts")


def test_a_stored_block_is_a_reading_and_is_not_read_again(case):
    expect(case.run("--count", "1"), 0)
    case.node.asked.clear()
    expect(case.run("--count", "2", "--every", "1s"), 0, "already there")
    check("eth_call" not in case.node.asked, "the vaults were read again")
    check(case.blocks() == [FIRST + COUNT - 1], case.blocks())


def test_another_chain_and_another_hash_are_refused(case):
    expect(case.run("--count", "1"), 0)
    case.node.id = 1
    expect(case.run(), 6, "wrong chain")
    case.node.id = 80069
    expect(case.run("--chain", "bepolia"), 6, "a store of chain 80094")
    case.node.id = 80094
    case.node.replaced = {FIRST + COUNT - 1}
    expect(case.run(), 6, "another hash of block 21000399 than the stored 0x")
    case.node.replaced = set()
    check(case.blocks() == [FIRST + COUNT - 1], "a refused run changed the store")


def test_endpoints_that_differ_are_refused(case):
    other = Server(Blocks(seed=2))
    other.node.times = case.node.times
    expect(case.run("--verify", "--rpc", other.url, "--count", "1"), 5, "says")
    check(case.blocks() == [], "something was stored")


def test_the_last_snapshot_is_written_as_well(case):
    expect(case.run("--count", "1", "-o", "last.json"), 0)
    snapshot = json.loads((case.folder / "last.json").read_text())
    check(snapshot["chain"]["block"]["number"] == FIRST + COUNT - 1, "another block")
    check(len(snapshot["vaults"]) == VAULTS, "another snapshot")


def test_the_page_follows_the_readings(case):
    def metric(name):
        lines = (case.folder / "public" / "metrics.prom").read_text().splitlines()
        return next(line.split()[1] for line in lines if line.startswith(name + " "))

    site = ["--page", "public"]
    case.node.is_down = True
    expect(case.run("--count", "1", *site), 6)
    check(metric("berayield_up") == "0", "up, without a reading")
    case.node.is_down, case.node.final = False, FIRST + 50
    expect(case.run("--count", "1", *site), 0)
    check(metric("berayield_up") == "1", "not up")
    check(metric("berayield_snapshot_block") == str(FIRST + 50), "another block")
    check("21,000,050" in (case.folder / "public" / "index.html").read_text(), "another page")
    case.node.is_down = True
    expect(case.run("--count", "1", *site), 6)
    check(metric("berayield_up") == "0", "up, after a failed reading")
    check(metric("berayield_snapshot_block") == str(FIRST + 50), "another block")
    case.node.is_down = False
    options, blocks = case.fill(*site, last=40)
    expect(case.run(*options), 0)
    check(metric("berayield_up") == "1", "not up behind the past")


# The past.

def test_each_time_means_the_last_block_at_or_before_it(case):
    options, blocks = case.fill()
    case.node.final = FIRST + COUNT - 6
    blocks = sorted({min(block, case.node.final) for block in blocks})
    expect(case.run(*options), 0)
    check(case.blocks() == blocks, (case.blocks(), blocks))
    case.node.asked.clear()
    expect(case.run(*options), 0, "already there")
    check("eth_call" not in case.node.asked, "the vaults were read again")


def test_a_stopped_fill_goes_on(case):
    options, blocks = case.fill()
    source, parts = random.Random(7), set()
    case.server.delay = 0.002
    for kill in [signal.SIGKILL, signal.SIGTERM] * 25:
        before = case.blocks()
        running = case.start(*options)
        try:
            running.wait(source.uniform(0.02, 0.5))
        except subprocess.TimeoutExpired:
            running.send_signal(kill)
        status = running.wait(10)
        there = case.blocks()
        # Ended before it could listen.
        is_early = status == -signal.SIGTERM and there == before
        check(is_early or status in (0, -signal.SIGKILL), f"exit {status}: {running.stderr.read()}")
        parts.add(len(there))
        if there == blocks:
            case.forget()
    check(len(parts) > 3, f"no kill came in the middle: {parts}")
    expect(case.run(*options), 0)
    check(case.blocks() == blocks, "another store than one that was never stopped")


def test_times_without_state_are_left_out(case):
    options, blocks = case.fill()
    case.node.pruned = blocks[4]
    expect(case.run(*options), 6, "4 times without state", "archive state missing")
    check(case.blocks() == blocks[4:], case.blocks())


def test_a_time_before_the_chain_is_refused(case):
    expect(case.run("--from", "2020-01-01", "--to", "now"), 6, "no block is so old",
           date(case.node.times[FIRST]))


def test_a_snapshot_by_its_time(case):
    number = FIRST + 123
    ended = subprocess.run(
        [case.tool, "snapshot", "--rpc", case.server.url, "--block", date(case.node.times[number])],
        capture_output=True, text=True, timeout=60)
    expect(ended, 0)
    check(json.loads(ended.stdout)["chain"]["block"]["number"] == number, "another block")


# What goes wrong.

def test_an_endpoint_that_is_down_is_waited_for(case):
    case.node.is_down = True
    running = case.start("--every", "1s", "--count", "2")
    until(lambda: case.rows("SELECT 1 FROM attempt WHERE failure IS NOT NULL"))
    time.sleep(1.5)
    check(running.poll() is None, "it gave up")
    case.node.is_down = False
    check(running.wait(20) == 0, "exit")
    told = running.stderr.read()
    check(told.count("no reading since") == 1 and told.count("readings again") == 1, told)
    check("missed: 20" in told, told)
    failures = case.rows("SELECT DISTINCT failure FROM attempt WHERE failure IS NOT NULL")
    check(failures == [("broken-transport",)], failures)


def test_a_single_reading_does_not_wait(case):
    case.node.is_down = True
    expect(case.run("--count", "1"), 6, "broken transport")
    check(case.rows("SELECT failure FROM attempt") == [("broken-transport",)], "attempts")


def test_slow_readings_miss_times(case):
    case.server.delay = 0.4
    expect(case.run("--every", "1s", "--count", "2"), 0, "missed: 20")


def test_a_second_watch_is_refused(case):
    running = case.start("--every", "1s")
    until(case.blocks)
    expect(case.run("--count", "1"), 1)
    check(running.poll() is None, "the first one was ended")
    running.terminate()
    check(running.wait(10) == 0, "exit")
    expect(case.run("--count", "1"), 0)


def test_a_store_that_is_removed_ends_it(case):
    running = case.start("--every", "1s")
    until(lambda: case.blocks() == [FIRST + COUNT - 1])
    case.forget()
    check(running.wait(10) == 1, "it goes on")
    check("moved or removed" in running.stderr.read(), "it does not say why")


def test_a_page_that_cannot_be_written_is_told(case):
    site = case.folder / "public"
    running = case.start("--every", "1s", "--page", str(site))
    until(lambda: (site / "index.html").exists())
    for file in sorted(site.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    site.rmdir()
    site.write_text("a file in its place")
    time.sleep(2.5)
    check(running.poll() is None, "it ended")
    site.unlink()
    until(lambda: (site / "index.html").exists())
    running.send_signal(signal.SIGTERM)
    check(running.wait(10) == 0, "no good end")
    check("the page stays as it was" in running.stderr.read(), "it is not told")


def test_a_signal_ends_it_while_it_waits(case):
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        before = len(case.rows("SELECT 1 FROM attempt"))
        running = case.start("--every", "1h")
        until(lambda: len(case.rows("SELECT 1 FROM attempt")) > before)
        began = time.monotonic()
        running.send_signal(number)
        check(running.wait(10) == 0, f"exit after {number}: {running.stderr.read()}")
        check(time.monotonic() - began < 2, "it took its time")
        case.blocks()


def test_a_signal_drops_a_reading(case):
    case.server.delay = 3
    running = case.start("--every", "1h")
    until(lambda: case.node.asked)
    running.terminate()
    check(running.wait(3) == 0, "exit")
    check(case.blocks() == [], "a reading that was dropped is stored")
    # A second signal does not ask.
    case.node.asked.clear()
    running = case.start("--every", "1h")
    until(lambda: case.node.asked)
    running.terminate()
    running.terminate()
    check(running.wait(3) in (0, -signal.SIGTERM), "exit")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    tool = str(pathlib.Path(sys.argv[1]).resolve())
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")]
    failed = 0
    for name, test in tests:
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(Case(tool, folder))
            except (AssertionError, subprocess.TimeoutExpired, sqlite3.Error) as reason:
                failed += 1
                print(f"error: {name[5:].replace('_', ' ')}: {reason}", file=sys.stderr)
    print(f"{len(tests)} conversations with a watch, {failed} bad", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
