"""What was measured, and where: machine, versions, commit, date."""

import datetime
import os
import platform
import re
import subprocess

from . import layout


def first_line(*command, **options):
    """The first line that a command prints, or "absent"."""
    try:
        result = subprocess.run(
            [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            text=True, **options)
    except OSError:
        return "absent"
    lines = result.stdout.strip().splitlines()
    return lines[0] if lines else "absent"


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            names = re.findall(r"model name\s*: (.*)", file.read())
        return names[0] if names else platform.processor()
    except OSError:
        return first_line("sysctl", "-n", "machdep.cpu.brand_string")


def features():
    """What the processor can, as the system names it."""
    try:
        with open("/proc/cpuinfo") as file:
            flags = re.findall(r"(?:flags|Features)\s*: (.*)", file.read())
        return flags[0].split() if flags else []
    except OSError:
        return []


def macro(header, name, language="c"):
    """The value of a version macro of a header."""
    source = f'#include <{header}>\n"value" {name}\n'
    try:
        result = subprocess.run(
            ["cc", "-E", "-P", "-x", language, "-"], input=source, capture_output=True, text=True)
    except OSError:
        return "absent"
    values = re.findall(r'"value" "?([^"\n]*)"?', result.stdout)
    return values[-1].strip() if result.returncode == 0 and values else "absent"


def versions():
    requirements = (layout.BENCHMARKS / "requirements.txt").read_text()
    pinned = dict(re.findall(r"^(\w+)==(\S+)", requirements, re.MULTILINE))
    gmp = ".".join(
        macro("gmp.h", f"__GNU_MP_{part}")
        for part in ("VERSION", "VERSION_MINOR", "VERSION_PATCHLEVEL"))
    return {
        "swift": first_line("swift", "--version"),
        "C": first_line("cc", "--version"),
        "GMP": gmp,
        "MPFR": macro("mpfr.h", "MPFR_VERSION_STRING"),
        "Boost": macro("boost/version.hpp", "BOOST_LIB_VERSION", "c++").replace("_", "."),
        "attaswift/BigInt": "6.0.1",
        "python": platform.python_version(),
        "node": first_line("node", "--version"),
        **pinned,
    }


def commit():
    """The commit, marked when tracked files differ from it."""
    head = first_line("git", "rev-parse", "--short=12", "HEAD", cwd=layout.PACKAGE)
    changed = first_line(
        "git", "status", "--porcelain", "--untracked-files=no", "--", "Sources", "Package.swift",
        cwd=layout.PACKAGE)
    return head if changed == "absent" else f"{head} with changes"


def load():
    """How busy the machine is: above the number of cores, times say less than ratios."""
    return round(os.getloadavg()[0], 1)


def describe():
    return {
        "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%d %H:%M UTC"),
        "commit": commit(),
        "processor": processor(),
        "features": [name for name in features() if name.startswith(("avx", "asimd"))],
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "load": load(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "versions": versions(),
    }
