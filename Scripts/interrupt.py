#!/usr/bin/env python3
"""Every file is the old one or the whole new one, wherever a run is stopped.

    Scripts/interrupt.py BERAYIELD

Runs the program BERAYIELD under strace, once for every system call that makes, writes, syncs, names or
removes a file: the call fails, or the process is killed just before it. Then fills a small disk. Where
strace or mount is not permitted (some containers, macOS), it says what was not run.
"""

import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CALLS = ("openat write writev pwrite64 fchmod fsync fdatasync link linkat rename renameat renameat2 "
         "unlink unlinkat ftruncate").split()
HIDDEN = re.compile(r"\.(.+)\.\d+\.\d+\.partial")

HEADER = "reward_rate,period_finish,total_supply,reward_price,stake_price\n"
GOOD = "272490527103681170793308992914391673,1750000001,598626940947001140289,7.8,223845.58\n"
BAD = GOOD.replace(",7.8,", ",-7.8,")
AT = ["--at", "1750000000"]
CSV = ["csv", "in.csv", "--threads", "1", *AT]
POOL = ["pool", "realized", str(ROOT / "data/synthetic/pool-history.csv"), "--format", "csv"]
SWEEP = ["sweep", "--axis", "grossApr=0.01,0.02", "--axis", "commission=0,500", "--metric",
         "poolNetApy", "--format", "csv", "--threads", "1"]

# What a case is: its arguments, the files that are there before, the output and what belongs to it,
# whether the kernel is to have no files without a name, and whether the output is a redirected stdout.
Case = collections.namedtuple(
    "Case", "name arguments before output companion no_unnamed is_redirected",
    defaults=(None, False, False))

CASES = [
    Case("csv over an old pair", [*CSV, "-o", "out.csv"],
         {"in.csv": HEADER + BAD + GOOD, "out.csv": "OLD\n", "out.rejects.csv": "OLD REJECTS\n"},
         "out.csv", "out.rejects.csv"),
    Case("csv where nothing was", [*CSV, "-o", "out.csv"], {"in.csv": HEADER + BAD + GOOD},
         "out.csv", "out.rejects.csv"),
    Case("csv without a bad row any more", [*CSV, "-o", "out.csv"],
         {"in.csv": HEADER + GOOD, "out.csv": "OLD\n", "out.rejects.csv": "OLD REJECTS\n"},
         "out.csv", "out.rejects.csv"),
    Case("csv in place", [*CSV, "--in-place"], {"in.csv": HEADER + GOOD}, "in.csv"),
    Case("csv where files have a name from the start", [*CSV, "-o", "out.csv"],
         {"in.csv": HEADER + BAD + GOOD, "out.csv": "OLD\n", "out.rejects.csv": "OLD REJECTS\n"},
         "out.csv", "out.rejects.csv", True),
    Case("pool realized with its plot", [*POOL, "-o", "out.csv", "--plot", "out.svg"],
         {"out.csv": "OLD\n", "out.svg": "OLD PLOT\n"}, "out.csv", "out.svg"),
    Case("sweep with its plot", [*SWEEP, "-o", "out.csv", "--plot", "out.svg"],
         {"out.csv": "OLD\n", "out.svg": "OLD PLOT\n"}, "out.csv", "out.svg"),
    Case("csv into a redirection", [*CSV, "--rejects", "bad.csv"],
         {"in.csv": HEADER + BAD + GOOD, "bad.csv": "OLD REJECTS\n"}, "out.csv", "bad.csv",
         is_redirected=True),
    Case("sample", ["sample", "--rows", "3", "-o", "out.csv"], {"out.csv": "OLD\n"}, "out.csv"),
]


def fill(folder, files):
    for old in folder.iterdir():
        old.unlink()
    for name, text in files.items():
        (folder / name).write_text(text)


def contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def run(tool, case, folder, injections=(), trace="/dev/null"):
    strace = []
    if injections or trace != "/dev/null":
        strace = ["strace", "-f", "-o", str(trace), "-e", "trace=" + ",".join(f"?{c}" for c in CALLS)]
        for injection in injections:
            strace += ["-e", "inject=" + injection]
    with open(folder / case.output if case.is_redirected else "/dev/null", "w") as stdout:
        return subprocess.run([*strace, tool, *case.arguments], cwd=folder, stdout=stdout,
                              stderr=subprocess.PIPE, timeout=60)


def calls(trace):
    """The calls of a run, as strace counts them: [(name, number in its thread, whether unnamed)].

    The opening of what is no file of the run, such as libraries, is left out.
    """
    seen, found = collections.Counter(), {}
    for line in trace.read_text().splitlines():
        match = re.match(r"(\d+) +(\w+)\(", line)
        if not match:
            continue
        seen[match.groups()] += 1
        if match[2] != "openat" or 'AT_FDCWD, "/' not in line:
            found[match[2], seen[match.groups()], "O_TMPFILE" in line] = True
    return list(found)


