"""Builds the product and its peers; installs what is missing where that is possible."""

import os
import shutil
import subprocess
import sys

from . import layout

DEBIAN = {"gmp.h": "libgmp-dev", "mpfr.h": "libmpfr-dev", "boost/version.hpp": "libboost-dev"}


class Failed(Exception):
    """A step that the run cannot do without has failed."""


def run(command, **options):
    """Runs a build step quietly; shows its output when it fails."""
    result = subprocess.run(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, **options)
    if result.returncode != 0:
        raise Failed(f"{' '.join(map(str, command))}\n{result.stdout[-4000:]}")
    return result.stdout


def say(text):
    print(text, file=sys.stderr, flush=True)


def product(smoke):
    """The command line tool, the kernel runner and the Swift peers; in the smoke run the suites."""
    tool(smoke)
    build = ["swift", "build", "-c", layout.CONFIGURATION]
    if smoke:
        run(build, cwd=layout.BENCHMARKS)
        return
    for name in ("ProductKernels", "SwiftPeers"):
        run([*build, "--product", name], cwd=layout.BENCHMARKS)


def tool(smoke):
    """The command line tool alone, as `make install` builds it; not so in the smoke run, where that is all one."""
    say(f"building the product ({layout.CONFIGURATION})")
    if smoke:
        run(["swift", "build", "-c", layout.CONFIGURATION, "--product", "berayield"], cwd=layout.PACKAGE)
    else:
        run(["bash", "-c", ". Scripts/requirements.sh && build_release berayield"], cwd=layout.PACKAGE)


def run_suites_once():
    """Each suite of `swift package benchmark` runs once and checks its results."""
    for suite in layout.SUITES:
        say(f"{suite.name}: once")
        run([suite], env={**os.environ, "BERAYIELD_BENCH_SMOKE": "1"})


def has_header(name):
    """Whether the C compiler finds a header."""
    source = f"#include <{name}>\n"
    language = "c++" if name.endswith("hpp") else "c"
    check = ["cc", "-fsyntax-only", "-x", language, "-"]
    return subprocess.run(check, input=source, capture_output=True, text=True).returncode == 0


def install_headers(install):
    """The headers that are still missing after trying to install them from Debian."""
    missing = [name for name in DEBIAN if not has_header(name)]
    if missing and install and shutil.which("apt-get") and os.geteuid() == 0:
        packages = [DEBIAN[name] for name in missing]
        say(f"installing {' '.join(packages)}")
        quiet = {"capture_output": True, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update"], **quiet)
        subprocess.run(["apt-get", "install", "-y", "--no-install-recommends", *packages], **quiet)
        missing = [name for name in missing if not has_header(name)]
    return missing


def meter():
    """What whole processes are measured through."""
    layout.METER.parent.mkdir(parents=True, exist_ok=True)
    run(["cc", "-O2", "-o", layout.METER, layout.BENCHMARKS / "Meter" / "meter.c"])


def native(install):
    """The C and C++ peers, tuned for this machine. Returns what cannot be built, and why."""
    meter()
    missing = install_headers(install)
    source = layout.PEERS / "C"
    skipped = {}
    if "gmp.h" in missing or "mpfr.h" in missing:
        skipped["c"] = f"no {' '.join(missing)}: install libgmp-dev libmpfr-dev"
    else:
        say("building the C peers")
        run([
            "cc", "-std=gnu11", "-O3", "-march=native", "-Wall", "-Wextra", "-o", layout.C_PEERS,
            *sorted(source.glob("*.c")), "-lmpfr", "-lgmp", "-lm",
        ])
    if "boost/version.hpp" in missing:
        skipped["cpp"] = "no Boost headers: install libboost-dev"
    else:
        say("building the C++ peers")
        workbench = layout.BOOST_PEERS.with_name("workbench.o")
        run(["cc", "-std=gnu11", "-O3", "-c", "-o", workbench, source / "workbench.c"])
        run([
            "c++", "-std=c++17", "-O3", "-march=native", "-o", layout.BOOST_PEERS,
            layout.PEERS / "Cpp" / "boost.cpp", workbench,
        ])
    return skipped


def python_peers(install):
    """The virtual environment of the Python peers, made from the pinned requirements."""
    requirements = layout.BENCHMARKS / "requirements.txt"
    stamp = layout.VENV / "requirements.txt"
    if stamp.exists() and stamp.read_text() == requirements.read_text():
        return {}
    if not install:
        return {"python": "no virtual environment: run without --no-install"}
    say("installing the Python peers into Benchmarks/.venv")
    try:
        run([sys.executable, "-m", "venv", layout.VENV])
        run([layout.PYTHON, "-m", "pip", "install", "--quiet", "-r", requirements])
    except Failed as failure:
        return {"python": f"not installed: {str(failure)[-300:]}"}
    stamp.write_text(requirements.read_text())
    return {}


def everything(install, smoke):
    """Builds all; returns the peers that are left out, with the reasons."""
    product(smoke)
    skipped = native(install) | python_peers(install)
    if shutil.which("node") is None:
        skipped["node"] = "no node on the path"
    for peer, reason in skipped.items():
        say(f"left out: {peer}: {reason}")
    return skipped
