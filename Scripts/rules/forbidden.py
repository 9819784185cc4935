"""What no file has: paths of somebody's machine, hosts of package registries, and in the sources what
ends the program without a reason or waits to be done."""

import re

from tree import Fault, matches

# Put together here, so that this file has none of them itself.
MACHINE = re.compile(r"(?<![\w.~-])/(?:" + "|".join(["work", "farm", "root", "home", "tmp/brief"])
                     + r")/")
REGISTRIES = [("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"),
              ("crates", "io"), ("rubygems", "org"), ("deb", "debian", "org"),
              ("proxy", "golang", "org"), ("index", "docker", "io"), ("anaconda", "org")]
REGISTRY = re.compile("|".join(r"\b" + r"\.".join(parts) + r"\b" for parts in REGISTRIES))
ABRUPT = re.compile(r"\btry!|\bas!|\bfatalError\(")
UNDONE = re.compile(r"\b(?:TODO|FIXME)\b")


def faults(tree):
    for path in tree.paths():
        for number, line in enumerate(tree.lines(path), 1):
            for match in MACHINE.finditer(line):
                yield Fault(path, number, f"the path {match[0]} of a machine",
                            "a path in this package")
            for match in REGISTRY.finditer(line):
                yield Fault(path, number, f"the registry host {match[0]}", "no host")
    for path in tree.paths(".swift", ".c", ".h", under="Sources/"):
        for number, match in matches(tree, path, ABRUPT):
            yield Fault(path, number, match[0], "an error, or a precondition that says why")
        for number, line in enumerate(tree.lines(path), 1):
            for match in UNDONE.finditer(line):
                yield Fault(path, number, match[0], "what is to be done, done")