def fault(case, new, now, ended, killed):
    """What is wrong with the files as they are now, or nothing."""
    if not killed and ended.returncode not in (0, 1, 3, 4):
        return f"exit code {ended.returncode}: {ended.stderr.decode()[-200:]}"
    if not killed and ended.returncode in (0, 4) and now != new:
        return f"exit code {ended.returncode}, and not all files are new"
    hidden = [name for name in now if HIDDEN.fullmatch(name)]
    if hidden and not killed:
        return f"it left {hidden} behind"
    for name in set(now) - set(hidden):
        if case.is_redirected and name == case.output:
            continue
        if now[name] not in (case.before.get(name), new.get(name)):
            return f"{name} is neither the old file nor the new one: {now[name]!r}"
    for name in case.before:
        if name not in now and name != case.companion:
            return f"{name} is gone"
    if case.companion and case.companion in now:
        old, fresh = "" if case.is_redirected else case.before.get(case.output), new[case.output]
        owner = fresh if now[case.companion] == new.get(case.companion) else old
        if now.get(case.output) != owner:
            return f"{case.companion} is of another run than {case.output}"
    return None


def check(tool, case, folder, report):
    fill(folder, case.before)
    trace = folder.parent / "trace"
    run(tool, case, folder, trace=trace)
    new, found, always = contents(folder), calls(trace), []
    if case.no_unnamed:
        # Each file is then opened twice, so that the second is one call later.
        numbers = [number for _, number, unnamed in found if unnamed]
        if numbers:
            step = max(numbers) - min(numbers) + 1
            always = [f"openat:error=EOPNOTSUPP:when={min(numbers)}+{step}"]
        fill(folder, case.before)
        run(tool, case, folder, always, trace)
        found = [call for call in calls(trace) if call[0] != "openat"]
        if contents(folder) != new or "linkat" in {name for name, _, _ in found}:
            report(f"{case.name}: the files differ, or have no name")
    for name, number, _ in found:
        for what in ("signal=KILL", "error=ENOSPC" if "write" in name else "error=EIO"):
            fill(folder, case.before)
            ended = run(tool, case, folder, [*always, f"{name}:{what}:when={number}"])
            problem = fault(case, new, contents(folder), ended, what == "signal=KILL")
            # What a kill left goes away with the next run. (A file replaced in place is not read again.)
            if case.output != "in.csv":
                run(tool, case, folder)
                rest = {name: text for name, text in contents(folder).items() if name != case.companion}
                if rest != {name: text for name, text in new.items() if name != case.companion}:
                    problem = problem or f"a second run leaves {sorted(rest)}"
            if problem:
                report(f"{case.name}: {name} {number}, {what}: {problem}")
    return 2 * len(found)


def may_trace():
    if sys.platform != "linux":
        return "there is strace on Linux only"
    if not shutil.which("strace"):
        sys.exit("error: strace is missing; Scripts/test.sh installs it")
    probe = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "inject=fsync:error=EIO", "true"],
                           capture_output=True, text=True)
    return None if probe.returncode == 0 else probe.stderr.strip().splitlines()[-1]


def full_disk(tool, folder, report):
    """An output larger than its disk: a tmpfs of 64 KB, in a name space of its own where that needs no root."""
    script = """
        mount -t tmpfs -o size=64k tmpfs "$1" 2> /dev/null || exit 77
        cd "$1"; trap 'cd /; umount "$1"' EXIT; echo OLD > out.csv; echo OLD > out.rejects.csv
        "$2" sample --rows 5000 -o out.csv 2>&1; echo "$?"
        "$2" sample --rows 5000 --dirty-every 2 | "$2" csv - --at 1800000000 -o out.csv 2>&1; echo "$?"
        cat out.csv out.rejects.csv; ls -A
    """
    command = ["unshare", "-Urm"] if os.getuid() else ["unshare", "-m"]
    ended = subprocess.run([*command, "sh", "-c", script, "-", str(folder), tool],
                           capture_output=True, text=True)
    if ended.returncode == 77 or "unshare" in ended.stderr:
        return False
    says = "error: out.csv: -o: cannot write: No space left on device\n1\n"
    rejects = says.replace("out.csv: -o", "out.rejects.csv: --rejects")
    ending = "OLD\nOLD\nout.csv\nout.rejects.csv\n"
    if ended.stdout not in (says + says + ending, says + rejects + ending):
        report(f"a full disk: {ended.stdout}{ended.stderr}")
    return True


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    tool, failures = str(pathlib.Path(sys.argv[1]).resolve()), []

    def report(text):
        failures.append(text)
        print(f"error: {text}", file=sys.stderr)

    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "files"
        folder.mkdir()
        reason = may_trace()
        if reason:
            print(f"NOT RUN: faults and kills, because strace cannot trace here: {reason}", file=sys.stderr)
        else:
            done = sum(check(tool, case, folder, report) for case in CASES)
            print(f"{done} faults and kills in {len(CASES)} runs, {len(failures)} bad", file=sys.stderr)
        fill(folder, {})
        if not full_disk(tool, folder, report):
            print("NOT RUN: a full disk, because a tmpfs cannot be mounted here", file=sys.stderr)
    sys.exit(1 if failures else 0)


main()
