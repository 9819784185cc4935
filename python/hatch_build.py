"""Builds the Swift products and puts them into the wheel."""

from __future__ import annotations

import os
import pathlib
import stat
import subprocess
import sys
import sysconfig
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SwiftBuild(BuildHookInterface):
    """The library and the command, with Swift's own library inside."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        here = pathlib.Path(self.root)
        package = here.parent
        scratch = pathlib.Path(os.environ.get("BERAYIELD_SCRATCH", package / ".build" / "wheel"))
        suffix = ".dylib" if sys.platform == "darwin" else ".so"
        command = [
            "swift", "build", "-c", "release", "--package-path", str(package),
            "--scratch-path", str(scratch),
        ]
        link = []
        if sys.platform != "darwin":
            command += ["-Xswiftc", "-static-stdlib"]
            link = ["-Xlinker", f"--version-script={here / 'exports.map'}"]
            link += ["-Xlinker", "-s", "-Xlinker", "--gc-sections"]
        strip = ["-Xlinker", "-s"] if sys.platform != "darwin" else []
        subprocess.run([*command, "--product", "BeraYieldC", *link], check=True)
        subprocess.run([*command, "--product", "berayield", *strip], check=True)
        release = pathlib.Path(
            subprocess.run(
                [*command, "--show-bin-path"], check=True, capture_output=True, text=True
            ).stdout.strip()
        )
        build_data["pure_python"] = False
        platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
        build_data["tag"] = f"py3-none-{platform}"
        program = release / "berayield"
        program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
        header = package / "Sources" / "CBeraYield" / "include" / "berayield.h"
        if sys.platform != "darwin":
            # What only debuggers and the next build read differs from build to build.
            sections = ["--remove-section=.swift_modhash", "--remove-section=.note.gnu.build-id"]
            for built in (release / f"libBeraYieldC{suffix}", program):
                subprocess.run(["strip", *sections, str(built)], check=True)
        for source in (release / f"libBeraYieldC{suffix}", program, header):
            build_data["force_include"][str(source)] = f"berayield/_native/{source.name}"
