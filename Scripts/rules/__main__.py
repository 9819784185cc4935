"""The rules of the code base as a check: `python3 Scripts/rules`.

Each rule first shows on its fixtures that it can fail (selftest.py). Then all rules go through
everything that git tracks. A fault is one line, `file:line: found ...; expected ...`; with a fault the
exit code is 1. `--self-test` runs the fixtures only.
"""

import pathlib
import sys

import documents
import exactness
import forbidden
import imports
import lengths
import names
import selftest
import unsafety
from tree import Tree, describe

RULES = {
    "documents": documents.faults,
    "floating-point": exactness.floating_point,
    "forbidden": forbidden.faults,
    "imports": imports.faults,
    "lengths": lengths.faults,
    "names": names.faults,
    "swallowed-errors": exactness.swallowed_errors,
    "unsafe": unsafety.faults,
}


def main(arguments):
    if arguments not in ([], ["--self-test"]):
        print(f"error: found {' '.join(arguments)}; expected nothing or --self-test", file=sys.stderr)
        return 2
    here = pathlib.Path(__file__).resolve().parent
    faults = selftest.faults(RULES, here / "fixtures")
    if not arguments:
        tree = Tree.of_package(here.parent.parent)
        faults += [describe(fault) for rule in RULES.values() for fault in rule(tree)]
    print("\n".join(faults) or "the rules hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
