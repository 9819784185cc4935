"""What every Python peer shares: inputs, the clock, one line of JSON per measurement."""

import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.set_int_max_str_digits(0)

from harness.folding import fold  # noqa: E402  (the same definition as the runner's)

INPUTS = Path(sys.argv[2])
BUDGET_NS = float(sys.argv[3]) * 1e6


def read_integers(name, words_each):
    """The integers of a word file, `words_each` 64-bit words each."""
    data = (INPUTS / name).read_bytes()
    size = 8 * words_each
    return [int.from_bytes(data[at:at + size], "little") for at in range(0, len(data), size)]


def read_rows(name, words_each, columns):
    """The same as tuples of `columns` integers."""
    values = read_integers(name, words_each)
    return list(zip(*(values[column::columns] for column in range(columns))))


def measure(work, operations):
    """Nanoseconds of processor time per operation: a warming pass, then the median of five slices."""
    start = time.process_time_ns()
    answer = work()
    one = time.process_time_ns() - start
    repeats = int(BUDGET_NS / 5 / max(1, one)) + 1
    samples = []
    for _ in range(5):
        start = time.process_time_ns()
        for _ in range(repeats):
            answer = work()
        samples.append((time.process_time_ns() - start) / repeats / operations)
    return statistics.median(samples), answer


def report(workload, tool, ns, operations, **facts):
    """Prints one result line."""
    line = {"workload": workload, "tool": tool, "ns": ns, "operations": operations, **facts}
    print(json.dumps(line), flush=True)


def run_exact(workload, tool, work, operations, to_integer=int):
    """Measures `work`, which returns one answer per operation, and fingerprints the answers."""
    ns, answers = measure(work, operations)
    report(workload, tool, ns, operations, fold=fold(to_integer(value) for value in answers))


def count_wrong(answers, expected):
    """How many answers differ from the exact ones, and in how many trailing digits on average."""
    wrong, digits = 0, 0
    for answer, exact in zip(answers, expected):
        if answer != exact:
            wrong += 1
            digits += len(str(abs(answer - exact)))
    return {"wrong": wrong, "of": len(expected), "wrong_digits": digits / len(expected)}
