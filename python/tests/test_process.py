"""The process around the engine: import, forks, threads, the interpreter's lock, leaks, the command."""

from __future__ import annotations

import gc
import importlib.metadata
import os
import pathlib
import shutil
import subprocess
import sys
import threading
import time

import berayield as by
import pyarrow as pa
from rows import AT, Row, expected, plain, random_rows, table

METRICS = ["apr", "status"]
ROWS = random_rows(5000)
TABLE, WANTED = table(ROWS), expected(ROWS)


def fresh(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_importing_it_imports_no_library_of_frames() -> None:
    loaded = fresh("import sys, berayield; print(*sorted(sys.modules))").split()
    assert not {"pandas", "polars", "duckdb", "pyarrow", "pyspark", "numpy", "nanoarrow"} & set(loaded)


def test_importing_it_takes_less_than_50_ms() -> None:
    # Of the processor: others may be at work on it.
    code = "import time; t = time.process_time(); import berayield; print(time.process_time() - t)"
    assert min(float(fresh(code)) for _ in range(7)) < 0.05


def same() -> bool:
    return plain(by.apr(TABLE, at=AT, metrics=METRICS, threads=2)).equals(WANTED)


def test_forks_after_use_and_while_threads_work() -> None:
    assert same()
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            by.apr(TABLE, at=AT, metrics=METRICS, threads=2)

    worker = threading.Thread(target=work)
    worker.start()
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            ok = False
            try:
                ok = all(by.vault(rewardRate=1, totalSupply=1, rewardPrice=1, stakePrice=1)["apr"] is not None
                         for _ in range(3))
            finally:
                os._exit(0 if ok else 1)
        children.append(child)
    stop.set()
    worker.join()
    assert [os.waitpid(c, 0)[1] for c in children] == [0] * 8


def test_forks_without_threads_evaluate_tables() -> None:
    code = """
import os, sys
sys.path.insert(0, {folder!r})
from test_process import same
assert same()
children = []
for _ in range(4):
    child = os.fork()
    if child == 0:
        os._exit(0 if all(same() for _ in range(5)) else 1)
    children.append(child)
print([os.waitpid(c, 0)[1] for c in children])
"""
    assert fresh(code.format(folder=str(pathlib.Path(__file__).parent))).endswith("[0, 0, 0, 0]")


def test_threads_at_once() -> None:
    wide = [Row(2**255 + i, None, 2**100 + i, 123_456_789_012_345_678_901_234_567_890, 3) for i in range(500)]
    wanted = pa.table(by.apr(table(wide), at=AT, metrics=["apr"], precision=76))
    wrong: list[int] = []

    def work() -> None:
        for _ in range(10):
            if not same():
                wrong.append(1)
            if not by.apr(table(wide), at=AT, metrics=["apr"], precision=76).equals(wanted):
                wrong.append(2)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_interpreter_goes_on_meanwhile() -> None:
    big = table(ROWS * 200)
    steps, stop = 0, False

    def count() -> None:
        nonlocal steps
        while not stop:
            steps += 1

    counter = threading.Thread(target=count)
    counter.start()
    time.sleep(0.05)
    before = steps
    by.apr(big, at=AT, metrics=["apr", "tvl_usd", "apy_continuous"], threads=1)
    after = steps
    stop = True
    counter.join()
    assert after - before > 1000


def test_three_thousand_calls_leak_nothing() -> None:
    batch = table(ROWS[:2000]).combine_chunks()

    def memory() -> int:
        with open("/proc/self/statm") as account:
            return int(account.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def calls(count: int) -> None:
        for number in range(count):
            by.apr(batch, at=AT, metrics=METRICS)
            if number % 10 == 0:
                try:
                    by.apr(batch, at=AT, map={"reward_rate": "stake_price", "stake_price": "nope"})
                except by.InputError:
                    pass
                by.vault(rewardRate=1, totalSupply=1, rewardPrice=1, stakePrice=1)
                pa.table(by.sweep({"grossApr": ["0.1"]}, metrics=["poolNetApr"]))

    calls(200)
    gc.collect()
    before = memory()
    calls(3000)
    gc.collect()
    assert memory() - before < 8_000_000
    assert set(by.live().values()) == {0}


def test_the_command_is_inside() -> None:
    beside = pathlib.Path(sys.executable).parent / "berayield"
    command = str(beside) if beside.exists() else shutil.which("berayield")
    assert command
    printed = subprocess.run([command, "--version"], check=True, capture_output=True, text=True)
    assert printed.stdout.strip() == by.__version__
    failed = subprocess.run([command, "nope"], capture_output=True, text=True)
    assert failed.returncode == 2 and failed.stderr.startswith("error:")


def test_the_licences_are_inside() -> None:
    files = [str(f) for f in importlib.metadata.files("berayield") or []]
    assert any("LGPL-3.0" in f for f in files) and any("NOTICE" in f for f in files)
    assert any("libgmp" in f for f in files)
    assert any(f.endswith("py.typed") for f in files) and any(f.endswith("berayield.h") for f in files)


def test_the_library_shows_its_functions_alone() -> None:
    native = pathlib.Path(by.__file__).parent / "_native" / "libBeraYieldC.so"
    if not native.exists() or not shutil.which("nm"):
        return
    listed = subprocess.run(["nm", "-D", "-g", "--defined-only", str(native)], capture_output=True, text=True)
    names = {line.split()[-1] for line in listed.stdout.splitlines()}
    assert names == {
        f"berayield_{n}" for n in
        ("version", "open", "run", "stream", "close", "live", "ask", "end_capsule")
    }
